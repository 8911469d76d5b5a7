"""What ``check`` leaves out: findings of a baseline, and lines that did not change since a revision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, write_site
from tests.hosts.checks import GOOD, MIA, TYPO, WITHOUT_METHOD, Run, git, told

ROOT = Path(__file__).parent.parent.parent


def test_known_findings_are_not_told_again_and_new_ones_are(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    assert run("check", "--baseline", "known.json", "--write-baseline").code == 0
    assert run("check", "--baseline", "known.json").code == 0
    write_site(tmp_path, {"index.md": "# New\n\n# Lines\n\n" + TYPO, "more.md": "[x](persona:gone)\n"}, WITHOUT_METHOD)
    assert told(run("check", "--baseline", "known.json", "--format", "json")) == ["docs/more.md:1:5 JN201"]
    write_site(tmp_path, {"index.md": GOOD, "more.md": ""}, WITHOUT_METHOD)
    ended = run("check", "--baseline", "known.json")
    assert (ended.code, ended.err) == (0, "1 finding of the baseline is gone; write it anew with --write-baseline.\n")


def test_a_baseline_of_mkdocs_yml_holds_for_the_build_as_well(tmp_path: Path, run: Run) -> None:
    configuration = "{site_name: T, theme: {name: mkdocs}, plugins: [{journey: {check: {baseline: known.json}}}]}"
    path = write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, configuration)
    assert run("check", "--write-baseline").code == 0
    assert build(path, tmp_path / "site", strict=True).log == ()
    assert run("check", "--fail-on", "info").code == 0


def test_a_known_finding_does_not_hide_a_new_one_like_it(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA, "links.md": "[x](persona:gone)\n"}, WITHOUT_METHOD)
    assert run("check", "--baseline", "known.json", "--write-baseline", "docs/mia.md").code == 0
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Begin")
    write_site(tmp_path, {"links.md": "[x](persona:gone)\n\n[x](persona:gone)\n"}, WITHOUT_METHOD)
    ended = run("check", "--baseline", "known.json", "--changed-since", "HEAD", "--format", "json")
    assert (told(ended), ended.err) == (["docs/links.md:3:5 JN201"], "")


def test_only_lines_that_changed_since_a_revision_are_told(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Begin")
    assert told(run("check", "--changed-since", "main", "--format", "json")) == []
    changed = TYPO.replace("name: Need", "name: Need\n        owner: [a](journey:gone)").replace("owner: [", "why: x [")
    write_site(tmp_path, {"index.md": changed, "ünusual name.md": "[x](persona:gone)\n"}, WITHOUT_METHOD)
    git(tmp_path, "checkout", "-b", "work")
    git(tmp_path, "add", "docs/index.md")
    git(tmp_path, "commit", "-m", "Go on")
    assert told(run("check", "--changed-since", "main", "--format", "json")) == [
        "docs/index.md:9:16 JN202",
        "docs/ünusual name.md:1:5 JN201",
    ]


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("name", ["index.md", "index.markdown", "index.mkd"])
def test_a_title_that_changed_since_a_revision_is_told_where_links_still_say_the_old_one(
    tmp_path: Path, run: Run, name: str, begin: str
) -> None:
    untitled = GOOD.replace("    title: Buying\n", "")
    pages = {name: untitled, "mia.md": MIA, "faq.md": "See [Buying](journey:buying).\n"}
    write_site(tmp_path, pages, WITHOUT_METHOD)
    page = tmp_path / "docs" / name
    page.write_text(begin + page.read_text("utf-8"), "utf-8")
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Begin")
    write_site(tmp_path, {name: GOOD.replace("title: Buying", "title: Shopping")}, WITHOUT_METHOD)
    assert told(run("check", "--changed-since", "HEAD", "--format", "json")) == [f"docs/{name}:4:8 JN212"]
    assert told(run("check", "--format", "json")) == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~9", "-", ""])
def test_a_revision_that_is_not_there_ends_with_2(tmp_path: Path, run: Run, revision: str) -> None:
    write_site(tmp_path, {"index.md": GOOD, "mia.md": MIA}, WITHOUT_METHOD)
    git(tmp_path, "init")
    ended = run("check", f"--changed-since={revision}")
    assert (ended.code, list(tmp_path.glob("x"))) == (2 if revision else 0, [])
