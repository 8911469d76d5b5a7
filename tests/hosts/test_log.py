"""``mkdocs-journey log`` on real repositories: which commits moved a map, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mkdocs_journey.report.history.json import history_schema
from tests.hosts.logs import BEGIN, CONFIGURATION, block, page, points, run, told
from tests.repositories import commit, git, write


def test_people_read_what_moved_the_newest_first(handbook: Path) -> None:
    first = git(handbook, "rev-parse", "--short=7", "HEAD")
    commit(handbook, {"docs/renewal.md": page(block()).replace("# Page", "# The page")}, "Mend a heading", "2025-02-01")
    second = commit(handbook, {"docs/renewal.md": page(block(ask="-2", pains="Slow, Late"))}, "Ask them", "2025-04-01")[
        :7
    ]
    third = commit(
        handbook,
        {"docs/renewal.md": page(block(ask="-2", nps=35, pains="Slow, {text: Late, status: resolved}"))},
        "Send it in time",
        "2025-07-01",
    )[:7]
    write(
        handbook,
        {"docs/renewal.md": page(block(ask="+1", pay="+1", nps=35, pains="Slow, {text: Late, status: resolved}"))},
    )
    before = git(handbook, "status", "--porcelain"), (handbook / ".git" / "index").read_bytes()
    assert run("renewal") == (
        0,
        f"""Renewal

now  not committed yet
    emotion ▆▆ (was ▁▆), lowest Pay +1 (was Ask −2), mean +1 (was −0.5)

2025-07-01  {third}  Send it in time
    1 open pain point (was 2); NPS 31 → 35

2025-04-01  {second}  Ask them
    emotion ▁▆ (was ▃▆), lowest Ask −2 (was −1), mean −0.5 (was 0); 2 open pain points (was 1)

2025-01-10  {first}  Begin
    the map begins; emotion ▃▆, lowest Ask −1, mean 0; evidence 0 %; 1 open pain point; NPS 31
