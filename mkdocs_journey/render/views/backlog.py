"""The backlog as a table: what hurts, where, how much, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import element
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Bar, Joined, Rated, Small, place_way, way_to
from mkdocs_journey.render.views.sections import limited, note
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow, table_html
from mkdocs_journey.views.backlog import Backlog, BacklogRow
from mkdocs_journey.views.selection import SelectedPlace

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST = 4
"""So many places and opportunities are named in one cell."""
_DESCENDING = frozenset({"priority", "severity"})
_COLUMN_OF = {"journey": "step", "phase": "step", "severity": "pain", "impact": "", "frequency": "", "effort": ""}
"""Where what rows are sorted by is not the content of a column."""


def draw(
    found: Backlog, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The ranked table; None where no map has a pain point or an opportunity that is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    most = max((row.priority or 0 for row in found.rows), default=0)
    rows = [
        TableRow(_cells(row, most, surroundings, texts), follows=bool(row.group) and row.group == before)
        for row, before in zip(found.rows, (0, *(row.group for row in found.rows)), strict=False)
    ]
    names = ("pain", "step", "priority", "opportunity", "status", "owner")
    columns = [TableColumn(words(f"backlog.{name}"), sorted=_order(name, view)) for name in names]
    return (
        note(words("backlog.formula"))
        + table_html(words("backlog.label"), columns, rows)
        + limited(len(found.rows), found.total, words)
    )


def _order(name: str, view: View) -> str:
    key = (view.sort or "priority").removeprefix("-")
    if name != _COLUMN_OF.get(key, key):
        return ""
    backwards = bool(view.sort and view.sort.startswith("-"))
    return "descending" if (key in _DESCENDING) != backwards else "ascending"


def _cells(row: BacklogRow, most: float, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    words, priority = surroundings.words, row.priority
    ideas: list[Text] = [
        way_to(surroundings, one.address, texts(one.opportunity.text, one.place.file), one.place.file)
        for one in row.opportunities[:_MOST]
    ]
    ideas += _more(len(row.opportunities), words)
    places = [_place(surroundings, place, texts) for place in row.places[:_MOST]]
    places += _more(len(row.places), words)
    pain: Text = words("backlog.no_pain")
    if row.pain is not None:
        text = texts(row.pain.pain.text, row.pain.place.file)
        pain = way_to(surroundings, row.pain.address, text, row.pain.place.file)
    if row.severity:
        pain = Joined((pain, Rated(row.severity, words)), "")
    size = Bar(words.decimal(priority), 100 * priority / most) if priority is not None else "–"
    inputs = f"{_shown(row.impact)} × {_shown(row.frequency)} ÷ {_shown(row.effort)}"
    return [
        pain,
        Joined(places, ""),
        TableCell(Joined((size, Small(inputs)), ""), -1 if priority is None else priority),
        Joined(ideas, element("br")) if ideas else words("backlog.no_opportunity"),
        words(f"{'pain' if row.pain else 'opportunity'}.{row.status}"),
        texts(row.owner, row.places[0].file) if row.owner else None,
    ]


def _more(number: int, words: Words) -> list[Text]:
    """Says how many are left out of a cell."""
    return [Small(words("backlog.more", number=number - _MOST))] if number > _MOST else []


def _shown(value: int | None) -> str:
    return "?" if value is None else str(value)


def _place(surroundings: Surroundings, place: SelectedPlace, texts: Texts) -> Text:
    return Joined((place_way(surroundings, place, texts), Small(texts(place.journey.title, place.file))), " ")
