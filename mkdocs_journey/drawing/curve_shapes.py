"""The curve as finished shapes: strokes and areas that end where the curve crosses the neutral line.

So nothing has to be masked, clipped or coloured by a gradient, which few programs for paper can do.

In a picture, x counts 100 for each column, and y is per cent of the scale from its top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_journey.drawing.curve import NEAR, Point, Score, Segment, cut, edges_of, numbered_segments, runs, split, y
from mkdocs_journey.model.values import Scale

_HALVINGS = 30
"""Steps in which a crossing of the neutral line is found: to a billionth of the way."""


class Stroke(NamedTuple):
    """A part of the curve that looks alike."""

    segments: tuple[Segment, ...]
    """Each begins where the one before it ends."""
    low: bool = False
    """Whether it lies below the neutral line."""
    guess: bool = False
    """Whether nobody has observed it yet."""


class CurveShapes(NamedTuple):
    """What a picture of a curve shows."""

    width: float
    neutral: float
    """Where the neutral line lies."""
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Stroke, ...] = ()
    """What lies between the curve and the neutral line, without its edge at that line."""
    other: tuple[Stroke, ...] = ()
    """Another curve."""
    gaps: tuple[tuple[Segment, Segment], ...] = ()
    """What lies between both curves, where both were measured: their parts above each other."""
    lone: tuple[Point, ...] = ()
    """Scores without a neighbour, through which no curve goes."""


class Window(NamedTuple):
    """A part of the curve that a picture shows, and where in it."""

    start: float
    end: float
    """In columns of the curve."""
    left: float = 0
    """Where in the picture it begins."""
    unit: float = 100
    """How wide a column of the curve is there."""


class Curve(NamedTuple):
    """A curve over columns, and maybe another one."""

    scale: Scale
    scores: tuple[Score, ...]
    widths: tuple[float, ...]
    guesses: tuple[bool, ...] = ()
    """By column, whether nobody has observed it yet; empty where all is observed."""
    other: tuple[Score, ...] = ()

    @property
    def windows(self) -> list[Window]:
        """A window for each column, side by side."""
        edges = edges_of(self.scores, self.widths)
        return [Window(start, end, 100 * start) for start, end in pairwise(edges)]


def whole_curve(curve: Curve) -> CurveShapes:
    """The whole curve in one picture."""
    return pictures_of(curve, [curve.windows])[0]


def pictures_of(curve: Curve, pictures: Sequence[Sequence[Window]]) -> list[CurveShapes]:
    """What each of several pictures shows of a curve: windows side by side, in order, at least one."""
    own, other = _strokes(curve, curve.scores), _strokes(curve._replace(guesses=()), curve.other)
    areas = [one._replace(guess=False) for one in own if not _is_level(one, curve.scale)]
    neutral = y(curve.scale.neutral, curve.scale)
    found: list[CurveShapes] = []
    for windows in map(_joined_windows, pictures):
        last = windows[-1]
        found.append(
            CurveShapes(
                last.left + (last.end - last.start) * last.unit,
                neutral,
                tuple(_shown(own, windows, curve.scale)),
                tuple(_shown(areas, windows, curve.scale)),
                tuple(_shown(other, windows, curve.scale)),
                tuple(_gaps(curve, windows)) if other else (),
                tuple(_lone(curve, windows)),
            )
        )
    return found


def _joined_windows(windows: Sequence[Window]) -> list[Window]:
    """Neighbours as one window, so that no shape is cut without need."""
    found: list[Window] = []
    for one in windows:
        last = found[-1] if found else None
        if last and last.end == one.start and last.unit == one.unit:
            found[-1] = last._replace(end=one.end)
        else:
            found.append(one)
    return found


def _strokes(curve: Curve, scores: Sequence[Score]) -> list[Stroke]:
    """The whole curve through some scores in pieces that look alike, in columns and scores."""
    edges, guesses = edges_of(scores, curve.widths), curve.guesses or (False,) * len(scores)
    found: list[Stroke] = []
    for column, segment in numbered_segments(scores, curve.widths):
        if guesses[column] == guesses[column + 1]:
            pieces = [(segment, guesses[column])]
        else:
            start, end = segment[0][0], segment[3][0]
            before, behind = split(segment, (edges[column + 1] - start) / (end - start))
            pieces = [(before, guesses[column]), (behind, guesses[column + 1])]
        for piece, guess in pieces:
            found += [Stroke((part,), low, guess) for part, low in _by_sign(piece, curve.scale.neutral)]
    return found


def _by_sign(segment: Segment, neutral: float) -> Iterator[tuple[Segment, bool]]:
    """A segment in its parts above and below the neutral line: two at most, as it rises or falls all the way."""
    start, end = segment[0][1] - neutral, segment[3][1] - neutral
    if start * end >= 0:
        yield segment, start + end < 0
        return
    one, other, third, fourth = (point[1] - neutral for point in segment)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        rest = 1 - share
        height = one * rest**3 + 3 * other * rest**2 * share + 3 * third * rest * share**2 + fourth * share**3
        low, high = (share, high) if height * start > 0 else (low, share)
    before, behind = split(segment, (low + high) / 2)
    yield before, start < 0
    yield behind, end < 0


def _is_level(stroke: Stroke, scale: Scale) -> bool:
    """Whether a stroke lies on the neutral line, so that there is nothing between them."""
    return all(abs(point[1] - scale.neutral) < NEAR for point in stroke.segments[0])


def _shown(strokes: Sequence[Stroke], windows: Sequence[Window], scale: Scale) -> Iterator[Stroke]:
    """Strokes as they are in the picture; what looks alike and meets is one."""
    last: Stroke | None = None
    for window in windows:
        for stroke in strokes:
            part = cut(stroke.segments[0], window.start, window.end)
            if part is None:
                continue
            drawn = placed(part, window, scale)
            if last is not None and last[1:] == stroke[1:] and abs(last.segments[-1][3][0] - drawn[0][0]) < NEAR:
                last = last._replace(segments=(*last.segments, drawn))
                continue
            if last is not None:
                yield last
            last = stroke._replace(segments=(drawn,))
    if last is not None:
        yield last


def _gaps(curve: Curve, windows: Sequence[Window]) -> Iterator[tuple[Segment, Segment]]:
    other = dict(numbered_segments(curve.other, curve.widths))
    both = [(one, other[column]) for column, one in numbered_segments(curve.scores, curve.widths) if column in other]
    for window in windows:
        for one, two in both:
            upper, lower = cut(one, window.start, window.end), cut(two, window.start, window.end)
            if upper is not None and lower is not None:
                yield placed(upper, window, curve.scale), placed(lower, window, curve.scale)


def _lone(curve: Curve, windows: Sequence[Window]) -> Iterator[Point]:
    edges = edges_of(curve.scores, curve.widths)
    for run in runs(curve.scores):
        x, score = (edges[run[0]] + edges[run[0] + 1]) / 2, curve.scores[run[0]]
        if len(run) == 1 and score is not None:
            for window in windows:
                if window.start < x < window.end:
                    yield window.left + (x - window.start) * window.unit, y(score, curve.scale)


def placed(segment: Segment, window: Window, scale: Scale) -> Segment:
    """A segment in columns and scores as it is in a picture."""
    start, left, unit = window.start, window.left, window.unit
    high, share = scale.high, 100 / (scale.high - scale.low)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    return (
        (left + (ax - start) * unit, (high - ay) * share),
        (left + (bx - start) * unit, (high - by) * share),
        (left + (cx - start) * unit, (high - cy) * share),
        (left + (dx - start) * unit, (high - dy) * share),
    )
