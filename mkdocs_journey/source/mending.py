"""Lines that are being mended, and the way back from a mended column to the one that was written."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from mkdocs_journey.findings import Code, Mend
from mkdocs_journey.message import Message
from mkdocs_journey.place import Span
from mkdocs_journey.source.text import Block


class Edit(Struct, frozen=True):
    """Some characters of a line, from ``column`` (from 0), replaced by others."""

    column: int
    removed: int
    inserted: str


class MendedLine(NamedTuple):
    """A line of the text that YAML gets to see."""

    text: str
    line: int
    """Index of the line of the block from which it comes."""
    stages: tuple[tuple[Edit, ...], ...] = ()
    """Edits that made it from that line, each tuple in the columns that the one before it left."""

    def written_column(self, column: int) -> int:
        """Column (from 0) in the line as written of a column in ``text``."""
        for edits in reversed(self.stages):
            column = _before(edits, column)
        return column


def _before(edits: tuple[Edit, ...], column: int) -> int:
    shift = 0
    for edit in edits:
        start = edit.column + shift
        if column < start:
            break
        if column < start + len(edit.inserted):
            return edit.column + min(column - start, edit.removed)
        shift += len(edit.inserted) - edit.removed
    return column - shift


class DraftLine(Struct):
    """A line while its traps are looked for."""

    text: str
    line: int
    stages: tuple[tuple[Edit, ...], ...] = ()

    def change(self, *edits: Edit) -> None:
        """Apply edits, which stand in the order of their columns and do not overlap."""
        pieces, position = [], 0
        for edit in edits:
            pieces += [self.text[position : edit.column], edit.inserted]
            position = edit.column + edit.removed
        self.text = "".join([*pieces, self.text[position:]])
        self.stages = (*self.stages, edits)

    def written_column(self, column: int) -> int:
        """Column in the line as written of a column in the text as it now is."""
        return self.mended().written_column(column)

    def mended(self) -> MendedLine:
        """The line as it now is, fixed."""
        return MendedLine(self.text, self.line, self.stages)


class Trap(Struct, frozen=True):
    """A trap that was found; columns are those of the line as written, from 0."""

    code: Code
    line: int
    column: int
    end_column: int
    message: Message
    advice: Message
    certain: bool = True
    mended: bool = True
    """Whether there are mended lines to show."""


def in_quotation_marks(text: str) -> str:
    """Put a text in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


_QUOTED = re.compile(r"'(?:[^']|'')*+'|\"(?:[^\"\\]|\\.)*+\"", re.DOTALL)


def quoted_end(text: str, start: int) -> int:
    """Index behind the closing quotation mark of the quoted text that begins at ``start``; -1 if it has none."""
    match = _QUOTED.match(text, start)
    return match.end() if match else -1


_KEPT_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\[nt/]")
"""What a single quotation mark cannot say: a new line, a tab."""


def literally(block: Block, span: Span, advice: Message) -> Mend:
    """The line of a text in double quotation marks that begins at a place, with the text as it was typed."""
    lines = block.between(span.line, span.line)
    column = span.column - lines[0].column if lines else 0
    text = lines[0].text if lines else ""
    end = quoted_end(text, column)
    if end < 0 or text[column] != '"' or _KEPT_ESCAPE.search(text, column, end):
        return Mend(advice)
    typed = text[column + 1 : end - 1].replace('\\"', '"').replace("\\\\", "\\")
    mended = f"{lines[0].prefix}{text[:column]}{in_quotation_marks(typed)}{text[end:]}".rstrip()
    return Mend(advice, (mended,), span.line, span.line)
