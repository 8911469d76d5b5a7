"""Touchpoints as a table: those that matter and fall short are named above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Phrase, Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import (
    Bar,
    Joined,
    Rated,
    Small,
    Strong,
    place_way,
    places_text,
    spoken,
    way_to,
)
from mkdocs_journey.render.views.sections import Group, ViewSection, note, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.render.views.touchpoint import channel_mark
from mkdocs_journey.views.touchpoints import TouchpointRow, TouchpointTable

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST_URGENT = 5
"""So many are named above the table."""
_WIDEST_GAP = 4
"""From 1 to 5."""


def draw(
    found: TouchpointTable, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The table; None where no map has a touchpoint that is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    rows = [TableRow(_cells(row, surroundings, texts)) for row in found.rows]
    names = tuple(_way(row, surroundings, texts) for row in found.urgent[:_MOST_URGENT])
    urgent = Strong(Phrase(words, "touchpoints.urgent", {"names": Joined(names)}), hurts=True) if names else None
    columns = [
        TableColumn(words(f"touchpoints.{name}"), sorted=order(name, view, "order", ("impact", "gap")))
        for name in ("name", "channel", "owner", "impact", "actual", "desired", "gap")
    ]
    section = ViewSection(
        [Group(words("touchpoints.label"), rows)], columns, found.total, note=words("touchpoints.explained")
    )
    return (note(urgent) if urgent else Markup()) + sections_html([section], view, surroundings)


def _way(row: TouchpointRow, surroundings: Surroundings, texts: Texts) -> Text:
    place = row.worst.place
    way = way_to(surroundings, place.address, texts(row.worst.touchpoint.name, place.file), place.file)
    return spoken(way, place.journey, surroundings.words)


def _cells(row: TouchpointRow, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, first, worst = surroundings.words, row.places[0], row.worst
    name = spoken(Strong(texts(row.name, first.file)), first.journey, words)
    channels = [channel_mark(channel, surroundings, texts, first.file) for channel in row.channels]
    modes = [words(f"touchpoint.{mode}") for mode in row.modes]
    actual, desired = worst.touchpoint.actual, worst.touchpoint.desired
    return [
        TableCell(Joined((name, places_text(surroundings, row.places, texts)), element("br")), row.name),
        Joined((*channels, *((Small(", ".join(modes)),) if modes else ())), " ") if channels or modes else None,
        Joined(tuple(texts(owner, first.file) for owner in row.owners)) if row.owners else None,
        TableCell(Rated(row.impact, words, hurts=False), row.impact) if row.impact else None,
        texts(actual, worst.place.file) if actual else None,
        texts(desired, worst.place.file) if desired else None,
        _gap(row, surroundings, texts),
    ]


def _gap(row: TouchpointRow, surroundings: Surroundings, texts: Texts) -> CellContent:
    words, worst = surroundings.words, row.worst
    if worst.shortness is None:
        return None
    shown: Text = words("touchpoints.as_wanted")
    if worst.falls_short:
        shown = Strong(words("touchpoints.falls_short"), hurts=True)
    if worst.gap is not None:
        number = words.signed(worst.gap, sign=False)
        shown = Bar(number, 100 * worst.gap / _WIDEST_GAP) if worst.gap > 0 else number
    if row.is_uneven:
        shown = Joined(
            (shown, Small(Phrase(words, "touchpoints.at", {"place": place_way(surroundings, worst.place, texts)}))), " "
        )
    return TableCell(shown, worst.shortness)
