"""What a page shows, and what colleagues say, is understood as it is meant, in every language; nothing is refused."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from mkdocs_journey.languages.language import Language, bare_word, languages
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.labels import field_labels
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.model.names import PARTS, field_name, field_names, names_in, plain_name, standard_names
from mkdocs_journey.model.parts import Content, Opportunity, Pain, Source, Touchpoint
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shapes import Choice, shapes_of
from mkdocs_journey.model.view import View
from tests.compiling import compile_pages

LANGUAGES = list(languages().values())
EACH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
CHOICES: list[tuple[type[BaseModel], str, str]] = [
    (part, field, shape.kind)
    for part in (Journey, Phase, Persona, Touchpoint, Pain, Opportunity, Content, Source)
    for field, shape in shapes_of(part).items()
    if isinstance(shape, Choice)
]
RATED = [(Pain, "severity"), (Opportunity, "effort"), (Touchpoint, "impact")]
SHOWN = {
    # kind of value: sections of labels in which each value has one under its own name
    "rating": ("rating",), "state": ("card",), "status": ("status",), "pain_kind": ("pain",), "pain_status": ("pain",),
    "opportunity_status": ("opportunity",), "touchpoint_mode": ("touchpoint",), "content_kind": ("content",),
    "evidence_kind": ("evidence", "persona.source"), "tier": ("persona",), "period": ("period",), "channel": ("channel",),
}  # fmt: skip


def words_for(language: Language, kind: str) -> dict[str, str]:
    """Word to value, those included that pages show."""
    said = {word: value for value, words in language.values(kind).items() for word in words}
    values = language.values(kind)
    return said | {
        language.section(name)[v]: v for name in SHOWN.get(kind, ()) for v in values if v in language.section(name)
    }


def test_the_choices_are_those_of_the_model() -> None:
    assert sorted({kind for _, _, kind in CHOICES}) == [
        "content_kind", "evidence_kind", "opportunity_status", "pain_kind", "pain_status", "period", "state", "status",
        "tier", "touchpoint_mode",
    ]  # fmt: skip


def read(part: type[BaseModel], field: str, word: str, tag: str) -> str:
    """What a field holds whose value is a word, in a map in a language; what is wrong with it if it is refused."""
    main: dict[str, object] = {
        name: "x" for name in ("name", "text") if name in part.model_fields and part is not Content
    }
    try:
        model = part.model_validate({**main, field: word}, context={"language": tag})
    except ValidationError as trouble:
        return str(trouble)
    return str(getattr(model, field))


def takes(part: type[BaseModel], field: str, value: str) -> bool:
    """Whether a value is one of a field: a persona has fewer statuses than a map."""
    return read(part, field, value, "en") == value


@EACH
def test_no_word_for_a_value_is_refused_whatever_the_language_of_the_map(language: Language) -> None:
    fields = [*CHOICES, *((part, field, "rating") for part, field in RATED)]
    words = [
        (part, field, word, value)
        for part, field, kind in fields
        for word, value in words_for(language, kind).items()
        if takes(part, field, value)
    ]
    assert len(words) > 150
    refused = {
        (part.__name__, field, word, tag): found
        for part, field, word, value in words
        for tag in (language.tag, f"{language.tag}-XX", "en", "tlh")
        if (found := read(part, field, word, tag)) != value
    }
    assert refused == {}


@EACH
def test_a_view_and_its_statuses_are_asked_for_in_words(language: Language) -> None:
    context = {"language": language.tag}
    views = {word: value for value, words in language.values("view").items() for word in words}
    assert {word: View.model_validate({"view": word}, context=context).view for word in views} == views
    of = {"backlog": ("pain_status", "opportunity_status"), "atlas": ("status",)}
    asked = [
        (view, word, value)
        for view, kinds in of.items()
        for kind in kinds
        for word, value in words_for(language, kind).items()
    ]
    found = {
        (view, word): View.model_validate({"view": view, "status": [word]}, context=context).status
        for view, word, _ in asked
    }
    wrong = {
        one: values
        for one, values in found.items()
        if values[0].casefold() not in {v for w, d, v in asked if (w, d) == one}
    }
    assert wrong == {}


@EACH
def test_the_words_that_a_page_shows_for_values_are_words_for_them(language: Language) -> None:
    missing = {
        (kind, value): label
        for kind in SHOWN
        for label, value in words_for(language, kind).items()
        if bare_word(label) not in {bare_word(word) for word in (*language.values(kind)[value], value)}
        and (kind, bare_word(label)) != ("channel", "mail")
    }
    assert missing == {}


def said(language: Language) -> list[tuple[type[BaseModel], str, str]]:
    """Every label, other name and common word of a language, with the part and the field that it names."""
    found = []
    for part in PARTS:
        standard = standard_names(part)
        known = [(field, label) for field, label in field_labels(part, language)]
        for names in (language.names, language.terms(), language.terms(part.__name__.lower())):
            known += [(field, other) for field, others in names.items() for other in others]
        found += [(part, field, word) for field, word in known if field in standard]
    return found


TWO_FIELDS = {
    # In one language: what the page shows comes first, so that it can be copied from the page.
    ("de", "View", "stand"): ["state", "status"],
    # A standard name is never a word for another field.
}


@EACH
def test_no_name_of_a_field_is_refused_in_its_own_language(language: Language) -> None:
    wrong = {
        (language.tag, part.__name__, plain_name(word)): field_name(part, word, language.tag)
        for part, field, word in said(language)
        if field_name(part, word, language.tag) != field
    }
    assert wrong == {key: fields[0] for key, fields in TWO_FIELDS.items() if key[0] == language.tag}


def test_no_name_of_a_field_is_refused_in_another_language_but_for_one_that_means_two_fields() -> None:
    wrong = {
        (part.__name__, word, field_name(part, word))
        for language in LANGUAGES
        for part, field, word in said(language)
        if field_name(part, word) != field and (language.tag, part.__name__, plain_name(word)) not in TWO_FIELDS
    }
    # Japanese pages show 内容 above what happens in a step; in Chinese it may be help content.
    assert wrong == {("Step", "内容", "description")}
    assert [field_name(Step, "内容", tag) for tag in ("ja", "zh-CN", "de")] == ["description", "content", "description"]


def test_a_name_of_two_fields_that_no_page_shows_is_not_guessed() -> None:
    claims = {
        (part, word): {names_in(part, tag)[word] for tag in languages() if word in names_in(part, tag)}
        for part in PARTS
        for tag in languages()
        for word in names_in(part, tag)
    }
    assert {(part.__name__, word) for (part, word), fields in claims.items() if len(fields) > 1} == {("Step", "内容")}
    assert [
        word for (part, word), fields in claims.items() if len(fields) > 1 and field_names(part).get(word) not in fields
    ] == []


def test_no_label_of_any_language_is_refused_in_a_map_in_any_other() -> None:
    shown = {
        (part, field, label)
        for language in LANGUAGES
        for part in PARTS
        for field, label in field_labels(part, language)
        if field in standard_names(part)
    }
    found = {
        (part, field, label, tag): field_name(part, label, tag) for part, field, label in shown for tag in languages()
    }
    assert len(found) > 15_000
    refused = [one for one, name in found.items() if name is None]
    assert refused == []
    # In a Chinese map, 内容 is help content, as Chinese colleagues say, and the hint that it is read so says which it is.
    assert {
        (part.__name__, label, tag, name) for (part, field, label, tag), name in found.items() if name != field
    } == {("Step", "内容", "zh", "content")}


def test_a_lane_that_an_author_adds_under_a_common_word_is_a_lane_of_their_own() -> None:
    text = "title: Map\nlanes: {LANE: Ours}\nphases:\n  - name: Need\n    steps:\n      - name: Look\n        LANE: Something\n"
    found = {}
    for lane in ("Zeit", "fricciones", "Schmerzpunkte", "opportunities", "Irritants"):
        site = compile_pages({"map.md": f"```journey\n{text.replace('LANE', lane)}```\n"})
        (step,) = next(iter(site.atlas.journeys.values())).journey.phases[0].steps
        found[lane] = [*step.custom, *(name for name in lane_table() if getattr(step, name, None))]
    # What pages show, or have shown, for a lane of ours renames that lane.
    assert found == {
        "Zeit": ["zeit"], "fricciones": ["fricciones"], "Schmerzpunkte": ["schmerzpunkte"],
        "opportunities": ["opportunities"], "Irritants": ["pains"],
    }  # fmt: skip
