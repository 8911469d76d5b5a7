"""Words that are missing end no build: they are told, counted by a strict build, and listed by a command."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from mkdocs_journey.hosts.command import catalogue
from mkdocs_journey.hosts.command.main import main
from mkdocs_journey.hosts.mkdocs.core_warnings import keep_warnings
from mkdocs_journey.languages import language, words
from mkdocs_journey.languages.translation import translated
from tests.building import build, build_pages

PAGE = {"index.md": "```journey\ntitle: Buying\nphases: [Need]\n```"}
KEY = "map.region"
TOLD = f"WARNING There are no words for “{KEY}”, so this key itself is shown. Please report it."


@pytest.fixture
def without_a_word(unknown_words: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, and with it every language, has lost a word that each map needs."""
    rest = {key: text for key, text in words.Words.load().entries.items() if key != KEY}
    monkeypatch.setattr(words, "_entries", lambda language: MappingProxyType(rest))
    yield
    # A build that was aborted does not say that it is over.
    keep_warnings()


def test_a_build_goes_on_without_a_word_and_says_so(tmp_path, without_a_word):
    site = build_pages(tmp_path, PAGE)
    assert site.page("").select_one(".journey__scroll")["aria-label"] == KEY
    assert site.log.count(TOLD) == 1
    # Once for all pages and all builds of a process.
    assert build(tmp_path / "mkdocs.yml", tmp_path / "again").log.count(TOLD) == 0


def test_a_strict_build_counts_a_word_that_is_missing(tmp_path, without_a_word):
    with pytest.raises(Abort, match=r"1 warnings? in strict mode"):
        build_pages(tmp_path, PAGE, strict=True)


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["words", *arguments])
    return done.exit_code, done.output


def test_the_command_lists_what_a_language_lacks_as_lines_for_its_file(monkeypatch):
    of_language = language._labels
    lost = {"map.region", "review.since"}
    monkeypatch.setattr(
        language,
        "_labels",
        lambda tag: {key: text for key, text in of_language(tag).items() if tag != "fi" or key not in lost},
    )
    missing = '# fi: 2 missing\nmap.region = "{title}, scrollable map"\nreview.since = "Changes since {base}"\n'
    assert run("fi") == (0, missing)
    nothing = {
        name: f"# {name}: nothing is missing\n" for name in ("de", "en", "es", "fi", "fr", "it", "ja", "nl", "pt", "zh")
    }
    assert run() == (0, "".join((nothing | {"fi": missing}).values()))
    assert run("de") == (0, nothing["de"])


def test_the_command_lists_messages_that_a_language_lacks(monkeypatch):
    said = {key: forms for key, forms in translated("fi").items() if key not in ("Close it.", "{number} page")}
    monkeypatch.setattr(catalogue, "translated", lambda language: said)
    assert run("fi") == (
        0,
        '# fi: 2 messages missing\n\n"{number} page" = { one = "{number} page", other = "{number} pages" }\n'
        '"Close it." = "Close it."\n\n',
    )


def test_the_command_knows_which_languages_there_are():
    code, told = run("tlh")
    assert (code, told.splitlines()[-1]) == (
        2,
        "Error: There are no words in tlh, but in de, en, es, fi, fr, it, ja, nl, pt, zh.",
    )
