"""What a drawing needs to know of the place at which it is shown, whoever shows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.languages.words import Words
from mkdocs_journey.relations import Relations

if TYPE_CHECKING:
    from mkdocs_journey.diff.review import Review


class Link(Struct, frozen=True):
    """Where a link leads, seen from the page that shows it."""

    address: str
    """Not escaped for any output."""
    title: str
    """Title of the target; the written address where nothing better is known."""
    outside: bool = False
    """Whether it leaves the site."""


class Links(Protocol):
    """Finds the way from the page that shows a text to what the text links to."""

    def __call__(self, address: str, file: str) -> Link | None:
        """The link for an address as written in ``file``; None where it leads nowhere or may not be followed."""


class Standpoint(Protocol):
    """The place at which something is drawn."""

    @property
    def atlas(self) -> Atlas:
        """All journeys and personas of the site."""

    @property
    def relations(self) -> Relations:
        """Which pages have to do with which place of a journey."""

    @property
    def words(self) -> Words:
        """Labels in the language of the site; a block has its own by ``words.of(lang)``."""

    @property
    def links(self) -> Links:
        """The way to what texts link to."""

    @property
    def today(self) -> date:
        """The day on which it is drawn."""

    @property
    def review(self) -> Review | None:
        """What changed since an older version, where somebody wants to see it."""
