"""``mkdocs-journey log`` back through a repository: through all that may happen to a map and to its commits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hosts.logs import BEGIN, CONFIGURATION, block, page, points, run, told
from tests.repositories import commit, git, write


def test_a_map_is_followed_through_renamed_files_moved_blocks_and_a_file_of_its_own(handbook: Path) -> None:
    git(handbook, "mv", "docs/renewal.md", "docs/契約 – [更新].md")
    commit(handbook, {}, "Rename the file", "2025-02-01")
    fields = block(nps=32)
    moved = {"docs/契約 – [更新].md": "# Page\n\nIt is elsewhere.\n", "docs/maps/all.md": page(fields)}
    commit(handbook, moved, "Move the block", "2025-03-01")
    own = {"docs/maps/all.md": "```journey\nfile: data/renewal.yml\n```\n", "docs/maps/data/renewal.yml": fields}
    commit(handbook, own, "Give it a file", "2025-04-01")
    commit(handbook, {"docs/maps/data/renewal.yml": block(nps=33)}, "Count again", "2025-05-01")
    git(handbook, "mv", "docs/maps/data/renewal.yml", "docs/maps/renewal.yml")
    commit(handbook, {"docs/maps/all.md": "```journey\nfile: renewal.yml\n```\n"}, "Tidy up", "2025-06-01")
    commit(handbook, {"docs/maps/renewal.yml": block(nps=34)}, "Count once more", "2025-07-01")
    git(handbook, "mv", "docs/maps/all.md", "docs/maps/one.md")
    assert told() == [
        BEGIN,
        ("Move the block", ["NPS 31 → 32"]),
        ("Count again", ["NPS 32 → 33"]),
        ("Count once more", ["NPS 33 → 34"]),
    ]


def test_a_map_is_followed_through_new_ids_and_titles(handbook: Path) -> None:
    other = page(block("Onboarding", nps=1))[len("# Page\n") :]
    commit(handbook, {"docs/renewal.md": page(block()) + other}, "Add another", "2025-02-01")
    renamed = block("Second year", nps=32, more="aliases: [renewal]\n")
    commit(handbook, {"docs/renewal.md": other + page(renamed)}, "Rename it", "2025-03-01")
    again = block("Year two", nps=33, more="id: year-2\naliases: [second-year]\n")
    commit(handbook, {"docs/renewal.md": other + page(again)}, "Rename it again", "2025-04-01")
    unsaid = block("Another name altogether", nps=34)
    commit(handbook, {"docs/renewal.md": other + page(unsaid)}, "Forget the alias", "2025-05-01")
    assert told("another-name-altogether") == [
        BEGIN,
        ("Rename it", ["now called “Second year” (was “Renewal”)", "NPS 31 → 32"]),
        ("Rename it again", ["now called “Year two” (was “Second year”)", "NPS 32 → 33"]),
        ("Forget the alias", ["now called “Another name altogether” (was “Year two”)", "NPS 33 → 34"]),
    ]


def test_another_map_that_was_on_the_page_before_is_not_taken_for_it(handbook: Path) -> None:
    commit(handbook, {"docs/renewal.md": page("title: Leaving\nphases: [Call, Go]\n")}, "Another", "2025-02-01")
    assert told("leaving") == [("Another", ["the map begins", "no open pain points"])]
    # The next one has the same phases, but the one that it replaces has another page now.
    git(handbook, "revert", "--no-edit", "HEAD", day="2025-03-01")
    moved = {"docs/renewal.md": page(block("Second year", nps=40)), "docs/first.md": page(block())}
    commit(handbook, moved, "Make room", "2025-04-01")
    assert told("second-year") == [
        ("Make room", ["the map begins", "emotion ▃▆, lowest Ask −1, mean 0", "evidence 0 %", "1 open pain point", "NPS 40"])
    ]  # fmt: skip
    assert [subject for subject, _ in told("renewal")] == ["Begin", "Another", 'Revert "Another"']


def test_a_map_without_a_title_of_its_own_is_known_by_its_page_or_the_navigation(handbook: Path) -> None:
    fields = block().partition("\n")[2]
    commit(handbook, {"docs/untitled.md": page(fields)}, "Untitled", "2025-02-01")
    commit(handbook, {"docs/untitled.md": page(fields.replace("31", "32"))}, "Count", "2025-03-01")
    expected = [("Untitled", BEGIN[1]), ("Count", ["NPS 31 → 32"])]
    assert told("Page") == expected
    write(handbook, {"mkdocs.yml": f"{CONFIGURATION}nav: [{{Second year: untitled.md}}, renewal.md]\n"})
    assert told("Second year") == expected


def test_a_block_that_a_snippet_brings_has_the_history_of_its_own_file(handbook: Path) -> None:
    snippets = "markdown_extensions: [{pymdownx.snippets: {base_path: [parts]}}]\n"
    files = {"mkdocs.yml": CONFIGURATION + snippets, "docs/renewal.md": '# Page\n\n--8<-- "map.md"\n'}
    commit(handbook, {**files, "parts/map.md": page(block())}, "Share it", "2025-02-01")
    commit(handbook, {"parts/map.md": page(block(nps=40))}, "Count", "2025-03-01")
    assert told() == [BEGIN, ("Count", ["NPS 31 → 40"])]


def test_pages_behind_a_link_have_the_history_of_the_repository_in_which_they_are(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"site/mkdocs.yml": CONFIGURATION})
    (tmp_path / "site" / "docs").symlink_to(handbook / "docs")
    monkeypatch.chdir(tmp_path / "site")
    assert told() == [BEGIN]


def test_a_commit_with_a_mistake_is_told_and_stops_nothing(handbook: Path) -> None:
    mistake = "cannot be read: The score 9 is outside this map's scale −2 to +2."
    commit(handbook, {"docs/renewal.md": page(block(ask="+9"))}, "Slip", "2025-02-01")
    commit(handbook, {"docs/renewal.md": page(block(ask="+9", nps=32))}, "Not seen yet", "2025-02-02")
    commit(handbook, {"docs/renewal.md": page("title: [\n")}, "Worse", "2025-02-03")
    commit(handbook, {"docs/renewal.md": page(block())}, "Mend", "2025-02-04")
    commit(handbook, {"docs/renewal.md": b"# \xff\n"}, "Another encoding", "2025-02-05")
    commit(handbook, {"docs/renewal.md": page(block(nps=35))}, "Mend it, and count", "2025-02-06")
    subjects = told()
    assert [subject for subject, _ in subjects] == [
        "Begin", "Slip", "Worse", "Mend", "Another encoding", "Mend it, and count",
    ]  # fmt: skip
    assert [moved for _, moved in subjects[1:2] + subjects[3:]] == [
        [mistake],
        ["as it was before"],
        ["cannot be read: The file is not UTF-8."],
        ["NPS 31 → 35"],
    ]
    assert subjects[2][1][0].startswith("cannot be read: ")


def test_a_map_that_was_away_for_a_time_is_followed_to_its_beginning(handbook: Path) -> None:
    commit(handbook, {"docs/renewal.md": "# Page\n"}, "Take it out", "2025-02-01")
    commit(handbook, {"docs/renewal.md": "# Pages\n"}, "Another heading", "2025-02-02")
    commit(handbook, {"docs/renewal.md": None}, "No page at all", "2025-02-03")
    commit(handbook, {"docs/renewal.md": page(block(nps=40))}, "Put it back", "2025-03-01")
    assert told() == [BEGIN, ("Take it out", ["the map was taken off its page"]), ("Put it back", ["NPS 31 → 40"])]


def test_what_was_merged_counts_on_the_day_of_the_merge_with_the_title_of_the_request(handbook: Path) -> None:
    for number, message in enumerate(["Merge pull request #4 from a/work\n\nMake paying a joy", "Merge branch 'work'"]):
        git(handbook, "checkout", "-q", "-b", f"work-{number}")
        commit(handbook, {"docs/renewal.md": page(block(nps=40 + 2 * number))}, "First", "2025-02-01")
        commit(handbook, {"docs/renewal.md": page(block(nps=41 + 2 * number))}, "Second", "2025-02-02")
        git(handbook, "checkout", "-q", "main")
        commit(handbook, {"docs/other.md": f"# Other {number}\n"}, "Other", "2025-02-03")
        git(handbook, "merge", "-q", "--no-ff", "-m", message, f"work-{number}", day=f"2025-03-0{1 + number}")
    assert told() == [BEGIN, ("Make paying a joy", ["NPS 31 → 41"]), ("Merge branch 'work'", ["NPS 41 → 43"])]
    assert [point["date"] for point in points()] == ["2025-03-02", "2025-03-01", "2025-01-10"]


def test_days_are_those_of_whoever_committed(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(handbook, {"docs/renewal.md": page(block(nps=40))})
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-31T23:30:00-10:00")
    git(handbook, "commit", "-q", "-a", "-m", "Late at night")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert [point["date"] for point in points()] == ["2025-03-31", "2025-01-10"]


def test_a_shallow_clone_says_that_there_is_more(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(handbook, {"docs/renewal.md": page(block(nps=40))}, "Count", "2025-03-01")
    last = commit(handbook, {"docs/other.md": "# Other\n"}, "Other", "2025-04-01")[:7]
    git(tmp_path, "clone", "-q", "--depth", "1", handbook.as_uri(), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert run("renewal") == (
        0,
        f"""Renewal

