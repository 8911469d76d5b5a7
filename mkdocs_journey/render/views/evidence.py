"""What maps rest on: a bar of three parts for each map, and all sources in a table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.drawing.sources import source_name
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element, joined
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, spoken, way_to
from mkdocs_journey.render.views.sections import Group, ViewSection, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.evidence import EvidenceOfMaps, EvidenceRow, SourceRow

if TYPE_CHECKING:
    from jinja2 import Environment


class Shares(Struct, frozen=True):
    """A bar of three parts, and what they are in words."""

    row: EvidenceRow
    words: Words

    def __html__(self) -> Markup:
        row = self.row
        parts = (("observed", row.observed), ("assumed", row.assumed), ("unknown", row.unknown))
        shown = [(name, number, round(100 * row.share(number))) for name, number in parts if number]
        bar = joined(element("i", cls=f"is-{name}", style=f"flex:{number}") for name, number, _ in shown)
        said = ", ".join(self.words(f"ground.{name}", number=number, percent=share) for name, number, share in shown)
        return joined((element("span", bar, cls="journey-shares", aria_hidden="true"), element("small", said)))


def draw(
    found: EvidenceOfMaps, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The tables; None where no map is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    columns = [
        TableColumn(words("ground.map"), sorted=order("title", view, "observed")),
        TableColumn(words("ground.statements"), number=True),
        TableColumn(words("ground.shares"), sorted=order("observed", view, "observed")),
        TableColumn(words("ground.newest"), sorted=order("date", view, "observed")),
    ]
    rows = [TableRow(_cells(row, surroundings, texts)) for row in found.rows]
    sections = [ViewSection([Group(words("ground.label"), rows)], columns, found.total, note=words("ground.note"))]
    sources = [source for row in found.rows for source in row.sources]
    if sources:
        sections.append(_sources(sources, surroundings, texts))
    return sections_html(sections, view, surroundings)


def _cells(row: EvidenceRow, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, entry = surroundings.words, row.journey
    file = entry.document.block.file
    old = sum(source.out_of_date for source in row.sources)
    newest: list[Text] = [words.month(row.newest)] if row.newest else []
    if old:
        newest.append(Small(Strong(words("ground.old", number=old), hurts=True)))
    share = round(row.share(row.observed), 4)
    name = way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file)
    return [
        TableCell(spoken(name, entry, words), entry.title),
        TableCell(str(row.statements), row.statements),
        TableCell(Shares(row, words), share) if row.statements else words("ground.nothing"),
        TableCell(Joined(newest, " "), row.newest.isoformat() if row.newest else "") if newest else None,
    ]


def _sources(sources: list[SourceRow], surroundings: Surroundings, texts: Texts) -> ViewSection:
    words = surroundings.words
    columns = [
        TableColumn(words("ground.source")),
        TableColumn(words("ground.map")),
        TableColumn(words("ground.rests"), number=True),
        TableColumn(words("ground.date")),
    ]
    rows = [TableRow(_source(row, surroundings, texts)) for row in sources]
    return ViewSection([Group(words("ground.sources"), rows)], columns, len(rows), words("ground.sources"))


def _source(row: SourceRow, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, source, entry = surroundings.words, row.source, row.journey
    file = entry.document.block.file
    kind = source_name(source.model_copy(update={"date": None}), words)
    text: Text = texts(source.text or kind, file)
    if source.link:
        text = way_to(surroundings, source.link, text, file)
    if source.text and source.kind:
        text = Joined((text, Small(kind)), " ")
    name = way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file)
    day: Text | None = words.date(source.date) if source.date else None
    if row.out_of_date and day is not None:
        day = Joined((day, Small(Strong(words("ground.out_of_date"), hurts=True))), " ")
    return [
        spoken(text, entry, words),
        spoken(name, entry, words),
        TableCell(str(row.statements), row.statements),
        TableCell(day, source.date.isoformat()) if source.date and day is not None else None,
    ]
