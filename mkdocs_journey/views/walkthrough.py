"""The script of a walk-through: where a map takes somebody who tries it for real."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.model.parts import Walkthrough
from mkdocs_journey.model.view import View
from mkdocs_journey.views.selection import SelectedPlace, selected_places

_TRIED = tuple(row.name for row in lane_table().values() if row.about.walk and row.many)
"""Lanes that give somebody who walks something to do, to open or to look for."""


class WalkthroughPhase(Struct, frozen=True):
    """A phase of the walk."""

    phase: PhaseEntry
    stops: tuple[SelectedPlace, ...]
    """Its steps; before them the phase as a whole, where something is said about it or it has no steps."""


class Script(Struct, frozen=True):
    """The whole walk."""

    journey: JourneyEntry
    phases: tuple[WalkthroughPhase, ...]
    last: Walkthrough | None
    """The latest time that somebody walked through it."""


def gather(view: View, site: Site, today: date) -> Script | None:
    """The script of the map that a view names; None where it has nothing to walk through."""
    stops: dict[str, list[SelectedPlace]] = {}
    places = selected_places(view, site.atlas)
    for place in places:
        if place.step or not place.phase.steps or any(getattr(place.lanes, lane) for lane in _TRIED):
            stops.setdefault(place.phase.anchor, []).append(place)
    if not stops:
        return None
    journey = places[0].journey
    phases = tuple(WalkthroughPhase(found[0].phase, tuple(found)) for found in stops.values())
    return Script(journey, phases, latest(journey.journey.walkthroughs))


def latest(walkthroughs: Iterable[Walkthrough]) -> Walkthrough | None:
    """The latest of some walk-throughs; of those without a day, the one that is written last."""
    return max(enumerate(walkthroughs), key=lambda pair: (pair[1].date or date.min, pair[0]), default=(0, None))[1]
