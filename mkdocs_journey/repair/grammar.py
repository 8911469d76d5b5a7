"""What may stand where, as the model declares it: fields of a part, lists in them, and what their items are."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_names, near_name, plain_name
from mkdocs_journey.model.shapes import Fields, Free, Many, One, Shape

IMPLIED_LISTS: dict[type[BaseModel], str] = {Journey: "phases", Phase: "steps"}
"""The list that is meant where items stand in a part without its name."""
SHORTEST_MISSPELT = 4


@lru_cache(maxsize=4096)
def known_name(part: type[BaseModel], written: str) -> str | None:
    """The standard name of a field that goes by a name in some language."""
    return field_names(part).get(plain_name(written))


@lru_cache(maxsize=4096)
def misspelt_name(part: type[BaseModel], written: str) -> str | None:
    """The standard name that a misspelt one most likely means."""
    return near_name(part, written) if len(written) >= SHORTEST_MISSPELT else None


def item_of(shape: Shape) -> type[BaseModel] | None:
    """The part that stands in a field, or of which its items are."""
    return shape.item if isinstance(shape, Many | One | Fields) else None


def is_open(shape: Shape) -> bool:
    """Whether something else than one text may stand below a field."""
    return isinstance(shape, Many | Fields | Free)


def is_place(part: type[BaseModel] | None) -> bool:
    """Whether a part is a phase or a step, which writers also set as headings."""
    return part in (Phase, Step)
