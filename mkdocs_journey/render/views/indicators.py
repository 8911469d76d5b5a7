"""Indicators as bullet charts: a bar to where it stands, a mark where it stood, and one where it should be."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.charts.chart import bullet, share_of
from mkdocs_journey.render.html.elements import joined
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, spoken, way_to
from mkdocs_journey.render.views.sections import Group, ViewSection, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.indicators import IndicatorRow, IndicatorTable

if TYPE_CHECKING:
    from jinja2 import Environment


class Bullet(Struct, frozen=True):
    """Where an indicator stands, as a picture beside its words."""

    row: IndicatorRow
    words: Text

    def __html__(self) -> Markup:
        shares = [share_of(value, *self.row.ends) for value in (self.row.current, self.row.baseline, self.row.target)]
        drawn = bullet(*shares) if any(share is not None for share in shares) else ""
        return joined((drawn, self.words))


def draw(
    found: IndicatorTable, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """A table for each map, or one sorted table; None where no map has an indicator."""
    words = surroundings.words
    if not found.rows:
        return None
    label = words("indicators.label")
    columns = [
        TableColumn(words("indicators.name"), sorted=order("name", view, "order")),
        *(TableColumn(words(f"indicators.{name}"), number=True) for name in ("baseline", "current", "target")),
        TableColumn(words("indicators.progress"), sorted=order("gap", view, "order", ("gap",))),
    ]
    groups: list[Group] = []
    if view.sort in (None, "order"):
        for _, together in groupby(found.rows, key=lambda row: row.journey.id):
            own = list(together)
            entry = own[0].journey
            file = entry.document.block.file
            title = spoken(way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file), entry, words)
            rows = [TableRow(_cells(row, surroundings, texts)) for row in own]
            groups.append(Group(f"{label}: {entry.title}", rows, title))
    else:
        rows = [TableRow(_cells(row, surroundings, texts, with_map=True)) for row in found.rows]
        groups = [Group(label, rows)]
    return sections_html([ViewSection(groups, columns, found.total, even=True)], view, surroundings)


def _progress(row: IndicatorRow, words: Words) -> str:
    progress = row.progress
    if progress is None:
        return words("indicators.unknown" if row.indicator.current is None else "indicators.no_way")
    if progress >= 1:
        return words("indicators.reached")
    if progress < 0:
        return words("indicators.backwards")
    return words("indicators.part", percent=round(100 * progress))


def _cells(row: IndicatorRow, surroundings: Surroundings, texts: Texts, *, with_map: bool = False) -> list[CellContent]:
    words, indicator, entry = surroundings.words, row.indicator, row.journey
    file = entry.document.block.file
    remarks: list[Text] = []
    if with_map:
        remarks.append(way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file))
    if indicator.as_of:
        remarks.append(words("indicators.as_of", date=words.date(indicator.as_of)))
    if indicator.source:
        remarks.append(texts(indicator.source, file))
    name: Text = texts(indicator.name, file)
    if remarks:
        name = Joined((name, Small(Joined(remarks, " · "))), " ")

    def value(text: str | None, number: float | None) -> CellContent:
        if not text:
            return None
        shown: Text = texts(text, file)
        if indicator.unit and number is not None and indicator.unit not in text:
            shown = Joined((shown, texts(indicator.unit, file)), "\u00a0")
        return TableCell(shown, "" if number is None else number)

    return [
        TableCell(spoken(name, entry, words), indicator.name),
        value(indicator.baseline, row.baseline),
        value(indicator.current, row.current),
        value(indicator.target, row.target),
        TableCell(Bullet(row, _progress(row, words)), "" if row.progress is None else round(row.progress, 4)),
    ]
