"""A map, or a part of it, as it is drawn: its phases and rows, and what a template needs to show them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.review import JourneyReview
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.render.changes.cell_marks import emotion_notes
from mkdocs_journey.render.html.cell_html import cells_html, names_html
from mkdocs_journey.render.html.texts import Phrase, Text, Texts
from mkdocs_journey.render.map.cells import CellMaker
from mkdocs_journey.render.map.emotion_lane import EmotionLane, emotion_lane
from mkdocs_journey.render.map.grid import FIRST_LANE, PhaseView, StepView, grid_of
from mkdocs_journey.render.map.items import Cell, ItemView, Row
from mkdocs_journey.render.map.lanes import ShownLanes, lanes_of
from mkdocs_journey.render.map.other_curve import OtherCurve, earlier_curve, todays_curve
from mkdocs_journey.render.map.pains import pains_of
from mkdocs_journey.render.map.redesign import Redesign, redesign
from mkdocs_journey.render.map.sources import SourceLabels
from mkdocs_journey.render.surroundings import Surroundings

_PHASE_CHARACTERS = 15
"""About as many characters of a phase's name stand in one line of a column."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn of a map. Its texts are still to be converted."""

    maker: CellMaker
    plan: Redesign | None
    emotions: EmotionLane | None
    other: OtherCurve | None
    phases: list[PhaseView]
    rows: list[Row]

    def values(self, heading: Callable[[PhaseView | StepView, int], Markup]) -> dict[str, Any]:
        """What ``journey/map-grid.html`` shows, once the texts are converted; ``heading`` draws phases and steps."""
        words, phases, rows, emotions = self.maker.words, self.phases, self.rows, self.emotions
        return {
            "words": words,
            "heading": heading,
            "cells": lambda found: cells_html(found, words),
            "phases": phases,
            "rows": rows,
            "names": names_html(rows, emotions.ticks if emotions else ()),
            "last_row": rows[-1].row if rows else FIRST_LANE - 1,
            "steps": sum(phase.span for phase in phases),
            "has_steps": any(phase.steps for phase in phases),
            "second_row": any(phase.steps or phase.moment_of_truth for phase in phases),
            "emotions": emotions,
            "emotion_row": next((row.row for row in rows if row.voice == "emotion"), 0),
            "head": _head(phases),
        }

    def legend(self) -> list[tuple[str, Text]]:
        """Signs of the map and what they mean; only those that it has."""
        return _legend(self)


def drawing_of(
    entry: JourneyEntry,
    surroundings: Surroundings,
    texts: Texts,
    kept: Container[Column] | None = None,
    chosen: Sequence[str] = (),
) -> Drawing:
    """Draw a map; where columns are ``kept``, a copy of that part, without ids.

    ``chosen`` are the lanes of a copy in their order; all of the map's, if there are none.
    """
    words = surroundings.words.of(entry.journey.lang)
    today = surroundings.atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
    todays_pains = pains_of(today) if today is not None and today is not entry else None
    plan = redesign(entry, today, todays_pains) if today is not None and todays_pains is not None else None
    sources = SourceLabels.of(entry.journey.evidence, words)
    whole = kept is None
    review = surroundings.review.journeys.get(entry.id) if surroundings.review and whole else None
    maker = CellMaker(entry, surroundings, words, texts, sources, pains_of(entry), todays_pains, whole, review)
    lanes = _chosen(lanes_of(entry.journey.lanes, words), chosen)
    shown = "emotion" in lanes.positions
    other = _other_curve(entry, plan, review) if shown else None
    emotions = emotion_lane(entry, words, sources, texts, other, kept, emotion_notes(maker)) if shown else None
    phases, rows = grid_of(maker, lanes, emotions, plan, kept)
    return Drawing(maker, plan, emotions, other, phases, rows)


def _other_curve(entry: JourneyEntry, plan: Redesign | None, review: JourneyReview | None) -> OtherCurve | None:
    """What the curve was, in a build that shows changes; else today's below a plan. Three would be too many."""
    earlier = earlier_curve(review, entry) if review else None
    return earlier or (todays_curve(plan, entry) if plan else None)


def _chosen(lanes: ShownLanes, chosen: Sequence[str]) -> ShownLanes:
    """The same lanes, or some of them in another order. What a map hides stays hidden."""
    if not chosen:
        return lanes
    shown = [name for name in chosen if name in lanes.positions]
    return ShownLanes({name: position for position, name in enumerate(shown)}, lanes.written, lanes.words)


def language_attributes(words: Words, site: Words) -> Markup:
    """Attributes that tell the language and direction of the map, where they differ from the site's."""
    if words.tag == site.tag:
        return Markup()
    direction = Markup(' dir="{}"').format(words.direction) if words.direction != site.direction else ""
    return Markup(' lang="{}"{}').format(words.tag, direction)


def _head(phases: list[PhaseView]) -> str:
    """Height of the row of phases in em: one line of a name and one of a duration fit into the default."""
    lines = max((-(-len(phase.entry.phase.name) // (_PHASE_CHARACTERS * phase.span)) for phase in phases), default=1)
    lines += any(phase.mark for phase in phases)
    durations = any(phase.duration for phase in phases)
    return f"{1.3 + 1.3 * min(lines, 4) + (1.4 if durations else 0):.1f}"


def _legend(drawing: Drawing) -> list[tuple[str, Text]]:
    """Signs of the map and what they mean; only those that it has."""
    entry, words, emotions, plan = drawing.maker.entry, drawing.maker.words, drawing.emotions, drawing.plan
    other = drawing.other.name if drawing.other else ""
    found: list[tuple[str, Text]] = []
    guesses = bool(emotions and emotions.hypothesis) or any(
        cell
        for phase in drawing.phases
        for cell in _all_cells(phase)
        if any(isinstance(item, ItemView) and "journey-hyp" in item.name for item in cell.items)
    )
    if other == "today":
        found.append(("observed", words("legend.today")))
    if emotions and emotions.measured:
        planned = entry.journey.state == "future"
        found.append(("planned", words("legend.planned")) if planned else ("observed", words("legend.observed")))
    if other == "was":
        found.append(("was", words("legend.was")))
    if other == "today":
        found.append(("gap", words("legend.gap")))
    if plan and plan.resolved:
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
