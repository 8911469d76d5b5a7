"""What a site is compiled from: what is read of it, and what it has decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct, field

from mkdocs_journey.compile.page import Page
from mkdocs_journey.findings import Finding
from mkdocs_journey.foreign import NO_INVENTORIES, Inventories
from mkdocs_journey.rules.settings import NO_SETTINGS, Settings


def _nothing(path: str) -> None:
    return None


def _anything(path: str) -> bool:
    return True


def _own_page(id_: str) -> str:
    return f"personas/{id_}.md"


class SiteContent(Struct, frozen=True):
    """What is read of a site. Paths are relative to its documentation folder."""

    pages: Iterable[Page]
    """Taken once, one after the other."""
    read: Callable[[str], str | None] = _nothing
    """The text of a file, or None."""
    exists: Callable[[str], bool] = _anything
    """Whether a path is a file of the site."""
    persona_page: Callable[[str], str] = _own_page
    """The page that a host will make for a persona without a page of its own, by its id."""


class CompileOptions(Struct, frozen=True):
    """What a site has decided, and what else bears upon what is found in it."""

    feelings: Mapping[str, str] = field(default_factory=dict)
    """The site's words with scores."""
    settings: Settings = NO_SETTINGS
    """Its decisions about rules."""
    today: date | None = None
    """Without it, nothing is found out of date."""
    language: str = "en"
    """That of blocks that do not name theirs."""
    inventories: Inventories = NO_INVENTORIES
    """The other handbooks that the site names."""
    earlier_titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of an earlier version of the site, by anchor."""
    of_configuration: tuple[Finding, ...] = ()
    """What is wrong with the site's configuration as a whole."""
    advice: bool = True
    """Whether somebody wants to know how maps become better: what the method of journey mapping asks of each of them,
    and what was meant by a block that is broken. Nobody does of earlier versions."""


AS_USUAL = CompileOptions()
"""A site that has decided nothing."""
