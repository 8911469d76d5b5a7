"""The table of lanes: each with its declaration, by name, in the order in which maps show them.

The order of drawing, the reader, the comparison, the rules, the walk-through and the exports ask here; no other place
keeps a list of lanes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType

from msgspec import Struct
from pydantic import BaseModel

from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lane import Lane, LaneGroup
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.shapes import Many, One, shapes_of


class Level(Enum):
    """What can have a lane."""

    PHASE = "phase"
    STEP = "step"
    BOTH = "phase or step"


class LaneRow(Struct, frozen=True):
    """A lane with all that is declared of it."""

    name: str
    """The standard name of its field."""
    level: Level
    item: type[BaseModel] | None
    """Of what class its items are; None where it holds plain values."""
    many: bool
    """Whether it holds a list."""
    singular: str
    """What one of its items is called."""
    one_value: bool
    """Whether it mostly holds one text."""
    about: Lane


@cache
def lane_table() -> Mapping[str, LaneRow]:
    """Every lane that a phase or a step can have, by name, in the order in which maps show them."""
    declared: dict[str, LaneRow] = {}
    for part, level in ((Step, Level.STEP), (Phase, Level.PHASE)):
        for name, shape in shapes_of(part).items():
            about = _declared(part, name)
            if about is None:
                continue
            many = isinstance(shape, Many)
            singular = shape.singular if isinstance(shape, Many) else ""
            declared[name] = LaneRow(
                name,
                Level.BOTH if name in declared else level,
                shape.item if isinstance(shape, One | Many) else None,
                many,
                singular or name.replace("_", " "),
                isinstance(shape, Many) and shape.one_value,
                about,
            )
    rows = sorted(declared.values(), key=lambda row: (row.about.group, row.about.place))
    return MappingProxyType({row.name: row for row in rows})


@cache
def lanes_at(part: type[Lanes]) -> tuple[str, ...]:
    """Names of the lanes that a part of this class can have: ``Phase`` or ``Step``."""
    return tuple(name for name in lane_table() if _declared(part, name) is not None)


def _declared(part: type[Lanes], name: str) -> Lane | None:
    field = part.model_fields.get(name)
    return next((one for one in field.metadata if isinstance(one, Lane)), None) if field else None


def lanes_that(wanted: Callable[[Lane], object]) -> tuple[str, ...]:
    """Names of the lanes of which something is declared, in the order in which maps show them."""
    return tuple(name for name, row in lane_table().items() if wanted(row.about))


def lane_row(name: str) -> LaneRow | None:
    """The row of a lane; None for one that a map adds."""
    return lane_table().get(name)


@cache
def added_lanes_place() -> int:
    """Before how many lanes of the table, counted from the last, maps show the lanes that they add."""
    return sum(row.about.group > LaneGroup.OWN for row in lane_table().values())


@cache
def naming_fields() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Lanes whose items name a channel, a team or a system, with the fields that do so and what each names."""
    return tuple((row.name, fields) for row in lane_table().values() if (fields := tuple(_naming(row))))


def _naming(row: LaneRow) -> Iterator[tuple[str, str]]:
    if not row.many or row.item is None:
        return
    if row.about.names:
        yield "text", row.about.names
    for field, kind in (("channel", "channel"), ("owner", "team")):
        if field in row.item.model_fields:
            yield field, kind
