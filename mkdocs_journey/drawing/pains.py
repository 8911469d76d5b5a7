"""How pain points are called on a map, so that opportunities can say which they fix: P1, P2, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Pain

_SHORT = re.compile(r"[a-z]{1,3}-?\d{1,3}")


class PainMark(Struct, frozen=True):
    """A pain point and the short name that the map gives it."""

    label: str
    """``P3``: the id where it is as short as that, else a number in the order of the map."""
    anchor: str
    """Empty where the pain has no id."""
    pain: Pain
    column: Column


class PainLabels(Struct, frozen=True):
    """The pain points of one map."""

    marks: tuple[PainMark, ...]
    by_column: Mapping[Column, tuple[PainMark, ...]]
    by_name: Mapping[str, PainMark]
    """By id and by text."""


def pains_of(entry: JourneyEntry) -> PainLabels:
    """Name all pain points of a map."""
    found = [(column, pain) for column, lanes in _lanes(entry) for pain in lanes.pains]
    coded = any(pain.id and _SHORT.fullmatch(pain.id) for _, pain in found)
    marks = tuple(
        PainMark(_label(pain, number, coded), f"{entry.anchor}--{pain.id}" if pain.id else "", pain, column)
        for number, (column, pain) in enumerate(found, 1)
    )
    by_column: dict[Column, tuple[PainMark, ...]] = {}
    by_name: dict[str, PainMark] = {}
    for mark in marks:
        by_column[mark.column] = (*by_column.get(mark.column, ()), mark)
        by_name.setdefault(mark.pain.text, mark)
        if mark.pain.id:
            by_name[mark.pain.id] = mark
    return PainLabels(marks, by_column, by_name)


def _label(pain: Pain, number: int, coded: bool) -> str:
    # Where some ids are codes such as "p3", invented numbers would contradict them.
    if pain.id and _SHORT.fullmatch(pain.id):
        return pain.id.upper()
    return "" if coded else f"P{number}"


def _lanes(entry: JourneyEntry) -> Iterator[tuple[Column, Lanes]]:
    for position, phase in enumerate(entry.journey.phases):
        yield (position, None), phase
        for place, step in enumerate(phase.steps):
            yield (position, place), step
