"""Texts of a drawing: what authors wrote, as they wrote it, and words of ours, which are plain.

Every output turns them into what it needs: HTML, Markdown, cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from mkdocs_journey.languages.words import Words

if TYPE_CHECKING:
    from mkdocs_journey.drawing.sentences import Pieces

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class WrittenText(NamedTuple):
    """A text of an author: inline Markdown."""

    text: str
    """As written."""
    file: str
    """Where it was written, which is where its links begin."""


class Quoted(Struct, frozen=True):
    """Somebody's words, in quotation marks."""

    text: WrittenText
    marks: tuple[str, str]


class Linked(Struct, frozen=True):
    """A text that leads somewhere as a whole; links inside it do not count."""

    address: str
    text: WrittenText | str


class Listed(Struct, frozen=True):
    """Texts with commas between them."""

    texts: tuple[DrawnText, ...]


class Worded(Struct, frozen=True):
    """Words of ours, and texts among them."""

    parts: tuple[DrawnText, ...]


class Inserted(Struct, frozen=True):
    """A text that is new."""

    text: DrawnText


class Deleted(Struct, frozen=True):
    """A text that is not there any more; what it linked to may not be there either."""

    text: DrawnText


class Reworded(Struct, frozen=True):
    """A text in place of an older one."""

    before: Deleted
    after: Inserted


class Said(Struct, frozen=True):
    """A sentence about a change."""

    parts: tuple[tuple[str, DrawnText], ...]
    """Each with its role: ``name`` of a thing, ``before`` or ``after`` for a value, "" for words of ours."""


DrawnText = str | WrittenText | Quoted | Linked | Listed | Worded | Inserted | Deleted | Reworded | Said
"""Whatever can be said; a bare string is plain text."""


class TextsOfFile(NamedTuple):
    """All that is shown of what stands in one file."""

    file: str
    texts: tuple[str, ...]


class WrittenTexts(Struct):
    """Keeps account of the texts of authors while a drawing is made, so that an output can convert them together."""

    file: str
    """Where most of them are written."""
    files: dict[str, dict[str, None]] = field(default_factory=dict)
    """Texts by file, each once."""

    def __call__(self, text: str, file: str = "") -> WrittenText:
        """A text for the drawing; ``file`` where it was written elsewhere than most."""
        file = file or self.file
        found = self.files.get(file)
        if found is None:
            found = self.files[file] = {}
        found[text] = None
        return WrittenText(text, file)

    def by_file(self) -> tuple[TextsOfFile, ...]:
        """All of them, in the order in which they came."""
        return tuple(TextsOfFile(file, tuple(texts)) for file, texts in self.files.items())


def worded(words: Words, key: str, values: Mapping[str, DrawnText]) -> Worded:
    """The words under a key, with texts filled in by name."""
    parts = _parts(words(key))
    return Worded(tuple(values.get(part, f"{{{part}}}") if k % 2 else part for k, part in enumerate(parts) if part))


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[str, ...]:
    """Words, and names of values, by turns."""
    return tuple(_PLACEHOLDER.split(text))


def said(pieces: Pieces, texts: WrittenTexts, file: str = "") -> Said:
    """A sentence whose names and values may hold inline Markdown."""
    return Said(
        tuple((piece.role, texts(piece.text, file) if piece.role and piece.text else piece.text) for piece in pieces)
    )
