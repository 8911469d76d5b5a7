"""A journey map as HTML: a story of phases and steps, which CSS lays out as a map."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.header import Header
from mkdocs_journey.drawing.map_view import MapView, map_view
from mkdocs_journey.render.html.curves import spark_style
from mkdocs_journey.render.html.elements import from_template, lean, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.written import TextsAsHtml, targets_html
from mkdocs_journey.render.map.cells import evidence_html
from mkdocs_journey.render.map.facts import facts_html, notes_html
from mkdocs_journey.render.map.grid import grid_values, language_attributes
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment


def render_map(entry: JourneyEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """The map of a journey. Its texts are converted in one call."""
    view = map_view(entry, surroundings)
    words = surroundings.words.of(entry.journey.lang)
    html = TextsAsHtml(surroundings.inline, dict(view.written))
    title, level = html.plain(view.header.title), surroundings.level
    page = from_template(
        environment,
        "journey/map.html",
        **grid_values(view, words, html),
        targets=targets_html(view.header.earlier),
        evidence=partial(evidence_html, words=words, html=html),
        facts=partial(facts_html, words=words, html=html),
        notes=partial(notes_html, html=html),
        entry=entry,
        header=_shown_header(view.header, html),
        review=html.shown(view.review),
        without_links=without_links,
        title=title,
        spark=spark_style(view.spark) if view.spark else None,
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return Rendered(without_delimiters(lean(page)), tuple(_headings(view, title, level, html)))


def _shown_header(header: Header, html: TextsAsHtml) -> Header:
    """The head with its texts as HTML. Facts stay as they are: ``facts`` shows them."""
    shown: Header = html.shown(header._replace(facts=(), about=()))
    return shown._replace(facts=header.facts, about=header.about)


def _headings(view: MapView, title: str, level: int, html: TextsAsHtml) -> Iterator[Heading]:
    """What stands in the page's table of contents: the map and its phases. Forty steps would bury the rest of it."""
    yield Heading(min(level, 6), view.header.anchor, title)
    for phase in view.phases:
        yield Heading(min(level + 1, 6), phase.anchor, html.plain(phase.name))
