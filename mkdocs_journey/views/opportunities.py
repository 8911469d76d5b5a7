"""Which opportunities would fix which pain points, in the whole site."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry
from mkdocs_journey.method.remedies import names_of, reaching
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.parts import Opportunity, Pain
from mkdocs_journey.views.selection import SelectedPlace, places_of


class PlacedPain(Struct, frozen=True):
    """A pain point in its place."""

    pain: Pain
    place: SelectedPlace

    @property
    def address(self) -> str:
        """The link to it, or to its place where it has no id."""
        return f"journey:{self.place.journey.id}#{self.pain.id}" if self.pain.id else self.place.address

    @property
    def owner(self) -> str:
        """Its own owner, else that of its step or phase."""
        return self.pain.owner or self.place.owner


class PlacedOpportunity(Struct, frozen=True):
    """An opportunity in its place."""

    opportunity: Opportunity
    place: SelectedPlace

    @property
    def address(self) -> str:
        """The link to it, or to its place where it has no id."""
        part = self.opportunity.id
        return f"journey:{self.place.journey.id}#{part}" if part else self.place.address


PainKey = tuple[str, tuple[int, int | None], int]
"""A pain point by the id of its journey, its column and its position there."""


class Remedies(Struct, frozen=True):
    """The opportunities of a site by the pain points that they would fix."""

    by_pain: dict[PainKey, tuple[PlacedOpportunity, ...]]
    """In the order of the site; those of a plan are with the pain points of the map that it redesigns."""
    loose: tuple[PlacedOpportunity, ...]
    """Those that fix no pain point that is on a map."""


def pains_at(place: SelectedPlace) -> Iterator[tuple[PainKey, PlacedPain]]:
    """The pain points of a place, each with its key."""
    for number, pain in enumerate(place.lanes.pains):
        yield (place.journey.id, place.column, number), PlacedPain(pain, place)


def find_remedies(atlas: Atlas) -> Remedies:
    """See what each opportunity would fix, or would have fixed before it was dropped."""
    found: dict[PainKey, list[PlacedOpportunity]] = {}
    loose: list[PlacedOpportunity] = []
    known: dict[str, _PainsOfMap] = {}
    for entry in atlas.journeys.values():
        today = atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
        maps = [_pains(one, known) for one in (entry, today) if one is not None]
        for place in places_of(entry):
            for opportunity in place.lanes.opportunities:
                placed = PlacedOpportunity(opportunity, place)
                keys = _fixed(placed, maps)
                for key in dict.fromkeys(keys):
                    found.setdefault(key, []).append(placed)
                if not keys:
                    loose.append(placed)
    return Remedies({key: tuple(placed) for key, placed in found.items()}, tuple(loose))


class _PainsOfMap(Struct, frozen=True):
    by_name: dict[str, list[PainKey]]
    by_place: dict[Path, list[PainKey]]
    """By each place from which an opportunity that names none means them."""


def _pains(entry: JourneyEntry, known: dict[str, _PainsOfMap]) -> _PainsOfMap:
    if entry.id not in known:
        pains = known[entry.id] = _PainsOfMap({}, {})
        for place in places_of(entry):
            for key, placed in pains_at(place):
                for name in names_of(placed.pain):
                    pains.by_name.setdefault(name, []).append(key)
                for path in reaching(place.path):
                    pains.by_place.setdefault(path, []).append(key)
    return known[entry.id]


def _fixed(placed: PlacedOpportunity, maps: list[_PainsOfMap]) -> list[PainKey]:
    names = placed.opportunity.fixes
    if names:
        return [key for name in names for pains in maps for key in pains.by_name.get(name, ())]
    # Of several pain points beside it, nobody but its author knows which is meant.
    beside = maps[0].by_place.get(placed.place.path, [])
    return beside if len(beside) == 1 else []
