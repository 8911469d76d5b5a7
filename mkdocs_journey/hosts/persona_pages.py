"""Pages for personas that have none of their own, and their place in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journey.compile import CompiledBlock, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation, Section
    from mkdocs.structure.pages import Page


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


def place_in_navigation(navigation: Navigation, paths: list[str], files: Files, title: str, named: str | None) -> None:
    """Add pages to a navigation that is written by hand.

    They go into the section called ``named``, else to the section that holds a page of the same folder,
    else into a new section called ``title`` at the end.
    """
    from mkdocs.structure.nav import Section, _add_previous_and_next_links

    pages = [file.page for path in paths if (file := files.get_file_from_path(path)) and file.page is not None]
    missing = [page for page in pages if page not in navigation.pages]
    if not missing:
        return
    section = _section(navigation, named, paths)
    if section is None:
        section = Section(named or title, [])
        navigation.items.append(section)
    for page in missing:
        section.children.append(page)
        page.parent = section
    navigation.pages[:] = list(_pages(navigation.items))
    _add_previous_and_next_links(navigation.pages)


def _section(navigation: Navigation, named: str | None, paths: list[str]) -> Section | None:
    folders = {path.rpartition("/")[0] for path in paths}
    for section in _sections(navigation.items):
        if named is not None and section.title == named:
            return section
        if named is None and any(
            child.is_page and child.file.src_uri.rpartition("/")[0] in folders  # type: ignore[attr-defined]
            for child in section.children
        ):
            return section
    return None


def _sections(items: list[object]) -> Iterator[Section]:
    for item in items:
        if getattr(item, "is_section", False):
            yield item  # type: ignore[misc]
            yield from _sections(item.children)  # type: ignore[attr-defined]


def _pages(items: list[object]) -> Iterator[Page]:
    for item in items:
        if getattr(item, "is_page", False):
            yield item  # type: ignore[misc]
        elif getattr(item, "is_section", False):
            yield from _pages(item.children)  # type: ignore[attr-defined]
