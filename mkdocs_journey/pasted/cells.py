"""Rows of cells: a table in Markdown, cells copied from a spreadsheet, and texts between commas or semicolons."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from mkdocs_journey.message import Message, message

MOST_COLUMNS = 200
"""Wider tables are no maps."""
_FIELD = 2
"""Cells of a row that says something of the whole map: a name and a text."""
Row = tuple[str, ...]
_RULE = re.compile(r"\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?")
_BAR = re.compile(r"(?<!\\)\|")
_BETWEEN_BARS = message("This looks like a table in Markdown.")
_BETWEEN = {
    "\t": message("This looks like cells of a spreadsheet."),
    ";": message("This looks like a table with semicolons (CSV)."),
    ",": message("This looks like a table with commas (CSV)."),
}
"""By what separates the cells of a row."""


class Cells(NamedTuple):
    """A table: at least two rows, all of the same length, at least two cells."""

    form: Message
    """The sentence that says what it looks like."""
    rows: tuple[Row, ...]


def read_cells(lines: Sequence[str]) -> list[Cells]:
    """The tables that lines may be, likeliest first; none where they are no table."""
    kept = [line for line in lines if line.strip()]
    if len(kept) < 2:
        return []
    marked = _marked_rows(kept)
    if marked is not None:
        return [Cells(_BETWEEN_BARS, marked)]
    found = [(form, _separated_rows(lines, separator)) for separator, form in _BETWEEN.items()]
    return [Cells(form, rows) for form, rows in found if rows is not None]


def _marked_rows(lines: Sequence[str]) -> tuple[Row, ...] | None:
    if not all("|" in line for line in lines):
        return None
    rows = [
        [cell.replace("\\|", "|").strip() for cell in _BAR.split(line.strip().removeprefix("|"))]
        for line in lines
        if not _RULE.fullmatch(line.strip())
    ]
    if not _RULE.fullmatch(lines[1].strip()) and not (len(set(map(len, rows))) == 1 and len(rows[0]) > 1):
        # Without the rule below its head, it has to be even.
        return None
    # A bar at the end of a row has nothing behind it.
    rows = [row[:-1] if not row[-1] else row for row in rows]
    return _even(rows, max(map(len, rows)))


def _separated_rows(lines: Sequence[str], separator: str) -> tuple[Row, ...] | None:
    if separator not in lines[0] and not any(separator in line for line in lines):
        return None
    text = io.StringIO("\n".join(line.rstrip("\r") for line in lines))
    try:
        read = [row for row in csv.reader(text, delimiter=separator, skipinitialspace=True) if any(row)]
    except csv.Error:
        return None
    rows = [[cell.strip() for cell in row] for row in read]
    width = max(map(len, rows), default=0)
    # A title may stand alone above the others, and so may what is said of the whole map, such as Persona,Mia.
    titled = rows[1:] if rows and len(rows[0]) == 1 else rows
    table = list(dropwhile(lambda row: len(row) == _FIELD < width, titled))
    if any(len(row) != width for row in table):
        return None
    return _even(rows, width)


def _even(rows: Sequence[Sequence[str]], width: int) -> tuple[Row, ...] | None:
    """The rows, all of the same length, without columns in which nothing stands."""
    if len(rows) < 2 or not 1 < width <= MOST_COLUMNS:
        return None
    filled = [(*row, *("",) * (width - len(row))) for row in rows]
    kept = [number for number in range(width) if any(row[number] for row in filled)]
    return tuple(tuple(row[number] for number in kept) for row in filled) if len(kept) > 1 else None
