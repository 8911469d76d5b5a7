"""What is done with each line, and the text that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from mkdocs_journey.repair.typed_lines import TypedLine, safe


class Deed(Enum):
    """What is done with a line."""

    PLACE = "place"
    """It is written in a column, perhaps behind a dash, perhaps with another text."""
    JOIN = "join"
    """Its text goes on the line above it that has one."""
    NAME = "name"
    """The text of an item becomes one of its fields."""
    INSERT = "insert"
    """A line is written above it."""
    SHIFT = "shift"
    """It is a line of a text of several lines, and moves with it."""


class Move(NamedTuple):
    """One thing that is done with a line."""

    deed: Deed
    index: int
    """Of the line as typed."""
    column: int = 0
    dash: str = ""
    text: str = ""


class Moves(NamedTuple):
    """What was done so far, the last first."""

    last: Move
    before: Moves | None


def rewritten(typed: Sequence[str], lines: Sequence[TypedLine | None], moves: Moves | None) -> list[str]:
    """The lines of a block after everything is done with them; blank lines and comments stay where they are."""
    placed: dict[int, str] = {}
    above: dict[int, list[str]] = {}
    joined: set[int] = set()
    names: dict[int, Move] = {}
    ordered: list[Move] = []
    while moves is not None:
        ordered.append(moves.last)
        moves = moves.before
    for move in reversed(ordered):
        if move.deed is Deed.NAME:
            names[move.index] = move
    last = -1
    for move in reversed(ordered):
        if move.deed is Deed.INSERT:
            above.setdefault(move.index, []).append(" " * move.column + move.text)
        elif move.deed is Deed.JOIN:
            line = lines[move.index]
            assert line is not None
            placed[last] = f"{placed[last].rstrip()} {line.text}".rstrip()
            joined.add(move.index)
        elif move.deed is Deed.SHIFT:
            bare = typed[move.index]
            indent = len(bare) - len(bare.lstrip(" "))
            placed[move.index] = " " * max(0, indent + move.column) + bare.lstrip(" ")
            last = move.index
        elif move.deed is Deed.PLACE:
            text = move.text
            if move.index in names:
                text = f"{names[move.index].text}: {safe(text.removesuffix(':'))}"
            placed[move.index] = " " * move.column + move.dash + text
            last = move.index
    result: list[str] = []
    for index, line in enumerate(typed):
        result += above.get(index, [])
        if index not in joined:
            result.append(placed.get(index, line))
    return result
