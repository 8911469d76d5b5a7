"""Personas as cards, and a table that sets their goals, likes and needs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import PersonaEntry
from mkdocs_journey.drawing.items import CellItems, ItemView
from mkdocs_journey.drawing.sources import EvidenceMark
from mkdocs_journey.drawing.texts import WrittenText, WrittenTexts
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.view import View
from mkdocs_journey.render.cards.card import persona_card
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.map.cells import items_html
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.sections import limited
from mkdocs_journey.render.views.table import CellContent, TableColumn, TableRow, table_html
from mkdocs_journey.views.personas import ComparedField, PersonasFacts

if TYPE_CHECKING:
    from jinja2 import Environment


_NOTHING = element("span", "–", cls="journey-none")
"""Where a persona says nothing; on a phone the line is left out."""


class Statements(Struct, frozen=True):
    """What a persona says about one thing."""

    items: CellItems
    words: Words
    html: TextsAsHtml
    other_language: str

    def __html__(self) -> Markup:
        inner = items_html(self.items, self.words, self.html)
        if not self.other_language:
            return inner
        return element("div", inner, lang=self.other_language, dir=self.words.direction)


def draw(
    found: PersonasFacts, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """Cards and table; None where there are no personas."""
    words = surroundings.words
    if not found.personas:
        return None
    cards = [persona_card(entry, surroundings, texts) for entry in found.personas]
    written = WrittenTexts("")
    html = TextsAsHtml(surroundings.inline, written.files)
    rows = [TableRow(_cells(field, found.personas, surroundings.words, written, html)) for field in found.fields]
    page = element("div", *(card.html(environment) for card in cards), cls="journey-cards")
    if rows:
        columns = [TableColumn(words("persona.label")), *(TableColumn(entry.name) for entry in found.personas)]
        page += table_html(words("personas_view.label"), columns, rows)
    return page + limited(len(found.personas), found.total, words)


def _cells(
    field: ComparedField, personas: Sequence[PersonaEntry], words: Words, texts: WrittenTexts, html: TextsAsHtml
) -> list[CellContent]:
    cells: list[CellContent] = [words(f"persona.section.{field.name}")]
    for entry, statements in zip(personas, field.statements, strict=True):
        own = words.of(entry.persona.lang)
        items = tuple(_item(statement, entry.document.block.file, texts) for statement in statements)
        other_language = own.tag if own.tag != words.tag else ""
        cells.append(Statements(items, own, html, other_language) if items else _NOTHING)
    return cells


def _item(statement: Item, file: str, texts: WrittenTexts) -> ItemView | WrittenText:
    """A statement, marked where it is a guess. What it rests on is told on the page of its persona."""
    text = texts(statement.text, file)
    if not statement.hypothesis:
        return text
    return ItemView(text, hypothesis=True, evidence=EvidenceMark((), hypothesis=True))
