"""A slice of one map: some of its phases or steps, and some of its lanes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.names import lane_name
from mkdocs_journey.model.view import View
from mkdocs_journey.views.selection import SelectedPlace, named_journey, places_of, selected_places


class MapSlice(Struct, frozen=True):
    """What of a map is shown."""

    journey: JourneyEntry
    columns: frozenset[tuple[int, int | None]]
    """Positions of phases, and of steps in them."""
    lanes: tuple[str, ...]
    """Names of the lanes in the order that was asked for; empty for all."""


def gather(view: View, site: Site, today: date) -> MapSlice | None:
    """The slice that a view asks for; None where its map has nothing of it.

    A pain point or an opportunity stands for the step or phase that it is on.
    """
    if not view.journey:
        return None
    entry, part = named_journey(view.journey[0], site.atlas)
    if entry is None:
        return None
    places = selected_places(view, site.atlas)
    if part and not places:
        inside = [place for place in places_of(entry) if _holds(place, part)]
        of_phases = selected_places(view.model_copy(update={"journey": (entry.id,)}), site.atlas)
        columns = {place.column for place in of_phases}
        places = [place for place in inside if place.column in columns]
    names = (lane_name(written, entry.journey.lanes) for written in view.lanes)
    lanes = tuple(dict.fromkeys(name for name in names if name))
    return MapSlice(entry, frozenset(place.column for place in places), lanes) if places else None


def _holds(place: SelectedPlace, part: str) -> bool:
    ids = [*(pain.id for pain in place.lanes.pains), *(idea.id for idea in place.lanes.opportunities)]
    return part in ids
