"""What a host tells a renderer about the place at which something is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.drawing.surroundings import Links
from mkdocs_journey.languages.words import Words
from mkdocs_journey.relations import Relations

if TYPE_CHECKING:
    from mkdocs_journey.diff.review import Review
    from mkdocs_journey.views.history import By, History


class HistorySource(Protocol):
    """Knows how maps moved over time. It is only asked where somebody wants to see it."""

    def __call__(self, entry: JourneyEntry, by: By, limit: int) -> History | None:
        """The history of a journey with so many rows at the most, 0 for all; None where it is not known."""


class Surroundings(Struct, frozen=True):
    """The place at which a map or a persona is shown."""

    site: Site
    words: Words
    """Labels in the language of the site; a renderer asks ``words.of(lang)`` for a block's own language."""
    inline: Callable[[Sequence[str], str], list[Markup]]
    """Inline Markdown of several texts, written in the named file, as safe HTML. One call a block is cheapest."""
    links: Links
    today: date
    level: int = 2
    """Heading level of the title; what is below it counts on from there."""
    calendar: str = ""
    """Address of the calendar of reviews; empty where there is none."""
    review: Review | None = None
    """What changed since an older version, in a build that shows it."""
    history: HistorySource = lambda entry, by, limit: None
    """How a map moved over time."""
    commits: str = ""
    """What the id of a commit completes to the address of a page about it; empty where there is none."""

    @property
    def atlas(self) -> Atlas:
        """All journeys and personas of the site."""
        return self.site.atlas

    @property
    def relations(self) -> Relations:
        """Which pages have to do with which place of a journey."""
        return self.site.relations
