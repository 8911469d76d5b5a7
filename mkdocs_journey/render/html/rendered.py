"""What a renderer gives to its host."""

from __future__ import annotations

from msgspec import Struct


class Heading(Struct, frozen=True):
    """A heading inside a rendered block, for the page's table of contents."""

    level: int
    """1 to 6."""
    id: str
    """Unique in the site."""
    text: str
    """Plain text, not escaped."""


class Rendered(Struct, frozen=True):
    """A block as HTML."""

    html: str
    headings: tuple[Heading, ...] = ()
    """In the order in which they stand in the page."""


class Card(Struct, frozen=True):
    """What is shown beside a link while a reader points at it."""

    id: str
    """Unique in the site."""
    html: str
    """An element that may stand inside a paragraph."""
