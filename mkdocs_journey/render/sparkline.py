"""The whole curve of a journey in one small picture, and its worst moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.model.values import Scale
from mkdocs_journey.relations import Column
from mkdocs_journey.render import curve

FACES = {-2: "m2", -1: "m1", 0: "z", 1: "p1", 2: "p2"}
"""Ends of the class names of the five faces, from the saddest to the happiest."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A score in its place."""

    score: float
    phase: PhaseEntry
    step: StepEntry | None
    """None on a map that has scores for phases only."""
    face: str
    """One of :data:`FACES`."""
    negative: bool
    """Whether the score is below neutral."""

    @property
    def name(self) -> str:
        """What happens there."""
        return self.step.step.name if self.step else self.phase.phase.name

    @property
    def reference(self) -> str:
        """The part of a ``journey:`` address that names the place."""
        return f"{self.phase.slug}/{self.step.slug}" if self.step else self.phase.slug


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A curve as the ``style`` of an element of the class ``journey-spark``."""

    style: Markup
    worst: Moment


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
    measured = _Measured.of(entry)
    column = measured.worst() if measured else None
    if measured is None or column is None:
        return None
    return Sparkline(measured.style(column), measured.moment(column))


def glance(entry: JourneyEntry, place: Column) -> Glance | None:
    """The curve of a journey with a dot at a step, or at the worst moment of a phase or of the whole journey."""
    measured = _Measured.of(entry)
    if measured is None:
        return None
    column = measured.worst(place)
    # Where a phase has a feeling as a whole, each of its steps has it.
    exact = column is not None and place is not None and measured.columns[column] in (place, (place[0], None))
    return Glance(measured.style(column), measured.moment(column) if column is not None else None, exact)


@dataclass(frozen=True, slots=True)
class _Measured:
    """The scores of a map.

    Scores belong to steps; a map whose steps have none shows those of its phases, as wide as their steps.
    """

    entry: JourneyEntry
    columns: list[tuple[int, int | None]]
    widths: list[float]
    scores: list[float | None]

    @classmethod
    def of(cls, entry: JourneyEntry) -> _Measured | None:
        """None where no emotion has a score."""
        phases = entry.phases
        columns = [
            (p, s) for p, phase in enumerate(phases) for s in (range(len(phase.steps)) if phase.steps else (None,))
        ]
        widths = [1.0] * len(columns)
        scores = [_score(entry, column) for column in columns]
        if all(s is None or score is None for (_, s), score in zip(columns, scores, strict=True)):
            columns = [(p, None) for p in range(len(phases))]
            widths = [float(len(phase.steps) or 1) for phase in phases]
            scores = [_score(entry, column) for column in columns]
        return cls(entry, columns, widths, scores) if any(score is not None for score in scores) else None

    def worst(self, place: Column = None) -> int | None:
        """The column of the lowest score at a place; of equals the last one: nothing has made up for it yet."""
        found = [
            (score, -index)
            for index, (score, column) in enumerate(zip(self.scores, self.columns, strict=True))
            if score is not None and _is_at(column, place)
        ]
        return -min(found)[1] if found else None

    def moment(self, index: int) -> Moment:
        p, s = self.columns[index]
        phase, score, scale = self.entry.phases[p], self.scores[index] or 0.0, self.entry.journey.scale
        step = phase.steps[s] if s is not None else None
        return Moment(score, phase, step, FACES[scale.face(score)], score < scale.neutral)

    def style(self, index: int | None) -> Markup:
        """With a dot at a column, or without one."""
        scale, total = self.entry.journey.scale, sum(self.widths)
        style = f"--columns:{curve.number(total)};--line:{_line(tuple(self.scores), scale, tuple(self.widths))};"
        if index is not None:
            score = self.scores[index] or 0.0
            x = 100 * (sum(self.widths[:index]) + self.widths[index] / 2) / total
            style += f"--x:{curve.number(x)};--y:{curve.number(curve.y(score, scale))};"
        style += f"--neutral:{curve.number(curve.y(scale.neutral, scale))}"
        if index is not None and (self.scores[index] or 0.0) >= scale.neutral:
            style += ";--mark:var(--journey-ink)"
        return Markup(style)  # noqa: S704 - numbers


# Pages show the curve of one journey again and again, with the dot at another place each time.
@lru_cache(maxsize=256)
def _line(scores: tuple[float | None, ...], scale: Scale, widths: tuple[float, ...]) -> str:
    return curve.whole_line(scores, scale, widths)


def _is_at(column: tuple[int, int | None], place: Column) -> bool:
    return place is None or column == place or (column[0] == place[0] and None in (column[1], place[1]))


def _score(entry: JourneyEntry, column: tuple[int, int | None]) -> float | None:
    phase = entry.phases[column[0]]
    emotion = (phase.phase if column[1] is None else phase.steps[column[1]].step).emotion
    return emotion.score if emotion else None
