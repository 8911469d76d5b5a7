"""One table a language: what stands in it is read as it stands there, and nothing in it is idle."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

import mkdocs_journey.languages
from mkdocs_journey.languages.feelings import feeling_words
from mkdocs_journey.languages.language import Language, flat, languages, meanings
from mkdocs_journey.model.names import PARTS, plain_name, standard_names

LANGUAGES = list(languages().values())
NO_LABELS = ("names", "values", "feelings", "company_words")


def whole(language: Language) -> dict[str, dict[str, object]]:
    """The whole file, read at once."""
    text = files(mkdocs_journey.languages).joinpath(f"{language.tag}.toml").read_text("utf-8")
    return tomllib.loads(text)


def test_english_comes_first() -> None:
    assert list(languages()) == ["en", "de", "es", "fi", "ja", "zh"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_what_is_read_piece_by_piece_is_what_stands_in_the_file(language: Language) -> None:
    table = whole(language)
    assert dict(language.labels) == flat({head: part for head, part in table.items() if head not in NO_LABELS})
    assert {name: list(others) for name, others in language.names.items()} == table["names"]
    assert {points: list(words) for points, words in language.feelings.items()} == table["feelings"]
    assert language.company_words == table["company_words"]
    kinds = {kind: {value: list(words) for value, words in language.values(kind).items()} for kind in table["values"]}
    assert kinds == table["values"]
    assert {key: language.section("persona.section")[key] for key in ("bio", "jobs")} == {
        key: language.labels[f"persona.section.{key}"] for key in ("bio", "jobs")
    }


def test_what_a_language_does_not_have_is_empty() -> None:
    german = languages()["de"]
    assert (german.section("no.such"), german.values("rating")) == ({}, {})


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_other_name_is_one_of_a_field(language: Language) -> None:
    fields = {name for part in PARTS for name in standard_names(part)}
    assert [name for name in language.names if name not in fields] == []
    written = [plain_name(other) for others in language.names.values() for other in others]
    assert [other for other in written if not other] == []


def test_no_word_stands_for_two_values() -> None:
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for kind in ("rating", "boolean"):
            for value, words in language.values(kind).items():
                for word in words:
                    meant[kind, word.casefold()].add(value)
    assert {word: values for word, values in meant.items() if len(values) > 1} == {}
    assert set(meanings("rating").values()) == {"1", "2", "3", "4", "5"}
    assert set(meanings("boolean").values()) == {"true", "false"}
    assert {kind for language in LANGUAGES for kind in whole(language)["values"]} == {"rating", "boolean"}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_word_for_a_feeling_proposes_one_score(language: Language) -> None:
    listed = language.feelings
    assert [key for key in listed if key not in ("-2", "-1", "0", "1", "2", "either", "not")] == []
    words = [word.casefold() for key, words in listed.items() if key != "not" for word in words]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert len(words) > 60


@pytest.mark.parametrize(("tag", "text", "points"), [
    ("en", "Happy!", 2), ("en", "very  happy", 2), ("en", "a bit nervous and lost", -1), ("en", "fed up", -2),
    ("en", "not happy", None), ("en", "happy but sad", None), ("en", "surprised and happy", None),
    ("en", "unhappy", None), ("en", "happy that somebody at last called back", None),
    ("de", "Etwas Angst", -1), ("de", "nicht zufrieden", None), ("de", "restlos zufrieden", 2),
    ("fi", "Turhautunut", -1), ("es", "poco contento", None), ("ja", "不安", -1), ("ja", "不満足", None), ("zh", "焦虑", -1),
])  # fmt: skip
def test_a_text_proposes_what_all_of_its_words_agree_on(tag: str, text: str, points: int | None) -> None:
    words = feeling_words(tag)
    assert words is not None
    assert words.proposed(text) == points
