"""The HTML of the facts beside and below a map: terms and their values."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_journey.drawing.header import Fact, Value
from mkdocs_journey.drawing.texts import DrawnText
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import as_markup, element, frame, joined
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.map.cells import SPACE, dotted, evidence_html

_TERM, _VALUE, _GUESS, _NOTES = frame("dt"), frame("dd"), frame("dd", cls="journey-hyp"), frame("small")
_STAMPS = {
    "good": "journey-status",
    "draft": "journey-status journey-status--draft",
    "stale": "journey-status journey-status--stale",
}


def facts_html(facts: Sequence[Fact], words: Words, html: TextsAsHtml) -> Markup:
    """Facts as the inside of a list of terms and values; the words of neighbours are kept apart."""
    parts: list[Markup] = []
    for fact in facts:
        parts.append(_TERM(fact.term, SPACE))
        values = [_value(value, words, html) for value in fact.values]
        if fact.together:
            parts.append(_VALUE(joined(values, f"{fact.separator} "), SPACE))
            continue
        for value, inner in zip(fact.values, values, strict=True):
            parts.append((_GUESS if value.hypothesis else _VALUE)(inner, SPACE))
    return joined(parts)


def notes_html(notes: Sequence[DrawnText], html: TextsAsHtml) -> Markup:
    """Short remarks in one line."""
    return _NOTES(dotted(notes, html))


def _value(value: Value, words: Words, html: TextsAsHtml) -> Markup:
    text = html(value.text)
    if value.link:
        text = element("a", text, href=value.link)
    elif value.stamp:
        text = element("span", text, cls=_STAMPS[value.stamp])
    if not value.notes and not value.evidence:
        return as_markup(text)
    notes = (SPACE, notes_html(value.notes, html)) if value.notes else ()
    return joined((text, *notes, evidence_html(value.evidence, words, html)))
