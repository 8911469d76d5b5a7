"""What the grid of a map, or of a part of it, shows: for ``journey/map-grid.html`` and what includes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from mkdocs_journey.drawing.emotion_lane import EmotionLane
from mkdocs_journey.drawing.items import Cell
from mkdocs_journey.drawing.lanes import FIRST_LANE
from mkdocs_journey.drawing.map_view import MapView
from mkdocs_journey.drawing.phases import PhaseView, StepView
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import ElementFrame, Text, element, frame, joined
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.written import TextsAsHtml, targets_html
from mkdocs_journey.render.map.cells import NOTHING, SPACE, flag_html, items_html, names_html
from mkdocs_journey.render.map.curve import axis_of, emotion_html, plot_html

_LIST, _LINE_END = frame("dl"), Markup("\n")
_PHASE_CHARACTERS = 15
"""About as many characters of a phase's name stand in one line of a column."""


def grid_values(view: MapView, words: Words, html: TextsAsHtml) -> dict[str, Any]:
    """What the grid of a map shows, by the names that its template uses."""
    phases, rows, lane = view.phases, view.rows, view.emotions
    axis = (
        axis_of(lane, [cell.emotion for phase in phases for cell in phase.all_cells() if cell.emotion])
        if lane and lane.measured
        else None
    )
    emotion_row = next((row.row for row in rows if row.voice == "emotion"), 0)
    return {
        "words": words,
        "heading": partial(heading_html, html=html),
        "plot": partial(plot_html, row=emotion_row, lane=lane),
        "cells": partial(cells_html, lane=lane, words=words, html=html),
        "phases": [html.shown_in(phase, "duration") for phase in phases],
        "rows": rows,
        "names": names_html(rows, axis.ticks if axis else (), axis.no_score if axis else ""),
        "last_row": rows[-1].row if rows else FIRST_LANE - 1,
        "steps": sum(phase.span for phase in phases),
        "has_steps": any(phase.steps for phase in phases),
        "second_row": any(phase.steps or phase.moment_of_truth for phase in phases),
        "emotions": axis,
        "emotion_row": emotion_row,
        "head": _head(phases),
        "legend": [(sign.name, html(sign.meaning)) for sign in view.legend],
    }


def language_attributes(words: Words, site: Words) -> Markup:
    """Attributes that tell the language and direction of the map, where they differ from the site's."""
    if words.tag == site.tag:
        return Markup()
    direction = Markup(' dir="{}"').format(words.direction) if words.direction != site.direction else ""
    return Markup(' lang="{}"{}').format(words.tag, direction)


def _head(phases: Sequence[PhaseView]) -> str:
    """Height of the row of phases in em: one line of a name and one of a duration fit into the default."""
    lines = max((-(-len(phase.name.text) // (_PHASE_CHARACTERS * phase.span)) for phase in phases), default=1)
    lines += any(phase.mark for phase in phases)
    durations = any(phase.duration for phase in phases)
    return f"{1.3 + 1.3 * min(lines, 4) + (1.4 if durations else 0):.1f}"


def heading_html(part: PhaseView | StepView, level: int, *, html: TextsAsHtml) -> Markup:
    """The heading of a phase or a step: links can lead to it, or in a copy it leads to its place on the map."""
    kind = "phase" if isinstance(part, PhaseView) else "step"
    name = html(part.name)
    if part.address:
        name = element("a", without_links(name), href=part.address)
    mark = (" ", flag_html(part.mark, html)) if part.mark else ()
    classes = f"journey-{kind}__title is-hypothesis" if part.hypothesis else f"journey-{kind}__title"
    inside = (targets_html(part.earlier), name, *mark) if part.earlier else (name, *mark)
    return element(f"h{level}", *inside, cls=classes, id=part.anchor or None, data_no=part.number)


def cells_html(cells: Sequence[Cell], *, lane: EmotionLane | None, words: Words, html: TextsAsHtml) -> Markup:
    """The cells of a step or a phase as a list of terms and values.

    Words of neighbours must not run together in a search index. The space that keeps them apart stands inside the
    elements: between them it would be a text of its own, and a search that reads the page pays for each.
    """
    if not cells:
        return NOTHING
    parts: list[Text] = []
    for cell in cells:
        parts.append(_term(cell.label, cell.row))
        if cell.emotion and lane:
            parts.append(emotion_html(cell, cell.emotion, lane, words, html))
            continue
        items = items_html(cell.items, words, html)
        if cell.mark:
            flagged = flag_html(cell.mark, html), SPACE, items, SPACE
            parts += _frame(cell.row, cell.voice, cell.mark.kind).around(*flagged)
        else:
            parts += _frame(cell.row, cell.voice).around(items, SPACE)
    return joined((*_LIST.around(*parts), _LINE_END))


@lru_cache(maxsize=1024)
def _frame(row: int, voice: str, mark: str = "") -> ElementFrame:
    names = (f"journey-lane--{voice}" if voice else "", f"is-{mark}" if mark else "")
    return frame("dd", cls=names, style=f"--row:{row};")


# The name of a lane stands before each of its cells.
@lru_cache(maxsize=1024)
def _term(label: str, row: int) -> Markup:
    return element("dt", label, " ", style=f"--row:{row};")
