"""The lane of emotions: a curve cut into cells, with a point and a few words in each."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.map import curve
from mkdocs_journey.render.map.other_curve import OtherCurve
from mkdocs_journey.render.map.sources import EvidenceMark, SourceLabels
from mkdocs_journey.views.moments import FACES

HEIGHT = 8.2
"""Height of the scale in em, as ``--journey-curve`` has it; the room for labels is reckoned with it."""
NARROWEST = 9.7
"""Width of the narrowest column in em, less its margins."""
_LINE, _FACE, _OFFSET, _LEAST = 1.15, 2.0, 1.3, 2.3
_NOTE = 2.6
_KINDS = {"today": "overlay", "was": "was"}


class CurvePoint(NamedTuple):
    """A score on the curve, with its label."""

    name: str
    """Classes."""
    y: str
    """Per cent from the top of the scale."""
    shown: str
    """The label that the map shows."""
    read: str
    """More words, shown where there is no curve to see, and read aloud."""


class EmotionCell(NamedTuple):
    """A cell of the lane."""

    column: Column
    style: Markup
    name: str
    """Classes."""
    points: tuple[CurvePoint, ...]
    evidence: EvidenceMark | None
    note: Text = ""
    """What changed since an older version, besides the score."""


@dataclass(frozen=True, slots=True)
class EmotionLane:
    """The whole lane."""

    cells: dict[Column, EmotionCell]
    ticks: tuple[str, ...]
    """The axis, top first."""
    neutral: str
    """The neutral line in per cent from the top."""
    above: float
    below: float
    """Room for labels above and below the scale, in em."""
    measured: bool
    """Whether there is any score."""
    hypothesis: bool
    """Whether a part of the curve is dashed."""


class _Place(NamedTuple):
    column: Column
    width: int
    emotion: Emotion
    hypothesis: bool
    moment_of_truth: bool


def emotion_lane(
    entry: JourneyEntry,
    words: Words,
    sources: SourceLabels,
    texts: Texts,
    other: OtherCurve | None = None,
    kept: Container[Column] | None = None,
    notes: Mapping[Column, Text] | None = None,
) -> EmotionLane | None:
    """The lane of a map; None where nobody has said how the persona feels.

    On a map of the future the curve is dashed, since nobody has felt it yet; it may lie over an ``other`` curve.
    Where only some columns are ``kept``, each has its slice of the whole curve. ``notes`` stand above it, by column.
    """
    places, widths = _places(entry)
    if not any(place for place in places) and other is None:
        return None
    scale = entry.journey.scale
    future = entry.journey.state == "future"
    columns = [column for column, _ in widths]
    scores = [place.emotion.score if place else None for place in places]
    # Where only the other curve is known, the cell still has its part of it.
    shares = [width for _, width in widths]
    own_slices = curve.slices(scores, shares)
    other_slices = curve.slices([other.line.get(column) for column in columns], shares) if other else None
    cells: dict[Column, EmotionCell] = {}
    above, below = _LEAST, _LEAST
    for index, place in enumerate(places):
        second = other.points.get(columns[index]) if other else None
        if (place is None and second is None) or (kept is not None and columns[index] not in kept):
            continue
        points: list[CurvePoint] = []
        if place is not None:
            upper = _is_upper(place.emotion.score, second, other)
            label = _label(place, scores, index, scale, words, future, upper)
            points.append(label.point)
            above, below = max(above, label.above), max(below, label.below)
        if other and second is not None and (place is None or place.emotion.score != second):
            higher = place is not None and place.emotion.score is not None and place.emotion.score < second
            points.append(_other_point(second, scale, words, other.name, below=not higher))
            room = _OFFSET + _LINE
            y = curve.y(second, scale) / 100 * HEIGHT
            above, below = (max(above, room - y), below) if higher else (above, max(below, room - HEIGHT + y))
        evidence = sources.mark(place.emotion, texts, hypothesis=False) if place else None
        dashed = place is not None and place.hypothesis
        style = _style(own_slices[index], scale, dashed=dashed, future=future)
        if other and other_slices:
            second_slice = other_slices[index]
            drawn = _with_earlier if other.name == "was" else _over_today
            style = drawn(own_slices[index], second_slice, scale, dashed=dashed, future=future)
        name = (" journey-emotion--planned" if future else "") + (
            f" journey-emotion--{_KINDS[other.name]}" if other else ""
        )
        note = notes.get(columns[index], "") if notes else ""
        cells[columns[index]] = EmotionCell(columns[index], style, name, tuple(points), evidence, note)
    if any(cell.evidence for cell in cells.values()):
        below += 1.6
    if any(cell.note for cell in cells.values()):
        above += _NOTE
    return EmotionLane(
        cells,
        tuple(words.signed(tick, sign=scale.low < 0) for tick in curve.ticks(scale)),
        curve.number(curve.y(scale.neutral, scale)),
        above,
        below,
        any(score is not None for score in scores) or bool(other and other.points),
        any(place and place.hypothesis and place.column in cells for place in places),
    )


def _is_upper(score: float | None, second: float | None, other: OtherCurve | None) -> bool | None:
    """Whether a point lies above the other curve; None where that does not bear upon its label."""
    if other is None or (other.name == "was" and second in (None, score)):
        return None
    return second is None or score is None or score >= second


def _places(entry: JourneyEntry) -> tuple[list[_Place | None], list[tuple[Column, int]]]:
    """The cells in order, and their columns and widths: a phase whose steps have no emotions is one wide cell."""
    places: list[_Place | None] = []
    widths: list[tuple[Column, int]] = []
    for p, phase in enumerate(entry.journey.phases):
        if phase.steps and (phase.emotion is None or any(step.emotion for step in phase.steps)):
            for s, step in enumerate(phase.steps):
                places.append(_place((p, s), 1, step, phase.hypothesis))
                widths.append(((p, s), 1))
        else:
            places.append(_place((p, None), len(phase.steps) or 1, phase, False))
            widths.append(((p, None), len(phase.steps) or 1))
    return places, widths


def _place(column: Column, width: int, lanes: Lanes, phase_hypothesis: bool) -> _Place | None:
    if lanes.emotion is None:
        return None
    guess = lanes.emotion.hypothesis or lanes.hypothesis or phase_hypothesis
    return _Place(column, width, lanes.emotion, guess, bool(lanes.moment_of_truth))


class _Label(NamedTuple):
    point: CurvePoint
    above: float
    below: float


def _label(
    place: _Place,
    scores: Sequence[float | None],
    index: int,
    scale: Scale,
    words: Words,
    future: bool,
    upper: bool | None,
) -> _Label:
    """A point and its words. ``upper`` tells, where another curve is drawn as well, whether this one lies above it."""
    emotion, score = place.emotion, place.emotion.score
    guess = words("evidence.hypothesis") if place.hypothesis else ""
    if score is None:
        classes = "journey-pt journey-pt--word" + (" journey-pt--hyp" if place.hypothesis else "")
        point = CurvePoint(classes, curve.number(curve.y(scale.neutral, scale)), emotion.label or emotion.face, guess)
        return _Label(point, 0, 0)
    where = curve.placement(scores, index, scale.neutral)
    face = scale.face(score)
    last = index + 1 == len(scores) or scores[index + 1] is None
    end = index == 0 or scores[index - 1] is None or last
    telling = where.extreme or place.moment_of_truth or score in (scale.low, scale.high)
    below = where.below if upper is None else not upper
    beside = where.beside and upper is None
    number = words.signed(score, sign=scale.low < 0)
    shown = f"{number} {emotion.label}".strip() if telling or end else number
    read = [] if telling or end or not emotion.label else [emotion.label]
    classes = "".join(
        f" journey-{name}"
        for name, wanted in (
            ("pt--neg", score < scale.neutral and not future),
            ("pt--hyp", place.hypothesis),
            ("pt--mot", place.moment_of_truth and not future),
            ("pt--below", below),
            ("pt--beside", beside),
            ("face", telling),
            (f"face--{FACES[face]}", telling),
        )
        if wanted
    )
    point = CurvePoint(
        "journey-pt" + classes, curve.number(curve.y(score, scale)), shown, " · ".join(filter(None, [*read, guess]))
    )
    room = _OFFSET + _LINE * _lines(shown, NARROWEST * place.width / (2.1 if beside else 1)) + (_FACE if telling else 0)
    y = curve.y(score, scale) / 100 * HEIGHT
    return _Label(point, 0 if below else room - y, room - HEIGHT + y if below else 0)


def _other_point(score: float, scale: Scale, words: Words, name: str, *, below: bool) -> CurvePoint:
    classes = (
        f"journey-pt journey-pt--{name}"
        + (" journey-pt--neg" if score < scale.neutral else "")
        + (" journey-pt--below" if below else "")
    )
    return CurvePoint(
        classes, curve.number(curve.y(score, scale)), words.signed(score, sign=scale.low < 0), words(f"curve.{name}")
    )


def _lines(text: str, width: float) -> int:
    """About how many lines a bold text takes in a column of so many em."""
    if text.isascii():
        return max(1, math.ceil(len(text) * 0.56 / max(width, 1)))
    length = sum(1.02 if unicodedata.east_asian_width(char) in "WF" else 0.56 for char in text)
    return max(1, math.ceil(length / max(width, 1)))


def _style(own: Sequence[curve.Segment], scale: Scale, *, dashed: bool, future: bool) -> Markup:
    """The cell's own images: ``--line`` the curve, ``--under`` what lies below it."""
    line = (_stroke(dashed=dashed, future=future), curve.line_path(own, scale))
    return _images((line,), ((curve.TINT, curve.area_path(own, scale)),))


