"""A slice of a map for another page: the same drawing, with a short head that leads to the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.elements import as_markup, element, from_template, lean
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.map.drawing import drawing_of, language_attributes
from mkdocs_journey.render.map.grid import PhaseView, StepView
from mkdocs_journey.render.map.people import chip
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import way_to
from mkdocs_journey.views.slices import gather_slice

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

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
    html = from_template(
        environment,
        "journey/map-slice.html",
        **drawing.values(lambda part, below: _heading(entry, part, below, surroundings)),
        entry=entry,
        personas=personas,
        title=title.plain,
        whole=way_to(surroundings, f"journey:{entry.id}", title, file),
        legend=legend if any(sign not in _PLAIN_SIGNS for sign, _ in legend) else [],
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return lean(html)


def _heading(entry: JourneyEntry, part: PhaseView | StepView, level: int, surroundings: Surroundings) -> Markup:
    """The heading of a phase or a step, which leads to its place on the map."""
    kind = "phase" if isinstance(part, PhaseView) else "step"
    name = f"journey-{kind}__title is-hypothesis" if part.hypothesis else f"journey-{kind}__title"
    link = surroundings.links(f"journey:{entry.id}#{_reference(entry, part)}", entry.document.block.file)
    inner = element("a", without_links(part.name), href=link.address) if link else as_markup(part.name)
    return element(f"h{level}", inner, cls=name, data_no=part.entry.number)


def _reference(entry: JourneyEntry, part: PhaseView | StepView) -> str:
    """The part of a ``journey:`` address that names a phase or a step."""
    if isinstance(part, PhaseView):
        return part.entry.slug
    phase = entry.phases[int(part.entry.path[1])]
    return f"{phase.slug}/{part.entry.slug}"
