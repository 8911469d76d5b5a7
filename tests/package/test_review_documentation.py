"""What the page about reviews says is true: its commands run, its example is real, its workflows do what they promise."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup

from mkdocs_journey.report.changes.markdown import MARKER
from tests.package.code_hosts import BOT, GitHub, GitLab, zipped
from tests.package.documentation import (
    EXAMPLE,
    FENCE,
    README,
    begin,
    blocks,
    git,
    reference_page,
    shell,
    site,
    valid,
)

pytestmark = pytest.mark.slow

PAGE = reference_page("review-changes")
COMPARE, COMMENT, PREVIEW = (
    yaml.load(text, yaml.BaseLoader)
    for name in ("map-changes", "map-changes-comment", "map-preview")
    for text in blocks(PAGE, "yaml", f".github/workflows/{name}.yml")
)
ON_GITLAB = {name: job for text in blocks(PAGE, "yaml", ".gitlab-ci.yml") for name, job in yaml.safe_load(text).items()}
EDITS = (
    ("emotion: -1 uneasy", "emotion: +1 expected"),
    ("owner: Onboarding\n            status: open\n            severity: 3", "owner: Onboarding\n            status: resolved\n            severity: 3"),
    ("id: says-it-twice\n            owner: Onboarding\n", "id: says-it-twice\n"),
)  # fmt: skip
"""The change of which the page tells."""
CHANGES = f"{MARKER}\n### What changed\n\n**1 risky** from `origin/main` to `the present version`.\n"
NOTHING = f"{MARKER}\n### What changed\n\n**No changes** from `origin/main` to `the present version`.\n"
HEAD = "c0ffee" * 6 + "c0ff"


def run_of(workflow: dict[str, object], job: str, name: str = "") -> str:
    """What a step of a workflow runs: the one with a name, or the only one that runs the command."""
    steps = workflow["jobs"][job]["steps"]  # type: ignore[index]
    (found,) = [
        step for step in steps if (step.get("name") == name if name else "mkdocs" in step.get("run", "pip")[:7])
    ]
    return found["run"]


def after_installing(job: dict[str, list[str]]) -> str:
    """What a job of GitLab runs once it has the program."""
    assert job["script"][0].startswith("pip install")
    return "\n".join(job["script"][1:])


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site in a repository, with the change of which the page tells since origin/main."""
    folder = tmp_path_factory.mktemp("handbook")
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site", ".cache"))
    begin(folder)
    page = folder / "docs" / "journeys" / "go-live.md"
    text = page.read_text("utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    page.write_text(text, "utf-8")
    return folder


def as_page(comment: str) -> str:
    """A comment in the form in which a page of MkDocs shows it: no heading, folded parts and lists as it reads them."""
    text = comment.removeprefix(f"{MARKER}\n").replace("<details>", '<details markdown="1">')
    return re.sub(r"^  - ", "    - ", re.sub(r"^### (.*)", r"**\1**", text), flags=re.MULTILINE)


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    folder = site(tmp_path)
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Go on")
    commands = [line for body in blocks(PAGE, "bash") for line in body.splitlines()]
    assert len(commands) >= 8
    said = {command: shell(command, folder) for command in commands}
    assert {command: done.stderr for command, done in said.items() if done.returncode} == {}
    assert json.loads((folder / "changes.json").read_text("utf-8"))["summary"] == {"breaking": 0, "risky": 0, "note": 2}


def test_the_comment_and_the_output_on_the_page_are_what_the_command_says(changed: Path) -> None:
    done = shell("mkdocs-journey diff origin/main --format text --format markdown:changes.md", changed)
    assert done.returncode == 0, done.stderr
    assert blocks(PAGE, "text")[0] == done.stdout
    assert as_page((changed / "changes.md").read_text("utf-8")) in PAGE


def test_git_shows_what_the_page_shows_once_it_is_told_as_the_page_says(changed: Path) -> None:
    (attributes,) = blocks(PAGE, "text", ".gitattributes")
    (changed / ".gitattributes").write_text(attributes, "utf-8")
    (settings,) = [body for body in blocks(PAGE, "bash") if "diff.journey.textconv" in body]
    assert settings in README
    # Git keeps what it has read as a note, which has an author.
    git(changed, "config", "user.name", "A")
    git(changed, "config", "user.email", "a@example.com")
    done = shell(settings + "git diff -U1", changed)
    (shown,) = blocks(PAGE, "diff")
    assert (done.stderr, shown in done.stdout) == ("", True)


def test_the_published_schema_is_the_one_that_is_printed_and_fits_what_is_written(changed: Path) -> None:
    published = (EXAMPLE / "docs" / "reference" / "changes.schema.json").read_text("utf-8")
    assert shell("mkdocs-journey schema diff", changed).stdout == published
    written = shell("mkdocs-journey diff origin/main --format json", changed).stdout
    jsonschema.validate(json.loads(written), json.loads(published))


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


@pytest.mark.parametrize(
    ("build", "variable"),
    [
        (run_of(PREVIEW, "build"), "MKDOCS_JOURNEY_BASE"),
        (after_installing(ON_GITLAB["map-preview"]), "CI_MERGE_REQUEST_TARGET_BRANCH_SHA"),
    ],
)
def test_the_preview_shows_what_changed_and_opens_without_a_server(changed: Path, build: str, variable: str) -> None:
    done = shell(build, changed, **{variable: "origin/main"}, NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stderr
    page = BeautifulSoup((changed / "preview" / "what-changed.html").read_text("utf-8"), "html5lib")
    assert "She has to say everything twice" in page.get_text()
    links = {link["href"].partition("#")[0] for link in page.select("nav a[href]")}
    assert [link for link in links if link.endswith("/") and "//" not in link] == []
    assert ON_GITLAB["map-preview"]["environment"]["url"].endswith("/preview/what-changed.html")
    shutil.rmtree(changed / "preview")


def test_the_readme_names_every_output() -> None:
    from mkdocs_journey.report.formats import CHANGE_FORMATS

    section = README.partition("## See what changed")[2].partition("\n## ")[0]
    assert [name for name in CHANGE_FORMATS if f"`{name}`" not in section] == []
    assert [body for word, _, body in FENCE.findall(section) if word == "bash"] != []
