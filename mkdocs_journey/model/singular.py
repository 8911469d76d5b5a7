"""What one thing of a lane or a list is called, as the fields declare it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mkdocs_journey.model.names import PARTS, standard_names
from mkdocs_journey.model.shapes import Many, shapes_of


@cache
def singulars() -> Mapping[str, str]:
    """Names of all lists whose things have a word of their own, to that word.

    Where two parts call a list the same, the word is that of the greater part.
    """
    found: dict[str, str] = {}
    for part in PARTS:
        for name, attribute in standard_names(part).items():
            shape = shapes_of(part)[attribute]
            if isinstance(shape, Many) and shape.singular:
                found.setdefault(name, shape.singular)
    return MappingProxyType(found)


def singular(lane: str) -> str:
    """What one thing of a lane or a list is called: ``pain`` for ``pains``; else the name of the lane."""
    return singulars().get(lane) or lane.replace("_", " ")
