"""The whole curve of a journey in one small picture, and its telling moments."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.spark import spark_of
from mkdocs_journey.relations import PlaceOnMap
from mkdocs_journey.render.html.curves import spark_html
from mkdocs_journey.views.moments import Moment, course_of


class Sparkline(Struct, frozen=True):
    """The picture of a curve."""

    picture: Markup
    worst: Moment
    best: Moment
    end: Moment


class Glance(Struct, frozen=True):
    """A curve with a dot at one place of the map."""

    picture: Markup
    moment: Moment | None
    """Where the dot is; None where nobody has given that place a score."""
    exact: bool
    """Whether that is the place itself; otherwise it is the worst moment in it."""


def sparkline(entry: JourneyEntry) -> Sparkline | None:
    """The curve of a journey, with a dot at its worst moment; None where no emotion has a score."""
    course = course_of(entry)
    if course is None:
        return None
    return Sparkline(spark_html(spark_of(course, course.worst)), course.worst, course.best, course.end)


def glance(entry: JourneyEntry, place: PlaceOnMap) -> Glance | None:
    """The curve of a journey with a dot at a step, or at the worst moment of a phase or of the whole journey."""
    course = course_of(entry)
    if course is None:
        return None
    moment = course.worst_at(place)
    # Where a phase has a feeling as a whole, each of its steps has it.
    exact = moment is not None and place is not None and course.columns[moment.column] in (place, (place[0], None))
    return Glance(spark_html(spark_of(course, moment), "i"), moment, exact)
