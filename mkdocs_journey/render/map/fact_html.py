"""The HTML of the facts beside and below a map: terms and their values."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.cell_html import dotted, evidence_html
from mkdocs_journey.render.html.elements import as_html
from mkdocs_journey.render.html.texts import Text
from mkdocs_journey.render.map.header import Fact, Value


def facts_html(facts: Sequence[Fact], words: Words) -> Markup:
    """Facts as the inside of a list of terms and values; the words of neighbours are kept apart."""
    html: list[str] = []
    for fact in facts:
        html.append(f"<dt>{escape(fact.term)} </dt>")
        values = [_value(value, words) for value in fact.values]
        if fact.together:
            html.append(f"<dd>{f'{escape(fact.separator)} '.join(values)} </dd>")
            continue
        for value, inner in zip(fact.values, values, strict=True):
            name = f' class="{value.name}"' if value.name else ""
            html.append(f"<dd{name}>{inner} </dd>")
    return Markup("".join(html))  # noqa: S704 - everything is escaped or Markup


def notes_html(notes: Sequence[Text]) -> Markup:
    """Short remarks in one line."""
    return Markup(f"<small>{dotted(notes)}</small>")  # noqa: S704 - escaped by dotted


def _value(value: Value, words: Words) -> str:
    text = as_html(value.text)
    if value.link:
        text = f'<a href="{escape(value.link)}">{text}</a>'
    elif value.badge:
        text = f'<span class="{value.badge}">{text}</span>'
    notes = f" {notes_html(value.notes)}" if value.notes else ""
    return f"{text}{notes}{evidence_html(value.evidence, words)}"
