"""Geometry of the emotion curve, and its drawing as CSS masks.

One monotone cubic curve goes through the scores of neighbouring columns, so it meets every score and never
leaves the scale. A score that is None (not measured) breaks it. The curve is cut at the edges of the columns:
each cell of the map owns its slice.

A score stands at the centre of its column. Inside a slice, x from 0 to 100 is the column, y from 0 to 100 the
scale from its top; 10 units above and below (:data:`BLEED`) hold half the stroke and the dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mkdocs_journey.model.values import Scale

Score = float | None
Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve between two neighbouring scores: start, two control points, end. x counts columns."""

BLEED = 10
"""Units above and below the scale that belong to the drawing."""
LAP = 0.02
"""Share of a column that its slice shows beyond each edge. CSS paints the cell only, so slanted joints have no
notch, and PDF viewers show no edge of the mask."""
TINT = "fill-opacity=%22.12%22"
"""Attributes of a path that tints an area."""


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
    return [segment for _, segment in _numbered_segments(scores, widths)]


def _numbered_segments(scores: Sequence[Score], widths: Sequence[float] | None) -> Iterator[tuple[int, Segment]]:
    """Each segment with the column in which it begins."""
    edges = _edges(scores, widths)
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


def _edges(scores: Sequence[Score], widths: Sequence[float] | None) -> list[float]:
    return list(accumulate(widths or [1.0] * len(scores), initial=0.0))


def split(segment: Segment, share: float) -> tuple[Segment, Segment]:
    """Cut a segment in two at a share of its way (de Casteljau's construction)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    abx, aby = ax + (bx - ax) * share, ay + (by - ay) * share
    bcx, bcy = bx + (cx - bx) * share, by + (cy - by) * share
    cdx, cdy = cx + (dx - cx) * share, cy + (dy - cy) * share
    leftx, lefty = abx + (bcx - abx) * share, aby + (bcy - aby) * share
    rightx, righty = bcx + (cdx - bcx) * share, bcy + (cdy - bcy) * share
    middle = leftx + (rightx - leftx) * share, lefty + (righty - lefty) * share
    return ((ax, ay), (abx, aby), (leftx, lefty), middle), (middle, (rightx, righty), (cdx, cdy), (dx, dy))


def point_at(segment: Segment, share: float) -> Point:
    """The point at a share of a segment's way. Its control points are thirds, so x grows evenly."""
    return split(segment, share)[0][3]


def slices(scores: Sequence[Score], widths: Sequence[float] | None = None, lap: float = LAP) -> list[list[Segment]]:
    """For each column the parts of the curve in it, x from 0 to 100, and a little beyond by ``lap``."""
    edges = _edges(scores, widths)
    found: list[list[Segment]] = [[] for _ in scores]
    for column, segment in _numbered_segments(scores, widths):
        start, length = segment[0][0], segment[3][0] - segment[0][0]
        edge = edges[column + 1]
        width, next_width = edge - edges[column], edges[column + 2] - edge
        before, _ = split(segment, min(1, (edge + lap * width - start) / length))
        _, after = split(segment, max(0, (edge - lap * next_width - start) / length))
        found[column].append(_in_column(before, edges[column], width))
        found[column + 1].append(_in_column(after, edge, next_width))
    return found


def _in_column(segment: Segment, left: float, width: float) -> Segment:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    unit = 100 / width
    return ((ax - left) * unit, ay), ((bx - left) * unit, by), ((cx - left) * unit, cy), ((dx - left) * unit, dy)


@dataclass(frozen=True, slots=True)
class Placement:
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


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _place(point: Point, scale: Scale) -> str:
    return f"{point[0]:.4g} {y(point[1], scale):.3g}"


def _bend(second: Point, third: Point, fourth: Point, scale: Scale) -> str:
    high, unit = scale.high, 100 / (scale.high - scale.low)
    return (
        f"C{second[0]:.4g} {(high - second[1]) * unit:.3g} {third[0]:.4g} {(high - third[1]) * unit:.3g} "
        f"{fourth[0]:.4g} {(high - fourth[1]) * unit:.3g}"
    )


