"""Texts that show what they were."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from mkdocs_journey.render.changes.sentences import Pieces
from mkdocs_journey.render.html.sanitizer import without_links
from mkdocs_journey.render.html.texts import Text, Texts

_TAGS = {"name": "b", "before": "del", "after": "ins"}


@dataclass(frozen=True, slots=True)
class Inserted:
    """A text that is new."""

    text: Text

    def __html__(self) -> Markup:
        return Markup("<ins>{}</ins>").format(self.text)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A text that is not there any more; what it linked to may not be there either."""

    text: Text

    def __html__(self) -> Markup:
        return Markup("<del>{}</del>").format(without_links(Markup("{}").format(self.text)))


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text in place of an older one."""

    before: Deleted
    after: Inserted

    def __html__(self) -> Markup:
        return Markup("{} {}").format(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a change, with its names and values marked."""

    parts: tuple[tuple[str, Text], ...]
    """Tags, or "", and what stands in them."""

    def __html__(self) -> Markup:
        return Markup("".join(_part(tag, text) for tag, text in self.parts))  # noqa: S704 - every part is escaped


def _part(tag: str, text: Text) -> str:
    if not tag:
        return escape(text) if isinstance(text, str) else str(text.__html__())
    inner = without_links(text.__html__()) if not isinstance(text, str) else escape(text)
    return f"<{tag}>{inner}</{tag}>"


def said(pieces: Pieces, texts: Texts, file: str = "") -> Said:
    """A sentence whose names and values may hold inline Markdown."""
    return Said(
        tuple(
            (_TAGS.get(piece.role, ""), texts(piece.text, file) if piece.role and piece.text else piece.text)
            for piece in pieces
        )
    )
