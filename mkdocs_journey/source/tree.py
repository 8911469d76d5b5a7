"""The tree that YAML becomes: mappings, lists and texts, each with its place. No value has a type."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journey.place import Span


class Text(NamedTuple):
    """A scalar: the text that was written, whatever it looks like."""

    value: str
    span: Span
    """With the quotes, where there are any."""
    style: str = ""
    """``""`` plain, ``'`` or ``"`` quoted, ``|`` literal, ``>`` folded."""

    @property
    def blank(self) -> bool:
        """Whether nothing was written (``key:``)."""
        return not self.style and not self.value


class Entry(NamedTuple):
    """One ``key: value`` of a mapping."""

    key: Text
    value: Node


class Mapping(NamedTuple):
    """``key: value`` pairs in the order in which they were written; keys are unique."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False
    """Whether it was written in braces."""


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False
    """Whether it was written in brackets."""


Node = Text | Mapping | Sequence
