"""From an address that somebody wrote to the address that leads there from the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, find_target
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.references.addresses import SCHEMES, scheme_of, site_path, split_address

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


class PageLinks(Struct, frozen=True):
    """Links as seen from one page of a MkDocs site."""

    page: File
    """The page that shows them."""
    files: Files
    atlas: Atlas
    titles: Callable[[str], str]
    """The title of a page of the site by its path."""

    def __call__(self, address: str, file: str) -> Link | None:
        """The link for an address as written in ``file``; None where it leads nowhere or may not be followed."""
        scheme = scheme_of(address)
        if scheme in SCHEMES:
            return Link(address, address, outside=True)
        if scheme in ("journey", "persona"):
            return self._reference(address)
        if scheme or address.startswith("//"):
            return None
        path = site_path(address, file)
        target = self.files.src_uris.get(path) if path else None
        if target is None or target.inclusion.is_excluded():
            return None
        _, query, fragment = split_address(address)
        end = (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
        return Link(
            self._way(target, end), self.titles(target.src_uri) if target.is_documentation_page() else target.name
        )

    def _reference(self, address: str) -> Link | None:
        target = find_target(self.atlas, address)
        if target is not None and target.address:
            return Link(target.address, target.title, outside=True)
        file = self.files.src_uris.get(target.page) if target else None
        if target is None or file is None:
            return None
        return Link(self._way(file, f"#{quote(target.anchor)}"), target.title)

    def _way(self, target: File, end: str) -> str:
        if target is self.page and end.startswith("#"):
            return end
        return target.url_relative_to(self.page) + end

    def markdown_address(self, address: str) -> tuple[str, str] | None:
        """For a ``journey:`` or ``persona:`` link in prose: the relative link that MkDocs resolves and checks.

        For one into another handbook: the whole address.
        """
        from mkdocs.utils import get_relative_url

        target = find_target(self.atlas, address)
        if target is not None and target.address:
            return target.address, target.title
        if target is None or target.page not in self.files.src_uris:
            return None
        if target.page == self.page.src_uri:
            return f"#{target.anchor}", target.title
        return f"{get_relative_url(quote(target.page), self.page.src_uri)}#{target.anchor}", target.title
