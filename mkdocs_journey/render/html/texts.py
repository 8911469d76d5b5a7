"""The inline Markdown of one block, turned into HTML together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup
from msgspec import Struct, field

from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import Text as Text
from mkdocs_journey.render.html.elements import as_markup


class Inline(NamedTuple):
    """A text that becomes HTML when it is shown, with all others of its file. A template shows it like any value."""

    text: str
    """As written."""
    found: FileTexts
    """The HTML of all texts of its file."""

    def __html__(self) -> Markup:
        return self.found[self.text]

    def __str__(self) -> str:
        return str(self.found[self.text])

    @property
    def plain(self) -> str:
        """Without markup, for tables of contents and labels."""
        html = self.found[self.text]
        return str(html) if html == self.text else html.striptags()


class FileTexts(dict[str, Markup]):
    """The HTML of the texts of one file, by text. Asking for one of them converts all that wait."""

    def __init__(self, inline: Callable[[Sequence[str], str], list[Markup]], file: str) -> None:
        self._inline = inline
        self._file = file
        self._waiting: dict[str, None] = {}

    def add(self, text: str) -> None:
        """A text that somebody will ask for."""
        if text not in self:
            self._waiting[text] = None

    def __missing__(self, text: str) -> Markup:
        waiting = list(self._waiting)
        converted = dict(zip(waiting, self._inline(waiting, self._file), strict=True))
        self._waiting.clear()
        self.update(converted)
        return converted[text]


class Texts(Struct):
    """Collects the texts of a block. They are converted where the first of them is shown, all of a file by one call."""

    inline: Callable[[Sequence[str], str], list[Markup]]
    file: str
    files: dict[str, FileTexts] = field(default_factory=dict)

    def __call__(self, text: str, file: str = "") -> Inline:
        """The text's place in a view; ``file`` where it was written elsewhere than the block."""
        file = file or self.file
        found = self.files.get(file)
        if found is None:
            found = self.files[file] = FileTexts(self.inline, file)
        found.add(text)
        return Inline(text, found)


class Phrase(Struct, frozen=True):
    """Words whose values become HTML later."""

    words: Words
    key: str
    values: Mapping[str, object]

    def __html__(self) -> Markup:
        return as_markup(self.words(self.key, **self.values))
