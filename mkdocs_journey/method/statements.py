"""The statements of a map: what it says of its customers, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Evidenced, Source

STATEMENTS = frozenset(lanes_that(lambda lane: lane.statement))
"""Lanes that say what customers do, meet and go through. The emotion is a statement as well."""


class Ground(StrEnum):
    """What a statement rests on."""

    OBSERVED = "observed"
    """Evidence: its own, or that of its step or phase."""
    ASSUMED = "assumed"
    """Nobody has observed it: it is marked as a hypothesis, or rests on an assumption."""
    UNKNOWN = "unknown"
    """Nothing says how it is known."""


class Statement(NamedTuple):
    """A statement by what it rests on."""

    ground: Ground
    sources: tuple[str, ...]
    """The evidence that it names, or that its step or phase names for it: ids, or a few words."""


def statements_of(journey: Journey) -> Iterator[Statement]:
    """Every statement of a map.

    What a statement says of itself comes first, then what its step says, then what its phase says.
    """
    for phase in journey.phases:
        for step in (None, *phase.steps):
            yield from statements_at(journey, phase, step)


def statements_at(journey: Journey, phase: Phase, step: Step | None) -> Iterator[Statement]:
    """The statements of a step, or of a phase as a whole."""
    assumptions = assumptions_among(journey.evidence)
    around = _own(phase, assumptions) or _NOTHING
    if step is not None:
        around = _own(step, assumptions) or around
    for part in _parts(step or phase):
        yield (_own(part, assumptions) or around) if part.hypothesis or part.evidence else around


def assumptions_among(sources: Iterable[Source]) -> frozenset[str]:
    """The ids of sources that are no more than an assumption."""
    return frozenset(source.id for source in sources if source.id and source.kind == "assumption")


_NOTHING = Statement(Ground.UNKNOWN, ())


def _parts(lanes: Lanes) -> Iterator[Evidenced]:
    values = lanes.__dict__
    for lane in lanes.model_fields_set & STATEMENTS:
        yield from values[lane]
    if lanes.emotion is not None:
        yield lanes.emotion


def _own(part: Evidenced | Phase, assumptions: frozenset[str]) -> Statement | None:
    if part.hypothesis or (part.evidence and assumptions.issuperset(part.evidence)):
        return Statement(Ground.ASSUMED, part.evidence)
    return Statement(Ground.OBSERVED, part.evidence) if part.evidence else None
