"""A slice of a map for another page: the same drawing, with a short head that leads to the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.drawing.map_view import map_view
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import from_template, lean
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.map.grid import grid_values, language_attributes
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import way_to
from mkdocs_journey.views.map import MapSlice

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_PLAIN_SIGNS = frozenset({"", "observed"})
"""What needs no explanation: a line, and the scale, which stands at its side."""


def draw(
    found: MapSlice, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The slice; None where its map has nothing of it.

    It is a copy: without ids, which belong to the map, and left out of search.
    """
    entry = found.journey
    drawn = map_view(entry, surroundings, found.columns, found.lanes)
    if found.lanes and not drawn.rows:
        return None
    words = surroundings.words.of(entry.journey.lang)
    html = TextsAsHtml(surroundings.inline, dict(drawn.written))
    level = surroundings.level + (1 if view.title else 0)
    values = grid_values(drawn, words, html)
    if all(sign.name in _PLAIN_SIGNS for sign in drawn.legend):
        values["legend"] = []
    page = from_template(
        environment,
        "journey/map-slice.html",
        **values,
        entry=entry,
        personas=html.shown(drawn.header.personas),
        title=html.plain(drawn.header.title),
        whole=way_to(surroundings, f"journey:{entry.id}", html(drawn.header.title), entry.document.block.file),
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return lean(page)
