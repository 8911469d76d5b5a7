"""Which maps and personas have to be looked at again, and which maps nobody has tried yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry, PersonaEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.parts import Walkthrough
from mkdocs_journey.model.values import Period
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import is_wanted, selected_journeys

NOTICE = timedelta(days=30)
"""How long before its day a review is called due."""
Standing = Literal["overdue", "due", "never", "unplanned", "fresh"]
"""``never`` was reviewed; ``unplanned`` was reviewed, but nobody said how often."""


class Reviewed(Struct, frozen=True):
    """A map or a persona, and how it stands with its reviews."""

    entry: JourneyEntry | PersonaEntry
    standing: Standing
    due: date | None
    """The day of the next review."""
    days: int
    """Days until then; below 0 where it is over. 0 where there is no such day."""
    walkthrough: Walkthrough | None
    """The last time that the map was tried for real; None for a persona."""

    @property
    def title(self) -> str:
        """Of the map, or the name of the persona."""
        return self.entry.title if isinstance(self.entry, JourneyEntry) else self.entry.name

    @property
    def owner(self) -> str:
        """Who answers for it."""
        model = self.entry.journey if isinstance(self.entry, JourneyEntry) else self.entry.persona
        return model.owner or ""

    @property
    def reviewed(self) -> date | None:
        """The day of the last review."""
        model = self.entry.journey if isinstance(self.entry, JourneyEntry) else self.entry.persona
        return model.reviewed

    @property
    def never_walked(self) -> bool:
        """Whether it is a map of today that nobody has tried."""
        return (
            isinstance(self.entry, JourneyEntry)
            and self.entry.journey.state == "current"
            and not self.entry.journey.walkthroughs
        )

    @property
    def asks_for_something(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.standing != "fresh" or self.never_walked


class Reviews(Struct, frozen=True):
    """What has to be done, in its order."""

    rows: tuple[Reviewed, ...]
    total: int
    """Number of rows before ``limit``."""
    fresh: int
    """Number of maps and personas of which nothing has to be done."""
    planned: bool
    """Whether any of the site has a day for its next review: then there is a calendar of them."""


def gather(view: View, site: Site, today: date) -> Reviews:
    """What has to be done of what a view asks for, plans included; fresh ones are only counted."""
    everything = [
        one
        for one in _asked_for(view, site.atlas, today)
        if is_wanted(view.owner, one.owner) and is_wanted(view.status, _status(one))
    ]
    rows = ordered([one for one in everything if one.asks_for_something], view.sort, _KEYS)
    return Reviews(tuple(rows[: view.limit]), len(rows), len(everything) - len(rows), has_reviews(site))


def has_reviews(site: Site) -> bool:
    """Whether some map or persona has a day for its next review."""
    entries: list[JourneyEntry | PersonaEntry] = [*site.atlas.journeys.values(), *site.atlas.personas.values()]
    return any(next_review(entry) for entry in entries)


def next_review(entry: JourneyEntry | PersonaEntry) -> date | None:
    """The day of the next review; None where it was never reviewed, or nobody said how often it is."""
    model = entry.journey if isinstance(entry, JourneyEntry) else entry.persona
    if model.reviewed is None or model.review_every is None:
        return None
    return model.review_every.after(model.reviewed)


def standing_of(entry: JourneyEntry | PersonaEntry, today: date) -> Standing:
    """How a map or a persona stands with its reviews."""
    model = entry.journey if isinstance(entry, JourneyEntry) else entry.persona
    return standing(model.reviewed, model.review_every, today)


def standing(last: date | None, every: Period | None, today: date) -> Standing:
    """How something stands that was reviewed on a day, and is to be reviewed so often."""
    if last is None:
        return "never"
    if every is None:
        return "unplanned"
    day = every.after(last)
    if day < today:
        return "overdue"
    return "due" if day - today <= NOTICE else "fresh"


def _asked_for(view: View, atlas: Atlas, today: date) -> Iterator[Reviewed]:
    for journey in selected_journeys(view, atlas):
        walks = sorted(journey.journey.walkthroughs, key=lambda walk: walk.date or date.min)
        yield _reviewed(journey, today, walks[-1] if walks else None)
    # A view of some maps, or of plans, is not about personas.
    if not (view.journey or view.state):
        wanted = {persona.id for name in view.persona if (persona := atlas.persona(name)) is not None}
        for entry in atlas.personas.values():
            if not view.persona or entry.id in wanted:
                yield _reviewed(entry, today, None)


def _reviewed(entry: JourneyEntry | PersonaEntry, today: date, walk: Walkthrough | None) -> Reviewed:
    day = next_review(entry)
    return Reviewed(entry, standing_of(entry, today), day, (day - today).days if day else 0, walk)


def _status(one: Reviewed) -> str | None:
    return one.entry.journey.status if isinstance(one.entry, JourneyEntry) else one.entry.persona.status


_RANK: dict[Standing, int] = {"overdue": 0, "due": 1, "never": 2, "unplanned": 3, "fresh": 4}
_KEYS: Mapping[str, Callable[[Reviewed], Any]] = {
    "due": lambda one: (_RANK[one.standing], one.days),
    "owner": lambda one: (one.owner.casefold(), _RANK[one.standing], one.days) if one.owner else None,
    "title": lambda one: one.title.casefold(),
}
