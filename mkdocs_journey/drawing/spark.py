"""The whole curve of a journey in one small picture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journey.drawing import curve
from mkdocs_journey.drawing.curve_shapes import Curve, CurveShapes, whole_curve
from mkdocs_journey.drawing.other_curve import OtherCurve
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.values import Scale
from mkdocs_journey.views.moments import Course, Moment


class SmallCurve(NamedTuple):
    """A small curve: x counts 100 for each column, y is per cent of the scale from its top."""

    shapes: CurveShapes
    """The curve, and the one from before in a build that shows changes."""
    dot: curve.Point | None = None
    """Where its moment is, in per cent of the whole width and height."""
    good: bool = False
    """Whether that moment is neutral or better."""


def small_curve(course: Course, other: OtherCurve | None) -> SmallCurve:
    """The course of a journey with a dot at its worst moment; or with the one from before, if there is one."""
    return spark_of_both(course, other.line) if other and other.name == "was" else spark_of(course, course.worst)


def spark_of(course: Course, moment: Moment | None) -> SmallCurve:
    """The course of a journey, with a dot at one of its moments."""
    column, score = (moment.column, moment.score) if moment is not None else (0, None)
    return spark(course.scores, course.widths, course.scale, column, score)


def spark(
    scores: tuple[float | None, ...], widths: tuple[float, ...], scale: Scale, column: int, score: float | None
) -> SmallCurve:
    """A curve with a dot at a score in a column, or none where the score is None."""
    total = sum(widths)
    dot = None
    if score is not None:
        dot = 100 * (sum(widths[:column]) + widths[column] / 2) / total, curve.y(score, scale)
    good = score is not None and score >= scale.neutral
    return SmallCurve(_shapes(Curve(scale, scores, widths)), dot, good)


def spark_of_both(course: Course, earlier: Mapping[Column, float]) -> SmallCurve:
    """The course of a journey, and the one that it had, by the columns that the map has now."""
    scores = tuple(earlier.get(column) for column in course.columns)
    return SmallCurve(whole_curve(Curve(course.scale, course.scores, course.widths, other=scores)))


# Pages show the curve of one journey again and again, with the dot at another place each time.
_shapes = lru_cache(maxsize=256)(whole_curve)
