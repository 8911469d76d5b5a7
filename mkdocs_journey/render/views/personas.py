"""Personas as cards, and a table that sets their goals, likes and needs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import PersonaEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.view import View
from mkdocs_journey.render.cards.card import persona_card
from mkdocs_journey.render.html.cell_html import items_html
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Inline, Texts
from mkdocs_journey.render.map.items import ItemView
from mkdocs_journey.render.map.sources import EvidenceMark
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.sections import limited
from mkdocs_journey.render.views.table import CellContent, TableColumn, TableRow, table_html
from mkdocs_journey.views.personas import ComparedField, gather_personas

if TYPE_CHECKING:
    from jinja2 import Environment


_NOTHING = element("span", "–", cls="journey-none")
"""Where a persona says nothing; on a phone the line is left out."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What a persona says about one thing."""

    items: Sequence[ItemView | Inline]
    words: Words
    other_language: str

    def __html__(self) -> Markup:
        inner = items_html(self.items, self.words)
        if not self.other_language:
            return inner
        return element("div", inner, lang=self.other_language, dir=self.words.direction)


def render_personas(view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """Cards and table; None where there are no personas."""
    words = surroundings.words
    found = gather_personas(view, surroundings.site)
    if not found.personas:
        return None
    cards = [persona_card(entry, surroundings, texts) for entry in found.personas]
    rows = [TableRow(_cells(field, found.personas, surroundings, texts)) for field in found.fields]
    texts.convert()
    html = element("div", *(card.html(environment) for card in cards), cls="journey-cards")
    if rows:
        columns = [TableColumn(words("persona.label")), *(TableColumn(entry.name) for entry in found.personas)]
        html += table_html(words("personas_view.label"), columns, rows)
    return html + limited(len(found.personas), found.total, words)


def _cells(
    field: ComparedField, personas: Sequence[PersonaEntry], surroundings: Surroundings, texts: Texts
) -> list[CellContent]:
    cells: list[CellContent] = [surroundings.words(f"persona.section.{field.name}")]
    for entry, statements in zip(personas, field.statements, strict=True):
        words = surroundings.words.of(entry.persona.lang)
        items = [_item(statement, entry.document.block.file, texts) for statement in statements]
        other_language = words.tag if words.tag != surroundings.words.tag else ""
        cells.append(Statements(items, words, other_language) if items else _NOTHING)
    return cells


def _item(statement: Item, file: str, texts: Texts) -> ItemView | Inline:
    """A statement, marked where it is a guess. What it rests on is told on the page of its persona."""
    text = texts(statement.text, file)
    if not statement.hypothesis:
        return text
    return ItemView(text, "journey-hyp", evidence=EvidenceMark((), hypothesis=True))
