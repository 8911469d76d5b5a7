"""Geometry of the emotion curve.

One monotone cubic curve goes through the scores of neighbouring columns, so it meets every score and never
leaves the scale. A score that is None (not measured) breaks it. A score stands at the centre of its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from mkdocs_journey.model.values import Scale

Score = float | None
Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve between two neighbouring scores: start, two control points, end. x counts columns."""
NEAR = 1e-6
"""What is nearer to each other than that, in columns, is at the same place."""


def y(score: float, scale: Scale) -> float:
    """Per cent from the top of the scale."""
    return 100 * (scale.high - score) / (scale.high - scale.low)


def ticks(scale: Scale) -> list[float]:
    """Values of the axis, top first, evenly spaced: every unit where there are up to four, else ends and middle."""
    span = scale.high - scale.low
    parts = span if span <= 4 else 2
    return [scale.high - span * part / parts for part in range(parts + 1)]


def runs(scores: Sequence[Score]) -> list[range]:
    """The stretches of columns in which every score was measured."""
    found: list[range] = []
    start: int | None = None
    for column, score in enumerate([*scores, None]):
        if score is not None and start is None:
            start = column
        elif score is None and start is not None:
            found.append(range(start, column))
            start = None
    return found


def slopes(xs: Sequence[float], ys: Sequence[float]) -> list[float]:
    """The slope of the curve in each point; 0 at both ends and at every peak and trough.

    F. N. Fritsch, R. E. Carlson, Monotone Piecewise Cubic Interpolation, SIAM J. Numer. Anal. 17 (1980) 238-246,
    with the weighted harmonic mean of F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300-304,
    which needs one pass: between two points the curve never goes beyond either.
    """
    found = [0.0] * len(xs)
    rises = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
    for i in range(1, len(xs) - 1):
        before, after = rises[i - 1], rises[i]
        if before * after > 0:
            width_before, width_after = xs[i] - xs[i - 1], xs[i + 1] - xs[i]
            weight_before, weight_after = 2 * width_after + width_before, width_after + 2 * width_before
            found[i] = (weight_before + weight_after) / (weight_before / before + weight_after / after)
    return found


def segments(scores: Sequence[Score], widths: Sequence[float] | None = None) -> list[Segment]:
    """The curve between neighbouring columns. x counts columns, or sums ``widths`` where columns differ."""
    return [segment for _, segment in numbered_segments(scores, widths)]


def numbered_segments(scores: Sequence[Score], widths: Sequence[float] | None) -> Iterator[tuple[int, Segment]]:
    """Each segment with the column in which it begins."""
    edges = edges_of(scores, widths)
    for run in runs(scores):
        xs = [(edges[column] + edges[column + 1]) / 2 for column in run]
        ys = [float(scores[column] or 0) for column in run]
        tangents = slopes(xs, ys)
        for i, column in enumerate(run[:-1]):
            third = (xs[i + 1] - xs[i]) / 3
            yield (
                column,
                (
                    (xs[i], ys[i]),
                    (xs[i] + third, ys[i] + tangents[i] * third),
                    (xs[i + 1] - third, ys[i + 1] - tangents[i + 1] * third),
                    (xs[i + 1], ys[i + 1]),
                ),
            )


def edges_of(scores: Sequence[Score], widths: Sequence[float] | None) -> list[float]:
    """Where columns begin and end: the sums of their widths, each 1 where none are given."""
    return list(accumulate(widths or [1.0] * len(scores), initial=0.0))


def split(segment: Segment, share: float) -> tuple[Segment, Segment]:
    """Cut a segment in two at a share of its way (de Casteljau's construction); its control points are thirds, so
    that x grows evenly.
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    abx, aby = ax + (bx - ax) * share, ay + (by - ay) * share
    bcx, bcy = bx + (cx - bx) * share, by + (cy - by) * share
    cdx, cdy = cx + (dx - cx) * share, cy + (dy - cy) * share
    leftx, lefty = abx + (bcx - abx) * share, aby + (bcy - aby) * share
    rightx, righty = bcx + (cdx - bcx) * share, bcy + (cdy - bcy) * share
    middle = leftx + (rightx - leftx) * share, lefty + (righty - lefty) * share
    return ((ax, ay), (abx, aby), (leftx, lefty), middle), (middle, (rightx, righty), (cdx, cdy), (dx, dy))


def cut(segment: Segment, low: float, high: float) -> Segment | None:
    """The part of a segment between two values of x; None where it has none there."""
    start, end = segment[0][0], segment[3][0]
    if end <= low + NEAR or start >= high - NEAR:
        return None
    if end > high:
        segment, _ = split(segment, (high - start) / (end - start))
        end = high
    if start < low:
        _, segment = split(segment, (low - start) / (end - start))
    return segment


class Placement(Struct, frozen=True):
    """Where the label of a point stands, so that it keeps off its own curve."""

    extreme: bool
    """Whether the point is a peak or a trough, or stands alone."""
    below: bool
    beside: bool
    """On a slope: after the point, in the corner that the curve leaves free."""


def placement(scores: Sequence[Score], column: int, neutral: float = 0) -> Placement:
    """Where the label of a measured score stands: above a peak, below a trough.

    On a slope the free corner is after the point: below it where the curve rises, above it where it falls. At an
    end and beside a level stretch both sides are free; there the label keeps away from the ``neutral`` line.
    """
    score = scores[column]
    before = scores[column - 1] if column else None
    after = scores[column + 1] if column + 1 < len(scores) else None
    if score is None:
        raise ValueError("A column without a score has no label.")
    neighbours = [neighbour for neighbour in (before, after) if neighbour is not None]
    peak = all(score >= neighbour for neighbour in neighbours)
    trough = all(score <= neighbour for neighbour in neighbours)
    if not peak and not trough:
        return Placement(extreme=False, below=bool(after is not None and after > score), beside=True)
    extreme = not neighbours or (len(neighbours) == 2 and peak != trough)
    turning = extreme and bool(neighbours) and score not in neighbours
    away = score < neutral or (score == neutral and trough and not peak)
    return Placement(extreme, trough if turning else away, beside=False)
