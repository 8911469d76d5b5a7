"""A journey map as HTML: a story of phases and steps, which CSS lays out as a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.references.earlier import earlier_anchors
from mkdocs_journey.render.cards.sparkline import sparkline, sparkline_of_both
from mkdocs_journey.render.changes.summary import review_head
from mkdocs_journey.render.html.cell_html import evidence_html, heading_html, targets_html
from mkdocs_journey.render.html.elements import from_template, lean, without_delimiters
from mkdocs_journey.render.html.rendered import Heading, Rendered
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Texts
from mkdocs_journey.render.map.drawing import Drawing, drawing_of, language_attributes
from mkdocs_journey.render.map.fact_html import facts_html, notes_html
from mkdocs_journey.render.map.grid import PhaseView
from mkdocs_journey.render.map.header import header_of
from mkdocs_journey.render.surroundings import Surroundings

if TYPE_CHECKING:
    from jinja2 import Environment


def render_map(entry: JourneyEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """The map of a journey. Its texts are converted in one call."""
    texts = Texts(surroundings.inline, entry.document.block.file)
    drawing = drawing_of(entry, surroundings, texts)
    words = drawing.maker.words
    header = header_of(drawing.maker, drawing.plan)
    earlier = earlier_anchors(entry, surroundings.atlas)
    review = review_head("journey", entry.id, surroundings, texts, words)
    texts.convert()
    title = header.title.plain
    level = surroundings.level
    html = from_template(
        environment,
        "journey/map.html",
        **drawing.values(lambda view, level: heading_html(view, level, earlier)),
        targets=targets_html(earlier.get(entry.anchor, ())),
        evidence=lambda mark: evidence_html(mark, words),
        facts=lambda found: facts_html(found, words),
        notes=notes_html,
        entry=entry,
        header=header,
        review=review,
        without_links=without_links,
        title=title,
        spark=_spark(drawing),
        legend=drawing.legend(),
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )
    return Rendered(without_delimiters(lean(html)), tuple(_headings(entry, title, drawing.phases, level)))


def _spark(drawing: Drawing) -> Markup | None:
    """The ``style`` of the small curve: with the one from before, in a build that shows changes."""
    entry, other = drawing.maker.entry, drawing.other
    if drawing.emotions is None:
        return None
    if other is not None and other.name == "was":
        return sparkline_of_both(entry, other.line)
    found = sparkline(entry)
    return found.style if found else None


def _headings(entry: JourneyEntry, title: str, phases: list[PhaseView], level: int) -> Iterator[Heading]:
    """What stands in the page's table of contents: the map and its phases. Forty steps would bury the rest of it."""
    yield Heading(min(level, 6), entry.anchor, title)
    for phase in phases:
        yield Heading(min(level + 1, 6), phase.entry.anchor, phase.name.plain)
