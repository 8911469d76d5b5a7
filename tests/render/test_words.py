"""The visible words: every language has them all, and a site may have its own."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from mkdocs_journey.drawing.channels import _keys
from mkdocs_journey.languages.language import known_language, languages
from mkdocs_journey.languages.words import Words, without_quotation_marks
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.render.html.texts import Phrase


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-GB", "en"), ("EN_us", "en"), ("tlh", "en"), ("", "en")],
)
def test_an_unknown_language_gets_english_words(tag, language):
    assert known_language(tag) == language
    assert Words.load(tag)("map.phase") == "Phase"


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_unknown_key_is_shown_as_it_is_and_told_once(language, unknown_words, caplog):
    words = Words.load(language)
    key = f"map.no_such_word_in_{language}"
    assert [words(key), words(key), words(key, name="x"), words(key, name=Markup("<b>"))] == [key] * 4
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", f"There are no words for “{key}”, so this key itself is shown. Please report it.")
    ]


def test_values_are_filled_in_and_what_is_no_value_stays():
    words = Words.load(overrides={"map": {"region": "{title} {other} 100 %"}})
    assert words("map.region", title="{other}") == "{other} {other} 100 %"


def test_words_around_html_are_escaped():
    words = Words.load(overrides={"map.redesigns": "<i> {journey}"})
    assert words("map.redesigns", journey=Markup("<a>x</a>")) == Markup("&lt;i&gt; <a>x</a>")


def test_a_block_in_the_language_of_the_site_keeps_the_words_of_the_site():
    site = Words.load("en", {"lane.pains": "Pain risk"})
    assert [site.of(tag)("lane.pains") for tag in (None, "", "en", "en-GB", "tlh")] == [
        "Pain risk", "Pain risk", "Pain risk", "Pain risk", "Pain points",
    ]  # fmt: skip


def test_direction_follows_the_language_even_where_the_words_are_english():
    assert [Words.load(tag).direction for tag in ("ar", "he-IL", "fa", "ur", "en", "ja", "tlh")] == [
        "rtl", "rtl", "rtl", "rtl", "ltr", "ltr", "ltr",
    ]  # fmt: skip


def test_every_lane_channel_and_field_of_a_phase_has_a_name():
    words = Words.load()
    shown_elsewhere = {"name", "id", "aliases", "steps", "custom", "hypothesis", "ignore"}
    fields = {*Phase.model_fields, *Step.model_fields} - shown_elsewhere
    assert fields == set(lane_table())
    assert [name for name in lane_table() if not words.get(f"lane.{name}")] == []
    assert [key for key in set(_keys().values()) if not words.get(f"channel.{key}")] == []


@pytest.mark.parametrize(
    ("score", "sign", "tag", "expected"),
    [
        (2, True, "en", "+2"), (0, True, "en", "0"), (-1, True, "en", "−1"), (7, False, "en", "7"), (3.5, False, "en", "3.5"),
        (-1, True, "ar", "\u200e−1"),
    ],
)  # fmt: skip
def test_scores_have_a_real_minus_sign(score, sign, tag, expected):
    assert Words.load(tag).signed(score, sign=sign) == expected


def test_dates_are_written_with_the_day_first_in_english():
    words = Words.load()
    assert (words.date(date(2026, 10, 4)), words.month(date(2026, 9, 4))) == ("4 Oct 2026", "Sep 2026")


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("en", "“”"),
        ("de", "„“"),
        ("ja", "「」"),
        ("fi", "””"),
        ("zh-Hant", "「」"),
        ("zh", "“”"),
        ("es", "«»"),
        ("fr", "«\u202f\u202f»"),
        ("nl-BE", "“”"),
        ("pt-BR", "“”"),
        ("pt-PT", "«»"),
        ("tlh", "“”"),
    ],
)
def test_thoughts_are_quoted_as_the_language_does(tag, marks):
    assert "".join(Words.load(tag).quotation_marks) == marks


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ('"Why?"', "Why?"), ("“Why?”", "Why?"), ("「なぜ」", "なぜ"), ("„Warum?“", "Warum?"), ("'Why?'", "Why?"),
        ("Why?", "Why?"), ("“Yes” or “no”", "“Yes” or “no”"), ("It is 'it'", "It is 'it'"), ('"', '"'),
    ],
)  # fmt: skip
def test_quotation_marks_around_a_thought_are_taken_off_once(written, bare):
    assert without_quotation_marks(written) == bare


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_language_has_every_word_and_every_placeholder(language):
    import re

    english, other = Words.load(), Words.load(language)
    assert set(other.entries) == set(english.entries)
    wrong = [
        key
        for key, text in english.entries.items()
        if set(re.findall(r"\{\w+\}", text)) != set(re.findall(r"\{\w+\}", other.entries[key]))
    ]
    assert wrong == []


def test_a_sites_own_words_are_no_markup_even_where_no_value_is():
    words = Words.load("en", {"legend.scale": "<b>{low}</b> & {high}"})
    assert Phrase(words, "legend.scale", {"low": "1", "high": "5"}).__html__() == "&lt;b&gt;1&lt;/b&gt; &amp; 5"


def test_decimals_are_written_as_the_language_does():
    assert [Words.load(tag).decimal(2.25) for tag in ("en", "de-AT", "fr", "ja", "pt_BR", "tlh")] == [
        "2.2", "2,2", "2,2", "2.2", "2,2", "2.2",
    ]  # fmt: skip
