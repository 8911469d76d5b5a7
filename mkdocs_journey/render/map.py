"""A journey map as HTML: a story of phases and steps, which CSS lays out as a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.references.earlier import earlier_anchors
from mkdocs_journey.render.cell_html import cells_html, evidence_html, heading_html, names_html, targets_html
from mkdocs_journey.render.cells import Cell, CellMaker, ItemView
from mkdocs_journey.render.emotion_lane import EmotionLane, emotion_lane
from mkdocs_journey.render.fact_html import facts_html, notes_html
from mkdocs_journey.render.grid import FIRST_LANE, PhaseView, grid_of
from mkdocs_journey.render.header import header_of
from mkdocs_journey.render.lanes import lanes_of
from mkdocs_journey.render.pains import pains_of
from mkdocs_journey.render.redesign import Redesign, redesign
from mkdocs_journey.render.rendered import Heading, Rendered
from mkdocs_journey.render.sanitizer import without_delimiters
from mkdocs_journey.render.sources import Sources
from mkdocs_journey.render.sparkline import sparkline
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.texts import Phrase, Text, Texts
from mkdocs_journey.render.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_PHASE_CHARACTERS = 15
"""About as many characters of a phase's name stand in one line of a column."""


def render_map(entry: JourneyEntry, surroundings: Surroundings, environment: Environment) -> Rendered:
    """The map of a journey. Its texts are converted in one call."""
    words = surroundings.words.of(entry.journey.lang)
    texts = Texts(surroundings.inline, entry.document.block.file)
    today = surroundings.atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
    todays_pains = pains_of(today) if today is not None and today is not entry else None
    plan = redesign(entry, today, todays_pains) if today is not None and todays_pains is not None else None
    sources = Sources.of(entry.journey.evidence, words)
    maker = CellMaker(entry, surroundings, words, texts, sources, pains_of(entry), todays_pains)
    header = header_of(maker, plan)
    lanes = lanes_of(entry.journey.lanes, words)
    emotions = emotion_lane(entry, words, sources, texts, plan) if "emotion" in lanes.positions else None
    phases, rows = grid_of(maker, lanes, emotions, plan)
    earlier = earlier_anchors(entry, surroundings.atlas)
    texts.convert()
    title = header.title.plain
    level = surroundings.level
    html = environment.get_template("journey/map.html").render(
        words=words,
        heading=lambda view, level: heading_html(view, level, earlier),
        targets=targets_html(earlier.get(entry.anchor, ())),
        cells=lambda found: cells_html(found, words),
        evidence=lambda mark: evidence_html(mark, words),
        facts=lambda found: facts_html(found, words),
        notes=notes_html,
        entry=entry,
        header=header,
        title=title,
        phases=phases,
        rows=rows,
        names=names_html(rows, emotions.ticks if emotions else ()),
        last_row=rows[-1].row if rows else FIRST_LANE - 1,
        steps=sum(phase.span for phase in phases),
        has_steps=any(phase.steps for phase in phases),
        second_row=any(phase.steps or phase.moment_of_truth for phase in phases),
        emotions=emotions,
        emotion_row=next((row.row for row in rows if row.voice == "emotion"), 0),
        head=_head(phases),
        spark=sparkline(entry) if emotions else None,
        legend=_legend(entry, emotions, plan, phases, words),
        levels=[min(level + below, 6) for below in range(3)],
        language=_language(words, surroundings.words),
    )
    return Rendered(without_delimiters(_lean(html)), tuple(_headings(entry, title, phases, level)))


def _lean(html: str) -> str:
    """Without the line ends between elements, each of which a search index would read as a text of its own.

    The space that keeps words apart moves into the element before it.
    """
    for end in ("</dt>", "</dd>", "</p>"):
        html = html.replace(f"{end}\n", f" {end}")
    return html.replace(">\n<", "><")


def _language(words: Words, site: Words) -> Markup:
    """Attributes that tell the language and direction of the map, where they differ from the site's."""
    if words.tag == site.tag:
        return Markup()
    direction = Markup(' dir="{}"').format(words.direction) if words.direction != site.direction else ""
    return Markup(' lang="{}"{}').format(words.tag, direction)


def _headings(entry: JourneyEntry, title: str, phases: list[PhaseView], level: int) -> Iterator[Heading]:
    """What stands in the page's table of contents: the map and its phases. Forty steps would bury the rest of it."""
    yield Heading(min(level, 6), entry.anchor, title)
    for phase in phases:
        yield Heading(min(level + 1, 6), phase.entry.anchor, phase.name.plain)


def _head(phases: list[PhaseView]) -> str:
    """Height of the row of phases in em: one line of a name and one of a duration fit into the default."""
    lines = max((-(-len(phase.entry.phase.name) // (_PHASE_CHARACTERS * phase.span)) for phase in phases), default=1)
    durations = any(phase.duration for phase in phases)
    return f"{1.3 + 1.3 * min(lines, 4) + (1.4 if durations else 0):.1f}"


def _legend(
    entry: JourneyEntry, emotions: EmotionLane | None, plan: Redesign | None, phases: list[PhaseView], words: Words
) -> list[tuple[str, Text]]:
    """Signs of the map and what they mean; only those that it has."""
    found: list[tuple[str, Text]] = []
    guesses = bool(emotions and emotions.hypothesis) or any(
        cell
        for phase in phases
        for cell in _all_cells(phase)
        if any(isinstance(item, ItemView) and "journey-hyp" in item.name for item in cell.items)
    )
    if plan:
        found += [("observed", words("legend.today"))]
    if emotions and emotions.measured:
        planned = entry.journey.state == "future"
        found.append(("planned", words("legend.planned")) if planned else ("observed", words("legend.observed")))
    if plan:
        found.append(("gap", words("legend.gap")))
        if plan.resolved:
            found.append(("resolved", words("legend.resolved")))
    if guesses:
        found.append(("hypothesis", words("legend.hypothesis")))
    if emotions and emotions.measured:
        scale = entry.journey.scale
        ends = {
            "low": words.signed(scale.low, sign=scale.low < 0),
            "high": words.signed(scale.high, sign=scale.low < 0),
        }
        found.append(("", Phrase(words, "legend.scale", ends)))
    return found


def _all_cells(phase: PhaseView) -> Iterator[Cell]:
    yield from phase.cells
    for step in phase.steps:
        yield from step.cells
