"""Compiles sites from a few lines, without any host."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date

import yaml

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import CompileOptions, Page, Site, SiteContent, compile_site, page_title
from mkdocs_journey.foreign import NO_INVENTORIES, Inventories
from mkdocs_journey.message import message
from mkdocs_journey.rules.settings import Settings
from mkdocs_journey.site.fetching import UnreachableError
from mkdocs_journey.site.inventories import InventoryReader
from mkdocs_journey.site.inventory_options import NamedInventory, read_inventories

WITHOUT_METHOD = Settings(ignore=("JN3",))
"""Most tests are about one thing on a map; that the map has no goal and no owner is not it."""


def compile_pages(
    pages: Mapping[str, str], settings: Settings = WITHOUT_METHOD, today: date | None = None, language: str = "en"
) -> Site:
    """The site of some pages and files, in a language. Common indentation and the first line end do not count.

    A mkdocs.yml among them may name other handbooks, whose files are among them as well.
    """
    texts = {path: textwrap.dedent(text).lstrip("\n") for path, text in pages.items()}
    markdown = [Page(path, text, page_title(text)) for path, text in texts.items() if path.endswith(".md")]
    made = lambda path: path.startswith("personas/")  # noqa: E731
    return compile_site(
        SiteContent(markdown, texts.get, lambda path: path in texts or made(path)),
        CompileOptions(settings=settings, today=today, language=language, inventories=inventories_of(texts)),
    )


def inventories_of(texts: Mapping[str, str]) -> Inventories:
    """The inventories that a mkdocs.yml names, if there is one; what has a web address is never reached."""
    configuration = texts.get("mkdocs.yml")
    if configuration is None:
        return NO_INVENTORIES

    def fetch(inventory: NamedInventory) -> bytes:
        if inventory.url:
            raise UnreachableError(message("the server cannot be reached"))
        if inventory.file not in texts:
            raise UnreachableError(message("there is no file {file}", file=inventory.file))
        return texts[inventory.file].encode("utf-8")

    (plugin,) = yaml.safe_load(configuration)["plugins"]
    named = read_inventories(plugin["journey"]["inventories"])
    return InventoryReader().read(named, fetch, None, "mkdocs.yml", lambda: configuration)


def report(site: Site) -> list[str]:
    """Every finding as ``file:line:column CODE message advice``."""
    return [str(finding) for finding in site.findings]


def journey(fields: str) -> str:
    """A page with one journey block of these fields."""
    return "```journey\n" + textwrap.dedent(fields).strip("\n") + "\n```\n"


def only_journey(fields: str) -> JourneyEntry:
    """The journey of a page with one block, which must be without a finding."""
    site = compile_pages({"map.md": journey(fields)})
    assert report(site) == []
    return next(iter(site.atlas.journeys.values()))
