"""Headings of a table: the field of a phase or a step, of one of its items, or of the whole map, that each names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_name, field_names, plain_name, shapes_by_name
from mkdocs_journey.model.shapes import Many, One

PHASE, STEP = "phases", "steps"
_BEHIND = re.compile(r"[(\[](?P<behind>[^()\[\]]*)[)\]]$")
_NUMBERED = re.compile(r"(?P<word>.*[^\W\d])\s*#?\d{1,3}[.:)]?$")


class TableHeading(NamedTuple):
    """What a row or a column is about."""

    field: str
    """Standard name of a field; :data:`PHASE` or :data:`STEP` for names; "" for a lane of the map's own."""
    text: str
    behind: str = ""
    """What stands in brackets behind it."""
    items: str = ""
    """The field whose items have this field: ``pains`` for a severity beside them."""
    of_map: bool = False
    """Whether the field is one of the whole map."""
    numbered: bool = False
    """Whether it is one of several with a number, such as *Step 2*."""


def heading_of(cell: str, part: type[BaseModel] = Step) -> TableHeading:
    """What a row or a column is about; ``part`` is what its texts are written for in the first place."""
    bare = cell.strip("*_ :").strip()
    behind = _BEHIND.search(bare)
    for text in (bare, bare[: behind.start()].strip()) if behind else (bare,):
        plain = plain_name(text)
        if field_names(Journey).get(plain) == PHASE:
            return TableHeading(PHASE, text)
        if field_names(Phase).get(plain) == STEP:
            return TableHeading(STEP, text)
        field = next(filter(None, (field_name(one, text) for one in (part, Step, Phase))), None)
        if field is None and field_name(Journey, text) == "feelings":
            field = "emotion"
        if field:
            return TableHeading(STEP if field == "name" else field, text, behind["behind"] if behind else "")
    numbered = _NUMBERED.match(bare)
    if numbered is not None and field_names(Phase).get(plain_name(numbered["word"])) == STEP:
        return TableHeading(STEP, bare, numbered=True)
    if field := field_of_map(bare):
        return TableHeading(field, bare, of_map=True)
    return TableHeading("", bare)


def field_of_map(text: str) -> str:
    """The field of a whole map that a text names, if it holds texts; "" where it names none."""
    name = field_name(Journey, text) or ""
    shape = shapes_by_name(Journey).get(name)
    return name if name != PHASE and isinstance(shape, One | Many) else ""


def with_items(headings: Sequence[TableHeading]) -> list[TableHeading]:
    """The headings; one that names no lane, but a field of the items of another, belongs to the nearest such.

    What stands before it comes first: a severity belongs to the pains to the left of it.
    """
    found: list[TableHeading] = []
    for position, heading in enumerate(headings):
        beside = [*reversed(headings[:position]), *headings[position + 1 :]]
        owner = next((one for one in beside if item_field(one.field, heading.text)), None)
        if (heading.field and not heading.of_map) or owner is None:
            found.append(heading)
        else:
            field = item_field(owner.field, heading.text)
            found.append(TableHeading(field, heading.text, heading.behind, items=owner.field))
    return found


def item_field(lane: str, text: str) -> str:
    """The field of the items of a lane that a text names; "" where it names none, or what the items are called."""
    part = item_of(lane)
    name = field_name(part, text) if part is not None else None
    return name if name and name not in ("text", "name") else ""


def item_of(lane: str) -> type[BaseModel] | None:
    """What the items of a lane are; None for a lane of another kind."""
    shape = shapes_by_name(Step).get(lane) or shapes_by_name(Phase).get(lane)
    return shape.item if isinstance(shape, Many) else None


def known(headings: Iterable[TableHeading]) -> int:
    """How many fields of a phase or a step are named; steps with numbers are as many as there are."""
    return len({(one.field, one.text if one.numbered else "") for one in headings if one.field and not one.of_map})
