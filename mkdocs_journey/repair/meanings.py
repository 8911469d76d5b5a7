"""What a line means in each of several readings of a block, in a few words: as a step of the phase Pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.names import standard_names
from mkdocs_journey.model.shapes import main_field
from mkdocs_journey.model.singular import singular
from mkdocs_journey.quoting import shortened

_WORD = re.compile(r"\w+")
_LONGEST_NAME = 40
_MORE = "as more of the text above"


class Reading:
    """One reading of a block: where each typed line stands in it."""

    def __init__(self, typed: Sequence[str], mended: Sequence[str], document: Document) -> None:
        """Take the typed lines, those of the reading, and what these say."""
        self._rows = _rows(typed, mended)
        self._document = document
        self._items: dict[int, Path] = {}
        self._fields: dict[int, Path] = {}
        for path, span in document.values.items():
            if path and isinstance(path[-1], int):
                _keep_shorter(self._items, span.line - 1, path)
        for path, span in document.keys.items():
            _keep_shorter(self._fields, span.line - 1, path)

    def means(self, index: int) -> str:
        """What a typed line is; "" where it stands nowhere, or is empty."""
        row = self._rows.get(index)
        if row is None:
            return ""
        if self._rows.get(index - 1) == row:
            return _MORE
        path = self._items.get(row) or self._fields.get(row)
        return self._described(path) if path else _MORE

    def _described(self, path: Path) -> str:
        *outer, last = path
        whose = self._owner(outer)
        of_it = f" of {whose}" if whose else ""
        if isinstance(last, int):
            one = singular(str(outer[-1]))
            return f"as {'an' if one[0] in 'aeio' else 'a'} {one}{of_it}"
        return f"as {last}{of_it or ' of the map'}"

    def _owner(self, path: Sequence[str | int]) -> str:
        """The thing around a value, with its name; "" for the map itself."""
        numbers = [position for position, name in enumerate(path) if isinstance(name, int)]
        if isinstance(path[-1] if path else "", str):
            path = path[: numbers[-1] + 1] if numbers else ()
        if not path:
            return ""
        return f"the {singular(str(path[-2]))} {shortened(self._name(path), _LONGEST_NAME)}".strip()

    def _name(self, path: Sequence[str | int]) -> str:
        found: Any = self._document.model
        for name in path:
            if isinstance(name, int):
                found = found[name] if isinstance(found, Sequence) and name < len(found) else None
            elif isinstance(found, BaseModel):
                found = getattr(found, standard_names(type(found)).get(name, name), None)
            else:
                found = None
        if not isinstance(found, BaseModel):
            return ""
        part = type(found)
        return str(getattr(found, standard_names(part)[main_field(part)], "") or "")


def meanings(readings: Sequence[Reading], index: int, lines: int) -> list[str]:
    """What each reading means, told of the first line of so many by which they differ, from the one at ``index`` on.

    "" for each where no line tells them apart.
    """
    best: list[str] = []
    for row in range(index, lines):
        said = [reading.means(row) for reading in readings]
        if len(set(said)) == len(said):
            return said
        if not best and len(set(said)) > 1:
            best = said
    return best or [""] * len(readings)


def _keep_shorter(paths: dict[int, Path], row: int, path: Path) -> None:
    if row not in paths or len(path) < len(paths[row]):
        paths[row] = path


def _rows(typed: Sequence[str], mended: Sequence[str]) -> dict[int, int]:
    """By the index of a typed line, that of the line of a reading in which its words stand; both go down the block."""
    words = [_WORD.findall(line) for line in mended]
    found: dict[int, int] = {}
    begin, column = 0, 0
    for index, line in enumerate(typed):
        wanted = _WORD.findall(line)
        for row in range(begin, len(words)) if wanted else ():
            start = _start(words[row], wanted, column if row == begin else 0)
            if start is not None:
                found[index] = row
                begin, column = row, start + len(wanted)
                break
    return found


def _start(words: Sequence[str], wanted: Sequence[str], first: int) -> int | None:
    """Where words stand in others in this order, from a position on."""
    starts = range(first, len(words) - len(wanted) + 1)
    return next((start for start in starts if words[start : start + len(wanted)] == wanted), None)
