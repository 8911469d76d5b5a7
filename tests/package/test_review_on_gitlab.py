"""The jobs for GitLab on the page about reviews do what they promise, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from mkdocs_journey.report.changes.markdown import MARKER
from tests.package.code_hosts import GitLab
from tests.package.documentation import (
    blocks,
    git,
    shell,
    site,
    valid,
)
from tests.package.review_page import (
    CHANGES,
    NOTHING,
    ON_GITLAB,
    PAGE,
    after_installing,
)

pytestmark = pytest.mark.slow


def test_the_gitlab_jobs_are_valid_and_fetch_all_that_is_compared() -> None:
    valid(ON_GITLAB, "gitlab-ci")
    assert list(ON_GITLAB) == ["map-changes", "map-changes-note", "map-preview"]
    assert [job["variables"].get("GIT_DEPTH") for job in ON_GITLAB.values()] == [0, None, 0]
    (addition,) = blocks(PAGE, "yaml", "in map-preview")
    valid({"map-preview": ON_GITLAB["map-preview"] | yaml.safe_load(addition)}, "gitlab-ci")


def test_the_gitlab_job_leaves_the_note_and_the_code_quality(changed: Path) -> None:
    job = ON_GITLAB["map-changes"]
    base = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(changed, "rev-parse", "origin/main"), "CI_COMMIT_SHA": "0" * 40}
    assert shell(after_installing(job), changed, **base).returncode == 0
    (report,) = job["artifacts"]["reports"].values()
    (note,) = job["artifacts"]["paths"]
    (issue,) = json.loads((changed / report).read_text("utf-8"))
    assert (issue["check_name"], issue["location"]["path"]) == ("map-risky-owner", "docs/journeys/go-live.md")
    assert (changed / note).read_text("utf-8").startswith(f"{MARKER}\n")


def test_on_the_main_branch_the_gitlab_report_is_empty(tmp_path: Path) -> None:
    folder = site(tmp_path)
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Go on")
    job = ON_GITLAB["map-changes"]
    done = shell(after_installing(job), folder, CI_COMMIT_SHA=git(folder, "rev-parse", "HEAD"))
    assert (done.returncode, (folder / "map-quality.json").read_text("utf-8")) == (0, "[]\n")


@pytest.fixture
def gitlab(tmp_path: Path) -> GitLab:
    """A merge request, and a folder with what the first job has left."""
    (tmp_path / "changes.md").write_text(CHANGES, "utf-8")
    return GitLab(tmp_path)


def note(gitlab: GitLab, text: str = CHANGES) -> int:
    """Run the job that writes the note; its exit code."""
    (gitlab.folder / "changes.md").write_text(text, "utf-8")
    job = ON_GITLAB["map-changes-note"]
    return gitlab.run(job["script"][-1], "MAP_CHANGES_TOKEN", **{"MARKER": job["variables"]["MARKER"]})


def test_the_first_note_is_made_and_the_second_run_writes_the_same_anew(gitlab: GitLab) -> None:
    assert note(gitlab) == 0
    assert gitlab.notes == [(1, gitlab.me, CHANGES)]
    later = CHANGES.replace("1 risky", "ä + & = % 2 risky")
    assert note(gitlab, later) == 0
    assert gitlab.notes == [(1, gitlab.me, later)]


def test_notes_of_others_are_not_touched_whatever_they_hold(gitlab: GitLab) -> None:
    theirs = [(number, 666, CHANGES) for number in range(1, 251)]
    quoted = (251, gitlab.me, f"> {CHANGES}")
    gitlab.notes = [*theirs, quoted]
    assert note(gitlab) == 0
    assert gitlab.notes == [*theirs, quoted, (252, gitlab.me, CHANGES)]
    assert note(gitlab, NOTHING) == 0
    assert gitlab.notes == [*theirs, quoted, (252, gitlab.me, NOTHING)]


def test_no_note_says_that_there_is_nothing_to_say(gitlab: GitLab) -> None:
    assert (note(gitlab, NOTHING), gitlab.notes) == (0, [])


@pytest.mark.parametrize(
    "text", ["", "Hello\n", f"Hello\n{CHANGES}", CHANGES + "x" * 270_000, f"{CHANGES}/merge\n", f"{CHANGES}  /close\n"]
)
def test_a_note_that_is_none_of_ours_is_refused(gitlab: GitLab, text: str) -> None:
    assert note(gitlab, text) != 0
    assert gitlab.notes == []


def test_a_wrong_token_fails_and_is_not_shown(gitlab: GitLab) -> None:
    gitlab.token = "another"
    assert note(gitlab) != 0
    assert (gitlab.notes, "secret-token" in gitlab.said) == ([], False)
