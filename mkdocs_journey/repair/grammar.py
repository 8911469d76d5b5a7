"""What may stand where, as the model declares it: fields of a part, lists in them, and what their items are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from mkdocs_journey.model.advice import home_of
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_names, near_name, plain_name, shapes_by_name
from mkdocs_journey.model.shapes import Fields, Free, Many, One, Shape, main_field
from mkdocs_journey.repair.costs import MAIN_WITHOUT_COLON, MISSPELT, SEMICOLON, WITHOUT_COLON
from mkdocs_journey.repair.typed_lines import FieldReading, TypedLine, field_reading

IMPLIED_LISTS: dict[type[BaseModel], str] = {Journey: "phases", Phase: "steps"}
"""The list that is meant where items stand in a part without its name."""
SHORTEST_MISSPELT = 4


@lru_cache(maxsize=4096)
def known_name(part: type[BaseModel], written: str) -> str | None:
    """The standard name of a field that goes by a name in some language."""
    return field_names(part).get(plain_name(written))


@lru_cache(maxsize=4096)
def misspelt_name(part: type[BaseModel], written: str) -> str | None:
    """The standard name that a misspelt one most likely means; None for a right one that belongs to another part."""
    if len(written) < SHORTEST_MISSPELT or home_of(plain_name(written), part) is not None:
        return None
    return near_name(part, written)


def item_of(shape: Shape) -> type[BaseModel] | None:
    """The part that stands in a field, or of which its items are."""
    return shape.item if isinstance(shape, Many | One | Fields) else None


def is_open(shape: Shape) -> bool:
    """Whether something else than one text may stand below a field."""
    return isinstance(shape, Many | Fields | Free)


def is_place(part: type[BaseModel] | None) -> bool:
    """Whether a part is a phase or a step, which writers also set as headings."""
    return part in (Phase, Step)


_NUMBERED = re.compile(r"(?P<word>[^\W\d_][^\W\d_ ]*) ?[#№]?\d{1,3}")


@lru_cache(maxsize=4096)
def numbered_part(marker: str) -> type[BaseModel] | None:
    """What stands behind ``Phase 1:`` or ``step 2:``, a phase or a step; None for any other marker."""
    match = _NUMBERED.fullmatch(marker.removesuffix(":"))
    if match is None or not marker.endswith(":"):
        return None
    for part, name in IMPLIED_LISTS.items():
        if known_name(part, match["word"]) == name:
            return item_of(shapes_by_name(part)[name])
    return None


def with_number_as_marker(line: TypedLine) -> TypedLine:
    """The line, ``Phase 1:`` at its begin as what marks an item; what is behind it is its text, if there is any."""
    reading = field_reading(line.text) if not line.marker else None
    if reading is None or not reading.plain or numbered_part(f"{reading.name}:") is None:
        return line
    if not reading.value:
        return line._replace(marker=f"{reading.name}:", inset=2, text=reading.name)
    return line._replace(marker=f"{reading.name}:", inset=line.text.index(reading.value), text=reading.value)


def possible_fields(part: type[BaseModel], text: str) -> Iterator[tuple[str, FieldReading, float]]:
    """Fields of a part that a text may be, with what is read of it, and what it costs."""
    reading = field_reading(text)
    if reading is not None:
        name = known_name(part, reading.name)
        if name is not None:
            yield name, reading, reading.cost
        elif (near := misspelt_name(part, reading.name)) is not None:
            yield near, reading._replace(name=near, plain=False), reading.cost + MISSPELT
    words = text.split(" ")
    main = main_field(part)
    for count in (1, 2):
        written = " ".join(words[:count]).strip("*_")
        rest = " ".join(words[count:])
        if len(words) >= count and written.endswith(";") and (name := known_name(part, written[:-1])) is not None:
            yield name, FieldReading(written[:-1], rest, 0.0, False), SEMICOLON
        elif len(words) >= count and ":" not in written and (name := known_name(part, written)) is not None:
            # “steps” by itself is meant as a field; so is a number behind “emotion”.
            if not rest or rest[0] in "+-−0123456789'\"":
                yield name, FieldReading(written, rest, 0.0, False), WITHOUT_COLON
            elif count == 1 and reading is None:
                cost = MAIN_WITHOUT_COLON if name == main else WITHOUT_COLON
                yield name, FieldReading(written, rest, 0.0, False), cost


def first_field(part: type[BaseModel] | None, text: str) -> frozenset[str]:
    """The field with which an item begins, if it does with one."""
    reading = field_reading(text)
    name = known_name(part, reading.name) if part is not None and reading is not None else None
    return frozenset((name,) if name else ())


def begins_item(part: type[BaseModel], name: str, before: frozenset[str]) -> bool:
    """Whether an item of a list may begin with a field: it is their name, or ``before`` it others began with it."""
    if name in before:
        return True
    return name == main_field(part) and (not before or part.model_fields[name].is_required())
