"""What stands in the cells of a map: one value for an item of any lane, one for a point of the curve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_journey.drawing.sources import EvidenceMark
from mkdocs_journey.drawing.texts import DrawnText, WrittenText
from mkdocs_journey.model.columns import Column


class ShownLink(NamedTuple):
    """A link below an item."""

    address: str
    title: str


class ItemView(NamedTuple):
    """One item of a cell."""

    text: DrawnText
    hypothesis: bool = False
    """Whether nobody has observed it yet."""
    icon: str = ""
    """Key of the channel, or the kind of the page, that it stands behind; ``other`` for a channel without an icon."""
    icon_meaning: str = ""
    id: str = ""
    """By which links find it; empty in a copy of a map."""
    label: str = ""
    """A short name in front of it: P1."""
    severity: int = 0
    """1 to 5, or 0 where nobody has rated it."""
    rating: str = ""
    """The severity in a word."""
    address: str = ""
    """Where the text itself leads."""
    notes: tuple[DrawnText, ...] = ()
    """What else is known, in one line."""
    links: tuple[ShownLink, ...] = ()
    evidence: EvidenceMark | None = None
    resolved: bool = False
    """A pain point that is done away with."""
    gone: bool = False
    """Something that an older version had."""
    folded: tuple[ItemView, ...] = ()
    """Items that are folded away; its text then tells how many."""


CellItems = tuple[ItemView | WrittenText, ...]
"""What stands in a cell: most texts have nothing more to say, and need no view of their own."""


class Mark(NamedTuple):
    """How a cell, a step or a phase is set off that is not what it was in an older version."""

    kind: str
    """``added``, ``changed`` or ``removed``."""
    flag: DrawnText
    """The same in words."""


class Marks(NamedTuple):
    """What is set off on a map."""

    cells: Mapping[tuple[Column, str], Mark]
    """By column and lane."""
    columns: Mapping[Column, Mark]
    """Steps and phases as a whole."""
    feelings: Mapping[Column, DrawnText]
    """What changed in the lane of emotions besides the scores, which the curve shows."""


NO_MARKS = Marks({}, {}, {})
"""In a build that compares nothing."""


class CurvePoint(NamedTuple):
    """A score on the curve, with its label; or a feeling without a score, which stands in a row below the scale."""

    series: str
    """"" on the map's own curve, ``today`` or ``was`` on another one."""
    score: float | None
    y: float | None
    """Per cent from the top of the scale; None without a score."""
    label: str
    more: str
    """More words, where there is no curve to see."""
    below: bool = False
    """Whether the label stands below the point."""
    beside: bool = False
    """On a slope: whether it stands after the point."""
    face: int | None = None
    """Of a telling point: one of five faces, −2 to 2."""
    negative: bool = False
    """Whether it lies below the neutral line."""
    hypothesis: bool = False
    moment_of_truth: bool = False


class EmotionCell(NamedTuple):
    """What is said at the curve in one place."""

    width: int
    """How many columns of the map it takes."""
    points: tuple[CurvePoint, ...]
    hypothesis: bool
    evidence: EvidenceMark | None
    note: DrawnText = ""
    """What changed since an older version, besides the score."""


class Cell(NamedTuple):
    """A lane of a step or a phase that says something."""

    row: int
    label: str
    voice: str
    items: CellItems
    emotion: EmotionCell | None = None
    mark: Mark | None = None


class MapRow(NamedTuple):
    """The name of a lane at the side of the map."""

    name: str
    """As the model, or the author, calls it."""
    row: int
    """Counted from 1; the phases and the steps are the first two."""
    label: str
    note: str
    voice: str
    """How the lane speaks: ``goal``, ``actions``, ``thoughts``, ``emotion``, or plainly."""
    blueprint: bool
    """Whether it belongs to the service blueprint."""
    line: str
    """Name of the blueprint line above it."""
    style: str
    """How that line is drawn: ``solid``, ``dashed`` or ``dotted``."""
