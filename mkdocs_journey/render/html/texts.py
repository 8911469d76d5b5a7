"""The inline Markdown of one block, turned into HTML together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.elements import Shown as Shown
from mkdocs_journey.render.html.elements import Text as Text
from mkdocs_journey.render.html.elements import as_markup, element, joined
from mkdocs_journey.render.html.sanitizer import without_links

_NOT_YET = Markup()


class Inline(NamedTuple):
    """A text that becomes HTML later, with all others of its file. A template shows it like any value."""

    text: str
    """As written."""
    found: dict[str, Markup]
    """The HTML of all texts of its file, once they are converted."""

    def __html__(self) -> Markup:
        return self.found[self.text]

    def __str__(self) -> str:
        return str(self.found[self.text])

    @property
    def plain(self) -> str:
        """Without markup, for tables of contents and labels."""
        html = self.found[self.text]
        return str(html) if html == self.text else html.striptags()


@dataclass(slots=True)
class Texts:
    """Collects the texts of a block; :meth:`convert` makes one call for each file that they come from."""

    inline: Callable[[Sequence[str], str], list[Markup]]
    file: str
    files: dict[str, dict[str, Markup]] = field(default_factory=dict)

    def __call__(self, text: str, file: str = "") -> Inline:
        """The text's place in a view; ``file`` where it was written elsewhere than the block."""
        file = file or self.file
        found = self.files.get(file)
        if found is None:
            found = self.files[file] = {}
        found[text] = _NOT_YET
        return Inline(text, found)

    def convert(self) -> None:
        """Fill in the HTML of everything collected."""
        for file, found in self.files.items():
            found.update(zip(found, self.inline(list(found), file), strict=True))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in quotation marks."""

    text: Inline
    marks: tuple[str, str]

    def __html__(self) -> Markup:
        return joined((self.marks[0], self.text, self.marks[1]))


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with a link around it."""

    address: str
    text: Inline | Markup

    def __html__(self) -> Markup:
        return element("a", without_links(self.text), href=self.address)


@dataclass(frozen=True, slots=True)
class Listed:
    """Texts with commas between them."""

    texts: Sequence[Text]

    def __html__(self) -> Markup:
        return joined(self.texts, ", ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words whose values become HTML later."""

    words: Words
    key: str
    values: Mapping[str, object]

    def __html__(self) -> Markup:
        return as_markup(self.words(self.key, **self.values))
