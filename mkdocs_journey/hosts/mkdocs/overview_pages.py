"""Pages that show all journeys, and all personas, where a site has none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_journey.compile import CompiledBlock, Page, Site, SiteContent, compile_site
from mkdocs_journey.languages.words import Words
from mkdocs_journey.site.files import SiteFiles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class OverviewPage(Struct, frozen=True):
    """A page that is made."""

    kind: str
    """``journeys`` or ``personas``."""
    path: str
    title: str
    block: CompiledBlock
    """What it shows."""


def add_overview_pages(
    site: Site,
    paths: Mapping[str, str],
    site_files: SiteFiles,
    config: MkDocsConfig,
    files: Files,
    words: Words,
) -> list[OverviewPage]:
    """Add those that are wanted, have something to show, and take no other page's place; ``paths`` are by kind."""
    from mkdocs.structure.files import File, InclusionLevel

    added = []
    for kind, title, view in _wanted(site, words):
        path = paths.get(kind)
        if path is None or not site_files.makes(path):
            continue
        text = f"# {title}\n\n```journeys\nview: {view}\n```\n"
        inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
        _insert(File.generated(config, path, content=text, inclusion=inclusion), files)
        site_files.titles.setdefault(path, title)
        (block,) = compile_site(SiteContent([Page(path, text, title)])).blocks[path]
        added.append(OverviewPage(kind, path, title, block))
    return added


def _wanted(site: Site, words: Words) -> Iterator[tuple[str, str, str]]:
    """Kind, title and view of each page that would show something."""
    if any(entry.journey.status != "retired" for entry in site.atlas.journeys.values()):
        yield "journeys", words("atlas.journeys"), "atlas"
    if site.atlas.personas:
        yield "personas", words("persona.personas"), "personas"


def _insert(file: File, files: Files) -> None:
    """Add a file before the others of its folder, where MkDocs itself puts an index."""
    folder = file.src_uri.rpartition("/")[0]
    others = list(files)
    same = (number for number, other in enumerate(others) if other.src_uri.rpartition("/")[0] == folder)
    after = others[next(same, len(others)) :]
    for other in after:
        files.remove(other)
    for other in (file, *after):
        files.append(other)
