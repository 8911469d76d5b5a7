"""The lists of words that belong to the company."""

from __future__ import annotations

import pytest

from mkdocs_journey.rules.company_words import CompanyWords, company_words

LANGUAGES = ["de", "en", "es", "fi", "fr", "it", "ja", "nl", "pt", "zh"]


def words_of(language: str) -> CompanyWords:
    found = company_words(language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_list_is_found_in_a_sentence(language: str) -> None:
    known = words_of(language)
    forms = [form for some in known.forms.values() for form in some]
    sentences = {form: f"– {form}, –" if known.spaces else f"。{form}。" for form in forms}
    found = {form: list(known.words(text, known.signs_in(text))) for form, text in sentences.items()}
    assert found == {form: [form] for form in forms}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_customer_would_say_is_no_word_of_the_company(language: str) -> None:
    known = words_of(language)
    said = [better for better in known.better.values() if better]
    assert [better for better in said if known.words(better, known.signs_in(better))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_customer_is_found_before_a_verb(language: str) -> None:
    known = words_of(language)
    verbs = known.verbs or ("",)
    space = " " if known.spaces else ""
    texts = {name: f"{name}{space}{verbs[-1]}{space}" for name in known.subjects}
    assert {name: known.subject(text) for name, text in texts.items()} == {name: name for name in known.subjects}
    assert [name for name, text in texts.items() if not known.signs_in(text)] == []


def test_a_region_has_the_words_of_its_language() -> None:
    assert company_words("de-AT") == company_words("de")
    assert company_words("EN_us") == company_words("en")


@pytest.mark.parametrize("lang", ["sv", "", "../en", "x" * 200, "日本"])
def test_a_language_without_a_list_has_no_words(lang: str) -> None:
    assert company_words(lang) is None
