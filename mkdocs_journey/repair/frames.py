"""What is open while the lines of a block are read: parts, lists, texts; and what a line costs that does not fit."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from pydantic import BaseModel

from mkdocs_journey.repair.typed_lines import TypedLine


class Kind(Enum):
    """What stands open."""

    PART = "part"
    """Something with fields."""
    LIST = "list"
    FREE = "free"
    """Names of the author's own, with values."""
    TEXT = "text"
    """A text that may go on below, or have fields after all."""
    LINES = "lines"
    """A text of several lines, below ``|`` or ``>``."""


class OpenFrame(NamedTuple):
    """Something that is open."""

    kind: Kind
    part: type[BaseModel] | None
    """The class of a part; of a list, that of its items; of a text, that of the item whose text it is."""
    opener: int
    """Column as typed of what opened it."""
    column: int | None
    """Column as typed of what stands in it; None before there is anything."""
    snapped: int | None
    """Where that would begin if what opened it stood in line with its neighbours."""
    out_opener: int
    out: int | None
    """The same columns as they will be written."""
    line: int
    """Index of the line that opened it; −1 for the block."""
    written: frozenset[str] = frozenset()
    """Fields that it has already; of a list, those with which its items began."""
    many: bool = False
    """Whether the texts of a free mapping may be lists."""


SLIPPED = 1.0
"""A line that does not stand where it belongs."""
BY_COLUMN = 0.3
MOST_COLUMNS = 8
ODD_SPACE = 0.4
AT_MARGIN = 1.6
"""Who writes at the margin tells nothing of where a line belongs."""
SNAPPED = 1.0
"""The first item of a list did not stand where lists usually begin, and the others do."""


class Fit(NamedTuple):
    """How well a line stands in a frame."""

    cost: float
    column: int
    """The column that it takes there, as typed or as it should have been typed."""


def fit(line: TypedLine, frame: OpenFrame) -> Fit:
    """How well a line stands among what is in a frame, or as the first thing in it."""
    return min((_fit(column, line, frame) for column in line.columns), key=lambda one: one.cost)


def _fit(column: int, line: TypedLine, frame: OpenFrame) -> Fit:
    odd = ODD_SPACE if line.odd else 0.0
    if frame.column is None:
        # A list may begin in the column of its name; everything else stands deeper.
        least = frame.opener if frame.kind is Kind.LIST else frame.opener + 1
        if column >= least:
            return Fit(odd, column)
        return Fit(odd + (AT_MARGIN if column == 0 else _slipped(least - column)), frame.opener + 2)
    if column == frame.column:
        return Fit(odd, column)
    if column == frame.snapped:
        return Fit(odd + (SNAPPED if frame.kind is Kind.LIST else 0.0), column)
    return Fit(odd + (AT_MARGIN if column == 0 else _slipped(abs(column - frame.column))), frame.column)


def _slipped(columns: int) -> float:
    return SLIPPED + BY_COLUMN * min(columns, MOST_COLUMNS)
