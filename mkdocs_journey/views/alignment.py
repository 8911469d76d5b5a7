"""Maps side by side: which column of one belongs to which of another, and the columns of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.columns import Column


class SharedColumn(Struct, frozen=True):
    """A column of several maps that are laid side by side."""

    phase: str
    """Name of the phase, as the first map that has it calls it."""
    name: str
    """Name of the step, or of the phase, likewise."""
    places: tuple[Column | None, ...]
    """The column of each map; None where it has none like this."""


def shared_columns(entries: Sequence[JourneyEntry], columns: Sequence[Sequence[Column]]) -> list[SharedColumn]:
    """The columns of several maps: the phases of all of them in order, and in each the steps of all of them.

    ``columns`` are those of each map that count. What not every map has stands behind what comes before it there.
    """
    ways = [[align(entry, earlier) for earlier in entries[:k]] for k, entry in enumerate(entries)]
    by_phase: list[dict[int, list[Column]]] = [{} for _ in entries]
    for k, own in enumerate(columns):
        for column in own:
            by_phase[k].setdefault(column[0], []).append(column)
    return [
        _named(phase, places, entries)
        for phase in _merged([[(p, None) for p in range(len(entry.phases))] for entry in entries], ways)
        for places in _merged([by_phase[k].get(place[0], []) if place else [] for k, place in enumerate(phase)], ways)
    ]


_Places = list[Column | None]


def _merged(columns: Sequence[Sequence[Column]], ways: Sequence[Sequence[dict[Column, Column]]]) -> list[_Places]:
    """Columns of several maps in one order, those that belong together as one."""
    merged: list[_Places] = []
    at: dict[tuple[int, Column], _Places] = {}
    for k, own in enumerate(columns):
        new: dict[int, list[_Places]] = {}
        before = 0
        for column in own:
            found = [at[j, way[column]] for j, way in enumerate(ways[k]) if (j, way.get(column)) in at]
            places = next((places for places in found if places[k] is None), None)
            if places is None:
                places = [None] * len(columns)
                new.setdefault(before, []).append(places)
            else:
                before = id(places)
            places[k] = column
            at[k, column] = places
        first = new.pop(0, [])
        shared = [one for places in merged for one in (places, *new.get(id(places), ()))]
        # What stands before the first shared one comes first; a map that shares nothing comes last.
        merged = [*first, *shared] if before else [*shared, *first]
    return merged


def _named(phase: _Places, places: _Places, entries: Sequence[JourneyEntry]) -> SharedColumn:
    outer = next(entries[k].phases[place[0]].phase.name for k, place in enumerate(phase) if place)
    p, s, entry = next((*place, entries[k]) for k, place in enumerate(places) if place)
    name = entry.phases[p].phase.name if s is None else entry.phases[p].steps[s].step.name
    return SharedColumn(outer, name, tuple(places))


def align(plan: JourneyEntry, today: JourneyEntry) -> dict[Column, Column]:
    """Columns of the plan and the same ones of today: by slug, then by name, then by their order in the same phase.

    Order decides only where as many steps of a phase are left over on both sides: else it would be a guess.
    """
    phases = _phases(plan, today)
    found: dict[Column, Column] = {(p, None): (q, None) for p, q in phases.items()}
    steps: list[dict[str, Column]] = [{}, {}]
    for q, phase in enumerate(today.phases):
        for s, entry in enumerate(phase.steps):
            steps[0].setdefault(entry.slug, (q, s))
            steps[1].setdefault(entry.step.name, (q, s))
    taken: set[Column] = set()
    places = [((p, s), entry) for p, phase in enumerate(plan.phases) for s, entry in enumerate(phase.steps)]
    for column, entry in places:
        same_phase = today.phases[phases[column[0]]].steps if column[0] in phases else ()
        inside = next((s for s, other in enumerate(same_phase) if other.slug == entry.slug), None)
        place = (
            (phases[column[0]], inside)
            if inside is not None
            else steps[0].get(entry.slug) or steps[1].get(entry.step.name)
        )
        if place is not None and place not in taken:
            found[column] = place
            taken.add(place)
    for p, q in phases.items():
        left = [(p, s) for s in range(len(plan.phases[p].steps)) if (p, s) not in found]
        free = [(q, s) for s in range(len(today.phases[q].steps)) if (q, s) not in taken]
        if len(left) == len(free):
            found.update(zip(left, free, strict=True))
    return found


def _phases(plan: JourneyEntry, today: JourneyEntry) -> dict[int, int]:
    by_slug = {phase.slug: q for q, phase in enumerate(today.phases)}
    by_name = {phase.phase.name: q for q, phase in enumerate(today.phases)}
    found: dict[int, int] = {}
    for p, phase in enumerate(plan.phases):
        q = by_slug.get(phase.slug, by_name.get(phase.phase.name))
        if q is not None and q not in found.values():
            found[p] = q
    return found
