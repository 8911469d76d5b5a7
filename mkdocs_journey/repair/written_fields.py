"""The fields of a block as they were written: in what part each stands, and what it is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import PARTS, field_name, plain_name, shapes_by_name
from mkdocs_journey.model.own_lanes import declared_lanes, own_lanes
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.shapes import Shape
from mkdocs_journey.model.validate import ROOTS
from mkdocs_journey.repair.grammar import item_of
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar, Sequence


class WrittenField(NamedTuple):
    """A field, and where it stands."""

    part: type[BaseModel]
    """The part that it was written in."""
    node: Mapping
    """All fields of that."""
    entry: Pair
    name: str | None
    """The standard name; None where the part has no such field."""
    own: bool
    """Whether it is a lane that the map adds."""
    outer: WrittenField | None
    """The field in which the part stands; None for the block itself."""

    @property
    def shape(self) -> Shape | None:
        """What may stand in it; None where the part has no such field."""
        return None if self.name is None else shapes_by_name(self.part)[self.name]


def written_fields(kind: str, tree: Mapping, language: str) -> list[WrittenField]:
    """All fields of a block, each before those that stand in it."""
    own = own_lanes(tree, declared_lanes(tree), language) if kind == "journey" else frozenset()
    return list(_fields(tree, ROOTS[kind], None, own, language))


def _fields(
    node: Mapping, part: type[BaseModel], outer: WrittenField | None, own: frozenset[str], language: str
) -> Iterator[WrittenField]:
    for entry in node.entries:
        is_own = issubclass(part, Lanes) and plain_name(entry.name) in own
        name = None if is_own else field_name(part, entry.name, language)
        field = WrittenField(part, node, entry, name, is_own, outer)
        yield field
        inner = Item if is_own else item_of(field.shape) if field.shape is not None else None
        if inner is not None:
            for one in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
                if isinstance(one, Mapping):
                    yield from _fields(one, inner, field, own, language)


@cache
def meant_elsewhere(written: str, language: str) -> str | None:
    """The standard name of the field that a name is in any part, the greater ones first; None where there is none."""
    return next((name for part in PARTS if (name := field_name(part, written, language)) is not None), None)


def flat(node: Node) -> str:
    """Everything that a value says, as one text."""
    if isinstance(node, Scalar):
        return " ".join(node.value.split())
    if isinstance(node, Sequence):
        texts = [text for one in node.items if (text := flat(one))]
        return ("; " if any("," in text for text in texts) else ", ").join(texts)
    return ", ".join(f"{entry.name}: {text}" for entry in node.entries if (text := flat(entry.value)))
