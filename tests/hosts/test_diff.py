"""``mkdocs-journey diff`` on real repositories: branches, merges, and all that a repository may hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journey.hosts.command.main import main
from tests.compiling import journey
from tests.repositories import commit, git, write

MAP = journey("title: Onboarding\nphases:\n  - name: Start\n    emotion: +1\n")
WORSE = MAP.replace("+1", "-2")
SENTENCE = "emotion +1 → −2 (worse)"


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one map, and the working folder in it."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {"mkdocs.yml": "site_name: T\nplugins: [journey]\n", "docs/map.md": MAP}, "Begin")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> tuple[int, list[str]]:
    """Exit code and lines of the command, errors included."""
    done = CliRunner().invoke(main, ["diff", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, [line.strip() for line in done.output.splitlines() if line.strip()]


def test_nothing_has_changed_since_head(handbook: Path) -> None:
    assert run("HEAD") == (0, ["No changes from HEAD to the present version."])


def test_the_working_tree_is_compared_and_left_alone(handbook: Path) -> None:
    write(handbook, {"docs/map.md": WORSE})
    before = git(handbook, "status", "--porcelain"), (handbook / ".git" / "index").read_bytes()
    assert run("main") == (
        0,
        ["Onboarding  1 emotion down", "█ → ▁".replace("█", "▆"), "Start",
         f"- risky: {SENTENCE} (the emotion falls by two or more)", "1 risky from main to the present version."],
    )  # fmt: skip
    assert (git(handbook, "status", "--porcelain"), (handbook / ".git" / "index").read_bytes()) == before


def test_a_branch_is_compared_with_the_commit_that_it_left_unless_it_is_told_otherwise(handbook: Path) -> None:
    git(handbook, "checkout", "-q", "-b", "work")
    commit(handbook, {"docs/map.md": WORSE})
    git(handbook, "checkout", "-q", "main")
    commit(handbook, {"docs/other.md": journey("title: Other\nphases: [A]")})
    assert run("main", "work")[1][-1] == "1 risky from main to work."
    assert [line for line in run("main", "work")[1] if "Other" in line] == []
    assert "- journey Other removed" in run("main", "work", "--exactly")[1]
    git(handbook, "merge", "-q", "--no-edit", "work")
    assert run("HEAD^1", "HEAD")[1][-1] == "1 risky from HEAD^1 to HEAD."


def test_a_site_deep_inside_a_repository_is_compared_from_its_own_folder(
    handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = handbook / "teams" / "ünïted kingdom"
    commit(handbook, {"teams/ünïted kingdom/mkdocs.yml": "site_name: U\n", "teams/ünïted kingdom/docs/a b.md": MAP})
    write(inner, {"docs/a b.md": WORSE})
    monkeypatch.chdir(inner)
    code, lines = run("HEAD", "--format", "github")
    assert code == 0
    assert lines[0].startswith(
        "::warning file=teams/ünïted kingdom/docs/a b.md,line=5,endLine=5,title=Onboarding%3A risky::"
    )


def test_a_renamed_file_is_told_and_nothing_else(handbook: Path) -> None:
    git(handbook, "mv", "docs/map.md", "docs/ナビ map.md")
    assert run("HEAD")[1][1:] == [
        "- journey Onboarding moved from map.md to ナビ map.md",
        "1 change from HEAD to the present version.",
    ]


def test_a_binary_file_a_submodule_and_a_link_out_of_the_site_are_no_trouble(handbook: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q", "-b", "main")
    commit(other, {"readme.md": MAP.replace("Onboarding", "Elsewhere")}, "Begin")
    git(handbook, "submodule", "add", "-q", str(other), "docs/elsewhere")
    (handbook / "docs" / "outside.md").symlink_to("/etc/hostname")
    commit(handbook, {"docs/picture.png": bytes(range(256)) * 40})
    write(handbook, {"docs/map.md": WORSE})
    code, lines = run("HEAD")
    assert (code, [line for line in lines if SENTENCE in line]) == (0, [lines[3]])


def test_options_and_files_of_the_older_version_count_for_it(handbook: Path) -> None:
    files = {
        "mkdocs.yml": "site_name: T\ndocs_dir: pages\nplugins: [journey: {feelings: {Glad: 1}}]\n",
        "pages/map.md": "```journey\nfile: data/map.yml\n```\n",
        "pages/data/map.yml": "title: Onboarding\nphases:\n  - name: Start\n    emotion: Glad\n",
    }
    commit(handbook, files)
    commit(handbook, {"mkdocs.yml": files["mkdocs.yml"].replace("Glad: 1", "Glad: 2")})
    assert run("HEAD~1", "HEAD")[1][-2:] == ["- emotion +1 → +2 (better)", "1 change from HEAD~1 to HEAD."]


def test_pages_that_link_to_what_is_gone_make_a_change_breaking(handbook: Path) -> None:
    links = "[a](journey:onboarding#start) [b](map.md#journey-onboarding--start)\n"
    commit(handbook, {"docs/a.md": f"# A\n\n{links}", "docs/b.md": f"# B\n\n{links}", "docs/c.md": "# C\n"})
    write(handbook, {"docs/map.md": MAP.replace("name: Start", "name: Begin")})
    code, lines = run("HEAD", "--fail-on", "breaking")
    assert code == 1
    assert (
        "- breaking: phase Start is now Begin (taken for the same by its content); "
        "anchor journey-onboarding--start is gone: 2 pages link to it; add aliases: [start]"
    ) in lines
    write(handbook, {"docs/map.md": MAP.replace("name: Start", "name: Begin\n    aliases: [start]")})
    assert run("HEAD", "--fail-on", "risky")[0] == 0


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("breaking", 0), ("risky", 1), ("any", 1)])
def test_the_exit_code_says_whether_a_change_is_as_grave(handbook: Path, fail_on: str, code: int) -> None:
    write(handbook, {"docs/map.md": WORSE})
    assert run("HEAD", "--fail-on", fail_on)[0] == code


def test_a_missing_revision_is_named(handbook: Path) -> None:
    code, lines = run("origin/main")
    assert (code, lines[-1]) == (
        2,
        "Error: There is no revision origin/main here. In CI, fetch it first "
        "(actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
    )


@pytest.mark.parametrize("side", ["HEAD~1", "HEAD"])
def test_a_version_with_a_mistake_is_never_taken_for_one_without_changes(handbook: Path, side: str) -> None:
    broken = MAP.replace("+1", "+9")
    if side == "HEAD":
        commit(handbook, {"docs/map.md": broken})
    else:
        commit(handbook, {"docs/map.md": broken})
        commit(handbook, {"docs/map.md": MAP})
    code, lines = run("HEAD~1", "HEAD")
    assert code == 2
    assert lines[-4].startswith("docs/map.md:5:14 JN111 The score 9 is outside")
    assert lines[-1] == f"Error: {side} cannot be compared: mend these mistakes first."


def test_a_shallow_clone_says_what_it_lacks(handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(handbook, {"docs/map.md": WORSE})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", handbook.as_uri(), "clone")
    monkeypatch.chdir(clone)
    assert run("HEAD")[0] == 0
    code, lines = run("HEAD~1")
    assert (code, lines[-1].startswith("Error: There is no revision HEAD~1 here. In CI, fetch it first")) == (2, True)


def test_what_a_partial_clone_lacks_is_fetched_or_told(
    handbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(handbook, "config", "uploadpack.allowFilter", "true")
    commit(handbook, {"docs/map.md": WORSE})
    lacking = git(handbook, "rev-parse", "HEAD~1:docs/map.md")
    for name in ("one", "other"):
        git(tmp_path, "clone", "-q", "--filter=blob:none", handbook.as_uri(), name)
    monkeypatch.chdir(tmp_path / "one")
    assert run("HEAD~1")[1][-1] == "1 risky from HEAD~1 to the present version."
    (handbook / ".git").rename(handbook / "away")
    monkeypatch.chdir(tmp_path / "other")
    code, lines = run("HEAD~1")
    told = f"Error: Git does not have all files of that time here ({lacking[:12]} is missing). In CI, fetch it first"
    assert (code, lines[-1].startswith(told)) == (2, True)


def test_without_a_common_commit_the_revision_itself_is_compared_and_that_is_said(handbook: Path) -> None:
    git(handbook, "checkout", "-q", "--orphan", "new")
    commit(handbook, {"docs/map.md": WORSE}, "Begin anew")
    code, lines = run("main")
    assert (code, lines[0]) == (
        0, "Git knows of no commit that main and the newer version share; compared with main itself.",
    )  # fmt: skip
    assert lines[-1] == "1 risky from main to the present version."


def test_a_site_that_was_not_there_yet_cannot_be_compared(handbook: Path) -> None:
    first = git(handbook, "rev-list", "--max-parents=0", "HEAD")
    git(handbook, "rm", "-q", "mkdocs.yml")
    commit(handbook, {}, "Away")
    commit(handbook, {"mkdocs.yml": "site_name: T\nplugins: [journey]\n"}, "Back")
    code, lines = run("HEAD~1", "HEAD")
    assert (code, lines[-1]) == (2, "Error: HEAD~1 has no mkdocs.yml here, so there is nothing to compare.")
    assert run(first, "HEAD")[0] == 0


def test_folders_are_compared_with_and_without_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"old/map.md": MAP, "new/mkdocs.yml": "site_name: T\n", "new/docs/map.md": WORSE})
    monkeypatch.chdir(tmp_path)
    code, lines = run("old", "new")
    assert (code, lines[-1]) == (0, "1 risky from old to new.")
    assert run("old", "old") == (0, ["No changes from old to old."])


def test_what_is_neither_a_revision_nor_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, lines = run("main")
    assert code == 2
    assert "is not part of a git repository" in lines[-1]


def test_the_help_tells_the_exit_codes() -> None:
    assert "2 a version that cannot be read" in " ".join(run("--help")[1])


def test_what_the_method_asks_never_keeps_a_version_from_being_compared(handbook: Path) -> None:
    strict = "site_name: T\nplugins: [journey: {check: {severity: {JN3: error}}}]\n"
    commit(handbook, {"mkdocs.yml": strict})
    write(handbook, {"docs/map.md": WORSE})
    assert run("HEAD")[1][-1] == "1 risky from HEAD to the present version."


def test_several_outputs_are_written_at_once(handbook: Path) -> None:
    write(handbook, {"docs/map.md": WORSE})
    code, lines = run("HEAD", "--format", "text", "--format", "markdown:out.md", "--format", "html:out.html")
    assert (code, lines[-1]) == (0, "1 risky from HEAD to the present version.")
    assert (handbook / "out.md").read_text().startswith("<!-- mkdocs-journey diff -->\n")
    assert (handbook / "out.html").read_text().startswith("<!doctype html>\n")
