"""Pain points and the opportunities that would fix them, ranked over all maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.compile import Site
from mkdocs_journey.method.settled import ENDED, SETTLED
from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.views.opportunities import PlacedOpportunity, PlacedPain, find_remedies, pains_at
from mkdocs_journey.views.selection import SelectedPlace, is_wanted, places_of, selected_places


class BacklogRow(Struct, frozen=True):
    """A pain point and what would fix it, or an opportunity that fixes none."""

    pain: PlacedPain | None
    opportunities: tuple[PlacedOpportunity, ...]
    """The one that counts for the priority first."""
    places: tuple[SelectedPlace, ...]
    """Where it stands; several where maps share a pain point."""
    impact: int | None
    frequency: int | None
    effort: int | None
    group: int = 0
    """Rows with the same number above 0 have related opportunities."""

    @property
    def priority(self) -> float | None:
        """impact × frequency ÷ effort; None where one of them is not known."""
        if self.impact is None or self.frequency is None or self.effort is None:
            return None
        return self.impact * self.frequency / self.effort

    @property
    def severity(self) -> int | None:
        """How much it hurts."""
        return self.pain.pain.severity if self.pain else None

    @property
    def status(self) -> str:
        """How far the pain point is dealt with, ``open`` if nothing is said; else how far the opportunity is."""
        if self.pain:
            return self.pain.pain.status or "open"
        return self.opportunities[0].opportunity.status or "idea"

    @property
    def owner(self) -> str:
        """Who answers for the pain point, else for the opportunity."""
        own = self.pain.owner if self.pain else ""
        return own or next((one.opportunity.owner for one in self.opportunities if one.opportunity.owner), "")


class Backlog(Struct, frozen=True):
    """Rows in their order."""

    rows: tuple[BacklogRow, ...]
    total: int
    """Number of rows before ``limit``."""


def gather(view: View, site: Site, today: date) -> Backlog:
    """The backlog of the maps that a view asks for; those of today, unless it asks for plans."""
    return gather_backlog(view, site)


def gather_backlog(view: View, site: Site) -> Backlog:
    """The same, for who does not know the day."""
    rows = [row for row in _rows(view, site) if _is_asked_for(row, view)]
    rows = _grouped(rows)
    key = (view.sort or "priority").removeprefix("-")
    rows.sort(key=lambda row: row.places[0].column[0])
    rows.sort(key=_SORTS[key], reverse=bool(view.sort and view.sort.startswith("-")))
    if key == "priority":
        rows = _together(rows)
    return Backlog(tuple(rows[: view.limit]), len(rows))


def _rows(view: View, site: Site) -> Iterator[BacklogRow]:
    remedies = find_remedies(site.atlas)
    places = selected_places(view, site.atlas)
    shared: dict[str, list[BacklogRow]] = {}
    # The same place is another object each time.
    columns = {(place.journey.id, place.column) for place in places}
    for place in (*places, *_redesigned(places, site)):
        for key, placed in pains_at(place):
            found = remedies.by_pain.get(key, ())
            here = (place.journey.id, place.column) in columns
            # What hurts today is only of interest to a plan that would mend it.
            if not here and not any((one.place.journey.id, one.place.column) in columns for one in found):
                continue
            shared.setdefault(plain_word(placed.pain.text), []).append(_row(placed, found))
    yield from (_merged(rows) for rows in shared.values())
    for loose in remedies.loose:
        if (loose.place.journey.id, loose.place.column) in columns:
            idea = loose.opportunity
            yield BacklogRow(None, (loose,), (loose.place,), idea.impact, None, idea.effort)


def _redesigned(places: Sequence[SelectedPlace], site: Site) -> Iterator[SelectedPlace]:
    """Places of the maps of today that some plans redesign, unless they are among the places themselves."""
    shown = {place.journey.id for place in places}
    for id_ in dict.fromkeys(place.journey.id for place in places):
        redesigns = site.atlas.journeys[id_].journey.redesigns
        today = site.atlas.journey(redesigns) if redesigns else None
        if today is not None and today.id not in shown:
            yield from places_of(today)


def _row(placed: PlacedPain, found: Sequence[PlacedOpportunity]) -> BacklogRow:
    pain = placed.pain
    # Of a pain point that is still open, what was done or dropped did not help.
    alive = [one for one in found if pain.status in SETTLED or one.opportunity.status not in ENDED]
    rows = [
        BacklogRow(
            placed,
            (first, *(one for one in alive if one is not first)),
            (placed.place,),
            first.opportunity.impact or pain.impact or pain.severity,
            pain.frequency,
            first.opportunity.effort,
        )
        for first in alive
    ]
    alone = BacklogRow(placed, (), (placed.place,), pain.impact or pain.severity, pain.frequency, None)
    return min(rows, key=_by_priority, default=alone)


def _merged(rows: Sequence[BacklogRow]) -> BacklogRow:
    """One row for a pain point that several places share, with the inputs of the one that weighs most."""
    leading = min(rows, key=_by_priority)
    others = [one for row in rows if row is not leading for one in row.opportunities]
    opportunities = {_identity(one): one for one in (*leading.opportunities, *others)}
    return replace(leading, opportunities=tuple(opportunities.values()), places=tuple(row.places[0] for row in rows))


def _identity(placed: PlacedOpportunity) -> tuple[str, object, str]:
    return placed.place.journey.id, placed.place.column, placed.opportunity.text


def _is_asked_for(row: BacklogRow, view: View) -> bool:
    statuses = [row.status, *(one.opportunity.status or "idea" for one in row.opportunities)]
    wanted = is_wanted(view.status, *statuses) if view.status else row.status not in SETTLED | ENDED
    return wanted and is_wanted(view.owner, row.owner, *(one.opportunity.owner for one in row.opportunities))


def _grouped(rows: list[BacklogRow]) -> list[BacklogRow]:
    """Number the rows whose opportunities are related, by way of others as well."""
    parents = list(range(len(rows)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    # One opportunity may fix several pain points: their rows belong together.
    names: dict[object, int] = {}
    for number, row in enumerate(rows):
        for placed in row.opportunities:
            for name in _names(placed):
                parents[root(number)] = root(names.setdefault(name, number))
    ids = {placed.opportunity.id: number for number, row in enumerate(rows) for placed in row.opportunities}
    for number, row in enumerate(rows):
        for placed in row.opportunities:
            for related in placed.opportunity.related:
                # The id of an opportunity of the same map comes before those of others.
                choices = ((placed.place.journey.id, related), related)
                there = next((names[choice] for choice in choices if choice in names), ids.get(related))
                if there is not None:
                    parents[root(number)] = root(there)
    members: dict[int, list[int]] = {}
    for number in range(len(rows)):
        members.setdefault(root(number), []).append(number)
    groups = {
        number: group for group, found in enumerate((m for m in members.values() if len(m) > 1), 1) for number in found
    }
    return [replace(row, group=groups.get(number, 0)) for number, row in enumerate(rows)]


def _names(placed: PlacedOpportunity) -> Iterator[object]:
    """What an opportunity may be called by others."""
    idea = placed.opportunity
    yield idea.text
    if idea.id:
        yield placed.place.journey.id, idea.id
        yield placed.address


def _together(rows: list[BacklogRow]) -> list[BacklogRow]:
    """Rows of one group follow the first of them."""
    members: dict[int, list[BacklogRow]] = {}
    for row in rows:
        members.setdefault(row.group, []).append(row)
    found: list[BacklogRow] = []
    for row in rows:
        found += [row] if not row.group else members.pop(row.group, [])
    return found


def _by_priority(row: BacklogRow) -> tuple[float, float]:
    """Rows whose inputs are not all known come last, by what is known of them."""
    priority = row.priority
    partly = (row.impact or 0) * (row.frequency or 1) / (row.effort or 5)
    return (-priority, 0.0) if priority is not None else (0.0, -partly)


_SORTS: dict[str, Callable[[BacklogRow], Any]] = {
    "priority": _by_priority,
    "impact": lambda row: -(row.impact or 0),
    "frequency": lambda row: -(row.frequency or 0),
    "effort": lambda row: row.effort or 6,
    "severity": lambda row: -(row.severity or 0),
    "journey": lambda row: row.places[0].journey.title.casefold(),
    "phase": lambda row: row.places[0].column[0],
    "owner": lambda row: (not row.owner, row.owner.casefold()),
    "status": lambda row: row.status,
}
