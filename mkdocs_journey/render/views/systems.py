"""Systems or processes as tables: each with its steps, and each step with what is at work there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.blueprint import blueprint_section
from mkdocs_journey.render.views.cells import Joined, places_text, spoken
from mkdocs_journey.render.views.sections import Group, ViewSection, order, sections_html
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow
from mkdocs_journey.views.systems import System, Systems

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(
    found: Systems, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The tables; None where no map names a system, or a process, at what is asked for."""
    words = surroundings.words
    if not found.rows:
        return None
    rows = [TableRow(_cells(row, surroundings, texts)) for row in found.rows]
    columns = [
        TableColumn(words(f"blueprint.{view.view}"), sorted=order("name", view, "steps")),
        TableColumn(words("blueprint.number"), number=True, sorted=order("steps", view, "steps", ("steps",))),
        TableColumn(words("blueprint.steps")),
        TableColumn(words("blueprint.owners")),
    ]
    label = words("blueprint.label", what=words(f"lane.{view.view}"))
    index = ViewSection([Group(label, rows)], columns, found.total)
    steps = blueprint_section(found.places, (view.view,), view, surroundings, texts)
    return sections_html([index, steps], view, surroundings)


def _cells(row: System, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    first = row.places[0]
    return [
        spoken(texts(row.name, first.file), first.journey, surroundings.words),
        TableCell(str(len(row.places)), len(row.places)),
        places_text(surroundings, row.places, texts),
        Joined(tuple(texts(owner, first.file) for owner in row.owners)) if row.owners else None,
    ]
