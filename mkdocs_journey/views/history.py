"""How a journey moved over time: its curve, indicators, evidence and open pain points, and what of it changed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, build_atlas
from mkdocs_journey.compile import Site
from mkdocs_journey.foreign import NO_INVENTORIES
from mkdocs_journey.message import NO_MESSAGE, Message
from mkdocs_journey.method.statements import Ground, statements_of
from mkdocs_journey.model.values import Scale
from mkdocs_journey.model.view import View
from mkdocs_journey.views.backlog import gather_backlog
from mkdocs_journey.views.indicators import number_in
from mkdocs_journey.views.moments import course_of
from mkdocs_journey.views.selection import named_journey

By = Literal["commit", "month", "quarter"]
"""Of what a history has a point: of every commit that moved something, or of every month or quarter with one."""
ROWS = 12
"""Rows unless a view says how many it wants."""
SEVERE = 4
"""A pain point of this severity or more hurts much."""


class Reached(Struct, frozen=True):
    """A score of the curve; None where nothing was measured."""

    name: str
    """The step, or the phase on a map that has scores for phases only."""
    score: float | None
    width: float = 1.0
    """How many columns of the map it takes."""


class IndicatorReading(Struct, frozen=True):
    """An indicator as it stood."""

    name: str
    value: str
    """As written, with its unit; "" where it was not measured."""
    number: float | None
    """The number in it, where it can be read."""


class State(Struct, frozen=True):
    """A journey at one time."""

    title: str
    scale: Scale
    curve: tuple[Reached, ...]
    """In order; empty where no emotion has a score."""
    worst: int
    """Position in the curve of the worst moment, of equals the last one; 0 where there is no curve."""
    end: int
    """Position in the curve of the last moment that was measured; 0 where there is no curve."""
    indicators: tuple[IndicatorReading, ...]
    observed: int
    """Statements that were observed, as the view ``evidence`` counts them."""
    statements: int
    """All statements."""
    severities: tuple[int | None, ...]
    """Of the open pain points, as the view ``backlog`` counts them; the most severe first, None where not rated."""

    @property
    def scores(self) -> tuple[float | None, ...]:
        """The scores of the curve."""
        return tuple(one.score for one in self.curve)

    @property
    def lowest(self) -> float | None:
        """The score of the worst moment; None where there is no curve."""
        return self.curve[self.worst].score if self.curve else None

    @property
    def last(self) -> float | None:
        """The score of the last moment; None where there is no curve."""
        return self.curve[self.end].score if self.curve else None

    @property
    def mean(self) -> float | None:
        """The mean of all scores; None where there is no curve."""
        known = [score for score in self.scores if score is not None]
        return round(sum(known) / len(known), 2) if known else None

    @property
    def percent(self) -> int | None:
        """How much of what the map says was observed, in whole per cent; None where it says nothing."""
        return round(100 * self.observed / self.statements) if self.statements else None

    @property
    def pains(self) -> int:
        """Number of open pain points."""
        return len(self.severities)

    @property
    def severe(self) -> int:
        """How many of them hurt much."""
        return sum(severity is not None and severity >= SEVERE for severity in self.severities)


def state_of(entry: JourneyEntry) -> State:
    """The state of a journey, from its own map alone: what other maps say of it does not count."""
    course = course_of(entry)
    curve: tuple[Reached, ...] = ()
    if course is not None:
        places = [(entry.phases[p], s) for p, s in course.columns]
        names = [phase.phase.name if s is None else phase.steps[s].step.name for phase, s in places]
        curve = tuple(map(Reached, names, course.scores, course.widths))
    grounds = [statement.ground for statement in statements_of(entry.journey)]
    alone = Site(build_atlas([entry], [], foreign=NO_INVENTORIES), {}, ())
    open_ = gather_backlog(View.model_construct(view="backlog", journey=(entry.id,)), alone).rows
    severities = [row.severity for row in open_ if row.pain is not None]
    return State(
        entry.title,
        entry.journey.scale,
        curve,
        course.worst.column if course else 0,
        course.end.column if course else 0,
        tuple(_readings(entry)),
        grounds.count(Ground.OBSERVED),
        len(grounds),
        tuple(sorted(severities, key=lambda severity: -(severity or 0))),
    )


def _readings(entry: JourneyEntry) -> Iterator[IndicatorReading]:
    for one in entry.journey.indicators:
        value, number = one.current or "", number_in(one.current or "")
        if one.unit and number is not None and one.unit not in value:
            value = f"{value}\u00a0{one.unit}"
        yield IndicatorReading(one.name, value, number)


class Move(Struct, frozen=True):
    """What moved from one state of a journey to a later one."""

    before: State
    after: State

    @property
    def renamed(self) -> bool:
        """Whether the journey has another title."""
        return self.before.title != self.after.title

    @property
    def curve(self) -> bool:
        """Whether the curve has other scores, another scale, or other moments."""
        return (self.before.curve, self.before.scale) != (self.after.curve, self.after.scale)

    @property
    def added(self) -> tuple[str, ...]:
        """Moments of the curve that are new."""
        return _missing(self.after.curve, self.before.curve)

    @property
    def removed(self) -> tuple[str, ...]:
        """Moments of the curve that are gone."""
        return _missing(self.before.curve, self.after.curve)

    @property
    def evidence(self) -> bool:
        """Whether more or less of it was observed, in whole per cent."""
        return self.before.percent != self.after.percent

    @property
    def pains(self) -> bool:
        """Whether the number of open pain points has changed, or their severity."""
        return self.before.severities != self.after.severities

    @property
    def indicators(self) -> tuple[tuple[IndicatorReading | None, IndicatorReading | None], ...]:
        """Indicators that changed, before and after; None where it was not there."""
        old = {one.name: one for one in reversed(self.before.indicators)}
        new = {one.name: one for one in reversed(self.after.indicators)}
        names = dict.fromkeys(one.name for one in (*self.after.indicators, *self.before.indicators))
        return tuple((old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))

    def __bool__(self) -> bool:
        return self.renamed or self.curve or self.evidence or self.pains or bool(self.indicators)


def _missing(there: Sequence[Reached], here: Sequence[Reached]) -> tuple[str, ...]:
    known = {one.name for one in here}
    return tuple(dict.fromkeys(one.name for one in there if one.name not in known))


class HistoryPoint(Struct, frozen=True):
    """A journey as a commit left it."""

    day: date
    """On which it was committed, in the time zone of who did; today for what is not committed yet."""
    commit: str
    """Its whole id; "" for what is not committed yet."""
    subject: str
    """Of the commit."""
    state: State | None
    """None where the map could not be read, or was not there."""
    trouble: Message = NO_MESSAGE
    """Why the map could not be read, in a plain sentence; without text where it was not there at all.

    It may quote whatever an author wrote."""
    cut: bool = False
    """Whether the clone ends here: the map may have been like this long before."""


class HistoryRow(Struct, frozen=True):
    """A point, and what was before."""

    point: HistoryPoint
    before: State | None
    """The last state before it that could be read; None where there is none."""
    first: bool = False
    """Whether no point before it is known."""

    @property
    def move(self) -> Move | None:
        """What moved; None where there is nothing to compare."""
        state = self.point.state
        return Move(self.before, state) if state is not None and self.before is not None else None


class History(Struct, frozen=True):
    """How a journey moved."""

    rows: tuple[HistoryRow, ...]
    """The newest first. Each of them moved something, could not be read, or takes the map away."""
    more: bool = False
    """Whether older ones were left out by a limit."""
    cut: bool = False
    """Whether older commits are not in this clone."""


class AskedHistory(Struct, frozen=True):
    """What a view asks for. Hosts know histories; reading them is work that only a drawing makes."""

    journey: JourneyEntry
    by: By
    limit: int
    """So many rows at the most."""


def gather(view: View, site: Site, today: date) -> AskedHistory | None:
    """The history that a view asks for; None where its map is not there."""
    entry = named_journey(view.journey[0], site.atlas)[0] if view.journey else None
    if entry is None:
        return None
    return AskedHistory(entry, view.by or "quarter", ROWS if view.limit is None else view.limit)


def gather_history(
    points: Iterable[HistoryPoint], by: By = "commit", limit: int = 0, since: date | None = None
) -> History:
    """The history of a journey from its points, the newest first.

    Of neighbours that are alike, the oldest counts: it brought what they show. By month or quarter, the last state of
    each counts. No more points are taken than are needed for ``limit`` rows; 0 is for all. With ``since``, earlier
    rows are left out.
    """
    found: list[HistoryPoint] = []
    seen = _Seen(points)
    shown = 0
    moved = _without_repeats(seen)
    if by != "commit":
        moved = _without_repeats(_last_of_each(moved, by))
    for point in moved:
        found.append(point)
        shown += since is None or point.day >= since
        # One more tells what was before, and that there is more.
        if limit and shown > limit and point.state is not None:
            break
    rows: list[HistoryRow] = []
    before: State | None = None
    for point in reversed(found):
        rows.append(HistoryRow(point, before, first=not rows))
        before = point.state or before
    wanted = [row for row in reversed(rows) if since is None or row.point.day >= since]
    more = bool(limit) and len(wanted) > limit
    return History(tuple(wanted[:limit] if limit else wanted), more, seen.cut and not more)


class _Seen(Struct):
    """Points as they go by."""

    points: Iterable[HistoryPoint]
    cut: bool = False

    def __iter__(self) -> Iterator[HistoryPoint]:
        for point in self.points:
            self.cut = self.cut or point.cut
            yield point


def _without_repeats(points: Iterable[HistoryPoint]) -> Iterator[HistoryPoint]:
    waiting: HistoryPoint | None = None
    for point in points:
        if waiting is not None and not _alike(point, waiting):
            yield waiting
        waiting = point
    if waiting is not None:
        yield waiting


def _alike(one: HistoryPoint, other: HistoryPoint) -> bool:
    if one.state is None or other.state is None:
        return one.state is other.state and one.trouble == other.trouble
    return not Move(one.state, other.state)


def _last_of_each(points: Iterable[HistoryPoint], by: By) -> Iterator[HistoryPoint]:
    months = 1 if by == "month" else 3
    seen: set[tuple[int, int]] = set()
    for point in points:
        period = point.day.year, (point.day.month - 1) // months
        if period not in seen:
            seen.add(period)
            yield point
