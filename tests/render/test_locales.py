"""The words of every language: the same keys, and the same places to fill in."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mkdocs_journey.languages.language import languages
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Content, Opportunity, Pain, Source, Touchpoint
from mkdocs_journey.model.persona import Basis, Before, Empathy, Persona

OTHERS = sorted(languages().keys() - {"en"})


def entries(language):
    return dict(languages()[language].labels)


ENGLISH = entries("en")


def placeholders(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_the_languages_are_those_that_are_promised():
    assert sorted(languages()) == ["de", "en", "es", "fi", "fr", "it", "ja", "nl", "pt", "zh"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_keys_of_english_in_their_order(language):
    assert list(entries(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_what_is_filled_in(language):
    other = entries(language)
    assert [key for key in other if placeholders(other[key]) != placeholders(ENGLISH[key])] == []


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_no_words_are_empty_or_markup(language):
    assert [key for key, text in entries(language).items() if not text.strip() or set(text) & set("<>&\n")] == []


@pytest.mark.parametrize("language", OTHERS)
def test_most_words_are_translated(language):
    other = entries(language)
    same = [key for key in other if other[key] == ENGLISH[key] and re.search(r"[a-z]{3}", ENGLISH[key])]
    assert len(same) < len(ENGLISH) * 0.15


def choices(part, field):
    schema = part.model_json_schema()["properties"][field]
    options = [schema, *schema.get("anyOf", [])]
    return next(option["enum"] for option in options if "enum" in option)


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("status.", choices(Journey, "status")),
        ("status.", choices(Persona, "status")),
        ("card.", choices(Journey, "state")),
        ("map.", choices(Journey, "state")),
        ("period.", choices(Phase, "period")),
        ("pain.", [*choices(Pain, "kind"), *choices(Pain, "status")]),
        ("opportunity.", choices(Opportunity, "status")),
        ("touchpoint.", choices(Touchpoint, "mode")),
        ("content.", choices(Content, "kind")),
        ("evidence.", choices(Source, "kind")),
        ("persona.source.", choices(Source, "kind")),
        ("persona.", choices(Persona, "tier")),
        ("rating.", "12345"),
        ("persona.before.", Before.model_fields),
        ("persona.empathy.", Empathy.model_fields),
        ("persona.basis.", [info.alias or name for name, info in Basis.model_fields.items()]),
        ("card.", ["fresh", "due", "overdue"]),
        ("error.", ["journey", "persona", "journeys", "warning", "info"]),
        ("lane.", [name for name in Lanes.model_fields if name not in ("hypothesis", "custom")]),
        ("lane.", ["duration", "description", "definition", "goal_status", "value", "detailed_by"]),
    ],
)
def test_every_choice_of_the_model_has_a_word(prefix, names):
    assert [name for name in names if f"{prefix}{name}" not in ENGLISH] == []


def test_every_section_of_a_persona_has_a_title():
    head = {"name", "lang", "portrait", "portrait_alt", "quote", "status", "tier", "owner", "reviewed", "review_every"}
    shown = [name for name in Persona.model_fields if name not in head | {"id", "aliases", "ignore", "sections"}]
    assert [name for name in shown if f"persona.section.{name}" not in ENGLISH] == []


def test_steps_are_in_the_vocabulary():
    assert {"duration", "description"} <= set(Step.model_fields)


@pytest.mark.parametrize("tag", ["de-AT", "es_MX", "zh-Hant-TW", "zh-CN", "ja-JP", "fi"])
def test_a_regional_tag_finds_its_language(tag):
    words = Words.load(tag)
    assert words.language == tag[:2]
    assert "2026" in words.date(date(2026, 11, 21))
    assert "2026" in words.month(date(2026, 11, 21))
