"""The files of a site as the pipeline wants them, for the build and for the command alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from mkdocs_journey.compile import Page, SiteContent, page_title
from mkdocs_journey.message import Message, message, verbatim
from mkdocs_journey.site.configuration import SiteConfig
from mkdocs_journey.site.site_file import SiteFile, SiteFileTable, address_of, page_name
from mkdocs_journey.site.snippets import included_blocks
from mkdocs_journey.source.fences import split_lines


class SiteFiles:
    """The pages and files of a site."""

    def __init__(
        self, files: SiteFileTable, config: SiteConfig, persona_folder: str, overviews: Collection[str] = ()
    ) -> None:
        """Take the files as a host or the command has found them.

        Pages of personas will be made in ``persona_folder``, and pages that show everything at ``overviews``.
        """
        self.files = files
        self.titles: dict[str, str] = titles_in_navigation(config.nav)
        """Titles that are known, by path: those of the navigation come before those of the pages."""
        self.unreadable: dict[str, Message] = {}
        """Pages that cannot be read, by path, and why not."""
        self._config = config
        self._persona_folder = persona_folder
        self._overviews = frozenset(path for path in overviews if self._is_free(path))
        self._docs = Path(config.docs_dir)
        self._base = Path(config.config_file_path or ".").parent

    def pages(self, text_of: Callable[[SiteFile], str | None] | None = None) -> Iterator[Page]:
        """Every page that is part of the site, in its order; ``text_of`` may know a newer text of it."""
        for file in self.files.pages():
            text = text_of(file) if text_of is not None else None
            if text is None:
                text = self._text(file)
            if text is None:
                continue
            if title := page_title(text):
                self.titles.setdefault(file.path, title)
            yield Page(file.path, text, self.title(file.path), included_blocks(text, file.path, self._config))

    def content(self, text_of: Callable[[SiteFile], str | None] | None = None) -> SiteContent:
        """What of the site is compiled."""
        return SiteContent(self.pages(text_of), self.read, self.exists, self.persona_page)

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is none, or where a link leads out of the docs folder."""
        file = self.files.find(path)
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
        return path in self._overviews and self.files.find(path) is None

    def title(self, path: str) -> str:
        """The title of a page, as the navigation or the page gives it, else from its file name as MkDocs does."""
        return self.titles.get(path) or page_name(path).replace("-", " ").replace("_", " ").capitalize()

    def persona_page(self, id_: str) -> str:
        """The page that is made for a persona that has none of its own."""
        return f"{self._persona_folder}/{id_}.md"

    def real_path(self, name: str) -> Path:
        """Where a file stands, by its name in a span: in the docs folder, or beside mkdocs.yml."""
        file = self.files.find(name)
        if file is not None and file.place is not None:
            return file.place
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
        file = self.files.find(path)
        return file is not None and not file.excluded

    def _is_free(self, path: str) -> bool:
        """Whether no page of the site has the address of a path: its README, or a page called like its folder."""
        address = address_of(path, self._config.use_directory_urls)
        return all(page.address != address for page in self.files.pages())

    def _is_inside(self, file: SiteFile) -> bool:
        """Whether a file really stands in the folder that it is taken from. Links that lead out were followed."""
        if file.top is None or file.place is None:
            return True
        return file.place.resolve().is_relative_to(file.top.resolve())

    def _text(self, file: SiteFile) -> str | None:
        try:
            return file.text()
        except UnicodeDecodeError:
            self.unreadable[file.path] = message("it is not UTF-8")
        except OSError as error:
            reason = verbatim(error.strerror.lower()) if error.strerror else message("it cannot be opened")
            self.unreadable[file.path] = reason
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
