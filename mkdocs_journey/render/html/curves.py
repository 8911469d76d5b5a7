"""Curves as pictures of drawn paths, which look the same on a screen, on paper and in every other program.

A picture is 100 wide for each column; y from 0 to 100 is the scale from its top, and :data:`BLEED` units above and
below it hold half the stroke. It is stretched to the room that it has; the style sheet keeps strokes as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup

from mkdocs_journey.drawing.curve import NEAR, Point, Score, Segment, segments
from mkdocs_journey.drawing.curve_shapes import CurveShapes, Stroke, Window, placed
from mkdocs_journey.drawing.spark import SmallCurve
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.html.elements import AttributeValue, element, style

BLEED = 10
"""Units above and below the scale that belong to the drawing."""
_SMALL = (320, 60)
"""Width and height of a small curve where there is no style sheet, in pixels."""
_NOTHING = (0, 0)
"""A part of a curve says nothing where it does not lie under its words."""
_TINT: dict[str, AttributeValue] = {"stroke": "none", "fill": "currentColor", "fill_opacity": ".12"}


def number(value: float, decimals: int = 1) -> str:
    """A coordinate with so many decimals at the most."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def line_path(line: Sequence[Segment]) -> str:
    """SVG path data of a part of a curve; after a gap it starts anew."""
    data: list[str] = []
    last: float | None = None
    for segment in line:
        if last is None or abs(segment[0][0] - last) > NEAR:
            data.append("M" + _place(segment[0]))
        data.append(_bend(*segment[1:]))
        last = segment[3][0]
    return "".join(data)


def curve_path(scores: Sequence[Score], scale: Scale) -> str:
    """SVG path data of the whole curve; "" where it has no two scores beside each other."""
    everything = Window(0, len(scores))
    return line_path([placed(segment, everything, scale) for segment in segments(scores)])


def plot(shapes: CurveShapes, row: int, kind: str = "") -> Markup:
    """The curve over the steps of a phase, in a row of the map.

    ``kind`` tells what its lines are: ``planned``, ``today`` where a plan lies over the curve of today, ``was`` where
    the one from before lies behind.
    """
    names = ("journey-curve", f"journey-curve--{kind}" if kind else "")
    return _picture(shapes, kind, size=_NOTHING, cls=names, style=style(row=row))


def spark_html(spark: SmallCurve, tag: str = "span") -> Markup:
    """A small curve, with a dot at its moment."""
    values: dict[str, float | str] = {}
    if spark.dot is not None:
        values = {"x": number(spark.dot[0]), "y": number(spark.dot[1])}
    if spark.good:
        values["mark"] = "var(--journey-ink)"
    return element(
        tag,
        _small(spark.shapes),
        cls="journey-spark",
        aria_hidden="true",
        style=style(**values) if values else None,
    )


# Pages show the curve of one journey again and again, with the dot at another place each time.
@lru_cache(maxsize=256)
def _small(shapes: CurveShapes) -> Markup:
    edges = "".join(f"M{edge} {-BLEED}V{100 + BLEED}" for edge in range(100, round(shapes.width), 100))
    kind = "was" if shapes.other else ""
    names = ("journey-curve", f"journey-curve--{kind}" if kind else "")
    return _picture(shapes, kind, edges, size=_SMALL, cls=names)


def _picture(
    shapes: CurveShapes, kind: str, grid: str = "", *, size: tuple[int, int], **attributes: AttributeValue
) -> Markup:
    """An SVG of a curve: each look is one path. What was measured lies on top of what is planned or was before."""
    level = number(shapes.neutral)
    paths = [_path(grid, "is-grid")] if grid else []
    paths.append(_path(f"M0 {level}H{number(shapes.width)}", "is-axis"))
    if shapes.gaps:
        paths.append(_path("".join(_gap(*pair) for pair in shapes.gaps), "is-gap", **_TINT))
    elif not shapes.other:
        paths += _by_look(shapes.areas, lambda one: _area(one.segments, level), "is-area", **_TINT)
    own = [
        *_by_look(shapes.strokes, lambda one: line_path(one.segments), ""),
        *([_path("".join(map(_dash, shapes.lone)), "")] if shapes.lone else ()),
    ]
    other = _by_look(shapes.other, lambda one: line_path(one.segments), "is-other")
    paths += [*own, *other] if kind == "today" else [*other, *own]
    return element(
        "svg",
        *paths,
        viewBox=f"0 {-BLEED} {number(shapes.width)} {100 + 2 * BLEED}",
        preserveAspectRatio="none",
        width=size[0],
        height=size[1],
        fill="none",
        stroke="currentColor",
        aria_hidden="true",
        **attributes,
    )


def _by_look(
    strokes: Iterable[Stroke], data: Callable[[Stroke], str], cls: str, **look: AttributeValue
) -> list[Markup]:
    """A path for each look: above and below the neutral line, and what is only supposed."""
    found: dict[tuple[bool, bool], list[str]] = {}
    for one in strokes:
        found.setdefault((one.low, one.guess), []).append(data(one))
    return [
        _path("".join(some), cls, "is-low" if low else "", "is-guess" if guess else "", **look)
        for (low, guess), some in sorted(found.items())
    ]


def _path(data: str, *names: str, **look: AttributeValue) -> Markup:
    return element("path", cls=names, d=data, **look)


def _area(line: Sequence[Segment], level: str) -> str:
    """What lies between a line and the neutral one."""
    return f"M{number(line[0][0][0])} {level}L{_place(line[0][0])}{''.join(_bend(*one[1:]) for one in line)}V{level}z"


def _gap(one: Segment, other: Segment) -> str:
    """What lies between two lines: there along the one, and back along the other."""
    return f"M{_place(one[0])}{_bend(*one[1:])}L{_place(other[3])}{_bend(other[2], other[1], other[0])}z"


def _dash(point: Point) -> str:
    """A short stroke through a score without a neighbour."""
    return f"M{number(point[0] - 20)} {number(point[1])}h40"


def _across(x: float) -> str:
    """A place along the curve: four digits, and beyond a thousand one more."""
    return f"{x:.4g}" if x < 1_000 else number(x)


def _place(point: Point) -> str:
    return f"{_across(point[0])} {point[1]:.3g}"


def _bend(second: Point, third: Point, fourth: Point) -> str:
    return f"C{_place(second)} {_place(third)} {_place(fourth)}"
