"""The command ``check`` tells what the build tells, of what it is asked about."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site
from mkdocs_journey.site.today import build_day
from tests.building import build, write_site
from tests.hosts.checks import GOOD, MIA, TYPO, WITHOUT_METHOD, Run, told

ROOT = Path(__file__).parent.parent.parent


SITES = {
    "a mistake of each kind": {
        "index.md": GOOD.replace("name: Need", "name: Need\n        emotion: 9"),
        "links.md": "# Links\n\n[a](journey:gone) [b](journey:buying#need)\n\n```Journey\ntitle: x\n```\n",
        "people/mia.md": MIA,
        "map.md": TYPO.replace("buying", "second"),
    },
    "files, drafts and titles": {
        "index.md": "# Home\n\n```journey\nfile: data/map.yml\n```\n\n```journey\nfile: data/gone.yml\n```\n",
        "data/map.yml": "title: From a file\npersona: Mia\npains: x\nphases: [Need]\n",
        "untitled.md": "```journey\nid: untitled\npersona: Mia\nphases: [Need]\n```\n",
        "drafts/plan.md": "```journey\nnonsense: 1\n```\n",
        "README.md": "```journey\nnonsense: 1\n```\n",
        "mia.md": MIA,
    },
}


@pytest.mark.parametrize("name", SITES)
def test_the_check_finds_what_the_build_finds(tmp_path: Path, name: str) -> None:
    configuration = """
        site_name: Test
        theme: {name: mkdocs}
        plugins: [journey: {persona_folder: people, feelings: {Curious: 1}, check: {severity: {JN310: warning}}}]
        exclude_docs: drafts/
        nav: [index.md, {A title of the navigation: untitled.md}]
        markdown_extensions: [{toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}}]
    """
    path = write_site(tmp_path, SITES[name], configuration)
    assert_same(path, tmp_path / "site")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["example_site/mkdocs.yml", "tests/browser/shapes/mkdocs.yml"])
def test_the_check_finds_what_the_build_of_a_whole_site_finds(tmp_path: Path, path: str) -> None:
    assert_same(ROOT / path, tmp_path / "site")


def test_the_example_site_is_as_its_own_rules_ask() -> None:
    site = open_site(ROOT / "example_site" / "mkdocs.yml")
    found = Check(site, site.options.settings, date(2026, 11, 22)).run().findings
    assert [str(finding) for finding in found] == []


def assert_same(configuration: Path, folder: Path) -> None:
    built = [line.partition(" ")[2] for line in build(configuration, folder).log if " JN" in line]
    site = open_site(configuration)
    found = Check(site, site.options.settings, build_day()).run().findings
    assert [str(finding) for finding in found] == built


def test_a_sound_site_ends_with_0_and_says_so(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": GOOD, "mia.md": MIA}, WITHOUT_METHOD)
    assert run("check") == (0, "Everything is fine: 2 pages, 1 journey and 1 persona checked.\n", "")


def test_a_finding_is_told_with_its_line_and_ends_with_1(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    code, out, err = run("check")
    assert (code, err) == (1, "")
    assert "docs/index.md" in out
    assert "persona: Mya" in out


def test_a_folder_without_mkdocs_yml_can_be_checked(tmp_path: Path, run: Run) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "map.md").write_text("```journey\ntitle: X\npersona: Nobody\nphases: [Need]\n```\n", "utf-8")
    ended = run("check", "pages", "--format", "json", "--select", "JN2")
    assert (ended.code, told(ended)) == (1, ["pages/map.md:3:10 JN201"])
    assert run("check").code == 2


def test_only_the_named_files_and_folders_are_told_of(tmp_path: Path, run: Run) -> None:
    pages = {"a.md": TYPO, "b/c.md": TYPO.replace("id: buying", "id: other"), "mia.md": MIA}
    write_site(tmp_path, pages, WITHOUT_METHOD)
    assert told(run("check", "--format", "json", "docs/b")) == ["docs/b/c.md:6:10 JN201"]
    assert told(run("check", "--format", "json", "docs/a.md", "docs/mia.md")) == ["docs/a.md:6:10 JN201"]
    assert len(told(run("check", "--format", "json", "-f", "../mkdocs.yml", ".", folder=tmp_path / "docs"))) == 2


def test_several_outputs_are_written_in_one_run(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    ended = run("check", "--format", "github", "--format", "gitlab:quality.json", "--format", "sarif:x.sarif")
    assert ended.out.startswith("::warning file=docs/index.md,line=6,")
    assert [one["check_name"] for one in json.loads((tmp_path / "quality.json").read_text("utf-8"))] == ["JN201"]
    assert json.loads((tmp_path / "x.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_rules_are_counted(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"a.md": TYPO, "b.md": TYPO.replace("id: buying", "id: other")}, WITHOUT_METHOD)
    assert run("check", "--statistics").out == "2  JN201  A persona that is not in the site\n"


def test_a_rule_is_explained(run: Run) -> None:
    ended = run("check", "--explain", "jn321")
    assert ended.code == 0
    assert ended.out.startswith("JN321")


def test_what_is_shown_of_a_file_steers_no_terminal(tmp_path: Path, run: Run) -> None:
    page = GOOD.replace("title: Buying", "title: *Buying* \x1b[31m ##[error]x")
    write_site(tmp_path, {"index.md": page, "mia.md": MIA}, WITHOUT_METHOD)
    for words in (["--diff"], [], ["--format", "github"]):
        out = run("check", *words).out
        assert out
        assert "\x1b" not in out
        assert "##[" not in out
