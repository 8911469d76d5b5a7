"""Lines of a file that know where they stand, and the block that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, repeat
from typing import NamedTuple, overload

from msgspec import Struct

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


# A named tuple that is called goes through Python.
_new_line: Callable[[tuple[str, int, int, str]], Line] = partial(tuple.__new__, Line)


@dataclass(frozen=True, slots=True)
class MarginLines(Sequence[Line]):
    """Lines that begin at the margin, as those of most blocks do. Few are ever asked for, so they are made then."""

    texts: tuple[str, ...]
    first: int
    """Number in the file of the first of them."""

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Line]:
        return map(_new_line, zip(self.texts, count(self.first), repeat(1), repeat("")))

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        return Line(self.texts[index], self.first + index % len(self.texts), 1)


class Block(Struct, frozen=True):
    """The body of one fence (or of a file that a fence names), line by line."""

    kind: str
    """``journey``, ``persona`` or ``journeys``."""
    file: str
    lines: Sequence[Line]
    opening: Span
    """The opening fence, from its first backtick to the end of the line; for a file, its start."""
    options: str = ""
    """What follows the kind on the opening line, e.g. ``title="x"``."""
    assembled: bool = False
    """Whether lines of other files stand among its own, so that no line of its file can be given as it should be."""

    @property
    def texts(self) -> Sequence[str]:
        """The text of each line."""
        return self.lines.texts if isinstance(self.lines, MarginLines) else [line.text for line in self.lines]

    @property
    def starts(self) -> tuple[Iterable[int], Iterable[int]]:
        """Lines and columns in the file, from 1, at which its lines begin; there may be more of them than lines."""
        if isinstance(self.lines, MarginLines):
            return count(self.lines.first), repeat(1)
        return [line.number for line in self.lines], [line.column for line in self.lines]

    @property
    def text(self) -> str:
        """The body as YAML text, lines joined by ``\\n``."""
        return "\n".join(self.texts)

    def between(self, first: int, last: int) -> Sequence[Line]:
        """Its lines from one line of the file to another, both included."""
        start = self.lines[0].number if self.lines else 0
        return self.lines[max(0, first - start) : max(0, last - start + 1)]

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """Place in the file of a stretch of :attr:`text`, whose lines and columns count from 0."""
        if not self.lines:
            return self.opening
        first = self.lines[min(line, len(self.lines) - 1)]
        last = self.lines[min(end_line, len(self.lines) - 1)]
        return Span(self.file, first.number, first.column + column, last.number, last.column + end_column)
