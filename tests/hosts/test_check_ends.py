"""How ``check`` ends: 0 where all is well, 1 with findings, 2 where it cannot be meant, 3 for a fault of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import write_site
from tests.hosts.checks import GOOD, MIA, TYPO, WITHOUT_METHOD, Run, told

ROOT = Path(__file__).parent.parent.parent


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


def test_a_page_that_cannot_be_read_ends_with_2_and_the_others_are_told(tmp_path: Path, run: Run) -> None:
    write_site(tmp_path, {"index.md": TYPO, "mia.md": MIA}, WITHOUT_METHOD)
    (tmp_path / "docs" / "latin.md").write_bytes(b"# Caf\xe9\n")
    ended = run("check", "--format", "json")
    assert (ended.code, told(ended)) == (2, ["docs/index.md:6:10 JN201"])
    assert ended.err == "latin.md cannot be read: it is not UTF-8.\n"


def test_a_fault_of_the_program_ends_with_3(run: Run, tmp_path: Path) -> None:
    write_site(tmp_path, {"index.md": GOOD}, WITHOUT_METHOD)
    code = "import mkdocs_journey.compile as c; c.compile_site = None; from mkdocs_journey.hosts.command.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "This is a fault of mkdocs-journey" in done.stderr
