"""A build for reviewers: what it adds, when it adds it, and that any other build has nothing of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from tests.building import BuiltSite, build, write_site
from tests.compiling import journey
from tests.render.rendering import text_of
from tests.repositories import commit, git

pytestmark = pytest.mark.slow

MAP = journey("title: Onboarding\npersona: Mia\nphases:\n  - name: Start\n    emotion: +1\n    owner: Sales\n")
WORSE = MAP.replace("+1", "-2")
PERSONA = "```persona\nname: Mia\ngoals: Arrive\n```\n"
PAGES = {"map.md": MAP, "mia.md": PERSONA, "help.md": "# Help\n"}
OPTIONS = "{site_name: T, theme: {name: material, font: false}, plugins: [search, journey: {check: {ignore: [JN3]}%s}]}"
PLAIN = OPTIONS % ""
REVIEWED = OPTIONS % ", review: {base: main}"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A repository with one map, and nothing that is not committed."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write_site(folder, PAGES, PLAIN)
    commit(folder, {".gitignore": "site\n"}, "Begin")
    return folder


def built(folder: Path, pages: dict[str, str], configuration: str = REVIEWED, *, strict: bool = False) -> BuiltSite:
    return build(write_site(folder, pages, configuration), folder / "site", strict=strict)


def contents(site: BuiltSite) -> dict[str, bytes]:
    files = [path for path in site.folder.rglob("*") if path.is_file() and path.suffix != ".gz"]
    return {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in files}


def test_a_changed_map_shows_its_changes_and_a_page_lists_them_all(handbook: Path) -> None:
    pages = {
        "map.md": WORSE,
        "mia.md": PERSONA.replace("Arrive", "Arrive on time"),
        "new.md": journey("title: New\nphases: [A]"),
    }
    site = built(handbook, pages, strict=True)
    assert site.log == ()
    head = site.page("map").select_one(".journey-review")
    assert text_of(head.p) == "Changes since main 1 emotion down All changes of the site"
    page = site.page("what-changed").select_one("article")
    assert text_of(page.select_one(".journey-changes__total")) == "1 risky, 2 other changes since main."
    assert [(text_of(part.h2), part.h2.a["href"], text_of(part.ul)) for part in page.select("section section")] == [
        ("Onboarding", "../map/#journey-onboarding", "Start : risky : emotion +1 → −2 (worse) (the emotion falls by two or more)"),
        ("New", "../new/#journey-new", "journey New added"),
        ("Mia", "../mia/#persona-mia", "goal Arrive is now Arrive on time (taken for the same by its text)"),
    ]  # fmt: skip
    assert [text_of(link) for link in site.page("what-changed").select(".md-sidebar--secondary a.md-nav__link")] == [
        "Onboarding",
        "New",
        "Mia",
    ]
    assert (
        text_of(site.page("mia").select_one(".journey-review p"))
        == "Changes since main 1 change All changes of the site"
    )


def test_the_way_from_the_page_leads_to_the_step_and_back(handbook: Path) -> None:
    site = built(handbook, {"map.md": WORSE})
    (link,) = site.page("what-changed").select(".journey-changes li a")
    assert link["href"] == "../map/#journey-onboarding--start"
    assert site.page("map").find(id="journey-onboarding--start") is not None
    assert site.page("map").select_one(".journey-review a[href='../what-changed/']") is not None


@pytest.mark.parametrize("base", ["", "  "])
def test_without_a_base_nothing_of_it_is_in_the_site(
    handbook: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    plain = contents(build(write_site(handbook, {"map.md": WORSE}, PLAIN), handbook / "plain"))
    monkeypatch.setenv("MKDOCS_JOURNEY_BASE", base)
    other = contents(build(write_site(handbook, {"map.md": WORSE}, PLAIN), handbook / "site"))
    assert other == plain
    assert [name for name in plain if "review" in name or "what-changed" in name] == []
    assert b"journey-review" not in plain["map/index.html"]


def test_the_environment_comes_before_the_option(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(handbook, {"docs/map.md": WORSE}, "Worse")
    assert not built(handbook, {}).page("map").select(".journey-review")
    monkeypatch.setenv("MKDOCS_JOURNEY_BASE", "HEAD~1")
    head = built(handbook, {}).page("map").select_one(".journey-review p")
    assert text_of(head).startswith("Changes since HEAD~1 1 emotion down")


def test_a_branch_is_compared_with_the_commit_that_it_left(handbook: Path) -> None:
    git(handbook, "checkout", "-q", "-b", "work")
    commit(handbook, {"docs/map.md": WORSE, "mkdocs.yml": REVIEWED}, "Worse")
    git(handbook, "checkout", "-q", "main")
    commit(handbook, {"docs/other.md": journey("title: Other\nphases: [A]")}, "Another")
    git(handbook, "checkout", "-q", "work")
    total = built(handbook, {}).page("what-changed").select_one(".journey-changes__total")
    assert text_of(total) == "1 risky since main."


def test_where_nothing_changed_the_page_says_so(handbook: Path) -> None:
    page = built(handbook, {}).page("what-changed")
    assert text_of(page.select_one(".journey-changes")) == "Nothing changed since main."


@pytest.mark.parametrize(
    ("base", "pages", "why"),
    [
        ("nowhere", {}, "There is no revision nowhere here. In CI, fetch it first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)."),
        ("main", {"map.md": WORSE.replace("-2", "-9")}, "There are mistakes in the present version, the first in docs/map.md, line 6."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_never_told_as_no_change(
    handbook: Path, base: str, pages: dict[str, str], why: str
) -> None:
    configuration = OPTIONS % f", review: {{base: {base}}}"
    site = built(handbook, pages, configuration)
    assert [line for line in site.log if "what changed" in line] == [
        f"WARNING journey: what changed since {base} cannot be shown. {why}"
    ]
    said = text_of(site.page("what-changed").select_one(".journey-changes"))
    assert said == f"What changed since {base} cannot be told. {why}"
    with pytest.raises(Abort):
        built(handbook, pages, configuration, strict=True)


def test_a_mistake_in_the_older_version_is_named(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": WORSE.replace("-2", "-9")}, "Mistake")
    site = built(handbook, {"map.md": MAP})
    assert [line.partition("shown. ")[2] for line in site.log] == [
        "There are mistakes in main, the first in docs/map.md, line 6."
    ]


def test_a_site_that_is_in_no_repository_says_so_and_is_built(tmp_path: Path) -> None:
    site = built(tmp_path, PAGES)
    assert "is not part of a git repository" in site.log[0]
    assert site.page("map").select(".journey__title")


def test_a_page_of_the_same_name_stays(handbook: Path) -> None:
    site = built(handbook, {"map.md": WORSE, "what-changed.md": "# Ours\n"})
    assert text_of(site.page("what-changed").h1).startswith("Ours")
    assert site.log == (
        "WARNING journey: this site has a page what-changed.md of its own, so there is no page of all changes.",
    )
    assert site.page("map").select(".journey-review p a") == []


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("main", "review has base: below it"),
        ("{bass: main}", "review has base: below it"),
        ("{base: 3}", "review: base is a revision of git"),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, option: str, said: str
) -> None:
    with pytest.raises(Abort):
        built(tmp_path, PAGES, OPTIONS % f", review: {option}")
    assert said in caplog.text


def test_search_finds_nothing_of_what_was(handbook: Path) -> None:
    site = built(handbook, {"map.md": WORSE.replace("Sales", "Support")})
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    assert [one["location"] for one in index["docs"] if "what-changed" in one["location"]] == []
    assert [one["text"] for one in index["docs"] if "Changes since" in one["text"]] == []


def test_a_page_of_changes_finds_its_place_in_a_navigation_that_is_written_by_hand(handbook: Path) -> None:
    configuration = REVIEWED.replace("site_name: T", "site_name: T, nav: [help.md, map.md, mia.md]")
    site = built(handbook, {"map.md": WORSE}, configuration, strict=True)
    links = [text_of(link) for link in site.page("help").select("nav.md-nav--primary > ul > li > a")]
    assert links[-1] == "What changed"


def test_the_example_site_shows_two_versions_of_a_map(reviewed_example: BuiltSite) -> None:
    page: BeautifulSoup = reviewed_example.page("journeys/go-live")
    assert text_of(page.select_one(".journey-review p b")) == (
        "1 emotion down, 1 emotion up, 1 pain removed, 1 pain added, 1 phase renamed, 1 step added, 6 other changes"
    )
    flags = [
        (text_of(flag.find_previous(("dt", "h3", "h4"))), text_of(flag)) for flag in page.select("dd .journey-flag")
    ]
    assert flags == [
        ("Pain points", "Changed"), ("Thoughts", "Changed"), ("Pain points", "Changed"), ("Actions", "Changed"),
        ("Actions", "Changed"), ("Pain points", "Added"), ("Pain points", "Removed"),
    ]  # fmt: skip
    assert [text_of(point) for point in page.select(".journey-pt--was")] == ["−1 before", "+1 before"]
    others = [path for path in reviewed_example.folder.rglob("index.html") if "journey-flag" in path.read_text("utf-8")]
    assert [path.parent.name for path in others] == ["go-live"]


def test_while_pages_are_served_the_older_version_is_read_once(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs_journey.git.repository import Repository
    from mkdocs_journey.past.compared_sites import ComparedSites

    written: list[str] = []
    write_out = Repository.write_out

    def counted(self: Repository, commit: str, *others: object) -> None:
        written.append(commit)
        write_out(self, commit, *others)

    monkeypatch.setattr(Repository, "write_out", counted)
    sides = ComparedSites(write_site(handbook, {"map.md": WORSE}, PLAIN))
    first, second = sides.versions("main"), sides.versions("main")
    assert (len(written), first[0] is second[0], first[1] is second[1]) == (1, True, False)
    commit(handbook, {}, "Worse")
    sides.versions("main")
    assert len(written) == 2
