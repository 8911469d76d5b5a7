"""Pages that are made find their place in a navigation that is written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation, Section
    from mkdocs.structure.pages import Page


def place_in_navigation(
    navigation: Navigation,
    paths: Sequence[str],
    files: Files,
    title: str,
    named: str | None,
    overview: str | None = None,
) -> None:
    """Add pages to a navigation that is written by hand, and the ``overview`` of them if there is one.

    They go into the section called ``named``, else to the section that holds a page of the same folder, else into a
    new section called ``title`` at the end; an overview by itself needs none. An index page comes first in its section.
    """
    from mkdocs.structure.nav import Section, _add_previous_and_next_links

    every = [overview, *paths] if overview else list(paths)
    pages = [file.page for path in every if (file := files.get_file_from_path(path)) and file.page is not None]
    missing = [page for page in pages if page not in navigation.pages]
    if not missing:
        return
    section = _section(navigation, named, every)
    if section is None and not named and [page.file.src_uri for page in missing] == [overview]:
        navigation.items.extend(missing)
    else:
        if section is None:
            section = Section(named or title, [])
            navigation.items.append(section)
        for page in missing:
            page.parent = section
        first = [page for page in missing if page.file.src_uri == overview and page.is_index]
        section.children[:0] = first
        section.children.extend(page for page in missing if page not in first)
    navigation.pages[:] = list(_pages(navigation.items))
    _add_previous_and_next_links(navigation.pages)


def name_made_sections(navigation: Navigation, paths: Sequence[str], title: str) -> None:
    """Call a section ``title`` that MkDocs made of a folder, and in which every page is one that we made."""
    for section in _sections(navigation.items):
        found = {page.file.src_uri for page in _pages(section.children)}
        if found and found <= set(paths):
            section.title = title


def _section(navigation: Navigation, named: str | None, paths: Sequence[str]) -> Section | None:
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


def _pages(items: Sequence[object]) -> Iterator[Page]:
    for item in items:
        if getattr(item, "is_page", False):
            yield item  # type: ignore[misc]
        elif getattr(item, "is_section", False):
            yield from _pages(item.children)  # type: ignore[attr-defined]
