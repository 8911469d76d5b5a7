"""A block after validation: the model, and where each of its values stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from mkdocs_journey.model.addresses import Reference, addresses_in
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.view import View
from mkdocs_journey.place import Span
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Place

Path = tuple[str | int, ...]
"""Fields and list positions from the block's root, e.g. ``("phases", 0, "steps", 1, "name")``."""
FieldsInside: TypeAlias = "tuple[str, ...] | str | None"
Inside: TypeAlias = "tuple[FieldsInside, tuple[Written, ...] | None]"
"""Names and places of what stands in a value.

A list has places and no names. A name without places says that the value is all of that field.
"""
NOTHING_INSIDE: Inside = (None, None)
KEY: Literal["key"] = "key"
VALUE: Literal["value"] = "value"


class Written(Struct, frozen=True, gc=False):
    """Where a field stands, and what stands in it.

    There are hundreds for each block, as long as the site is known. None of them holds itself, so that Python need not
    look for garbage in them again and again.
    """

    key: Place | None
    """Place of the field's name."""
    value: Place | None
    names: FieldsInside = None
    """As those of :data:`Inside`."""
    inside: tuple[Written, ...] | None = None


class Places(Mapping[Path, Span]):
    """Places by path. They are kept as they were read, one in the other, and only made into spans when asked for."""

    def __init__(self, root: Written, part: Literal["key", "value"]) -> None:
        """``part`` is :data:`KEY` for the places of names, :data:`VALUE` for those of values."""
        self._root = root
        self._part = part

    def __getitem__(self, path: Path) -> Span:
        span: Span | None = self.get(path)
        if span is None:
            raise KeyError(path)
        return span

    def get(self, path: Path, default: Any = None) -> Any:
        """Place of what stands at a path, ``default`` where nothing was written."""
        written: Written | None = self._root
        for name in path:
            written = _inside(written, name) if written is not None else None
        place = None if written is None else written.key if self._part == KEY else written.value
        return default if place is None else Span(*place)

    def __iter__(self) -> Iterator[Path]:
        return (path for path in _paths(self._root, ()) if self.get(path) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _inside(written: Written, name: str | int) -> Written | None:
    names, inside = written.names, written.inside
    if inside is None:
        return Written(None, written.value) if names is not None and names == name else None
    if names is None:
        return inside[name] if isinstance(name, int) and name < len(inside) else None
    return inside[names.index(name)] if name in names else None  # type: ignore[arg-type]


def _paths(written: Written, path: Path) -> Iterator[Path]:
    yield path
    named = written.names
    names: Any = [named] if isinstance(named, str) else named if named is not None else range(len(written.inside or ()))
    for name in names:
        inner = _inside(written, name)
        if inner is not None:
            yield from _paths(inner, (*path, name))


class Document(Struct, frozen=True, dict=True):
    """A valid block."""

    block: Block
    """As it stands in the file that holds the text."""
    model: Journey | Persona | View
    written: Written
    """Where everything stands, from the root."""
    linked: tuple[Path, ...] = ()
    """Values that are addresses, or texts with links, or hold either; a value may be gone if it was wrong."""

    @cached_property
    def addresses(self) -> tuple[Reference, ...]:
        """Every address: links in texts, and fields that hold one."""
        return addresses_in(self.model, self.linked)

    @property
    def values(self) -> Mapping[Path, Span]:
        """Place of each value."""
        return Places(self.written, VALUE)

    @property
    def keys(self) -> Mapping[Path, Span]:
        """Place of each field's name."""
        return Places(self.written, KEY)

    def place(self, *path: str | int) -> Span:
        """Place of a value, or of the nearest thing around it that was written."""
        return nearest(self.written, path) or self.block.opening


def nearest(written: Written, path: Path) -> Span | None:
    """Place of the value at a path, or of the nearest thing around it, but for the root."""
    found: Place | None = None
    for name in path:
        inner = _inside(written, name)
        if inner is None:
            break
        written = inner
        found = written.value or found
    return Span(*found) if found else None
