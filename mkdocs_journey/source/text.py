"""Lines of a file that know where they stand, and the block that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journey.place import Span


class Line(NamedTuple):
    """One line of a block, without the indentation and quote marks that its fence has."""

    text: str
    number: int
    """Line in the file, from 1."""
    column: int
    """Column in the file, from 1, at which ``text`` begins."""
    prefix: str = ""
    """What stands before ``text`` in the file: the fence's indentation and quote marks."""


@dataclass(frozen=True, slots=True)
class Block:
    """The body of one fence (or of a file that a fence names), line by line."""

    kind: str
    """``journey``, ``persona`` or ``journeys``."""
    file: str
    lines: tuple[Line, ...]
    opening: Span
    """The opening fence, from its first backtick to the end of the line; for a file, its start."""
    options: str = ""
    """What follows the kind on the opening line, e.g. ``title="x"``."""

    @property
    def text(self) -> str:
        """The body as YAML text, lines joined by ``\\n``."""
        return "\n".join(line.text for line in self.lines)

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """Place in the file of a stretch of :attr:`text`, whose lines and columns count from 0."""
        if not self.lines:
            return self.opening
        first = self.lines[min(line, len(self.lines) - 1)]
        last = self.lines[min(end_line, len(self.lines) - 1)]
        return Span(self.file, first.number, first.column + column, last.number, last.column + end_column)
