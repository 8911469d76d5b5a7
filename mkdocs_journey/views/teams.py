"""Teams of all maps: at which steps they work, what else they answer for, and where one hands over to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.method.hand_offs import hand_offs
from mkdocs_journey.method.settled import ENDED, SETTLED
from mkdocs_journey.model.parts import Item, Opportunity, Pain, Touchpoint
from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, places_of, selected_places
from mkdocs_journey.views.systems import BLUEPRINT, items_of

_BETWEEN_OWNERS = re.compile(r"\s*[,;、，；]\s*")
"""Words such as “and” may be part of a name: Trust and Safety."""


class Team(Struct, frozen=True):
    """Somebody who answers for something: a team or a person, the same name is the same one."""

    name: str
    """As it is first written."""
    steps: tuple[SelectedPlace, ...]
    """What they answer for by the lane ``owner``. A step without an owner has that of its phase."""
    touchpoints: tuple[tuple[Touchpoint, SelectedPlace], ...]
    pains: tuple[tuple[Pain, SelectedPlace], ...]
    """Those that are still open."""
    opportunities: tuple[tuple[Opportunity, SelectedPlace], ...]
    """Those that are still alive."""


class PlacedHandOff(Struct, frozen=True):
    """A step at which another owner takes over from the step before."""

    giving: SelectedPlace
    taking: SelectedPlace
    touchpoints: tuple[Touchpoint, ...]
    """Where the customer meets the new owner: those of the step, else of its phase."""
    channels: tuple[Item, ...]
    """The same, where a map keeps channels in a lane of their own."""
    detailed_by: JourneyEntry | None
    """The map that shows the taking phase in detail, where that has no steps of its own."""

    @property
    def is_silent(self) -> bool:
        """Whether nothing tells the customer that somebody else has taken over."""
        return not (self.touchpoints or self.channels or self.detailed_by)


class Teams(Struct, frozen=True):
    """Teams in their order, what is handed over between them, and the steps at which they work."""

    rows: tuple[Team, ...]
    total: int
    """Number of teams before ``limit``."""
    hand_offs: tuple[PlacedHandOff, ...]
    """In the order of the site."""
    places: tuple[SelectedPlace, ...]
    """Columns of maps that somebody answers for, and places that say what staff do. In the order of the site."""


def gather(view: View, site: Site, today: date) -> Teams:
    """Who answers for steps, phases, touchpoints, pain points and opportunities, by the ``owner`` of each.

    ``actors`` are people on the customer's side, and ``frontstage``, ``backstage`` and ``support`` say what is done, in
    sentences: none of them names a team, so they stand beside the owners and make nobody a team. The owner of a map and
    those who contributed to it work on the map, and not at its steps.
    """
    places = selected_places(view, site.atlas)
    rows = [team for team in _teams(places) if is_wanted(view.owner, team.name)]
    rows = ordered(rows, view.sort, {"steps": lambda row: -len(row.steps), "name": lambda row: row.name.casefold()})
    handed = [
        hand_off
        for hand_off in _hand_offs(places, site)
        if is_wanted(view.owner, hand_off.giving.owner, hand_off.taking.owner)
    ]
    working = [place for place in places if _is_at_work(place) and is_wanted(view.owner, place.owner)]
    return Teams(tuple(rows[: view.limit]), len(rows), tuple(handed), tuple(working))


class _Duties(Struct):
    name: str
    steps: list[SelectedPlace] = field(default_factory=list)
    touchpoints: list[tuple[Touchpoint, SelectedPlace]] = field(default_factory=list)
    pains: list[tuple[Pain, SelectedPlace]] = field(default_factory=list)
    opportunities: list[tuple[Opportunity, SelectedPlace]] = field(default_factory=list)


def _teams(places: Iterable[SelectedPlace]) -> Iterator[Team]:
    found: dict[str, _Duties] = {}

    def of(owners: str | None) -> Iterator[_Duties]:
        for name in dict.fromkeys(_BETWEEN_OWNERS.split(owners or "")):
            if name:
                yield found.setdefault(plain_word(name), _Duties(name))

    for place in places:
        lanes = place.lanes
        for duties in of(place.owner) if _is_column(place) else ():
            duties.steps.append(place)
        for touchpoint in lanes.touchpoints:
            for duties in of(touchpoint.owner):
                duties.touchpoints.append((touchpoint, place))
        for pain in lanes.pains:
            for duties in of(pain.owner) if pain.status not in SETTLED else ():
                duties.pains.append((pain, place))
        for idea in lanes.opportunities:
            for duties in of(idea.owner) if idea.status not in ENDED else ():
                duties.opportunities.append((idea, place))
    for duties in found.values():
        yield Team(
            duties.name,
            tuple(duties.steps),
            tuple(duties.touchpoints),
            tuple(duties.pains),
            tuple(duties.opportunities),
        )


def _hand_offs(places: Iterable[SelectedPlace], site: Site) -> Iterator[PlacedHandOff]:
    """Hand-offs of which one side is among some places."""
    asked = {(place.journey.id, place.column) for place in places}
    for entry in {place.journey.id: place.journey for place in places}.values():
        by_column = {place.column: place for place in places_of(entry)}
        for hand_off in hand_offs(entry.journey):
            if (entry.id, hand_off.giving) in asked or (entry.id, hand_off.taking) in asked:
                taking = by_column[hand_off.taking]
                lanes, phase = taking.lanes, taking.phase.phase
                met = lanes if lanes.touchpoints or lanes.channel else phase
                detail = site.atlas.journey(phase.detailed_by) if phase.detailed_by and not phase.steps else None
                giving = by_column[hand_off.giving]
                yield PlacedHandOff(giving, taking, met.touchpoints, met.channel, detail)


def _is_column(place: SelectedPlace) -> bool:
    """Whether it is a column of its map: a step, or a phase without steps."""
    return place.step is not None or not place.phase.steps


def _is_at_work(place: SelectedPlace) -> bool:
    return bool(_is_column(place) and place.owner) or any(items_of(place, lane) for lane in BLUEPRINT)
