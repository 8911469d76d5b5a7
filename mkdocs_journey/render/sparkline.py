"""The whole curve of a journey in one small picture, and its telling moments."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.render import curve
from mkdocs_journey.views.moments import Moment, course_of


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A curve as the ``style`` of an element of the class ``journey-spark``."""

    style: Markup
    worst: Moment
    best: Moment
    end: Moment


def sparkline(entry: JourneyEntry) -> Sparkline | None:
    """The curve of a journey, with a dot at its worst moment; None where no emotion has a score."""
    course = course_of(entry)
    if course is None:
        return None
    scale, worst, widths = entry.journey.scale, course.worst, course.widths
    total = sum(widths)
    x = 100 * (sum(widths[: worst.column]) + widths[worst.column] / 2) / total
    style = (
        f"--columns:{curve.number(total)};--line:{curve.whole_line(course.scores, scale, widths)};"
        f"--x:{curve.number(x)};--y:{curve.number(curve.y(worst.score, scale))};"
        f"--neutral:{curve.number(curve.y(scale.neutral, scale))}"
    )
    if not worst.negative:
        style += ";--mark:var(--journey-ink)"
    return Sparkline(Markup(style), worst, course.best, course.end)  # noqa: S704 - numbers
