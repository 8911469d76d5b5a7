"""The files for other programs, as files of the built site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_journey.compile import Site
from mkdocs_journey.exchange.handbook import JOURNEYS_JSON, JOURNEYS_NDJSON, REVIEWS_ICS, Handbook
from mkdocs_journey.exchange.journeys_json import write_journeys_json
from mkdocs_journey.exchange.reviews import ReviewWords, write_reviews_ics
from mkdocs_journey.exchange.steps import write_journeys_ndjson
from mkdocs_journey.languages.words import Words
from mkdocs_journey.views.reviews import has_reviews

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

HOME = "./"
"""What MkDocs calls the address of the first page."""
_OURS = "mkdocs-journey exports"
"""What the files say they come from until they are filled: one of the site at the same place is left alone."""


def add_exports(site: Site, names: frozenset[str], config: MkDocsConfig, files: Files) -> None:
    """Give the files their places, so that pages can link to them. A site without journeys gets none."""
    from mkdocs.structure.files import File

    if not site.atlas.journeys:
        return
    for name in sorted(names):
        if files.get_file_from_path(name) is None and (name != REVIEWS_ICS or has_reviews(site)):
            files.append(File.generated(config, name, content=_OURS))


def calendar_address(page: File, files: Files) -> str:
    """Where the calendar of reviews is, seen from a page; "" where there is none."""
    calendar = files.get_file_from_path(REVIEWS_ICS)
    return calendar.url_relative_to(page) if calendar is not None else ""


def fill_exports(site: Site, config: MkDocsConfig, files: Files, words: Words, today: date) -> None:
    """Write what stands in the files."""
    handbook = Handbook(site, config.site_name or "", config.site_url or "", _addresses(config.site_url or "", files))
    writers: dict[str, Callable[[], bytes]] = {
        JOURNEYS_JSON: lambda: write_journeys_json(handbook).encode("utf-8"),
        JOURNEYS_NDJSON: lambda: write_journeys_ndjson(handbook).encode("utf-8"),
        REVIEWS_ICS: lambda: write_reviews_ics(handbook, _words(words, handbook.name), today),
    }
    for name, write in writers.items():
        file = files.get_file_from_path(name)
        if file is not None and file.abs_src_path is None and file.content_bytes == _OURS.encode():
            file.content_bytes = write()


def _addresses(root: str, files: Files) -> Callable[[str, str], str]:
    """From a page and an anchor to a URL: whole where the site says where it is, else relative to its first page."""

    @cache
    def address_of(page: str) -> str | None:
        file = files.src_uris.get(page)
        if file is None or file.inclusion.is_excluded():
            return None
        return root if root and file.url == HOME else f"{root}{file.url}"

    @cache
    def address(page: str, anchor: str) -> str:
        found = address_of(page)
        return "" if found is None else f"{found}#{quote(anchor)}" if anchor else found

    return address


def _words(words: Words, site: str) -> ReviewWords:
    def details(owner: str, reviewed: date) -> str:
        lines = [words("calendar.owner", owner=owner)] if owner else []
        return "\n".join([*lines, words("calendar.reviewed", date=words.date(reviewed))])

    return ReviewWords(words("calendar.name", site=site), lambda title: words("calendar.review", title=title), details)
