"""The workflows for GitHub on the page about reviews do what they promise, and no more."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from mkdocs_journey.report.changes.markdown import MARKER
from tests.package.code_hosts import BOT, GitHub, zipped
from tests.package.documentation import (
    git,
    shell,
    site,
    valid,
)
from tests.package.review_page import (
    CHANGES,
    COMMENT,
    COMPARE,
    HEAD,
    NOTHING,
    PREVIEW,
    run_of,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("workflow", "permissions"),
    [
        (COMPARE, {"contents": "read"}),
        (PREVIEW, {"contents": "read"}),
        (COMMENT, {"actions": "read", "pull-requests": "write"}),
    ],
)
def test_the_github_workflows_are_valid_and_may_do_no_more_than_they_have_to(
    workflow: dict[str, object], permissions: dict[str, str]
) -> None:
    valid(workflow, "github-workflows")
    assert workflow["permissions"] == permissions
    written = json.dumps(workflow)
    assert "secrets." not in written
    assert "pull_request_target" not in written
    for job in workflow["jobs"].values():  # type: ignore[attr-defined]
        assert "permissions" not in job
        for step in job["steps"]:
            # What others may write reaches a shell through the environment only.
            assert "${{" not in step.get("run", "")
            assert step.get("with", {}).get("persist-credentials", "false") == "false"


def test_what_may_write_a_comment_neither_fetches_nor_runs_what_was_proposed() -> None:
    assert COMMENT["on"] == {"workflow_run": {"workflows": [COMPARE["name"]], "types": ["completed"]}}
    (step,) = COMMENT["jobs"]["comment"]["steps"]
    assert "uses" not in step
    assert "mkdocs" not in re.sub(r"MARKER: .*|mkdocs-journey (diff -->|writes)|of mkdocs-journey", "", step["run"])


def test_the_first_workflow_leaves_the_comment_the_number_and_a_summary(changed: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    run = run_of(COMPARE, "compare", "Tell what changed")
    done = shell(run, changed, BASE="main", NUMBER="7", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert "::warning file=docs/journeys/go-live.md,line=" in done.stdout
    left = changed / "map-changes"
    assert (left / "number").read_text("utf-8") == "7\n"
    assert (left / "changes.md").read_text("utf-8") == summary.read_text("utf-8")
    assert summary.read_text("utf-8").startswith(f"{MARKER}\n")
    shutil.rmtree(left)


def test_a_pull_request_is_compared_as_it_would_be_once_merged(tmp_path: Path) -> None:
    """GitHub checks out a merge of main and the branch; what others did on main meanwhile is not told."""
    folder = site(tmp_path)
    git(folder, "checkout", "-b", "work")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "A map")
    git(folder, "checkout", "origin/main")
    (folder / "docs" / "other.md").write_text("```journey\ntitle: Other\nphases: [A]\n```\n", "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Somebody else's map")
    git(folder, "checkout", "--detach", "origin/main")
    git(folder, "merge", "--no-ff", "work")
    said = shell("mkdocs-journey diff origin/main", folder).stdout
    assert ("journey Renewal added" in said, "Other" in said) == (True, False)


def comment(github: GitHub) -> str:
    """Run the step that comments; what it says."""
    run = run_of(COMMENT, "comment", "Write the comment, or write it anew")
    (step,) = COMMENT["jobs"]["comment"]["steps"]
    return github.run(run, REPOSITORY="tidewell/handbook", RUN="99", COMMIT=HEAD, MARKER=step["env"]["MARKER"])


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """A pull request 7 at a commit, of which a run has left a comment."""
    return GitHub(tmp_path, pulls={"7": HEAD, "8": "0" * 40}, artifact=zipped({"number": "7\n", "changes.md": CHANGES}))


def test_the_first_comment_is_made_and_the_second_run_writes_the_same_anew(github: GitHub) -> None:
    comment(github)
    assert github.comments == [(1, BOT, CHANGES)]
    github.artifact = zipped({"number": "7\n", "changes.md": CHANGES.replace("1 risky", "2 risky")})
    comment(github)
    assert github.comments == [(1, BOT, CHANGES.replace("1 risky", "2 risky"))]


def test_comments_of_others_are_not_touched_whatever_they_hold(github: GitHub) -> None:
    theirs = [(number, "mallory", CHANGES) for number in range(1, 251)]
    quoted = (251, BOT, f"> {CHANGES}")
    github.comments = [*theirs, quoted]
    comment(github)
    assert github.comments == [*theirs, quoted, (252, BOT, CHANGES)]
    # Behind two full pages of others, it is found again.
    github.artifact = zipped({"number": "7\n", "changes.md": NOTHING})
    comment(github)
    assert github.comments == [*theirs, quoted, (252, BOT, NOTHING)]


def test_nothing_is_said_where_there_is_nothing_to_say(github: GitHub) -> None:
    github.artifact = zipped({"number": "7\n", "changes.md": NOTHING})
    assert comment(github) == ""
    assert github.comments == []


@pytest.mark.parametrize(
    ("number", "text", "said"),
    [
        ("8\n", CHANGES, "is not at commit"),
        ("404\n", CHANGES, "Not Found"),
        ("", CHANGES, "no number"),
        ("7; echo stolen\n", CHANGES, "no number"),
        ("$(id)\n", CHANGES, "no number"),
        ("../../orgs/1", CHANGES, "no number"),
        ("7\n8\n", CHANGES, "no number"),
        ("7" * 1_000, CHANGES, "Not Found"),
        ("7\n", CHANGES.replace(MARKER, "Hello"), "no comment of mkdocs-journey"),
        ("7\n", f"Hello\n{CHANGES}", "no comment of mkdocs-journey"),
        ("7\n", "", "no comment of mkdocs-journey"),
        ("7\n", CHANGES + "x" * 270_000, "too large"),
        ("7\n", CHANGES + "@everyone\n", "no links, no mentions"),
        ("7\n", CHANGES + "https://evil.example\n", "no links, no mentions"),
        ("7\n", CHANGES + "[here](/evil/page)\n", "no links, no mentions"),
        ("7\n", CHANGES + "\\\\[here]\n\n[here]: /evil\n", "no links, no mentions"),
        ("7\n", CHANGES + "![](//evil.example/x.png)\n", "no links, no mentions"),
        ("7\n", CHANGES + "<a\nhref=/evil>here</a>\n", "no links, no mentions"),
        ("7\n", CHANGES + "<img src=x>\n" + "<details>\n" * 20_000, "no links, no mentions"),
    ],
)
def test_an_artifact_that_is_none_of_ours_is_refused_and_nothing_is_written(
    github: GitHub, number: str, text: str, said: str
) -> None:
    github.artifact = zipped({"number": number, "changes.md": text})
    assert said in comment(github)
    assert (github.comments, github.written) == ([], [])


def test_an_artifact_that_is_huge_missing_or_no_archive_is_refused_before_it_is_read(github: GitHub) -> None:
    github.size = 5_000_000
    assert "too large" in comment(github)
    github.size = 100
    for artifact in (b"no archive", zipped({"other": "x"})):
        github.artifact = artifact
        assert "no number" in comment(github)
    github.size = None
    assert "There is no artifact" in comment(github)
    assert github.written == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"number": "7\n" + "0" * 50_000_000, "changes.md": CHANGES}, "no number"),
        ({"number": "7\n", "changes.md": CHANGES + "\n" * 50_000_000}, "too large"),
    ],
)
def test_an_archive_that_unpacks_to_more_than_it_seems_is_cut_off(
    github: GitHub, files: dict[str, str], said: str
) -> None:
    github.artifact = zipped(files)
    assert said in comment(github)
    assert (github.folder / "changes.md").stat().st_size <= 262_145
    assert github.written == []


def test_everything_that_the_command_writes_is_accepted(github: GitHub, changed: Path) -> None:
    """Whatever authors write: names of people, addresses, brackets and tags among it."""
    page = changed / "docs" / "journeys" / "renewal.md"
    before = page.read_text("utf-8")
    title = 'title: "@all [see](https://evil.example) <b>#1</b> `x` www.evil.example \\\\[a] | [b]: /c"'
    page.write_text(re.sub(r"^title: .*$", lambda _: title, before, count=1, flags=re.MULTILINE), "utf-8")
    try:
        for option in ("", "--mermaid"):
            done = shell(f"mkdocs-journey diff origin/main --format markdown:hostile.md {option}", changed)
            assert done.returncode == 0, done.stderr
            text = (changed / "hostile.md").read_text("utf-8")
            assert ("evil" in text, "```mermaid" in text) == (True, False)
            github.artifact = zipped({"number": "7\n", "changes.md": text})
            assert comment(github) == ""
            assert github.comments == [(1, BOT, text)]
    finally:
        page.write_text(before, "utf-8")
