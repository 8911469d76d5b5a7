"""A journey map as HTML: a story of phases and steps, which CSS lays out as a map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.map_view import map_view
from mkdocs_journey.render.html.curves import spark_html
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
    words, level, head = surroundings.words.of(entry.journey.lang), surroundings.level, view.header
    html = TextsAsHtml(surroundings.inline, dict(view.written))
    title = html.plain(head.title)
    # What stands in the page's table of contents: the map and its phases. Forty steps would bury the rest of it.
    below = [Heading(min(level + 1, 6), phase.anchor, html.plain(phase.name)) for phase in view.phases]
    # Facts stay as they are: the function below shows them.
    header = html.shown(head._replace(facts=(), about=()))._replace(facts=head.facts, about=head.about)
    review = html.shown(view.review)
    targets = targets_html(head.earlier)
    spark = spark_html(view.spark, "div") if view.spark else None
    page = from_template(
        environment,
        "journey/map.html",
        **grid_values(view, words, html),
        targets=targets,
        evidence=partial(evidence_html, words=words, html=html),
        facts=partial(facts_html, words=words, html=html),
        notes=partial(notes_html, html=html),
        entry=entry,
        header=header,
        review=review,
        without_links=without_links,
        title=title,
        spark=spark,
        levels=[min(level + deeper, 6) for deeper in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return Rendered(without_delimiters(lean(page)), (Heading(min(level, 6), head.anchor, title), *below))
