"""``mkdocs-journey log`` on real repositories: what moved at which commit, and how far back it is known."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from mkdocs_journey.hosts.cli import main
from mkdocs_journey.report.history.json import history_schema
from tests.compiling import journey
from tests.hostile.naughty import OURS
from tests.repositories import commit, git, write

SITE = "site_name: T\nplugins: [journey]\n"


def onboarding(score: str = "+1", pains: str = "[]", nps: str = "31", head: str = "id: onboarding") -> str:
    return journey(
        f"title: Onboarding\n{head}\nindicators: [{{name: NPS, current: {nps}}}]\nphases:\n"
        f"  - name: Start\n    emotion: {score}\n    thoughts: Hm\n    pains: {pains}\n  - name: End\n    emotion: 0\n"
    )


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one map, committed on 10 January, and the working folder in it."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {"mkdocs.yml": SITE, "docs/map.md": onboarding()}, "Begin", "2026-01-10")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["log", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, re.sub(r"(?<=  )[0-9a-f]{8}(?=  )", "COMMIT", done.output)


def days(*words: str) -> list[str]:
    """Day and subject of every point, the newest first."""
    code, said = run("onboarding", "--limit", "0", *words)
    assert code == 0, said
    return [line.replace("  COMMIT  ", " ") for line in said.splitlines() if re.match(r"\d{4}-", line)]


BEGINNING = (
    "2026-01-10  COMMIT  Begin\n"
    "    emotion ▆▅\n"
    "    lowest End 0\n"
    "    observed 0 % of 3\n"
    "    open pain points 0\n"
    "    NPS 31\n"
)


def test_each_commit_tells_what_moved(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding("-1", "[Slow, {text: Dear, status: accepted}]")}, "Ask", "2026-02-01")
    commit(
        handbook,
        {"docs/map.md": onboarding("-1", "[Slow]", "35").replace("Hm", "{text: Hm, evidence: Calls}")},
        "Measure",
        "2026-02-02",
    )
    assert run("onboarding") == (
        0,
        "Onboarding\n"
        "\n"
        "2026-02-02  COMMIT  Measure\n"
        "    observed 0 % of 5 → 25 % of 4\n"
        "    NPS 31 → 35\n"
        "2026-02-01  COMMIT  Ask\n"
        "    emotion ▆▅ → ▃▅\n"
        "    lowest End 0 → Start −1\n"
        "    observed 0 % of 3 → 0 % of 5\n"
        "    open pain points 0 → 1\n"
        + BEGINNING,
    )  # fmt: skip


def test_commits_that_move_nothing_are_counted(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding().replace("thoughts: Hm", "thoughts: Well")}, "Say it better")
    commit(handbook, {"docs/other.md": "# Other\n"}, "Something else")
    assert run("onboarding") == (
        0, f"Onboarding\n\n{BEGINNING}\n1 more commit changed the map, but none of this.\n",
    )  # fmt: skip


def test_what_is_not_committed_is_the_newest_point(handbook: Path) -> None:
    write(handbook, {"docs/map.md": onboarding(nps="40")})
    assert [line[11:] for line in days()] == [" now  not committed yet", "Begin"]
    assert "NPS 31 → 40" in run("onboarding")[1]


def test_a_version_that_cannot_be_read_says_so_and_stops_nothing(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding("+9")}, "Slip", "2026-02-01")
    commit(handbook, {"docs/map.md": onboarding()}, "Mend", "2026-02-02")
    assert run("onboarding")[1].splitlines()[2:6] == [
        "2026-02-02  COMMIT  Mend",
        "    can be read again, and is as it was",
        "2026-02-01  COMMIT  Slip",
        "    cannot be read: The score 9 is outside this map's scale −2 to +2.",
    ]


def test_a_map_is_followed_through_renamed_files_new_files_and_new_ids(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding("+2")}, "Better", "2026-02-01")
    git(handbook, "mv", "docs/map.md", "docs/ナビ gate.md")
    commit(handbook, {}, "Rename the file", "2026-02-02")
    prose = "# Everything\n\n" + "A long page that was here before.\n" * 40
    commit(handbook, {"docs/all.md": prose}, "Write a page", "2026-02-03")
    moved = {"docs/ナビ gate.md": "# Moved\n", "docs/all.md": prose + onboarding("-1")}
    commit(handbook, moved, "Move the block", "2026-02-04")
    renamed = onboarding("-2", head="id: first-weeks\naliases: [onboarding]")
    commit(handbook, {"docs/all.md": prose + renamed}, "Call it otherwise", "2026-02-05")
    assert days() == [
        "2026-02-05 Call it otherwise", "2026-02-04 Move the block", "2026-02-01 Better", "2026-01-10 Begin",
    ]  # fmt: skip


def test_a_map_in_a_file_of_data_has_the_history_of_that_file(handbook: Path) -> None:
    inside = onboarding().removeprefix("```journey\n").removesuffix("```\n")
    commit(
        handbook,
        {"docs/map.md": "```journey\nfile: data/map.yml\n```\n", "docs/data/map.yml": inside},
        "Data",
        "2026-02-01",
    )
    commit(handbook, {"docs/data/map.yml": inside.replace("31", "33")}, "Measure", "2026-02-02")
    assert days() == ["2026-02-02 Measure", "2026-01-10 Begin"]


def test_another_map_that_was_in_the_file_before_is_not_taken_for_it(handbook: Path) -> None:
    other = journey("title: Renewal\nphases: [{name: Start, emotion: -2}, {name: End, emotion: -2}]")
    commit(handbook, {"docs/both.md": other}, "Another map", "2026-02-01")
    commit(
        handbook,
        {"docs/both.md": f"{other}\n{journey('title: New one' + chr(10) + 'phases: [{name: Start, emotion: 0}]')}"},
        "Add one",
        "2026-02-02",
    )
    code, said = run("new-one")
    assert (code, [line for line in said.splitlines() if line.startswith("2026")]) == (
        0,
        ["2026-02-02  COMMIT  Add one"],
    )


def test_a_merge_is_one_step_with_what_its_author_wrote(handbook: Path) -> None:
    git(handbook, "checkout", "-q", "-b", "work")
    commit(handbook, {"docs/map.md": onboarding("-1")}, "Try", "2026-02-01")
    commit(handbook, {"docs/map.md": onboarding("-2")}, "Try again", "2026-02-02")
    git(handbook, "checkout", "-q", "main")
    git(
        handbook,
        "merge",
        "-q",
        "--no-ff",
        "-m",
        "Merge pull request #7 from a/work",
        "-m",
        "See what customers see",
        "work",
        day="2026-02-03",
    )
    assert days() == ["2026-02-03 See what customers see", "2026-01-10 Begin"]


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        (["--by", "month"], ["April", "Late March", "Begin"]),
        (["--by", "quarter"], ["April", "Late March"]),
        (["--limit", "1"], ["April"]),
        (["--since", "2026-03-15"], ["April", "Late March"]),
    ],
)
def test_fewer_points_are_shown_when_they_are_asked_for(handbook: Path, words: list[str], subjects: list[str]) -> None:
    for day, score, subject in (
        ("2026-03-02", "-1", "March"),
        ("2026-03-20", "-2", "Late March"),
        ("2026-04-01", "0", "April"),
    ):
        commit(handbook, {"docs/map.md": onboarding(score)}, subject, day)
    said = run("onboarding", *words)[1]
    assert [line.rpartition("  ")[2] for line in said.splitlines() if line.startswith("2026")] == subjects
    # What is left out is known all the same: the first point that is shown tells what moved since the one before it.
    assert ("open pain points 0" in said) == ("Begin" in subjects or words == ["--by", "quarter"])


def test_a_shallow_clone_says_that_there_is_more(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(handbook, {"docs/map.md": onboarding("-1")}, "Worse", "2026-02-01")
    git(tmp_path, "clone", "-q", "--depth", "1", handbook.as_uri(), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert days() == ["2026-02-01 Worse"]
    assert run("onboarding")[1].endswith(
        "\nThis clone does not hold older commits. In CI, fetch them (fetch-depth: 0; GitLab: GIT_DEPTH: 0).\n"
    )


def test_a_map_that_was_never_committed_has_one_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {"mkdocs.yml": SITE, "docs/map.md": onboarding()})
    monkeypatch.chdir(tmp_path)
    assert [line[12:] for line in days()] == ["now  not committed yet"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["onbording"], "Error: This site has no journey “onbording”. Did you mean onboarding?"),
        (["elsewhere"], "Error: This site has no journey “elsewhere”. There are: onboarding."),
    ],
)
def test_an_unknown_journey_is_refused_with_those_that_there_are(handbook: Path, words: list[str], said: str) -> None:
    code, output = run(*words)
    assert (code, output.splitlines()[-1]) == (2, said)


def test_without_a_repository_there_is_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"mkdocs.yml": SITE, "docs/map.md": onboarding()})
    monkeypatch.chdir(tmp_path)
    code, output = run("onboarding")
    assert (code, "is not part of a git repository" in output) == (2, True)


def test_programs_read_json_of_a_published_form(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding("+9")}, "Slip", "2026-02-01")
    commit(handbook, {"docs/map.md": onboarding("-1", nps="35 %")}, "Mend", "2026-02-02")
    found = json.loads(run("onboarding", "--format", "json")[1])
    jsonschema.Draft202012Validator.check_schema(history_schema())
    jsonschema.validate(found, history_schema())
    assert [(point["date"], point["subject"], point["trouble"]) for point in found["points"]] == [
        ("2026-01-10", "Begin", None),
        ("2026-02-01", "Slip", "The score 9 is outside this map's scale −2 to +2."),
        ("2026-02-02", "Mend", None),
    ]
    assert found["points"][2]["standing"] == {
        "title": "Onboarding", "scale": [-2, 2],
        "curve": [{"name": "Start", "score": -1}, {"name": "End", "score": 0}],
        "statements": 3, "observed": 0, "open_pains": 0,
        "indicators": [{"name": "NPS", "value": "35 %", "unit": "", "number": 35}],
    }  # fmt: skip


def test_a_table_in_markdown_has_a_row_for_each_point(handbook: Path) -> None:
    commit(handbook, {"docs/map.md": onboarding("-1")}, "Ask #12", "2026-02-01")
    written = re.sub("`[0-9a-f]{8}`", "`COMMIT`", run("onboarding", "--format", "markdown")[1])
    assert written.splitlines() == [
        "### Onboarding",
        "",
        "| Date | Commit | Curve | What moved |",
        "| --- | --- | --- | --- |",
        "| 2026-02-01 | `COMMIT` Ask \\#\u200b12 | `▃▅` | emotion ▆▅ → ▃▅<br>lowest End 0 → Start −1 |",
        "| 2026-01-10 | `COMMIT` Begin | `▆▅` "
        "| emotion ▆▅<br>lowest End 0<br>observed 0 % of 3<br>open pain points 0<br>NPS 31 |",
    ]


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_nothing_that_somebody_wrote_comes_alive(handbook: Path, name: str) -> None:
    for number, text in enumerate(OURS):
        quoted = json.dumps(text)
        page = journey(
            f"title: {quoted}\nid: onboarding\nindicators: [{{name: {quoted}, current: {quoted}}}]\nphases:\n"
            f"  - {{name: {quoted}, id: start, emotion: {'+1' if number % 2 else '-1'}}}\n"
        )
        message = text.replace("\x00", "").strip() or "empty"
        commit(
            handbook,
            {"docs/map.md": f"```{page.strip()}```\n".replace("``````", "``````")},
            message,
            f"2026-02-{number + 1:02}",
        )
    written = run("onboarding", "--limit", "0", "--format", name)[1]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    if name == "markdown":
        assert not re.search(r"(?<![\w/])@\w|https?://|<(?!br>)", written)


def test_what_a_file_held_is_read_once(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from mkdocs_journey.hosts.git import Repository
    from mkdocs_journey.hosts.history import HistoryReader
    from mkdocs_journey.hosts.site_folder import open_site
    from tests.compiling import compile_pages

    for score in ("-1", "-2", "-1", "+1"):
        commit(handbook, {"docs/map.md": onboarding(score)}, score)
    asked: list[list[str]] = []
    read = Repository.contents

    def contents(self: Repository, ids: object) -> dict[str, bytes]:
        asked.append(list(ids))
        return read(self, asked[-1])

    monkeypatch.setattr(Repository, "contents", contents)
    site = compile_pages({"map.md": onboarding()})
    folder = open_site(handbook / "mkdocs.yml")
    reader = HistoryReader({}, "en")
    entry = site.atlas.journeys["onboarding"]
    for _ in range(2):
        history = reader.read(entry, site.atlas, handbook / "docs" / "map.md", folder.docs, date(2026, 3, 1))
        assert [point.subject for point in history.points] == ["Begin", "-1", "-2", "-1", "+1"]
    # Five commits, three texts.
    assert [len(ids) for ids in asked] == [3]
