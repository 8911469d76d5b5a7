"""One table a language: what stands in it is read as it stands there, and nothing in it is idle."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

import mkdocs_journey.languages
from mkdocs_journey.languages.language import Language, flat, languages, meaning, meanings
from mkdocs_journey.model.names import PARTS, plain_name, standard_names

LANGUAGES = list(languages().values())
NO_LABELS = ("names", "values", "company_words")


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
    assert set(meanings("unit").values()) == {"d", "w", "mo", "y"}
    assert {kind for language in LANGUAGES for kind in whole(language)["values"]} == {
        "rating", "boolean", "interval", "unit", "every", "number", "share",
    }  # fmt: skip


def test_a_word_means_what_it_means_in_the_language_of_its_map() -> None:
    assert [meaning("unit", "t", tag) for tag in ("de", "de-AT", "en")] == ["d", "d", "d"]
    assert [meaning("interval", word, "ja") for word in ("四半期", "quarterly", "vierteljährlich", "無")] == [
        "3mo", "3mo", "3mo", None,
    ]  # fmt: skip
