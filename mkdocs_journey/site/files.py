"""The files of an MkDocs site as the pipeline wants them, for the build and for the command alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.compile import Page, page_title
from mkdocs_journey.site.configuration import SiteConfig
from mkdocs_journey.site.snippets import included_blocks
from mkdocs_journey.source.fences import split_lines

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


class SiteFiles:
    """The pages and files of a site."""

    def __init__(self, files: Files, config: SiteConfig, persona_folder: str, overviews: Collection[str] = ()) -> None:
        """Take the files as MkDocs finds them.

        Pages of personas will be made in ``persona_folder``, and pages that show everything at ``overviews``.
        """
        self.files = files
        self.titles: dict[str, str] = titles_in_navigation(config.nav)
        """Titles that are known, by path: those of the navigation come before those of the pages."""
        self.unreadable: dict[str, str] = {}
        """Pages that cannot be read, by path, and why not."""
        self._config = config
        self._persona_folder = persona_folder
        self._overviews = frozenset(path for path in overviews if self._is_free(path))
        self._docs = Path(config.docs_dir)
        self._base = Path(config.config_file_path or ".").parent

    def pages(self, text_of: Callable[[File], str | None] | None = None) -> Iterator[Page]:
        """Every page that is part of the site, in the order of MkDocs; ``text_of`` may know a newer text of it."""
        for file in self.files.documentation_pages():
            if file.inclusion.is_excluded():
                continue
            text = text_of(file) if text_of is not None else None
            if text is None:
                text = self._text(file)
            if text is None:
                continue
            if title := page_title(text):
                self.titles.setdefault(file.src_uri, title)
            yield Page(file.src_uri, text, self.title(file), included_blocks(text, file.src_uri, self._config))

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is none, or where a link leads out of the docs folder."""
        file = self.files.get_file_from_path(path)
        if file is None or not self._is_inside(file):
            return None
        return self._text(file)

    def exists(self, path: str) -> bool:
        """Whether a path is a file of the site, or a page of ours, which may still have to be made."""
        if self.makes(path):
            return True
        if path == f"{self._persona_folder}/index.md":
            return self._is_page(path)
        if path.startswith(f"{self._persona_folder}/") and path.endswith(".md"):
            return True
        return self._is_page(path)

    def makes(self, path: str) -> bool:
        """Whether a page that shows everything is made at a path, since the site has none of its own there."""
        return path in self._overviews and self.files.get_file_from_path(path) is None

    def title(self, file: File) -> str:
        """The title of a page, as the navigation or the page gives it, else from its file name as MkDocs does."""
        return self.titles.get(file.src_uri) or file.name.replace("-", " ").replace("_", " ").capitalize()

    def persona_page(self, id_: str) -> str:
        """The page that is made for a persona that has none of its own."""
        return f"{self._persona_folder}/{id_}.md"

    def real_path(self, name: str) -> Path:
        """Where a file stands, by its name in a span: in the docs folder, or beside mkdocs.yml."""
        file = self.files.get_file_from_path(name)
        if file is not None and file.abs_src_path is not None:
            return Path(file.abs_src_path)
        inside = self._docs / name
        return inside if inside.exists() or not (self._base / name).exists() else self._base / name

    def lines(self, name: str) -> Sequence[str]:
        """The lines of a file by its name in a span; none where it cannot be read."""
        text = self.read(name)
        if text is None:
            path = self.real_path(name).resolve()
            if not path.is_relative_to(self._base.resolve()):
                return ()
            try:
                text = path.read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                return ()
        return split_lines(text)

    def _is_page(self, path: str) -> bool:
        file = self.files.src_uris.get(path)
        return file is not None and not file.inclusion.is_excluded()

    def _is_free(self, path: str) -> bool:
        """Whether no page of the site has the address of a path: its README, or a page called like its folder."""
        from mkdocs.structure.files import File

        address = File(path, None, "", self._config.use_directory_urls).dest_uri
        return all(
            page.dest_uri != address for page in self.files.documentation_pages() if not page.inclusion.is_excluded()
        )

    def _is_inside(self, file: File) -> bool:
        """Whether a file really stands in the folder that it is taken from. MkDocs follows links that lead out."""
        if file.src_dir is None or file.abs_src_path is None:
            return True
        return Path(file.abs_src_path).resolve().is_relative_to(Path(file.src_dir).resolve())

    def _text(self, file: File) -> str | None:
        try:
            return file.content_string
        except UnicodeDecodeError:
            self.unreadable[file.src_uri] = "it is not UTF-8"
        except OSError as error:
            self.unreadable[file.src_uri] = (error.strerror or "it cannot be opened").lower()
        # MkDocs reports a page that cannot be read when it builds it; a block's file is reported as missing.
        return None


def titles_in_navigation(items: object) -> dict[str, str]:
    """Titles that the navigation in mkdocs.yml gives to pages, by path."""
    titles: dict[str, str] = {}
    if isinstance(items, list):
        for item in items:
            titles |= titles_in_navigation(item)
    elif isinstance(items, Mapping):
        for title, value in items.items():
            titles |= {value: str(title)} if isinstance(value, str) else titles_in_navigation(value)
    return titles
