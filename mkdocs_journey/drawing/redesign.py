"""A plan beside the map that it redesigns: which column of today belongs to which of the plan."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.pains import PainLabels, PainMark
from mkdocs_journey.method.remedies import names_of, plans_in
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.columns import Column


class Redesign(Struct, frozen=True):
    """The map of today, seen from the plan."""

    today: JourneyEntry
    columns: dict[Column, Column]
    """From the plan to today, where a step or a phase is still there."""
    dropped: tuple[str, ...]
    """Names of today's steps that the plan does without."""
    resolved: dict[Column, tuple[PainMark, ...]]
    """Today's pain points that the plan resolves, by the plan's column that shows them."""
    resolved_elsewhere: tuple[PainMark, ...]
    """Those for which the plan has no column."""


def redesign(
    plan: JourneyEntry, today: JourneyEntry, columns: dict[Column, Column], todays_pains: PainLabels
) -> Redesign:
    """Lay a plan over today's map, whose columns are the values of ``columns``."""
    kept = set(columns.values())
    dropped = tuple(
        step.name
        for p, phase in enumerate(today.journey.phases)
        for s, step in enumerate(phase.steps)
        if (p, s) not in kept
    )
    resolved, elsewhere = _resolved(plan, columns, todays_pains)
    return Redesign(today, columns, dropped, resolved, elsewhere)


def _resolved(
    plan: JourneyEntry, columns: dict[Column, Column], todays_pains: PainLabels
) -> tuple[dict[Column, tuple[PainMark, ...]], tuple[PainMark, ...]]:
    names = set(plans_in(lanes_of(plan.journey)).named)
    shown: set[str] = set()
    for _, lanes in lanes_of(plan.journey):
        names.update(name for pain in lanes.pains if pain.status == "resolved" for name in names_of(pain))
        shown.update(pain.id or pain.text for pain in lanes.pains)
    places = {today: own for own, today in columns.items()}
    found: dict[Column, tuple[PainMark, ...]] = {}
    elsewhere: list[PainMark] = []
    for mark in todays_pains.marks:
        pain = mark.pain
        if names.isdisjoint(names_of(pain)) or (pain.id or pain.text) in shown:
            continue
        own = places.get(mark.column) or places.get((mark.column[0], None))
        if own is None:
            elsewhere.append(mark)
        else:
            found[own] = (*found.get(own, ()), mark)
    return found, tuple(elsewhere)
