"""What the maps rest on: how much was observed and how much is assumed, and which sources are out of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.method.evidence_age import is_out_of_date
from mkdocs_journey.method.statements import Ground, Statement, statements_of
from mkdocs_journey.model.parts import Source
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import is_wanted, selected_journeys


class SourceRow(Struct, frozen=True):
    """A source of a map."""

    journey: JourneyEntry
    source: Source
    statements: int
    """How many statements name it."""
    out_of_date: bool


class EvidenceRow(Struct, frozen=True):
    """A map and what it rests on."""

    journey: JourneyEntry
    observed: int
    assumed: int
    unknown: int
    """Statements of which nobody says how they are known."""
    sources: tuple[SourceRow, ...]

    @property
    def statements(self) -> int:
        """Number of statements."""
        return self.observed + self.assumed + self.unknown

    def share(self, number: int) -> float:
        """Which part of the statements so many are, 0 to 1."""
        return number / self.statements if self.statements else 0.0

    @property
    def newest(self) -> date | None:
        """The day of its newest source."""
        return max((row.source.date for row in self.sources if row.source.date), default=None)


class EvidenceOfMaps(Struct, frozen=True):
    """Rows in their order."""

    rows: tuple[EvidenceRow, ...]
    total: int
    """Number of rows before ``limit``."""


def gather(view: View, site: Site, today: date) -> EvidenceOfMaps:
    """What the maps rest on that a view asks for, plans included."""
    rows = [
        _row(entry, site, today)
        for entry in selected_journeys(view, site.atlas)
        if is_wanted(view.owner, entry.journey.owner) and is_wanted(view.status, entry.journey.status)
    ]
    found = ordered(rows, view.sort, _KEYS)
    return EvidenceOfMaps(tuple(found[: view.limit]), len(found))


def _row(entry: JourneyEntry, site: Site, today: date) -> EvidenceRow:
    statements: list[Statement] = list(statements_of(entry.journey))
    grounds = Counter(statement.ground for statement in statements)
    named = Counter(name for statement in statements for name in dict.fromkeys(statement.sources))
    allowed = site.limits.evidence_age
    sources = tuple(
        SourceRow(entry, source, named[source.id] if source.id else 0, is_out_of_date(source, allowed, today))
        for source in entry.journey.evidence
    )
    return EvidenceRow(entry, grounds[Ground.OBSERVED], grounds[Ground.ASSUMED], grounds[Ground.UNKNOWN], sources)


_KEYS: Mapping[str, Callable[[EvidenceRow], Any]] = {
    # What rests on the least is what has to be asked next.
    "observed": lambda row: row.share(row.observed) if row.statements else None,
    "title": lambda row: row.journey.title.casefold(),
    "date": lambda row: row.newest,
}
