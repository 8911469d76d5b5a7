"""Texts that show what they were."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journey.render.changes.sentences import Pieces
from mkdocs_journey.render.html.elements import element, joined
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Text, Texts

_TAGS = {"name": "b", "before": "del", "after": "ins"}


@dataclass(frozen=True, slots=True)
class Inserted:
    """A text that is new."""

    text: Text

    def __html__(self) -> Markup:
        return element("ins", self.text)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A text that is not there any more; what it linked to may not be there either."""

    text: Text

    def __html__(self) -> Markup:
        return element("del", without_links(self.text))


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text in place of an older one."""

    before: Deleted
    after: Inserted

    def __html__(self) -> Markup:
        return joined((self.before, self.after), " ")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a change, with its names and values marked."""

    parts: tuple[tuple[str, Text], ...]
    """Tags, or "", and what stands in them."""

    def __html__(self) -> Markup:
        return joined(element(tag, without_links(text)) if tag else text for tag, text in self.parts)


def said(pieces: Pieces, texts: Texts, file: str = "") -> Said:
    """A sentence whose names and values may hold inline Markdown."""
    return Said(
        tuple(
            (_TAGS.get(piece.role, ""), texts(piece.text, file) if piece.role and piece.text else piece.text)
            for piece in pieces
        )
    )
