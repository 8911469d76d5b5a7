"""What is done with each line, and the text that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from mkdocs_journey.repair.typed_lines import TypedLine, bare_name, safe


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
    BELOW = "below"
    """A line is written below it."""
    SHIFT = "shift"
    """It is a line of a text of several lines, and moves with it."""


class LineMove(NamedTuple):
    """One thing that is done with a line."""

    deed: Deed
    row: int
    """Of the line as typed."""
    column: int = 0
    dash: str = ""
    text: str = ""


class Moves(NamedTuple):
    """What was done so far, the last first."""

    last: LineMove
    before: Moves | None


def rewritten(typed: Sequence[str], lines: Sequence[TypedLine | None], moves: Moves | None) -> list[str]:
    """The lines of a block after everything is done with them; blank lines and comments stay where they are."""
    placed: dict[int, str] = {}
    above: dict[int, list[str]] = {}
    below: dict[int, list[str]] = {}
    joined: set[int] = set()
    names: dict[int, LineMove] = {}
    ordered: list[LineMove] = []
    while moves is not None:
        ordered.append(moves.last)
        moves = moves.before
    for move in reversed(ordered):
        if move.deed is Deed.NAME:
            names[move.row] = move
    last = -1
    for move in reversed(ordered):
        if move.deed is Deed.INSERT:
            above.setdefault(move.row, []).append(" " * move.column + move.text)
        elif move.deed is Deed.BELOW:
            below.setdefault(move.row, []).append(" " * move.column + move.dash + move.text)
        elif move.deed is Deed.JOIN:
            line = lines[move.row]
            assert line is not None
            placed[last] = f"{placed[last].rstrip()} {line.text}".rstrip()
            joined.add(move.row)
        elif move.deed is Deed.SHIFT:
            bare = typed[move.row]
            indent = len(bare) - len(bare.lstrip(" "))
            placed[move.row] = " " * max(0, indent + move.column) + bare.lstrip(" ")
            last = move.row
        elif move.deed is Deed.PLACE:
            text = move.text
            line = lines[move.row]
            if move.row in names and line is not None:
                text = f"{names[move.row].text}: {safe(bare_name(line.text))}"
            placed[move.row] = " " * move.column + move.dash + text
            last = move.row
    result: list[str] = []
    for row, text in enumerate(typed):
        result += above.get(row, [])
        if row not in joined:
            mended = placed.get(row, text)
            result.append(text if mended.rstrip() == text.rstrip() else mended)
        result += below.get(row, [])
    return result
