"""Pages for personas that have none of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.compile import CompiledBlock, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def personas_without_page(site: Site) -> Iterator[CompiledBlock]:
    """Blocks of personas whose page has to be made."""
    from mkdocs_journey.atlas import PersonaEntry

    made: set[str] = set()
    for blocks in site.blocks.values():
        for block in blocks:
            entry = block.entry
            if isinstance(entry, PersonaEntry) and entry.page != entry.source_page and entry.page not in made:
                made.add(entry.page)
                yield block


def add_persona_pages(site: Site, config: MkDocsConfig, files: Files) -> dict[str, CompiledBlock]:
    """Add a page for each persona that has none; the blocks by the path of the page."""
    from mkdocs.structure.files import File, InclusionLevel

    added: dict[str, CompiledBlock] = {}
    for block in personas_without_page(site):
        entry = block.entry
        assert entry is not None
        if files.get_file_from_path(entry.page) is not None:
            continue
        inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, entry.page, content=_markdown(block), inclusion=inclusion)
        file.edit_uri = block.source.file
        files.append(file)
        added[entry.page] = block
    return added


def _markdown(block: CompiledBlock) -> str:
    """The block itself: so the page goes the way of every other page, and other plugins see what it holds."""
    longest = max((len(line.text) - len(line.text.lstrip("`")) for line in block.fence.lines), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}persona\n{block.fence.text}\n{fence}\n"
