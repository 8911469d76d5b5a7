"""Touchpoints of all maps: which of them matter, and which are not as they should be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from mkdocs_journey.compile import Site
from mkdocs_journey.method.gaps import falls_short, rated
from mkdocs_journey.model.parts import Touchpoint
from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, selected_places

MATTERS = 4
"""From this impact on, a touchpoint matters much to the customer."""


class PlacedTouchpoint(Struct, frozen=True):
    """A touchpoint in its place."""

    touchpoint: Touchpoint
    place: SelectedPlace

    @property
    def channels(self) -> tuple[str, ...]:
        """Its own channel, else those that its step or phase has in a lane of their own."""
        own = self.touchpoint.channel
        return (own,) if own else tuple(item.text for item in self.place.lanes.channel)

    @property
    def gap(self) -> int | None:
        """How much is missing, where both sides are ratings; below 0 where it is better than it has to be."""
        actual, desired = rated(self.touchpoint.actual or ""), rated(self.touchpoint.desired or "")
        return None if actual is None or desired is None else desired - actual

    @property
    def falls_short(self) -> bool | None:
        """Whether it is not as desired; None where one of both is not known."""
        actual, desired = self.touchpoint.actual, self.touchpoint.desired
        return falls_short(actual, desired) if actual and desired else None

    @property
    def shortness(self) -> float | None:
        """For comparing: the gap; in words it is less than any number, and more than none."""
        if self.falls_short is None:
            return None
        return float(self.gap) if self.gap is not None else 0.5 * self.falls_short


class TouchpointRow(Struct, frozen=True):
    """A touchpoint, wherever it is on the maps: the same name is the same touchpoint."""

    meetings: tuple[PlacedTouchpoint, ...]
    """In the order of the site."""

    @property
    def name(self) -> str:
        """As it is first written."""
        return self.meetings[0].touchpoint.name

    @property
    def places(self) -> tuple[SelectedPlace, ...]:
        """Where the customer meets it."""
        return tuple(meeting.place for meeting in self.meetings)

    @property
    def channels(self) -> tuple[str, ...]:
        """Each once."""
        return _each_once(channel for meeting in self.meetings for channel in meeting.channels)

    @property
    def modes(self) -> tuple[str, ...]:
        """``self-service``, ``contact``, or both."""
        return _each_once(meeting.touchpoint.mode for meeting in self.meetings)

    @property
    def owners(self) -> tuple[str, ...]:
        """Who answers for it by name; where it names nobody anywhere, who answers for its steps or phases."""
        own = _each_once(meeting.touchpoint.owner for meeting in self.meetings)
        return own or _each_once(meeting.place.owner for meeting in self.meetings)

    @property
    def impact(self) -> int | None:
        """The highest of all places."""
        return max((meeting.touchpoint.impact or 0 for meeting in self.meetings), default=0) or None

    @property
    def worst(self) -> PlacedTouchpoint:
        """The meeting at which it falls short most; the first one where none is known to."""
        known = [meeting for meeting in self.meetings if meeting.shortness is not None]
        half = [meeting for meeting in self.meetings if meeting.touchpoint.actual or meeting.touchpoint.desired]
        return max(known, key=lambda meeting: meeting.shortness or 0, default=(half or self.meetings)[0])

    @property
    def is_uneven(self) -> bool:
        """Whether it is not the same everywhere: then it has to be said where it is worst."""
        said = {(meeting.touchpoint.actual, meeting.touchpoint.desired) for meeting in self.meetings}
        return len(said - {(None, None)}) > 1

    @property
    def weight(self) -> float:
        """How much it matters and falls short at once; 0 where it does not do both."""
        impact, shortness = self.impact or 0, self.worst.shortness or 0
        return impact * shortness if impact >= MATTERS and shortness > 0 else 0


class TouchpointTable(Struct, frozen=True):
    """Rows in their order."""

    rows: tuple[TouchpointRow, ...]
    total: int
    """Number of rows before ``limit``."""
    urgent: tuple[TouchpointRow, ...]
    """Of all rows those that matter and fall short, the worst first."""


def gather(view: View, site: Site, today: date) -> TouchpointTable:
    """The touchpoints of the maps that a view asks for; those of today, unless it asks for plans."""
    merged: dict[str, list[PlacedTouchpoint]] = {}
    for place in selected_places(view, site.atlas):
        for touchpoint in place.lanes.touchpoints:
            placed = PlacedTouchpoint(touchpoint, place)
            if is_wanted(view.channel, *placed.channels):
                merged.setdefault(plain_word(touchpoint.name), []).append(placed)
    rows = [TouchpointRow(tuple(meetings)) for meetings in merged.values()]
    rows = ordered((row for row in rows if is_wanted(view.owner, *row.owners)), view.sort, _KEYS)
    urgent = sorted((row for row in rows if row.weight), key=lambda row: -row.weight)
    return TouchpointTable(tuple(rows[: view.limit]), len(rows), tuple(urgent))


def _each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(plain_word(name), name)
    return tuple(found.values())


def _first(names: tuple[str, ...]) -> str | None:
    return names[0].casefold() if names else None


def _downwards(number: float | None) -> float | None:
    return None if number is None else -number


_KEYS: Mapping[str, Callable[[TouchpointRow], Any]] = {
    "order": lambda row: 0,
    "name": lambda row: row.name.casefold(),
    "channel": lambda row: _first(row.channels),
    "owner": lambda row: _first(row.owners),
    "impact": lambda row: _downwards(row.impact),
    "gap": lambda row: _downwards(row.worst.shortness),
}
