"""The view ``history``: a line of charts, and a row for each version, in a site that is built from a repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import BuiltSite, build, write_site
from tests.compiling import journey
from tests.render.rendering import text_of
from tests.repositories import commit, git

PLAIN = "{site_name: T, theme: {name: material, font: false}, plugins: [search, journey: {check: {ignore: [JN3]}}]}"


def onboarding(first: str, last: str, nps: str = "31", pains: str = "[]") -> str:
    return journey(
        f"title: Onboarding\nindicators: [{{name: NPS, current: {nps}}}]\nphases:\n"
        f"  - {{name: Start, emotion: {first}, pains: {pains}}}\n  - {{name: End, emotion: {last}}}\n"
    )


VERSIONS = (
    ("2025-11-10", "Draw it", onboarding("+1", "0")),
    ("2026-02-02", "Ask", onboarding("-2", "0", pains="[Slow, Dear]")),
    ("2026-03-30", "Measure", onboarding("-1", "0", nps="35", pains="[Slow]")),
    ("2026-05-01", "Slip", onboarding("-9", "0")),
    ("2026-07-01", "Mend", onboarding("-1", "+2", nps="35", pains="[Slow]")),
)


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A repository with five versions of one map."""
    git(tmp_path, "init", "-q", "-b", "main")
    write_site(tmp_path, {"index.md": "# Home\n"}, PLAIN)
    (tmp_path / ".gitignore").write_text("site\n")
    for day, subject, text in VERSIONS:
        commit(tmp_path, {"docs/map.md": text}, subject, day)
    return tmp_path


def view(folder: Path, more: str = "", *, strict: bool = True, **pages: str) -> BuiltSite:
    """The site with a page that has the view."""
    block = f"# Moves\n\n```journeys\nview: history\njourney: onboarding\n{more}```\n"
    return build(write_site(folder, {"moves.md": block, **pages}, PLAIN), folder / "site", strict=strict)


def rows(site: BuiltSite) -> list[list[str]]:
    found = site.page("moves").select("article tbody tr")
    return [[text_of(cell).rpartition(" (")[0] or text_of(cell) for cell in row.select("th, td")] for row in found]


def test_there_is_a_row_for_the_last_version_of_each_quarter_the_newest_first(handbook: Path) -> None:
    site = view(handbook)
    assert site.log == ()
    assert rows(site) == [
        ["1 Jul 2026 Mend", "−1 Start Ends at +2", "0 %", "1", "–"],
        ["1 May 2026 Slip", "cannot be read: The score -9 is outside this map's scale −2 to +2.", "–", "–", "–"],
        ["30 Mar 2026 Measure", "−1 Start Ends at 0", "0 %", "1", "NPS 35"],
        ["10 Nov 2025 Draw it", "0 End", "0 %", "0", "NPS 31"],
    ]
    names = [text_of(head) for head in site.page("moves").select("article thead th")]
    assert names == ["Version", "Emotion", "Observed", "Open pain points", "Indicators"]


@pytest.mark.parametrize(
    ("more", "subjects"),
    [
        ("by: commit\n", ["Mend", "Slip", "Measure", "Ask", "Draw it"]),
        ("by: month\nlimit: 2\n", ["Mend", "Slip"]),
        ("limit: 1\n", ["Mend"]),
    ],
)
def test_there_are_as_many_as_are_asked_for(handbook: Path, more: str, subjects: list[str]) -> None:
    site = view(handbook, more)
    assert [row[0].split(" ", 3)[3] for row in rows(site)] == subjects
    notes = [text_of(one) for one in site.page("moves").select(".journey-view__note")]
    assert notes == ([f"{len(subjects)} of {5 if 'month' in more else 4} are shown."] if "limit" in more else [])


def test_the_charts_tell_the_first_and_the_last_value_and_leave_the_rest_to_the_table(handbook: Path) -> None:
    charts = view(handbook).page("moves").select_one(".journey-trends")
    assert charts["aria-hidden"] == "true"
    assert [text_of(chart) for chart in charts.select(":scope > div")] == [
        "Mean emotion +0.5 10 Nov 2025 – 1 Jul 2026",
        "Lowest emotion 0 → −1 10 Nov 2025 – 1 Jul 2026",
        "Observed 0 % 10 Nov 2025 – 1 Jul 2026",
        "Open pain points 0 → 1 10 Nov 2025 – 1 Jul 2026",
    ]
    # Three lines and a gap: one version could not be read.
    masks = [spark["style"].count("M50") for spark in charts.select(".journey-spark")]
    assert masks == [2, 2, 2, 2]


def test_what_is_not_committed_yet_comes_first(handbook: Path) -> None:
    site = view(handbook, "by: commit\nlimit: 1\n", **{"map.md": onboarding("+2", "+2")})
    assert rows(site)[0][1:] == ["+2 End", "0 %", "0", "NPS 31"]
    assert text_of(site.page("moves").select_one("tbody th small")) == "not committed yet"


def test_a_site_that_is_in_no_repository_says_so_and_is_built(tmp_path: Path) -> None:
    site = view(tmp_path, **{"map.md": onboarding("+1", "0")})
    said = text_of(site.page("moves").select_one(".journey-view__nothing"))
    assert said.startswith("The history of this map is not known here")
    assert (rows(site), site.log) == ([], ())


def test_the_same_commits_give_the_same_bytes(handbook: Path) -> None:
    def page() -> bytes:
        return (view(handbook).folder / "moves" / "index.html").read_bytes().partition(b"<article")[2]

    assert page() == page()


def test_another_view_has_no_pace(handbook: Path) -> None:
    block = "```journeys\nview: backlog\nby: month\n```\n"
    site = build(write_site(handbook, {"index.md": block}, PLAIN), handbook / "site")
    assert ["The view backlog has no by, so this line changes nothing." in line for line in site.log] == [True]


def test_what_an_author_of_a_commit_wrote_is_words(handbook: Path) -> None:
    commit(
        handbook,
        {"docs/map.md": onboarding("+2", "+2")},
        "<script>a()</script> {{ x }} [l](javascript:a())",
        "2026-08-01",
    )
    page = view(handbook, "limit: 1\n").page("moves").select_one(".journey-view")
    assert page.select("script, small a") == []
    assert text_of(page.select_one("tbody th small")).startswith("<script>a()</script> {{ x }} [l](javascript:a()) (")
