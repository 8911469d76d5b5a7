"""The maps on one page at one time: what became of them, and by what they are known again."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import CompileOptions, Page, SiteContent, compile_site, page_title
from mkdocs_journey.diff.compare import named
from mkdocs_journey.diff.matching import Named
from mkdocs_journey.findings import Severity
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.site.options import CheckOptions
from mkdocs_journey.views.history import State, state_of

NOT_UTF_8 = message("The file is not UTF-8.")
MISSING = message("This clone does not have the file of that time.")


class KnownMap(Struct, frozen=True):
    """A map that could be read."""

    named: Named
    state: State


class Mistake(Struct, frozen=True):
    """A map that could not be read."""

    message: Message
    """As it was found: it may quote what an author wrote."""
    names: frozenset[str]
    """Ids and titles of those that could not be read, as far as they are known."""


class Version(Struct, frozen=True):
    """All maps of a page at one time."""

    maps: tuple[KnownMap, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    data: tuple[str, ...] = ()
    """Files that its blocks name, whether they are there or not."""


NOTHING = Version()


class Versions(Struct):
    """Reads pages as they were. What was read once is not read again, as long as this lives."""

    options: CheckOptions
    """Words with scores and limits are those of today: how a map was meant then is not known."""
    _data: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    _known: dict[tuple[str, str, str, tuple[str, ...]], Version] = field(default_factory=dict)

    def version(
        self,
        path: str,
        id_: str,
        text: Callable[[str], bytes | None],
        data_id: Callable[[str], str],
        title: str = "",
    ) -> Version:
        """The maps of a page that has the id ``id_`` in git.

        ``text`` gives what a file with an id holds, and ``data_id`` the id of another file at that time, "" where
        there is none; ``title`` is that of the page, if it does not come from the page itself.
        """
        page = (path, id_, title)
        named = self._data.get(page)
        if named is not None:
            known = self._known.get((*page, tuple(map(data_id, named))))
            if known is not None:
                return known
        content = text(id_)
        if content is None:
            return Version((), (Mistake(MISSING, frozenset()),))
        asked: dict[str, str] = {}

        def read(name: str) -> str | None:
            asked[name] = data_id(name)
            found = text(asked[name]) if asked[name] else None
            return None if found is None else found.decode("utf-8", "replace").removeprefix("\ufeff")

        version = self._compile(path, content, read, title)
        self._data[page] = tuple(asked)
        version = Version(version.maps, version.mistakes, tuple(asked))
        self._known[(*page, tuple(asked.values()))] = version
        return version

    def _compile(self, path: str, content: bytes, read: Callable[[str], str | None], title: str) -> Version:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Version((), (Mistake(NOT_UTF_8, frozenset()),))
        options = self.options
        site = compile_site(
            SiteContent([Page(path, text, title or page_title(text))], read),
            CompileOptions(options.feelings, options.settings, language=options.language, advice=False),
        )
        blocks = [block for block in site.blocks.get(path, ()) if block.fence.kind == "journey"]
        maps = [
            KnownMap(named(block.entry, holding=True), state_of(block.entry))
            for block in blocks
            if isinstance(block.entry, JourneyEntry)
        ]
        mistakes = [
            Mistake(
                next((one.message for one in block.findings if one.severity is Severity.ERROR), NO_MESSAGE),
                site.atlas.broken,
            )
            for block in blocks
            if block.entry is None
        ]
        return Version(tuple(maps), tuple(mistakes))
