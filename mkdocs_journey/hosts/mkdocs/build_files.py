"""The files of a build as the rest of the house knows files of a site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.site.site_file import SiteFile

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


class BuildFiles:
    """What MkDocs and its plugins have found and made so far."""

    def __init__(self, files: Files) -> None:
        """Take the files; what is added to them later is among these as well."""
        self._files = files

    def pages(self) -> Sequence[SiteFile]:
        """Pages that are part of the built site, in the order of MkDocs."""
        return [_site_file(file) for file in self._files.documentation_pages()]

    def find(self, path: str) -> SiteFile | None:
        """The file with a path."""
        file = self._files.get_file_from_path(path)
        return None if file is None else _site_file(file)


def _site_file(file: File) -> SiteFile:
    return SiteFile(
        file.src_uri,
        file.dest_uri,
        file.inclusion.is_excluded(),
        None if file.abs_src_path is None else Path(file.abs_src_path),
        None if file.src_dir is None else Path(file.src_dir),
        lambda: file.content_string,
    )
