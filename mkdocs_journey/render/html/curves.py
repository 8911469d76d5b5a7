"""Curves as images of CSS masks: of such an image only the shape counts, and the page gives it a colour.

An image is 100 wide for each column; y from 0 to 100 is the scale from its top, and 10 units above and below
(:data:`BLEED`) hold half the stroke and the dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from mkdocs_journey.drawing.curve import LAP, CurveLine, Point, Score, Segment, whole_line
from mkdocs_journey.drawing.spark import SmallCurve
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.html.elements import style

BLEED = 10
"""Units above and below the scale that belong to the drawing."""
TINT = "fill-opacity=%22.12%22"
"""Attributes of a path that tints an area."""


def number(value: float, decimals: int = 1) -> str:
    """A coordinate with so many decimals at the most."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _place(point: Point) -> str:
    return f"{point[0]:.4g} {point[1]:.3g}"


def _bend(second: Point, third: Point, fourth: Point) -> str:
    return f"C{second[0]:.4g} {second[1]:.3g} {third[0]:.4g} {third[1]:.3g} {fourth[0]:.4g} {fourth[1]:.3g}"


def line_path(curve: Sequence[Segment]) -> str:
    """SVG path data of the curve; after a gap it starts anew."""
    data: list[str] = []
    last: float | None = None
    for segment in curve:
        if last is None or abs(segment[0][0] - last) > 1e-6:
            data.append("M" + _place(segment[0]))
        data.append(_bend(*segment[1:]))
        last = segment[3][0]
    return "".join(data)


def curve_path(scores: Sequence[Score], scale: Scale) -> str:
    """SVG path data of the whole curve; "" where it has no two scores beside each other."""
    return line_path(whole_line(scores, scale).segments)


def area_path(curve: Sequence[Segment], neutral: float) -> str:
    """SVG path data of the area between the curve and the neutral line."""
    level = number(neutral)
    return "".join(
        f"M{number(segment[0][0])} {level}L{_place(segment[0])}{_bend(*segment[1:])}V{level}z" for segment in curve
    )


def gap_path(curve: Sequence[Segment], other: Sequence[Segment]) -> str:
    """SVG path data of the area between two curves, where both were measured."""
    data = []
    for one in curve:
        for two in other:
            if abs(one[0][0] - two[0][0]) < 1e-6 and abs(one[3][0] - two[3][0]) < 1e-6:
                back = _bend(two[2], two[1], two[0])
                data.append(f"M{_place(one[0])}{_bend(*one[1:])}L{_place(two[3])}{back}z")
    return "".join(data)


def stroke(dash: str = "", width: float = 2.25) -> str:
    """Attributes of a line that keeps its width, in pixels, however the image is stretched."""
    dashes = f" stroke-dasharray=%22{dash}%22" if dash else ""
    colour = "fill=%22none%22 stroke=%22%23000%22"
    return f"{colour} stroke-width=%22{width:g}%22{dashes} vector-effect=%22non-scaling-stroke%22"


def mask(*paths: tuple[str, str], left: float = -100 * LAP, width: float = 100 + 200 * LAP) -> str:
    """A CSS ``url()`` with an SVG image of paths, each given as attributes and data; "" where there is nothing.

    It is meant for ``mask``: only its shape counts. Safe inside ``style="…"``. Without ``left`` and ``width`` it is
    the image of one slice, with what its curve goes on beyond the column: PDF viewers show no edge of it.
    """
    body = "".join(f"%3Cpath {attributes} d=%22{data}%22/%3E" for attributes, data in paths if data)
    if not body:
        return ""
    return (
        "url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 "
        f"viewBox=%22{number(left)} {-BLEED} {number(width)} {100 + 2 * BLEED}%22 "
        f"preserveAspectRatio=%22none%22%3E{body}%3C/svg%3E')"
    )


def spark_style(spark: SmallCurve) -> Markup:
    """A small curve as the ``style`` of an element of the class ``journey-spark``; the one from before is dotted."""
    values = {"columns": number(spark.columns), "line": _spark_line(spark.line, spark.was, 100 * spark.columns)}
    if spark.dot is not None:
        values |= {"x": number(spark.dot[0]), "y": number(spark.dot[1])}
    values["neutral"] = number(spark.neutral)
    if spark.good:
        values["mark"] = "var(--journey-ink)"
    return style(**values)


# Pages show the curve of one journey again and again, with the dot at another place each time.
@lru_cache(maxsize=256)
def _spark_line(line: CurveLine, was: CurveLine | None, width: float) -> str:
    behind = ((stroke("2 3", 1.5), whole_path(was)),) if was else ()
    return mask(*behind, (stroke(width=2), whole_path(line)), left=0, width=width)


def whole_path(line: CurveLine) -> str:
    """SVG path data of a whole curve; a score without a neighbour is a short stroke."""
    return line_path(line.segments) + "".join(f"M{number(x - 20)} {number(y)}h40" for x, y in line.lone)
