"""Systems and processes of all maps: at which steps they are at work, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from mkdocs_journey.compile import Site
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, selected_places

BLUEPRINT = lanes_that(lambda lane: lane.staff)
"""Lanes that tell what staff do, from what the customer sees to what holds it up."""


class System(Struct, frozen=True):
    """A system or a process: the same name is the same one."""

    name: str
    """As it is first written."""
    places: tuple[SelectedPlace, ...]
    """Where it is at work, in the order of the site."""

    @property
    def owners(self) -> tuple[str, ...]:
        """Who answers for those places, each once."""
        return tuple(dict.fromkeys(place.owner for place in self.places if place.owner))


class Systems(Struct, frozen=True):
    """Systems or processes in their order, and the places at which any of them is at work."""

    rows: tuple[System, ...]
    total: int
    """Number of rows before ``limit``."""
    places: tuple[SelectedPlace, ...]
    """In the order of the site."""


def gather(view: View, site: Site, today: date) -> Systems:
    """What stands in the lane ``systems``, or ``processes`` if the view is about these.

    A phase that names one is a place of its own: it is at work during the whole phase.
    """
    places = [
        place
        for place in selected_places(view, site.atlas)
        if items_of(place, view.view) and is_wanted(view.owner, place.owner)
    ]
    names: dict[str, str] = {}
    found: dict[str, dict[tuple[str, object], SelectedPlace]] = {}
    for place in places:
        for item in items_of(place, view.view):
            name = plain_word(item.text)
            names.setdefault(name, item.text)
            found.setdefault(name, {})[place.journey.id, place.column] = place
    rows = [System(text, tuple(found[name].values())) for name, text in names.items()]
    rows = ordered(rows, view.sort, {"steps": lambda row: -len(row.places), "name": lambda row: row.name.casefold()})
    return Systems(tuple(rows[: view.limit]), len(rows), tuple(places))


def items_of(place: SelectedPlace, lane: str) -> Sequence[Item]:
    """What stands in a lane of the blueprint at a place."""
    items: Sequence[Item] = getattr(place.lanes, lane)
    return items
