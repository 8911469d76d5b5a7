"""Promises of all maps, and the steps that keep them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.method.promises import made_promises
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, places_of, selected_places


class Keeping(Struct, frozen=True):
    """A step or phase that keeps a promise."""

    place: SelectedPlace
    item: Item
    """What it says about it."""


class PromiseRow(Struct, frozen=True):
    """A promise."""

    promise: Item
    place: SelectedPlace
    """Where it is made."""
    kept: tuple[Keeping, ...]
    """Where it is kept, in the order of the map; nothing where no step keeps it."""

    @property
    def status(self) -> str:
        """``kept`` or ``open``."""
        return "kept" if self.kept else "open"


class Promises(Struct, frozen=True):
    """Rows in their order."""

    rows: tuple[PromiseRow, ...]
    total: int
    """Number of rows before ``limit``."""
    kept: int
    """How many of all rows are kept."""


def gather(view: View, site: Site, today: date) -> Promises:
    """The promises that are made at the places that a view asks for; on maps of today, unless it asks for plans."""
    places = selected_places(view, site.atlas)
    asked = {(place.journey.id, place.column) for place in places}
    entries = {place.journey.id: place.journey for place in places}
    rows = [
        row
        for entry in entries.values()
        for row in _promises(entry)
        if (entry.id, row.place.column) in asked
        and is_wanted(view.status, row.status)
        and is_wanted(view.owner, row.place.owner, *(keeping.place.owner for keeping in row.kept))
    ]
    rows = ordered(rows, view.sort, {"order": lambda row: 0, "journey": lambda row: row.place.journey.title.casefold()})
    return Promises(tuple(rows[: view.limit]), len(rows), sum(1 for row in rows if row.kept))


def _promises(entry: JourneyEntry) -> Iterator[PromiseRow]:
    """Every promise of a map."""
    by_path = {(place.step or place.phase).path: place for place in places_of(entry)}
    for made in made_promises((path, place.lanes) for path, place in by_path.items()):
        place = by_path[made.path]
        kept = tuple(Keeping(by_path[path], item) for path, item in made.kept)
        yield PromiseRow(place.lanes.promise[made.number], place, kept)
