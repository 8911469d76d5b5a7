"""The whole curve of a journey in one small picture, and its worst moment."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
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


def sparkline(entry: JourneyEntry) -> Sparkline | None:
    """The curve of a journey, with a dot at its worst moment; None where no emotion has a score.

    Scores belong to steps; a map whose steps have none shows those of its phases, as wide as their steps.
    """
    places: list[tuple[PhaseEntry, StepEntry | None]] = list(entry.columns)
    widths = [1.0] * len(places)
    scores = [_score(phase, step) for phase, step in places]
    if all(step is None or score is None for (_, step), score in zip(places, scores, strict=True)):
        places = [(phase, None) for phase in entry.phases]
        widths = [float(len(phase.steps) or 1) for phase in entry.phases]
        scores = [_score(phase, None) for phase in entry.phases]
    measured = [(score, -column) for column, score in enumerate(scores) if score is not None]
    if not measured:
        return None
    scale = entry.journey.scale
    # Of equals the last one: nothing has made up for it yet.
    worst, column = min(measured)
    column = -column
    phase, step = places[column]
    total = sum(widths)
    x = 100 * (sum(widths[:column]) + widths[column] / 2) / total
    style = (
        f"--columns:{curve.number(total)};--line:{curve.whole_line(scores, scale, widths)};"
        f"--x:{curve.number(x)};--y:{curve.number(curve.y(worst, scale))};"
        f"--neutral:{curve.number(curve.y(scale.neutral, scale))}"
    )
    negative = worst < scale.neutral
    if not negative:
        style += ";--mark:var(--journey-ink)"
    return Sparkline(Markup(style), Moment(worst, phase, step, FACES[scale.face(worst)], negative))  # noqa: S704 - numbers


def _score(phase: PhaseEntry, step: StepEntry | None) -> float | None:
    emotion = (step.step if step else phase.phase).emotion
    return emotion.score if emotion else None
