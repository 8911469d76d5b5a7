"""Where another owner takes over, from one column of a map to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.parts import Item

_BETWEEN_OWNERS = re.compile(r"\s*(?:[,;/&+、，；]|\b(?:and|und|y|ja)\b)\s*")


class HandOff(NamedTuple):
    """Two columns that follow each other, and whose owners have nobody in common."""

    giving: Column
    taking: Column
    before: tuple[Item, ...]
    """Who answers for the column that gives."""
    now: tuple[Item, ...]
    """Who answers for the column that takes."""


def hand_offs(journey: Journey) -> Iterator[HandOff]:
    """Every hand-off of a map in order.

    A step without an owner has that of its phase; to and from a column that nobody answers for, none is seen.
    """
    giving: Column = (0, None)
    before: tuple[Item, ...] = ()
    for p, phase in enumerate(journey.phases):
        for s, lanes in enumerate(phase.steps or (phase,)):
            taking = (p, s if phase.steps else None)
            now = lanes.owner or phase.owner
            if before and now and now is not before and not _share(before, now):
                yield HandOff(giving, taking, before, now)
            giving, before = taking, now


def _share(before: Sequence[Item], now: Sequence[Item]) -> bool:
    return not _names(before).isdisjoint(_names(now))


def _names(owners: Sequence[Item]) -> set[str]:
    return {name for owner in owners for name in _BETWEEN_OWNERS.split(owner.text.casefold()) if name}
