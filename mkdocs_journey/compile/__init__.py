"""The one pipeline: pages in, atlas and findings out. Every host, the command and the tests call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from mkdocs_journey.compile.assembly import CompiledBlock, Site, assemble
from mkdocs_journey.compile.draft import Cache, DraftContext, Drafting
from mkdocs_journey.compile.page import Page, page_title
from mkdocs_journey.foreign import NO_INVENTORIES, Inventories
from mkdocs_journey.rules.settings import NO_SETTINGS, Settings

__all__ = ["Cache", "CompiledBlock", "Page", "Site", "compile_site", "page_title"]


def compile_site(
    pages: Iterable[Page],
    read: Callable[[str], str | None] = lambda path: None,
    exists: Callable[[str], bool] = lambda path: True,
    persona_page: Callable[[str], str] = lambda id_: f"personas/{id_}.md",
    feelings: Mapping[str, str] | None = None,
    cache: Cache | None = None,
    settings: Settings = NO_SETTINGS,
    today: date | None = None,
    earlier_titles: Mapping[str, str] | None = None,
    language: str = "en",
    inventories: Inventories = NO_INVENTORIES,
    method: bool = True,
) -> Site:
    """Compile a site.

    ``read`` gives the text of a file in the documentation folder, or None; ``exists`` tells whether a
    path in that folder is a file of the site; ``persona_page`` names the page that a host will make for
    a persona without a page of its own; ``feelings`` are the site's words with scores; ``settings`` are its
    decisions about rules; without ``today``, nothing is found out of date; ``earlier_titles`` are the titles of
    an earlier version of the site by anchor; ``language`` is that of blocks that do not name theirs;
    ``inventories`` are the other handbooks that the site names; without ``method``, nobody asks what the method of
    journey mapping asks of each map.
    """
    basis = DraftContext(dict(feelings or {}), settings.limits, today, language, method)
    drafting = Drafting(read, basis, cache or Cache())
    drafted = [drafting.draft(page) for page in pages]
    return assemble(drafted, exists, persona_page, drafting.finish(), settings, earlier_titles or {}, inventories)
