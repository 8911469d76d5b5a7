"""How a journey stood at one version after the other: its curve, its indicators, its evidence, its open pain points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.rules.statements import Ground, statements_of
from mkdocs_journey.views.backlog import SETTLED
from mkdocs_journey.views.indicators import number_in
from mkdocs_journey.views.moments import Course, course_of
from mkdocs_journey.views.selection import places_of

Pace = Literal["commit", "month", "quarter"]
"""How close to each other points are: each commit, or the last one of each month or quarter."""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """An indicator as a version of the map has it."""

    name: str
    value: str
    """Where it stands, as written; where nobody has measured it since, where it stood at first."""
    unit: str

    @property
    def number(self) -> float | None:
        """The value as a number, where it is one."""
        return number_in(self.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a journey stood."""

    title: str
    names: tuple[str, ...]
    """What is called by each score: steps, or phases."""
    course: Course | None
    """None where no emotion has a score."""
    indicators: tuple[IndicatorValue, ...]
    statements: int
    observed: int
    """How many of the statements were observed."""
    open_pains: int

    @property
    def scores(self) -> tuple[float | None, ...]:
        """The curve."""
        return self.course.scores if self.course else ()

    @property
    def share(self) -> float | None:
        """Which part of the statements was observed, 0 to 1; None where the map says nothing yet."""
        return self.observed / self.statements if self.statements else None

    @property
    def mean(self) -> float | None:
        """The mean of the scores that were measured, on the map's own scale."""
        measured = [score for score in self.scores if score is not None]
        return sum(measured) / len(measured) if measured else None

    @property
    def figures(self) -> tuple[object, ...]:
        """What is compared with the version before: everything but the texts around it."""
        scale = self.course.scale if self.course else None
        return self.names, self.scores, scale, self.indicators, self.statements, self.observed, self.open_pains


@dataclass(frozen=True, slots=True)
class Point:
    """A version of a journey."""

    day: date
    commit: str
    """Its id; empty for what has not been committed yet."""
    subject: str
    standing: Standing | None
    """None where the map could not be read."""
    trouble: str = ""
    """Why it could not."""


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a journey in which something moved, the oldest first."""

    points: tuple[Point, ...]
    unmoved: int = 0
    """Number of commits that changed the map, and nothing of this."""
    incomplete: bool = False
    """Whether older commits are not in this clone."""
    before: Standing | None = None
    """How the journey stood before the first of the points, where older ones are left out."""


def standing_of(entry: JourneyEntry) -> Standing:
    """How a journey stands."""
    course = course_of(entry)
    grounds = Counter(statement.ground for statement in statements_of(entry.journey))
    pains = [pain for place in places_of(entry) for pain in place.lanes.pains]
    return Standing(
        entry.title,
        tuple(_names(entry, course)),
        course,
        tuple(
            IndicatorValue(one.name, one.current or one.baseline or "", one.unit or "")
            for one in entry.journey.indicators
        ),
        grounds.total(),
        grounds[Ground.OBSERVED],
        sum((pain.status or "open") not in SETTLED for pain in pains),
    )


def _names(entry: JourneyEntry, course: Course | None) -> Iterator[str]:
    for p, s in course.columns if course else ():
        phase = entry.journey.phases[p]
        yield phase.name if s is None else phase.steps[s].name


def history_of(points: Iterable[Point], *, incomplete: bool = False) -> History:
    """The points at which something moved; ``points`` are all versions, the oldest first."""
    kept: list[Point] = []
    unmoved = 0
    for point in points:
        last = kept[-1] if kept else None
        same = last and last.standing and point.standing and last.standing.figures == point.standing.figures
        if same:
            unmoved += 1
        else:
            kept.append(point)
    return History(tuple(kept), unmoved, incomplete)


def paced(history: History, pace: Pace, limit: int | None = None) -> History:
    """Only the last point of each month or quarter, and only the newest ``limit`` of them."""
    points: Sequence[Point] = history.points
    if pace != "commit":
        last: dict[tuple[int, int], Point] = {}
        for point in points:
            period = (point.day.year, (point.day.month - 1) // (3 if pace == "quarter" else 1))
            # A version that cannot be read says nothing of its quarter where another one does.
            if point.standing is not None or period not in last:
                last[period] = point
        points = [last[period] for period in sorted(last)]
    return _from(replace(history, points=tuple(points)), max(0, len(points) - limit) if limit else 0)


def since_day(history: History, day: date) -> History:
    """Only what moved on a day or later."""
    first = next((index for index, point in enumerate(history.points) if point.day >= day), len(history.points))
    return _from(history, first)


def _from(history: History, first: int) -> History:
    """A history from its point ``first`` on."""
    left_out = [point.standing for point in history.points[:first] if point.standing]
    return replace(history, points=history.points[first:], before=left_out[-1] if left_out else history.before)