""",
    )  # fmt: skip
    assert (git(handbook, "status", "--porcelain"), (handbook / ".git" / "index").read_bytes()) == before


def test_a_table_in_markdown_has_the_same_rows(handbook: Path) -> None:
    first = git(handbook, "rev-parse", "--short=7", "HEAD")
    second = commit(handbook, {"docs/renewal.md": page(block(nps=35))}, "Fix #7 for @everyone | *now*", "2025-04-01")[
        :7
    ]
    assert run("Renewal", "--format", "markdown") == (
        0,
        "### How “Renewal” moved\n"
        "\n"
        "| Date | Commit | What moved |\n"
        "| --- | --- | --- |\n"
        f"| 2025-04-01 | `{second}` Fix \\#\u200b7 for @\u200beveryone \\| \\*now\\* | NPS 31 → 35 |\n"
        f"| 2025-01-10 | `{first}` Begin | the map begins<br>emotion ▃▆, lowest Ask −1, mean 0<br>evidence 0 %<br>"
        "1 open pain point<br>NPS 31 |\n",
    )


def test_programs_read_json_of_a_published_form(handbook: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(history_schema())
    id_ = git(handbook, "rev-parse", "HEAD")
    assert points() == [
        {
            "date": "2025-01-10",
            "commit": id_,
            "subject": "Begin",
            "trouble": None,
            "gone": False,
            "moved": BEGIN[1],
            "state": {
                "title": "Renewal",
                "scale": {"low": -2, "high": 2},
                "curve": [{"name": "Ask", "score": -1}, {"name": "Pay", "score": 1}],
                "lowest": {"name": "Ask", "score": -1},
                "last": {"name": "Pay", "score": 1},
                "mean": 0,
                "indicators": [{"name": "NPS", "value": "31", "number": 31}],
                "evidence": {"observed": 0, "statements": 3, "percent": 0},
                "pains": {"open": 1, "by_severity": {"not rated": 1}},
            },
        }
    ]


def test_each_thing_that_can_move_is_told_in_words(handbook: Path) -> None:
    versions = {
        "Rate": block(pains="{text: Slow, severity: 5}"),
        "Sign": block(pains="{text: Slow, severity: 5, evidence: [talks]}"),
        "More": block(pains="{text: Slow, severity: 5, evidence: [talks]}") + "  - name: Thank\n    emotion: +2\n",
        "Less": block(pains="{text: Slow, severity: 5, evidence: [talks]}").replace("[{name: NPS, current: 31}]", "[{name: Churn, unit: '%', current: 4}]"),
        "None": block(ask="calm", pay="calm", pains=""),
    }  # fmt: skip
    for number, (subject, fields) in enumerate(versions.items(), 2):
        commit(handbook, {"docs/renewal.md": page(fields)}, subject, f"2025-0{number}-01")
    assert told() == [
        BEGIN,
        ("Rate", ["1 open pain point as before, 1 of them severe (was 0)"]),
        ("Sign", ["evidence 0 % → 33 %"]),
        ("More", ["emotion ▃▆█ (was ▃▆), lowest Ask −1, mean +0.7 (was 0)", "new: Thank", "evidence 33 % → 25 %"]),
        ("Less", ["emotion ▃▆ (was ▃▆█), lowest Ask −1, mean 0 (was +0.7)", "gone: Thank", "evidence 25 % → 33 %",
                  "Churn 4\u00a0% (new)", "NPS is gone"]),
        ("None", ["no emotion has a score any more", "evidence 33 % → 0 %", "no open pain points (was 1)",
                  "NPS 31 (new)", "Churn is gone"]),
    ]  # fmt: skip


def test_the_last_state_of_each_month_or_quarter_counts(handbook: Path) -> None:
    days = {"2025-01-31": 32, "2025-02-14": 33, "2025-05-01": 34, "2025-06-30": 33, "2025-07-01": 36, "2025-12-31": 31}
    for day, nps in days.items():
        commit(handbook, {"docs/renewal.md": page(block(nps=nps))}, day, day)
    assert [(subject, moved[-1]) for subject, moved in told("renewal", "--by", "month")] == [
        ("2025-01-31", "NPS 32"), ("2025-02-14", "NPS 32 → 33"), ("2025-05-01", "NPS 33 → 34"),
        ("2025-06-30", "NPS 34 → 33"), ("2025-07-01", "NPS 33 → 36"), ("2025-12-31", "NPS 36 → 31"),
    ]  # fmt: skip
    # In the second quarter it went up and came down again: at its end, nothing had moved.
    assert [(subject, moved[-1]) for subject, moved in told("renewal", "--by", "quarter")] == [
        ("2025-02-14", "NPS 33"), ("2025-07-01", "NPS 33 → 36"), ("2025-12-31", "NPS 36 → 31"),
    ]  # fmt: skip


def test_limit_and_since_leave_out_what_is_older_but_still_compare_with_it(handbook: Path) -> None:
    for number in range(1, 31):
        commit(handbook, {"docs/renewal.md": page(block(nps=31 + number))}, f"Day {number}", f"2025-04-{number:02}")
    assert told("renewal", "--limit", "2") == [("Day 29", ["NPS 59 → 60"]), ("Day 30", ["NPS 60 → 61"])]
    assert told("renewal", "--since", "2025-04-29") == [("Day 29", ["NPS 59 → 60"]), ("Day 30", ["NPS 60 → 61"])]
    assert (len(points()), len(points("renewal", "--limit", "0"))) == (31, 31)
    text = run("renewal")[1]
    assert (text.count("\n2025-"), text.splitlines()[-1]) == (20, "Older ones are left out; --limit 0 shows all.")
    assert run("renewal", "--since", "2030-01-01") == (0, "Renewal\n\nThere is nothing to tell in that time.\n")


def test_without_a_repository_nothing_can_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"mkdocs.yml": CONFIGURATION, "docs/renewal.md": page(block())})
    monkeypatch.chdir(tmp_path)
    code, output = run("renewal")
    assert (code, "is not part of a git repository" in output) == (2, True)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("renewel", "There is no journey “renewel”. Did you mean renewal?"),
        ("zzz", "There is no journey “zzz”. There are: renewal."),
        ("\x1b[31m\n::error::", "There is no journey “�[31m ::error::”. There are: renewal."),
    ],
)
def test_a_journey_that_is_not_there_is_named_with_the_closest(handbook: Path, name: str, said: str) -> None:
    code, output = run(name)
    assert (code, output.splitlines()[-1]) == (2, f"Error: {said}")


def test_a_journey_that_cannot_be_read_now_is_named(handbook: Path) -> None:
    write(handbook, {"docs/renewal.md": page(block(ask="+9"))})
    code, output = run("renewal")
    assert (code, output.splitlines()[-1]) == (
        2, "Error: The journey “renewal” cannot be read now. Mend it first: mkdocs-journey check.",
    )  # fmt: skip


def test_several_outputs_are_written_at_once(handbook: Path) -> None:
    assert run("renewal", "--format", "json:out.json", "--format", "markdown:out.md") == (0, "")
    jsonschema.validate(json.loads((handbook / "out.json").read_text()), history_schema())
    assert (handbook / "out.md").read_text().startswith("### How “Renewal” moved\n")


def test_what_somebody_has_set_for_git_bears_upon_nothing(handbook: Path) -> None:
    commit(handbook, {"docs/renewal.md": page(block(nps=40))}, "Count", "2025-03-01")
    usual = run("renewal")
    for name, value in {
        "log.showSignature": "true", "log.follow": "true", "log.diffMerges": "combined", "color.ui": "always",
        "log.date": "relative", "core.quotePath": "true", "diff.renames": "copies", "format.pretty": "fuller",
        "i18n.logOutputEncoding": "UTF-16", "log.decorate": "full", "diff.noprefix": "true",
    }.items():  # fmt: skip
        git(handbook, "config", name, value)
    assert run("renewal") == usual


def test_the_help_tells_the_exit_codes() -> None:
    assert "2 the journey or its history cannot be read" in " ".join(run("--help")[1].split())
