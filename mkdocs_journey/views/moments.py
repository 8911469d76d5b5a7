"""The course of a journey's emotions, and its telling moments: the worst, the best and the last one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.model.values import Scale

FACES = {-2: "m2", -1: "m1", 0: "z", 1: "p1", 2: "p2"}
"""Names of the five faces, from the saddest to the happiest."""


class Moment(Struct, frozen=True):
    """A score in its place."""

    score: float
    phase: PhaseEntry
    step: StepEntry | None
    """None on a map that has scores for phases only."""
    column: int
    """Position among the places of the course."""
    scale: Scale

    @property
    def name(self) -> str:
        """What happens there."""
        return self.step.step.name if self.step else self.phase.phase.name

    @property
    def reference(self) -> str:
        """The part of a ``journey:`` address that names the place."""
        return f"{self.phase.slug}/{self.step.slug}" if self.step else self.phase.slug

    @property
    def face(self) -> str:
        """One of :data:`FACES`."""
        return FACES[self.scale.face(self.score)]

    @property
    def negative(self) -> bool:
        """Whether the score is below neutral."""
        return self.score < self.scale.neutral

    @property
    def share(self) -> float:
        """How high the score lies on its scale, from 0 to 1: so moments of different scales can be compared."""
        return (self.score - self.scale.low) / (self.scale.high - self.scale.low)


class Course(Struct, frozen=True):
    """All scores of a journey in order, at least one of them measured."""

    scores: tuple[float | None, ...]
    widths: tuple[float, ...]
    """How many columns of the map each of them takes."""
    worst: Moment
    """Of equals the last one: nothing has made up for it yet."""
    best: Moment
    """Of equals the last one."""
    end: Moment
    """The last one that was measured."""
    moments: tuple[Moment, ...]
    """All that were measured, in order."""
    columns: tuple[tuple[int, int | None], ...]
    """Positions of the phase and the step of each score; None for a phase as a whole."""
    scale: Scale

    def worst_at(self, place: tuple[int, int | None] | None) -> Moment | None:
        """The worst moment at a step, in a phase, or of all; None where nothing was measured there."""
        there = [moment for moment in self.moments if _is_at(self.columns[moment.column], place)]
        return min(there, key=_badness, default=None)


def course_of(entry: JourneyEntry) -> Course | None:
    """The course of a journey; None where no emotion has a score.

    Scores belong to steps; a map whose steps have none shows those of its phases, as wide as their steps.
    """
    places: Sequence[tuple[PhaseEntry, StepEntry | None]] = entry.columns
    columns = entry.positions
    widths = [1.0] * len(places)
    scores = [_score(phase, step) for phase, step in places]
    if all(step is None or score is None for (_, step), score in zip(places, scores, strict=True)):
        places = [(phase, None) for phase in entry.phases]
        columns = tuple((p, None) for p in range(len(entry.phases)))
        widths = [float(len(phase.steps) or 1) for phase in entry.phases]
        scores = [_score(phase, None) for phase in entry.phases]
    scale = entry.journey.scale
    moments = [
        Moment(score, phase, step, column, scale)
        for column, ((phase, step), score) in enumerate(zip(places, scores, strict=True))
        if score is not None
    ]
    if not moments:
        return None
    worst = min(moments, key=_badness)
    best = max(moments, key=lambda moment: (moment.score, moment.column))
    return Course(tuple(scores), tuple(widths), worst, best, moments[-1], tuple(moments), columns, scale)


def _badness(moment: Moment) -> tuple[float, int]:
    return moment.score, -moment.column


def _is_at(column: tuple[int, int | None], place: tuple[int, int | None] | None) -> bool:
    return place is None or column == place or (column[0] == place[0] and None in (column[1], place[1]))


def _score(phase: PhaseEntry, step: StepEntry | None) -> float | None:
    emotion = (step.step if step else phase.phase).emotion
    return emotion.score if emotion else None
