"""The command ``check``: what it tells, what it mends, and how it ends."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from mkdocs_journey.hosts.command.main import main
from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site
from mkdocs_journey.site.today import build_day
from tests.building import build, write_site

ROOT = Path(__file__).parent.parent.parent

GOOD = """
    # Buying

    ```journey
    title: Buying
    id: buying
    persona: Mia
    phases:
      - name: Need
    ```
    """
MIA = """
    ```persona
    name: Mia
    ```
    """
TYPO = GOOD.replace("persona: Mia", "persona: Mya")
WITHOUT_METHOD = "{site_name: Test, theme: {name: mkdocs}, plugins: [{journey: {check: {ignore: [JN3]}}}]}"


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``mkdocs-journey`` in the folder of the test, as a process would: its code and what it wrote."""

    def run(*words: str, folder: Path = tmp_path) -> Ended:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with contextlib.ExitStack() as context:
            context.enter_context(contextlib.chdir(folder))
            context.enter_context(contextlib.redirect_stdout(out))
            context.enter_context(contextlib.redirect_stderr(err))
            end = context.enter_context(pytest.raises(SystemExit))
            main(words, prog_name="mkdocs-journey")
        written = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]
        return Ended(int(end.value.code or 0), *written)

    return run


def told(ended: Ended) -> list[str]:
    """What ``--format json`` tells, as ``file:line:column CODE``."""
    findings = json.loads(ended.out)["findings"]
    return [f"{one['file']}:{one['start']['line']}:{one['start']['column']} {one['code']}" for one in findings]


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--ignore", "JN201"], 0),
        (["--ignore", "jn2"], 0),
        (["--select", "JN3"], 0),
        (["--select", "JN201,JN3"], 1),
    ],
)
def test_the_exit_code_follows_what_is_asked_for(tmp_path: Path, run: Run, words: list[str], code: int) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    assert run("check", *words).code == code


def test_an_error_is_told_whatever_is_selected(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": GOOD.replace("title:", "titel: x\n    nonsense:"), "mia.md": MIA}, WITHOUT_METHOD)
    ended = run("check", "--format", "json", "--select", "JN3", "--ignore", "JN1,JN0")
    assert (ended.code, told(ended)) == (1, ["docs/index.md:5:1 JN101"])


@pytest.mark.slow
def test_settings_mean_the_same_in_mkdocs_yml_and_on_the_command_line(tmp_path: Path, run: Run) -> None:
    pages = {"index.md": TYPO.replace("name: Need", "name: Need\n        emotion: -2"), "mia.md": MIA}
    for setting, words in [
        ("select: [JN3]", ["--select", "JN3"]),
        ("ignore: [JN30, JN2]", ["--ignore", "JN30,JN2"]),
        ("fail_on: info", ["--fail-on", "info"]),
        ("fail_on: never", ["--fail-on", "never"]),
    ]:
        write_site(tmp_path, pages, "{site_name: T, plugins: [journey]}")
        said = run("check", "--format", "json", *words)
        write_site(tmp_path, pages, f"{{site_name: T, plugins: [{{journey: {{check: {{{setting}}}}}}}]}}")
        written = run("check", "--format", "json")
        assert (written.code, told(written)) == (said.code, told(said)), setting


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--select", "JN9"], "there is no rule JN9"),
        (["--changed-since", "main"], "is not part of a git repository"),
        (["--format", "xml"], "'xml' is none of text, json, github, gitlab, sarif, junit."),
        (["--write-baseline"], "--write-baseline needs a file"),
        (["--baseline", "gone.json"], "The baseline gone.json cannot be read."),
        (["--explain", "JN3"], "is the beginning of several codes"),
        (["-f", "gone.yml"], "does not exist"),
        (["docs/gone.md"], "does not exist"),
        (["--format", "json:no/such/folder.json"], "cannot be written: no such file or directory."),
        ([str(ROOT / "README.md")], "README.md is no part of the site"),
    ],
)
def test_what_cannot_be_meant_ends_with_2(tmp_path: Path, run: Run, words: list[str], message: str) -> None:
    write_site(tmp_path, {"index.md": GOOD, "mia.md": MIA}, WITHOUT_METHOD)
    ended = run("check", *words)
    assert ended.code == 2
    assert message in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ("docs_dir: elsewhere", "there is no docs folder elsewhere."),
        ("plugins: [{journey: {check: {fail_on: maybe}}}]", "check: fail_on is error, warning, info or never."),
        ("plugins: [{journey: {persona_folder: ../x}}]", "Write the name of a folder inside the docs folder"),
        ("plugins: [{journey: [x]}]", "They are written below it, one a line."),
        ("a: [", "cannot be read"),
        ("- a", "does not consist of options."),
        ("INHERIT: gone.yml", "gone.yml"),
        ("exclude_docs: ['!']", "exclude_docs in mkdocs.yml cannot be read"),
        ("a: &a [*a]", ""),
    ],
)
def test_a_site_that_cannot_be_used_ends_with_2(tmp_path: Path, run: Run, configuration: str, message: str) -> None:
    write_site(tmp_path, {"index.md": GOOD}, configuration)
    ended = run("check")
    assert message in ended.err
    assert ended.code == (2 if message else 1)
    assert "Traceback" not in ended.err


