"""What stands in the cells of a map: one view of an item for all lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journey.render.html.texts import Inline, Text
from mkdocs_journey.render.map.emotion_lane import EmotionCell
from mkdocs_journey.render.map.sources import EvidenceMark


class ShownLink(NamedTuple):
    """A link below an item."""

    address: str
    title: Text


class ItemView(NamedTuple):
    """One item of a cell."""

    text: Text
    name: str = ""
    """Classes that set it off, without ``class=``."""
    id: str = ""
    title: str = ""
    """What its icon means."""
    label: str = ""
    """A short name in front of it: P1."""
    severity: int = 0
    """1 to 5, or 0 where nobody has rated it."""
    rating: str = ""
    """The severity in a word."""
    address: str = ""
    """Where the text itself leads."""
    notes: tuple[Text, ...] = ()
    """What else is known, in one line."""
    links: tuple[ShownLink, ...] = ()
    evidence: EvidenceMark | None = None
    struck: bool = False
    """Something of today that the plan does away with."""
    folded: tuple[ItemView, ...] = ()
    """Items that are folded away; its text then tells how many."""


CellItems = Sequence[ItemView | Inline]
"""What stands in a cell: most texts have nothing more to say, and need no view of their own."""


class Mark(NamedTuple):
    """How a cell, a step or a phase is set off that is not what it was in an older version."""

    kind: str
    """``added``, ``changed`` or ``removed``."""
    flag: Text
    """The same in words."""


class Cell(NamedTuple):
    """A lane of a step or a phase that says something."""

    row: int
    label: str
    voice: str
    items: Sequence[ItemView | Inline]
    emotion: EmotionCell | None = None
    mark: Mark | None = None


class Row(NamedTuple):
    """The name of a lane at the side of the map."""

    name: str
    """As the model, or the author, calls it."""
    row: int
    label: str
    note: str
    voice: str
    blueprint: bool
    line: str
    """Name of the blueprint line above it."""
    style: str
    """How that line is drawn."""
