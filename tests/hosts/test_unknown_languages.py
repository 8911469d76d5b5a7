"""A language in which there are no labels is told where mkdocs.yml names it; what is no language is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import write_site
from tests.hosts.checks import GOOD, MIA, Run

SITE = "site_name: Test\ntheme: {{name: mkdocs, {theme}}}\nplugins:\n  - journey:\n      check: {{ignore: [JN3]}}\n{option}"


def checked(folder: Path, run: Run, theme: str, option: str) -> tuple[int, str]:
    write_site(folder, {"index.md": GOOD, "mia.md": MIA}, SITE.format(theme=theme, option=option))
    ended = run("check", "--format", "github", "--fail-on", "info")
    return ended.code, " ".join((ended.out + ended.err).split())


@pytest.mark.parametrize(("theme", "option", "language", "place"), [
    ("locale: en", "      language: xx\n", "xx", "line=6,endLine=6,col=17"),
    ("language: pl", "", "pl", "line=2,endLine=2,col=33"),
    ("language: deutsch", "", "deutsch", "line=2,endLine=2,col=33"),
])  # fmt: skip
def test_a_language_without_labels_is_told_with_its_place(
    tmp_path: Path, run: Run, theme: str, option: str, language: str, place: str
) -> None:
    code, said = checked(tmp_path, run, theme, option)
    assert code == 1
    assert f"file=mkdocs.yml,{place}" in said
    assert f"There are no labels in “{language}” here" in said


def test_labels_of_the_site_are_labels(tmp_path: Path, run: Run) -> None:
    code, said = checked(tmp_path, run, "locale: en", "      language: xx\n      words: {lane: {pains: Ow}}\n")
    assert (code, "no labels" in said) == (0, False)


@pytest.mark.parametrize("written", ["deutsch", '"<b>"', '"a/../../b"', "[de]"])
def test_what_is_no_language_is_refused(tmp_path: Path, run: Run, written: str) -> None:
    code, said = checked(tmp_path, run, "locale: en", f"      language: {written}\n")
    assert code == 2
    assert "an option of journey cannot be used." in said