def _over_today(
    own: Sequence[curve.Segment], today: Sequence[curve.Segment], scale: Scale, *, dashed: bool, future: bool
) -> Markup:
    """Today's curve on top, since it was measured; a plan, which is dashed in any case, below it."""
    plan = (_stroke(dashed=dashed, future=True), curve.line_path(own, scale))
    gap = (curve.TINT, curve.gap_path(own, today, scale))
    return _images(((curve.stroke(), curve.line_path(today, scale)),), (gap, plan))


def _with_earlier(
    own: Sequence[curve.Segment], earlier: Sequence[curve.Segment], scale: Scale, *, dashed: bool, future: bool
) -> Markup:
    """The curve as it is, and behind it, dotted, as it was, with the gap between them."""
    line = (_stroke(dashed=dashed, future=future), curve.line_path(own, scale))
    gap = (curve.TINT, curve.gap_path(own, earlier, scale))
    return _images((line,), (gap, (curve.stroke("2 3", 1.5), curve.line_path(earlier, scale))))


def _stroke(*, dashed: bool, future: bool) -> str:
    return curve.stroke("5 5" if dashed else "8 4" if future else "")


def _images(line: Sequence[tuple[str, str]], under: Sequence[tuple[str, str]]) -> Markup:
    images = (("under", curve.mask(*under)), ("line", curve.mask(*line)))
    return Markup(";".join(f"--{name}:{image}" for name, image in images if image))  # noqa: S704 - numbers
