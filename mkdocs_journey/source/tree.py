"""The tree that YAML becomes: mappings, lists and texts, each with its place. No value has a type."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.place import Span

Place = tuple[str, int, int, int, int]
"""What a :class:`Span` consists of. A block has hundreds of places, and few of them are ever asked for."""


class Scalar(Struct, frozen=True, gc=False):
    """A scalar: the text that was written, whatever it looks like."""

    value: str
    place: Place
    style: str = ""
    """``""`` plain, ``'`` or ``"`` quoted, ``|`` literal, ``>`` folded."""

    @property
    def span(self) -> Span:
        """Where it stands, with the quotes, where there are any."""
        return Span(*self.place)

    @property
    def blank(self) -> bool:
        """Whether nothing was written (``key:``)."""
        return not self.style and not self.value


class Pair(Struct, frozen=True, gc=False):
    """One ``name: value`` of a mapping."""

    name: str
    name_place: Place
    value: Node

    @property
    def key(self) -> Scalar:
        """The name with its place."""
        return Scalar(self.name, self.name_place)


class Mapping(Struct, frozen=True, gc=False):
    """``name: value`` pairs in the order in which they were written; names are unique."""

    entries: tuple[Pair, ...]
    place: Place
    flow: bool = False
    """Whether it was written in braces."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self.place)


class Sequence(Struct, frozen=True, gc=False):
    """A list."""

    items: tuple[Node, ...]
    place: Place
    flow: bool = False
    """Whether it was written in brackets."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self.place)


Node = Scalar | Mapping | Sequence
