"""Opportunities by how much they would help and how much work they are."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.compile import Site
from mkdocs_journey.method.settled import ENDED
from mkdocs_journey.model.view import View
from mkdocs_journey.views.backlog import gather_backlog
from mkdocs_journey.views.opportunities import PlacedOpportunity, PlacedPain
from mkdocs_journey.views.selection import is_wanted

HELPS_MUCH = 4
"""From this impact on, an opportunity may be a quick win."""
LITTLE_WORK = 2
"""Up to this effort, an opportunity may be a quick win."""


class RatedOpportunity(Struct, frozen=True):
    """An opportunity and what it would fix."""

    placed: PlacedOpportunity
    pains: tuple[PlacedPain, ...]
    """In the order of the backlog."""

    @property
    def impact(self) -> int | None:
        """How much it would help, 1 to 5."""
        return self.placed.opportunity.impact

    @property
    def effort(self) -> int | None:
        """How much work it is, 1 to 5."""
        return self.placed.opportunity.effort

    @property
    def is_rated(self) -> bool:
        """Whether both are known."""
        return self.impact is not None and self.effort is not None

    @property
    def is_quick_win(self) -> bool:
        """Whether it helps much and is little work."""
        return (self.impact or 0) >= HELPS_MUCH and (self.effort or 5) <= LITTLE_WORK

    @property
    def owner(self) -> str:
        """Who answers for it, else for the first pain point that it would fix."""
        return self.placed.opportunity.owner or next((pain.owner for pain in self.pains if pain.owner), "")


class Matrix(Struct, frozen=True):
    """Quick wins first, then what helps most for the least work; what is not rated comes last."""

    opportunities: tuple[RatedOpportunity, ...]
    total: int
    """Number of opportunities before ``limit``."""


def gather(view: View, site: Site, today: date) -> Matrix:
    """The opportunities of the backlog that a view asks for, each once."""
    found: dict[tuple[str, object, str], RatedOpportunity] = {}
    backlog = gather_backlog(view.model_copy(update={"limit": None, "sort": None}), site)
    for row in backlog.rows:
        for placed in row.opportunities:
            status = placed.opportunity.status or "idea"
            if not view.status and status in ENDED:
                continue
            if not is_wanted(view.owner, row.owner, placed.opportunity.owner):
                continue
            key = placed.place.journey.id, placed.place.column, placed.opportunity.text
            known = found.get(key, RatedOpportunity(placed, ()))
            found[key] = replace(known, pains=(*known.pains, *((row.pain,) if row.pain else ())))
    ordered = sorted(found.values(), key=_order)
    return Matrix(tuple(ordered[: view.limit]), len(ordered))


def _order(one: RatedOpportunity) -> tuple[bool, bool, int, int]:
    return not one.is_rated, not one.is_quick_win, -(one.impact or 0), one.effort or 6
