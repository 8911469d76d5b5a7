"""Lanes run through the whole map: where one has a hole, something was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import any_of, message
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.journey import Step
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap

UNBROKEN_LANES = lanes_that(lambda lane: lane.unbroken)
"""Lanes in which every phase has something, if most have."""
_UNBROKEN = frozenset(UNBROKEN_LANES)


def holes(seen: ExaminedMap) -> Iterator[Finding]:
    """A lane is filled in every phase, or in several not; two phases are too few to tell.

    A phase without steps that another map shows in detail is left alone, and so are a cell that was left empty on
    purpose and a lane that is hidden. All that a phase lacks is told at once.
    """
    journey = seen.journey
    if len(journey.phases) < 3:
        return
    told = 0
    empty: dict[str, list[int]] = {}
    for p, phase in enumerate(journey.phases):
        if phase.steps or not phase.detailed_by:
            told += 1
            # What was not written, or only as an empty cell, is not set.
            for lane in _UNBROKEN.difference(phase.model_fields_set, *[step.model_fields_set for step in phase.steps]):
                empty.setdefault(lane, []).append(p)
    missing: dict[int, list[str]] = {}
    for lane in UNBROKEN_LANES:
        places = empty.get(lane, ())
        if not places or 2 * len(places) > told or told < 3 or journey.lanes.get(lane, "").casefold() == "hidden":
            continue
        forgotten = [p for p in places if not _phase_left_empty(seen, p, lane)]
        if len(forgotten) == 1:
            missing.setdefault(forgotten[0], []).append(lane)
    for p, lanes in sorted(missing.items()):
        yield seen.finding(
            codes.LANE_WITH_HOLE,
            ("phases", p, "name"),
            message(
                "“{name}” is the only phase without {lanes}.",
                name=quoted(journey.phases[p].name),
                lanes=any_of(lanes),
            ),
            message("Fill in what was forgotten, or write {lane}: n/a if there is nothing to say.", lane=lanes[0]),
        )


def _phase_left_empty(seen: ExaminedMap, p: int, lane: str) -> bool:
    here: Path = ("phases", p)
    steps = range(len(seen.journey.phases[p].steps))
    return any(left_empty(seen, (*path, lane)) for path in (here, *((*here, "steps", s) for s in steps)))


def left_empty(seen: ExaminedMap, path: Path) -> bool:
    """Whether a value that is empty was written as such, with ``—`` or ``n/a``, and not just left out."""
    span = seen.document.values.get(path)
    return span is not None and (span.line, span.column) != (span.end_line, span.end_column)


def lows(seen: ExaminedMap) -> Iterator[Finding]:
    """Where the curve is low, a pain point says why: at the step, or at its phase.

    An emotion of a phase with steps is explained by the pain points of any of them.
    """
    scale = seen.journey.scale
    neutral = scale.neutral
    phase_hurts = False
    for path, lanes in seen.places:
        if len(path) == 2:
            phase_hurts = bool(lanes.pains)
        emotion = lanes.emotion
        if emotion is None or emotion.score is None or emotion.score >= neutral or phase_hurts or lanes.pains:
            continue
        if scale.face(emotion.score) > -1 or left_empty(seen, (*path, "pains")):
            continue
        if not any(step.pains for step in steps_of(seen, path)):
            yield seen.finding(
                codes.LOW_WITHOUT_PAIN,
                (*path, "emotion"),
                message(
                    "“{name}” is a low, but no pain point says what hurts there.", name=quoted(name_of(seen, path))
                ),
                message("Add pains: with what goes wrong, as the customer would put it."),
            )


def name_of(seen: ExaminedMap, path: Path) -> str:
    """The name of the phase or step with this path."""
    phase = seen.journey.phases[int(path[1])]
    return phase.name if len(path) == 2 else phase.steps[int(path[3])].name


def steps_of(seen: ExaminedMap, path: Path) -> tuple[Step, ...]:
    """The steps of the phase with this path; a step has none."""
    return seen.journey.phases[int(path[1])].steps if len(path) == 2 else ()


RULES = (holes, lows)
