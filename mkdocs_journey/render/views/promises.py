"""Promises as a table: what was promised where, and the step that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.texts import Phrase, Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, places_text, spoken
from mkdocs_journey.render.views.sections import Group, ViewSection, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.promises import Keeping, PromiseRow, Promises

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(
    found: Promises, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The table; None where no map makes a promise that is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    rows = [TableRow(_cells(row, surroundings, texts)) for row in found.rows]
    columns = [
        TableColumn(words("promises.promise")),
        TableColumn(words("promises.made"), sorted=order("journey", view, "order")),
        TableColumn(words("promises.kept")),
        TableColumn(words("promises.owner")),
    ]
    counted = words("promises.counted", total=found.total, kept=found.kept, open=found.total - found.kept)
    return sections_html(
        [ViewSection([Group(words("promises.label"), rows)], columns, found.total, note=counted)], view, surroundings
    )


def _cells(row: PromiseRow, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, place = surroundings.words, row.place
    kept: Text = Strong(words("promises.open"), hurts=True)
    if row.kept:
        kept = Joined(tuple(_keeping(row, keeping, surroundings, texts) for keeping in row.kept), "")
    owners = dict.fromkeys(one.owner for one in (place, *(keeping.place for keeping in row.kept)) if one.owner)
    return [
        spoken(texts(row.promise.text, place.file), place.journey, words),
        TableCell(places_text(surroundings, [place], texts), place.journey.title),
        TableCell(kept, row.status),
        Joined(tuple(texts(owner, place.file) for owner in owners)) if owners else None,
    ]


def _keeping(row: PromiseRow, keeping: Keeping, surroundings: Surroundings, texts: Texts) -> Text:
    """Where a promise is kept; and in which words, if not in its own."""
    where, text = places_text(surroundings, [keeping.place], texts), keeping.item.text
    if plain_word(text) == plain_word(row.promise.text):
        return where
    said = spoken(texts(text, keeping.place.file), keeping.place.journey, surroundings.words)
    return Joined((where, Small(Phrase(surroundings.words, "promises.as", {"text": said}))), " ")