def line_path(curve: Sequence[Segment], scale: Scale) -> str:
    """SVG path data of the curve; after a gap it starts anew."""
    data: list[str] = []
    last: float | None = None
    for segment in curve:
        if last is None or abs(segment[0][0] - last) > 1e-6:
            data.append("M" + _place(segment[0], scale))
        data.append(_bend(*segment[1:], scale))
        last = segment[3][0]
    return "".join(data)


def area_path(curve: Sequence[Segment], scale: Scale) -> str:
    """SVG path data of the area between the curve and the neutral line."""
    neutral = number(y(scale.neutral, scale))
    return "".join(
        f"M{number(segment[0][0])} {neutral}L{_place(segment[0], scale)}{_bend(*segment[1:], scale)}V{neutral}z"
        for segment in curve
    )


def gap_path(curve: Sequence[Segment], other: Sequence[Segment], scale: Scale) -> str:
    """SVG path data of the area between two curves, where both were measured."""
    data = []
    for one in curve:
        for two in other:
            if abs(one[0][0] - two[0][0]) < 1e-6 and abs(one[3][0] - two[3][0]) < 1e-6:
                back = _bend(two[2], two[1], two[0], scale)
                data.append(f"M{_place(one[0], scale)}{_bend(*one[1:], scale)}L{_place(two[3], scale)}{back}z")
    return "".join(data)


def stroke(dash: str = "", width: float = 2.25) -> str:
    """Attributes of a line that keeps its width, in pixels, however the image is stretched."""
    dashes = f" stroke-dasharray=%22{dash}%22" if dash else ""
    colour = "fill=%22none%22 stroke=%22%23000%22"
    return f"{colour} stroke-width=%22{width:g}%22{dashes} vector-effect=%22non-scaling-stroke%22"


def mask(*paths: tuple[str, str], left: float = -100 * LAP, width: float = 100 + 200 * LAP) -> str:
    """A CSS ``url()`` with an SVG image of paths, each given as attributes and data; "" where there is nothing.

    It is meant for ``mask``: only its shape counts. Safe inside ``style="…"``. Without ``left`` and ``width`` it is
    the image of one slice.
    """
    body = "".join(f"%3Cpath {attributes} d=%22{data}%22/%3E" for attributes, data in paths if data)
    if not body:
        return ""
    return (
        "url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 "
        f"viewBox=%22{number(left)} {-BLEED} {number(width)} {100 + 2 * BLEED}%22 "
        f"preserveAspectRatio=%22none%22%3E{body}%3C/svg%3E')"
    )


def whole_line(scores: Sequence[Score], scale: Scale, widths: Sequence[float] | None = None) -> str:
    """The mask of a whole curve in one image, for a sparkline; a single score is a short stroke."""
    return mask((stroke(width=2), _whole_path(scores, scale, widths)), left=0, width=100 * _edges(scores, widths)[-1])


def two_lines(
    scores: Sequence[Score], earlier: Sequence[Score], scale: Scale, widths: Sequence[float] | None = None
) -> str:
    """The same with another curve over the same columns, dotted."""
    return mask(
        (stroke("2 3", 1.5), _whole_path(earlier, scale, widths)),
        (stroke(width=2), _whole_path(scores, scale, widths)),
        left=0,
        width=100 * _edges(scores, widths)[-1],
    )


def curve_path(scores: Sequence[Score], scale: Scale, widths: Sequence[float] | None = None) -> str:
    """SVG path data of the whole curve in an image 100 wide for each column; "" where it has no two scores beside each
    other."""
    curve = [tuple((x * 100, value) for x, value in segment) for segment in segments(scores, widths)]
    return line_path(curve, scale)  # type: ignore[arg-type]


def _whole_path(scores: Sequence[Score], scale: Scale, widths: Sequence[float] | None) -> str:
    edges = _edges(scores, widths)
    points = "".join(
        f"M{number(50 * (edges[run[0]] + edges[run[0] + 1]) - 20)} {number(y(scores[run[0]] or 0, scale))}h40"
        for run in runs(scores)
        if len(run) == 1
    )
    return curve_path(scores, scale, widths) + points
