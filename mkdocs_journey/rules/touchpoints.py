"""Touchpoints: somebody answers for each, what is not as it should be leads somewhere, and hand-offs are seen."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import message
from mkdocs_journey.method.gaps import falls_short
from mkdocs_journey.method.hand_offs import hand_offs
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.parts import Touchpoint
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap
from mkdocs_journey.rules.lanes import left_empty
from mkdocs_journey.rules.pains import MANY
from mkdocs_journey.rules.remedies import has_remedy


def owners(seen: ExaminedMap) -> Iterator[Finding]:
    """Every touchpoint has an owner: its own, its step's, its phase's, or that of the same touchpoint elsewhere.

    Where no touchpoint of the map has one, that is told once.
    """
    phases = seen.journey.phases
    number = 0
    lacking: list[tuple[Path, Touchpoint]] = []
    for path, lanes in seen.places:
        if lanes.touchpoints:
            number += len(lanes.touchpoints)
            if not lanes.owner and not phases[int(path[1])].owner:
                lacking += [
                    ((*path, "touchpoints", i, "name"), touchpoint)
                    for i, touchpoint in enumerate(lanes.touchpoints)
                    if not touchpoint.owner
                ]
    if len(lacking) == number >= MANY:
        yield seen.finding(
            codes.TOUCHPOINT_WITHOUT_OWNER,
            lacking[0][0],
            message("None of the {number} touchpoints has an owner.", number=number),
            message(
                "Add owner: to each phase, which counts for all touchpoints in it, or to single steps and touchpoints."
            ),
        )
    elif lacking:
        owned = _owned_names(seen)
        for path, touchpoint in lacking:
            if touchpoint.name.casefold() not in owned:
                yield seen.finding(
                    codes.TOUCHPOINT_WITHOUT_OWNER,
                    path,
                    message(
                        "“{name}” has no owner, so nobody is asked when it goes wrong.", name=quoted(touchpoint.name)
                    ),
                    message("Add owner: to the touchpoint, or to its step or phase."),
                )


def _owned_names(seen: ExaminedMap) -> set[str]:
    """Names of touchpoints that have an owner at least once on the map."""
    phases = seen.journey.phases
    return {
        touchpoint.name.casefold()
        for path, lanes in seen.places
        for touchpoint in lanes.touchpoints
        if touchpoint.owner or lanes.owner or phases[int(path[1])].owner
    }


def gaps(seen: ExaminedMap) -> Iterator[Finding]:
    """Where a touchpoint is not as desired, an opportunity leads there."""
    for path, lanes in seen.places:
        for i, touchpoint in enumerate(lanes.touchpoints):
            actual, desired = touchpoint.actual, touchpoint.desired
            if actual and desired and falls_short(actual, desired) and not has_remedy(seen, path):
                yield seen.finding(
                    codes.GAP_WITHOUT_OPPORTUNITY,
                    (*path, "touchpoints", i, "desired"),
                    message(
                        "“{name}” is not as desired, and no opportunity would make it so.",
                        name=quoted(touchpoint.name),
                    ),
                    message("Add what would help under opportunities: of this step, with an owner."),
                )


def silent_hand_offs(seen: ExaminedMap) -> Iterator[Finding]:
    """Where another owner takes over, the customer meets somebody.

    A map that names no touchpoints at all is left alone, and so is a place where they were left empty on purpose.
    """
    for hand_off in hand_offs(seen.journey):
        p, s = hand_off.taking
        phase = seen.journey.phases[p]
        lanes: Step | Phase = phase if s is None else phase.steps[s]
        path: Path = ("phases", p) if s is None else ("phases", p, "steps", s)
        if (
            not (lanes.touchpoints or lanes.channel or phase.touchpoints or phase.channel)
            # The touchpoints of a phase that another map shows in detail stand there.
            and (phase.steps or not phase.detailed_by)
            and any(other.touchpoints or other.channel for _, other in seen.places)
            and not left_empty(seen, (*path, "touchpoints"))
        ):
            yield seen.finding(
                codes.HAND_OFF_WITHOUT_TOUCHPOINT,
                (*(path if lanes.owner else path[:2]), "owner", 0, "text"),
                message(
                    "At “{place}”, “{giving}” hands over to “{taking}”, "
                    "and no touchpoint says how the customer hears of it.",
                    place=quoted(lanes.name),
                    giving=quoted(hand_off.before[0].text),
                    taking=quoted(hand_off.now[0].text),
                ),
                message("Add the touchpoint, such as a call with both, or write touchpoints: n/a if there is none."),
            )


RULES = (owners, gaps, silent_hand_offs)
