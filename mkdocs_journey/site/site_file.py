"""A file of a site, whoever found it: a host while it builds, or the command in a folder."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

PAGE_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""How the names of pages end."""
TEXT_ENDINGS = (*PAGE_ENDINGS, ".yml", ".yaml", ".txt")
"""How the names of files end that are read: of pages, and of what blocks and snippets take in."""


class SiteFile(Struct, frozen=True):
    """A file of a site."""

    path: str
    """Relative to the documentation folder, with ``/``."""
    address: str
    """Of the file that is made of it, relative to the built site."""
    excluded: bool
    """Whether it is no part of the built site."""
    place: Path | None
    """Where it stands; None where it only exists while a site is built."""
    top: Path | None
    """The folder that it is taken from; None where somebody has made it."""
    text: Callable[[], str]
    """What it holds. Raises OSError or UnicodeDecodeError."""


class SiteFileTable(Protocol):
    """All files of a site."""

    def pages(self) -> Sequence[SiteFile]:
        """Those pages that are part of the built site, in its order."""

    def find(self, path: str) -> SiteFile | None:
        """The file with a path, excluded or not."""


def is_page(path: str) -> bool:
    """Whether a page is made of a file."""
    return path.endswith(PAGE_ENDINGS)


def page_name(path: str) -> str:
    """The name of a file without its ending: a README is the index of its folder."""
    name = posixpath.splitext(posixpath.basename(path))[0]
    return "index" if name == "README" else name


def address_of(path: str, directory_urls: bool) -> str:
    """The address of what is made of a file: ``a/b/index.html`` or ``a/b.html`` of the page ``a/b.md``."""
    if not is_page(path):
        return path
    folder, name = posixpath.dirname(path), page_name(path)
    if directory_urls and name != "index":
        return posixpath.join(folder, name, "index.html")
    return posixpath.join(folder, f"{name}.html")
