"""The HTML of the lane of emotions: a phase has its part of the curve as a picture, a cell has labels at its points."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journey.drawing.emotion_lane import EmotionLane
from mkdocs_journey.drawing.items import Cell, CurvePoint, EmotionCell
from mkdocs_journey.drawing.phases import PhaseView
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html import curves
from mkdocs_journey.render.html.elements import element, joined
from mkdocs_journey.render.html.faces import face_html
from mkdocs_journey.render.html.written import TextsAsHtml
from mkdocs_journey.render.map.cells import NOTHING, SPACE, evidence_html
from mkdocs_journey.views.moments import FACES

HEIGHT = 8.2
"""Height of the scale in em, as ``--journey-curve`` has it; the room for labels is reckoned with it."""
ON_PAPER = 4.0
"""The same in print, as the style sheet for it has it."""
NARROWEST = 9.7
"""Width of the narrowest column in em, less its margins."""
_LINE, _FACE, _OFFSET, _LEAST = 1.15, 2.0, 1.3, 2.3
_NOTE, _EVIDENCE, _WORDS = 2.6, 1.6, 0.9


class Room(NamedTuple):
    """Room for labels above and below the scale, in em."""

    above: float = _LEAST
    below: float = _LEAST


class Axis(NamedTuple):
    """What the style of a map needs to know of its curve."""

    ticks: tuple[str, ...]
    """The values of the axis, top first."""
    room: Room
    paper: Room
    """The room in print, where the scale is lower, so that labels of points inside of it go further beyond its ends."""
    words: float
    """Room below that for feelings without a score, and for marks of evidence under them, in em; 0 for none."""
    no_score: str
    """What that row is called; "" where there is none."""


def axis_of(lane: EmotionLane, cells: Sequence[EmotionCell]) -> Axis:
    """The axis of a map's lane, with room for the labels of its cells."""
    points = [(point, cell.width) for cell in cells for point in cell.points]
    evidence = _EVIDENCE if any(cell.evidence is not None for cell in cells) else 0.0
    words = max((_room_of_words(point, width) for point, width in points if point.y is None), default=0.0)
    more = Room(_NOTE if any(cell.note for cell in cells) else 0.0, 0.0 if words else evidence)
    return Axis(
        lane.ticks,
        _room_for(points, HEIGHT, more),
        _room_for(points, ON_PAPER, more),
        words + evidence if words else 0,
        lane.no_score,
    )


def _room_for(points: Iterable[tuple[CurvePoint, int]], height: float, more: Room) -> Room:
    """The room that the labels of points take up beyond a scale of so many em, and ``more``."""
    above, below = Room()
    for point, width in points:
        if point.y is not None:
            room, y = _room(point, width), point.y / 100 * height
            if point.below:
                below = max(below, room - height + y)
            else:
                above = max(above, room - y)
    return Room(above + more.above, below + more.below)


def _room_of_words(point: CurvePoint, width: int) -> float:
    """How high the words of a feeling without a score are, in em, with what keeps them off the scale."""
    return _WORDS + _LINE * _lines(point.label, NARROWEST * width)


def _room(point: CurvePoint, width: int) -> float:
    """How far the label of a point goes away from it, in em."""
    if point.series:
        return _OFFSET + _LINE
    lines = _lines(point.label, NARROWEST * width / (2.1 if point.beside else 1))
    return _OFFSET + _LINE * lines + (_FACE if point.face is not None else 0)


def _lines(text: str, width: float) -> int:
    """About how many lines a bold text takes in a column of so many em."""
    if text.isascii():
        return max(1, math.ceil(len(text) * 0.56 / max(width, 1)))
    length = sum(1.02 if unicodedata.east_asian_width(char) in "WF" else 0.56 for char in text)
    return max(1, math.ceil(length / max(width, 1)))


def emotion_html(cell: Cell, emotion: EmotionCell, lane: EmotionLane, words: Words, html: TextsAsHtml) -> Markup:
    """A cell of the lane. Where nobody has given a feeling a score, there is no curve, and the words are its items."""
    parts: list[Markup | str] = []
    if emotion.note:
        parts += [element("small", html(emotion.note), cls="journey-was"), SPACE]
    parts.append(joined([_point(point, lane) for point in emotion.points], " "))
    names = (
        "journey-lane--emotion" if lane.measured else "journey-lane--feelings",
        "journey-emotion--planned" if lane.planned else "",
    )
    return element(
        "dd",
        *parts,
        evidence_html(emotion.evidence, words, html),
        SPACE,
        cls=names,
        style=f"--row:{cell.row};",
    )


def _point(point: CurvePoint, lane: EmotionLane) -> Markup:
    more = (SPACE, element("span", point.more)) if point.more else ()
    height = None if point.y is None else f"--y:{curves.number(point.y)}"
    face = (face_html(FACES[point.face]),) if point.face is not None else ()
    return element("b", point.label, *more, *face, cls=_classes(point, lane), style=height)


def _classes(point: CurvePoint, lane: EmotionLane) -> tuple[str, ...]:
    guess = "journey-pt--hyp" if point.hypothesis else ""
    if point.score is None:
        return "journey-pt", "journey-pt--word", guess
    # Nobody has felt yet what is planned.
    felt = not lane.planned or bool(point.series)
    return (
        "journey-pt",
        f"journey-pt--{point.series}" if point.series else "",
        "journey-pt--neg" if point.negative and felt else "",
        guess,
        "journey-pt--mot" if point.moment_of_truth and felt else "",
        "journey-pt--below" if point.below else "",
        "journey-pt--beside" if point.beside else "",
    )


def plot_html(phase: PhaseView, row: int, lane: EmotionLane | None) -> Markup:
    """The curve over the steps of a phase; nothing on a map on which nothing is measured."""
    if phase.plot is None or lane is None:
        return NOTHING
    return joined((curves.plot(phase.plot, row, lane.other or ("planned" if lane.planned else "")), "\n"))