2025-04-01  {last}  Other
    as far back as this clone goes; emotion ▃▆, lowest Ask −1, mean 0; evidence 0 %; 1 open pain point; NPS 40

Older commits are not in this clone. In CI, fetch them first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0).
""",
    )


def test_a_repository_that_has_lost_something_is_not_taken_for_a_short_history(handbook: Path) -> None:
    first = git(handbook, "rev-parse", "HEAD")
    commit(handbook, {"docs/renewal.md": page(block(nps=40))}, "Count", "2025-03-01")
    (handbook / ".git" / "objects" / first[:2] / first[2:]).unlink()
    code, output = run("renewal")
    assert (code, output.splitlines()[-1]) == (
        2, "Error: Git cannot read the history of docs/renewal.md to its end.",
    )  # fmt: skip


def test_what_a_partial_clone_lacks_is_told_and_not_fetched(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(handbook, "config", "uploadpack.allowFilter", "true")
    commit(handbook, {"docs/renewal.md": page(block(nps=40))}, "Count", "2025-03-01")
    git(tmp_path, "clone", "-q", "--filter=blob:none", handbook.as_uri(), "one")
    renamed = {"docs/renewal.md": None, "docs/again.md": page(block(nps=41))}
    commit(handbook, renamed, "Rename it", "2025-04-01")
    git(tmp_path, "clone", "-q", "--filter=blob:none", handbook.as_uri(), "other")
    (handbook / ".git").rename(handbook / "away")
    monkeypatch.chdir(tmp_path / "one")
    assert told() == [
        ("Begin", ["cannot be read: This clone does not have the file of that time."]),
        ("Count", [*BEGIN[1][1:-1], "NPS 40"]),
    ]
    monkeypatch.chdir(tmp_path / "other")
    assert told() == [("Rename it", ["as far back as this clone goes", *BEGIN[1][1:-1], "NPS 41"])]


def test_a_map_that_is_not_in_git_yet_has_only_what_is_now(handbook: Path) -> None:
    write(handbook, {"docs/new.md": page(block("New"))})
    assert told("new") == [("now", BEGIN[1])]


def test_a_repository_without_a_commit_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, {"mkdocs.yml": CONFIGURATION, "docs/renewal.md": page(block())})
    monkeypatch.chdir(tmp_path)
    assert told() == [("now", BEGIN[1])]


def test_a_move_that_is_not_committed_yet_is_followed(handbook: Path) -> None:
    write(handbook, {"docs/renewal.md": None, "docs/elsewhere.md": page(block(nps=32))})
    assert told() == [BEGIN, ("now", ["NPS 31 → 32"])]