def test_a_folder_without_mkdocs_yml_can_be_checked(tmp_path: Path, run: Run) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "map.md").write_text("```journey\ntitle: X\npersona: Nobody\nphases: [Need]\n```\n", "utf-8")
    ended = run("check", "pages", "--format", "json", "--select", "JN2")
    assert (ended.code, told(ended)) == (1, ["pages/map.md:3:10 JN201"])
    assert run("check").code == 2


def test_a_page_that_cannot_be_read_ends_with_2_and_the_others_are_told(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    (tmp_path / "docs" / "latin.md").write_bytes(b"# Caf\xe9\n")
    ended = run("check", "--format", "json")
    assert (ended.code, told(ended)) == (2, ["docs/index.md:6:10 JN201"])
    assert ended.err == "latin.md cannot be read: it is not UTF-8.\n"


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


MISTAKES = (
    "\ufeff# Page  \r\n\r\n- item\r\n\r\n  ```journey\r\n  title: *Always* late\r\n  persona: Mia\r\n"
    "  stages:\r\n    - name: Need   \r\n      doing: Asks: who?\r\n      emotion: 0 so  so\r\n"
    "  id: buying\r\n  ```\r\ntrailing  \r\nno newline at the end"
)
MENDED = (
    MISTAKES.replace("*Always* late", "'*Always* late'")
    .replace("doing: Asks: who?", "actions: 'Asks: who?'")
    .replace("stages", "phases")
)


def test_fix_mends_what_is_certain_and_leaves_every_other_byte(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"mia.md": MIA}, WITHOUT_METHOD)
    page = tmp_path / "docs" / "map.md"
    page.write_bytes(MISTAKES.encode("utf-8"))
    ended = run("check", "--fix")
    assert page.read_bytes().decode("utf-8") == MENDED
    assert (ended.code, ended.err) == (0, "Mended 1 file.\n")


def test_diff_shows_what_fix_would_do_and_changes_nothing(tmp_path: Path, run: Run) -> None:
    page = GOOD.replace("title: Buying", "title: *Buying*")
    write_site(tmp_path, {"index.md": page, "mia.md": MIA}, WITHOUT_METHOD)
    before = (tmp_path / "docs" / "index.md").read_bytes()
    ended = run("check", "--diff")
    assert (tmp_path / "docs" / "index.md").read_bytes() == before
    assert [line for line in ended.out.splitlines() if line[:1] in "+-"] == [
        "--- a/docs/index.md",
        "+++ b/docs/index.md",
        "-title: *Buying*",
        "+title: '*Buying*'",
    ]
    assert ended.code == 1


def test_a_guess_is_not_applied(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": GOOD.replace("phases:", "phasses:"), "mia.md": TYPO}, WITHOUT_METHOD)
    before = (tmp_path / "docs" / "index.md").read_bytes()
    ended = run("check", "--fix")
    assert (tmp_path / "docs" / "index.md").read_bytes() == before
    assert ended.code == 1


def test_a_file_that_a_block_names_is_mended_too(tmp_path: Path, run: Run) -> None:
    pages = {"index.md": "```journey\nfile: map.yml\n```\n", "map.yml": "name: X\nphases: [Need]\n"}
    write_site(tmp_path, pages, WITHOUT_METHOD)
    run("check", "--fix")
    assert (tmp_path / "docs" / "map.yml").read_text("utf-8") == "title: X\nphases: [Need]\n"


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


def test_a_fault_of_the_program_ends_with_3(run: Run, tmp_path: Path) -> None:
    write_site(tmp_path, {"index.md": GOOD}, WITHOUT_METHOD)
    code = "import mkdocs_journey.compile as c; c.compile_site = None; from mkdocs_journey.hosts.command.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "This is a fault of mkdocs-journey" in done.stderr


def test_a_known_finding_does_not_hide_a_new_one_like_it(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA, "links.md": "[x](persona:gone)\n"}, WITHOUT_METHOD)
    assert run("check", "--baseline", "known.json", "--write-baseline", "docs/mia.md").code == 0
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "Begin")
    write_site(tmp_path, {"links.md": "[x](persona:gone)\n\n[x](persona:gone)\n"}, WITHOUT_METHOD)
    ended = run("check", "--baseline", "known.json", "--changed-since", "HEAD", "--format", "json")
    assert (told(ended), ended.err) == (["docs/links.md:3:5 JN201"], "")


def test_what_is_shown_of_a_file_steers_no_terminal(tmp_path: Path, run: Run) -> None:
    page = GOOD.replace("title: Buying", "title: *Buying* \x1b[31m ##[error]x")
    write_site(tmp_path, {"index.md": page, "mia.md": MIA}, WITHOUT_METHOD)
    for words in (["--diff"], [], ["--format", "github"]):
        out = run("check", *words).out
        assert out
        assert "\x1b" not in out
        assert "##[" not in out
