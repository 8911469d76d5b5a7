"""The files of a documentation folder, as MkDocs takes them: which, in which order, and where they come to stand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from mkdocs_journey.site.site_file import SiteFile, address_of, is_page

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

HIDDEN = (".*", "/templates/")
"""Patterns of what is no part of any site, unless its own patterns take it in again."""


class DocsFolder:
    """The files of a documentation folder."""

    def __init__(
        self, docs: Path, excluded: Iterable[str] = (), drafts: Iterable[str] = (), *, directory_urls: bool = True
    ) -> None:
        """Walk a folder; ``excluded`` and ``drafts`` are patterns as in a .gitignore.

        Raises ValueError for a pattern that cannot be read.
        """
        from pathspec.gitignore import GitIgnoreSpec

        left_out = (GitIgnoreSpec.from_lines([*HIDDEN, *excluded]), GitIgnoreSpec.from_lines(drafts))
        self._files: dict[str, SiteFile] = {}
        for paths in _walk(docs):
            files = [_file(docs, path, left_out, directory_urls) for path in paths]
            displaced = set(_displaced(files))
            self._files |= {file.path: file for file in files if file.path not in displaced}

    def pages(self) -> Sequence[SiteFile]:
        """Pages, the index of each folder first, then those beside it, then those in its folders."""
        return [file for file in self._files.values() if is_page(file.path) and not file.excluded]

    def find(self, path: str) -> SiteFile | None:
        """The file with a path."""
        return self._files.get(PurePath(path).as_posix())


def _walk(docs: Path) -> Iterator[list[str]]:
    """The paths of the files of each folder, relative to ``docs``. Links are followed, as MkDocs does."""
    for folder, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        names.sort(key=lambda name: (os.path.splitext(name)[0] not in ("index", "README"), name))
        inside = PurePath(os.path.relpath(folder, docs))
        yield [(inside / name).as_posix() for name in names]


def _file(docs: Path, path: str, left_out: Sequence[GitIgnoreSpec], directory_urls: bool) -> SiteFile:
    place = docs / path
    excluded = any(patterns.match_file(path) for patterns in left_out)
    return SiteFile(path, address_of(path, directory_urls), excluded, place, docs, lambda: place.read_text("utf-8-sig"))


def _displaced(files: Iterable[SiteFile]) -> Iterator[str]:
    """Of files of one folder that come to stand at the same address, those that give way.

    The first gives way to each that comes after it, so a README to an index; but not to what is excluded.
    """
    first: dict[str, SiteFile] = {}
    for file in files:
        before = first.setdefault(file.address, file)
        if before is not file:
            yield file.path if file.excluded else before.path
