"""What the page about reviews says is true: its commands run, its example is real, its previews can be read."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.report.changes.markdown import MARKER
from tests.package.documentation import (
    EXAMPLE,
    FENCE,
    README,
    blocks,
    git,
    shell,
    site,
)
from tests.package.review_page import (
    ON_GITLAB,
    PAGE,
    PREVIEW,
    after_installing,
    run_of,
)

pytestmark = pytest.mark.slow


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
