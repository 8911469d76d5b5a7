"""A slice of a map for another page: the same drawing, with a short head that leads to the whole."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.cell_html import as_html
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.map.drawing import drawing_of, language_attributes, lean
from mkdocs_journey.render.map.grid import PhaseView, StepView
from mkdocs_journey.render.map.people import chip
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import way_to
from mkdocs_journey.views.slices import gather_slice

if TYPE_CHECKING:
    from jinja2 import Environment

_PLAIN_SIGNS = frozenset({"", "observed"})
"""What needs no explanation: a line, and the scale, which stands at its side."""


def render_slice(view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """The slice; None where its map has nothing of it.

    It is a copy: without ids, which belong to the map, and left out of search.
    """
    found = gather_slice(view, surroundings.site)
    if found is None:
        return None
    entry = found.journey
    file = entry.document.block.file
    own = Texts(surroundings.inline, file)
    drawing = drawing_of(entry, surroundings, own, found.columns, found.lanes)
    if found.lanes and not drawing.rows:
        return None
    title = own(entry.title)
    personas = [chip(name, surroundings, own) for name in entry.journey.persona]
    texts.convert()
    own.convert()
    words = drawing.maker.words
    level = surroundings.level + (1 if view.title else 0)
    legend = drawing.legend()
    html = environment.get_template("journey/map-slice.html").render(
        drawing.values(lambda part, below: _heading(entry, part, below, surroundings)),
        entry=entry,
        personas=personas,
        title=title.plain,
        whole=way_to(surroundings, f"journey:{entry.id}", title, file),
        legend=legend if any(sign not in _PLAIN_SIGNS for sign, _ in legend) else [],
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return Markup(lean(html))  # noqa: S704 - the template escapes


def _heading(entry: JourneyEntry, part: PhaseView | StepView, level: int, surroundings: Surroundings) -> Markup:
    """The heading of a phase or a step, which leads to its place on the map."""
    kind = "phase" if isinstance(part, PhaseView) else "step"
    name = f"journey-{kind}__title is-hypothesis" if part.hypothesis else f"journey-{kind}__title"
    link = surroundings.links(f"journey:{entry.id}#{_reference(entry, part)}", entry.document.block.file)
    inner = as_html(part.name)
    if link:
        inner = f'<a href="{escape(link.address)}">{without_links(inner)}</a>'
    return Markup(f'<h{level} class="{name}" data-no="{part.entry.number}">{inner}</h{level}>')  # noqa: S704 - escaped


def _reference(entry: JourneyEntry, part: PhaseView | StepView) -> str:
    """The part of a ``journey:`` address that names a phase or a step."""
    if isinstance(part, PhaseView):
        return part.entry.slug
    phase = entry.phases[int(part.entry.path[1])]
    return f"{phase.slug}/{part.entry.slug}"
