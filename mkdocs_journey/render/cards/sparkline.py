"""The whole curve of a journey in one small picture, and its telling moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.values import Scale
from mkdocs_journey.relations import PlaceOnMap
from mkdocs_journey.render.html.elements import style
from mkdocs_journey.render.map import curve
from mkdocs_journey.views.moments import Course, Moment, course_of


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A curve as the ``style`` of an element of the class ``journey-spark``."""

    style: Markup
    worst: Moment
    best: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Glance:
    """A curve with a dot at one place of the map."""

    style: Markup
    """As of a :class:`Sparkline`."""
    moment: Moment | None
    """Where the dot is; None where nobody has given that place a score."""
    exact: bool
    """Whether that is the place itself; otherwise it is the worst moment in it."""


def sparkline(entry: JourneyEntry) -> Sparkline | None:
    """The curve of a journey, with a dot at its worst moment; None where no emotion has a score."""
    course = course_of(entry)
    if course is None:
        return None
    return Sparkline(_style(course, course.worst), course.worst, course.best, course.end)


def glance(entry: JourneyEntry, place: PlaceOnMap) -> Glance | None:
    """The curve of a journey with a dot at a step, or at the worst moment of a phase or of the whole journey."""
    course = course_of(entry)
    if course is None:
        return None
    moment = course.worst_at(place)
    # Where a phase has a feeling as a whole, each of its steps has it.
    exact = moment is not None and place is not None and course.columns[moment.column] in (place, (place[0], None))
    return Glance(_style(course, moment), moment, exact)


def sparkline_of_both(entry: JourneyEntry, earlier: Mapping[tuple[int, int | None], float]) -> Markup | None:
    """The ``style`` of a picture of the curve as it is, and dotted as it was, by column; None where there is no score.

    The older curve runs over the columns that the map has now.
    """
    course = course_of(entry)
    if course is None:
        return None
    scale, widths = course.scale, course.widths
    line = curve.two_lines(
        course.scores, [earlier.get(column) if column else None for column in course.columns], scale, widths
    )
    neutral = curve.number(curve.y(scale.neutral, scale))
    return style(columns=curve.number(sum(widths)), line=line, neutral=neutral)


def _style(course: Course, moment: Moment | None) -> Markup:
    column, score = (moment.column, moment.score) if moment is not None else (0, None)
    return spark_style(course.scores, course.widths, course.scale, column, score)


def spark_style(
    scores: tuple[float | None, ...], widths: tuple[float, ...], scale: Scale, column: int, score: float | None
) -> Markup:
    """A curve as the ``style`` of an element of the class ``journey-spark``.

    It has a dot at a score in a column, or none where the score is None.
    """
    total = sum(widths)
    values = {"columns": curve.number(total), "line": _line(scores, scale, widths)}
    if score is not None:
        x = 100 * (sum(widths[:column]) + widths[column] / 2) / total
        values |= {"x": curve.number(x), "y": curve.number(curve.y(score, scale))}
    values["neutral"] = curve.number(curve.y(scale.neutral, scale))
    if score is not None and score >= scale.neutral:
        values["mark"] = "var(--journey-ink)"
    return style(**values)


# Pages show the curve of one journey again and again, with the dot at another place each time.
@lru_cache(maxsize=256)
def _line(scores: tuple[float | None, ...], scale: Scale, widths: tuple[float, ...]) -> str:
    return curve.whole_line(scores, scale, widths)
