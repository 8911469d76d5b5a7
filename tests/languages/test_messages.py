"""What the program says, it says in every language that it draws: whole, and with the same values in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel import Locale

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.hosts.command.catalogue import entries, lacking, sayings
from mkdocs_journey.languages.language import FALLBACK, languages
from mkdocs_journey.languages.translation import OTHER, Translation, translated
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import Message, SeveralTexts, all_of, any_of, counted, message, sentences
from mkdocs_journey.place import Span
from mkdocs_journey.source import codes
from tests.rules.test_documents import DOCUMENTS, findings

LANGUAGES = [tag for tag in languages() if tag != FALLBACK]
IN_EACH = pytest.mark.parametrize("language", LANGUAGES)
PLACE = re.compile(r"\{\w+\}")
KEPT = re.compile(r"\{\w+\}|`[^`]+`|\||\bJN\d+|--[a-z-]+")
"""What stands in every language as it is: places for values, code, ends of cells, rules and options."""


@IN_EACH
def test_everything_is_said_in_a_language(language: str) -> None:
    assert entries(lacking(language)) == ""


@IN_EACH
def test_nothing_is_translated_that_is_not_said_any_more(language: str) -> None:
    assert set(translated(language)) - {one.one for one in sayings()} == set()


@IN_EACH
def test_a_translation_keeps_all_values_and_all_code(language: str) -> None:
    several = {one.one: one.many for one in sayings() if one.many}
    changed = []
    for template, forms in translated(language).items():
        for category, said in forms.items():
            english = several.get(template, template) if category == OTHER else template
            # Some languages say one without a number.
            free = {"{number}"} if category != OTHER else set()
            lost = set(KEPT.findall(english)) - free - set(KEPT.findall(said))
            of_nobody = set(PLACE.findall(said)) - set(PLACE.findall(english))
            if lost or of_nobody:
                changed.append((sorted(lost | of_nobody), template, said))
    assert changed == []


@IN_EACH
def test_what_a_number_changes_has_every_form_that_a_language_has(language: str) -> None:
    # Millions are no number of pages.
    needed = {Locale.parse(language).plural_form(number) for number in range(1000)}
    several = {one.one for one in sayings() if one.many}
    assert {key: set(forms) for key, forms in translated(language).items() if key in several} == dict.fromkeys(
        several, needed
    )
    assert {key for key, forms in translated(language).items() if set(forms) != {OTHER}} <= several


def parts(said: str) -> Iterator[Message]:
    """A message and all messages within it."""
    if isinstance(said, SeveralTexts):
        for one in said.texts:
            yield from parts(one)
    elif isinstance(said, Message):
        yield said
        for value in said.values.values():
            if isinstance(value, str):
                yield from parts(value)


def told(finding: Finding) -> Iterator[str]:
    yield finding.message
    yield from (words for _, words in finding.related)
    mends = [finding.mend, *finding.mend.choices]
    yield from (mend.advice for mend in mends)


def test_all_that_findings_say_is_collected_for_translators() -> None:
    known = {one.one for one in sayings()}
    of_values = re.compile(r"(\{\w+\}|[^\w“”]|\d)*")
    found = [
        part.template
        for document in DOCUMENTS.values()
        for finding in findings(document, document.bad)
        for said in told(finding)
        for part in parts(said)
    ]
    assert len(set(found)) > 200
    assert [one for one in found if one not in known and not of_values.fullmatch(one)] == []


def test_a_message_is_an_english_text_that_another_language_can_say() -> None:
    near = message("Did you mean {name}?", name="Katharina {name}")
    assert near == "Did you mean Katharina {name}?"
    assert Translation("de")(near) == "Ist Katharina {name} gemeint?"
    assert Translation("en")(near) == near
    assert Translation("de")("Did you mean {name}?") == "Did you mean {name}?", "an author's words"
    assert Translation("de")(message("Nobody has translated this.")) == "Nobody has translated this."


def test_lists_and_sentences_are_joined_as_a_language_does() -> None:
    names = ["a", "b", "c"]
    assert [Translation(tag)(any_of(names)) for tag in ("en", "de", "fr", "ja")] == [
        "a, b or c", "a, b oder c", "a, b ou c", "a、b、またはc",
    ]  # fmt: skip
    assert [Translation(tag)(all_of(names)) for tag in ("en", "de", "fi")] == ["a, b and c", "a, b und c", "a, b ja c"]
    two = sentences(message("Close it."), message("Delete it."))
    assert two == "Close it. Delete it."
    assert Translation("zh")(two) == "".join(translated("zh")[one][OTHER] for one in ("Close it.", "Delete it."))


def test_a_number_chooses_the_form() -> None:
    amounts = [counted(number, "{number} page", "{number} pages") for number in (1, 2)]
    assert amounts == ["1 page", "2 pages"]
    assert [Translation("de")(one) for one in amounts] == ["1 Seite", "2 Seiten"]
    assert [Translation("ja")(one) for one in amounts] == [
        translated("ja")["{number} page"][OTHER].replace("{number}", str(number)) for number in (1, 2)
    ]


def test_a_finding_is_said_with_its_advice_its_choices_and_other_places() -> None:
    span = Span("a.md", 1, 1, 1, 2)
    finding = Finding(
        codes.UNREADABLE,
        span,
        message("This line cannot be read."),
        Mend(message("Close it."), choices=(Mend(message("Delete it."), ("- a",), 1, 1),)),
        ((span, message("the first one")),),
    )
    said = Translation("de").finding(finding)
    assert [
        said.message, said.mend.advice, said.mend.choices[0].advice, said.mend.choices[0].lines, said.related[0][1],
    ] == [
        *(translated("de")[one][OTHER] for one in ("This line cannot be read.", "Close it.", "Delete it.")),
        ("- a",),
        translated("de")["the first one"][OTHER],
    ]  # fmt: skip
    assert Translation("en").finding(finding) is finding


def test_words_of_a_language_say_messages_too() -> None:
    assert Words.load("pt-BR").said(message("Close it.")) == translated("pt")["Close it."][OTHER]
    assert Words.load("xx").said(message("Close it.")) == "Close it."


def test_long_numbers_are_grouped_as_a_language_does() -> None:
    large = message("it is larger than {most} bytes", most=100_000)
    assert large == "it is larger than 100,000 bytes"
    assert [re.sub(r"[^\d,.\s]", "", Translation(tag)(large)).strip() for tag in ("de", "fr", "ja")] == [
        "100.000", "100\u202f000", "100,000",
    ]  # fmt: skip
