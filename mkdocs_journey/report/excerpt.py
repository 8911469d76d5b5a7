"""The source line of a finding, and where to underline it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from mkdocs_journey.place import Span
from mkdocs_journey.safe_text import REPLACEMENT, UNSEEN, without_commands
from mkdocs_journey.terminal_columns import widths

_TAB = "    "
_CUT = "…"
_LEAST_WIDTH = 20
_CHARACTERS_A_COLUMN = 4
"""Characters that may share a column before a line is cut for its length; more are no text of any language."""


class Excerpt(Struct, frozen=True):
    """A line as a terminal may show it."""

    text: str
    """Cut around the place where it is too wide."""
    before: int
    """Columns in front of the place."""
    length: int
    """Columns of the place; at least 1, so that something that is missing is underlined too."""


def excerpt(lines: Sequence[str], span: Span, width: int) -> Excerpt | None:
    """The first line of a place, in at most ``width`` columns, which are never less than 20.

    None if the file has no such line.
    """
    if not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1]
    width = max(width, _LEAST_WIDTH)
    begin = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = min(max(begin, end), len(line))
    first = max(begin - width * _CHARACTERS_A_COLUMN, 0)
    last = min(begin + width * _CHARACTERS_A_COLUMN, len(line))
    if begin == len(line):
        # The underline stands behind the last character.
        width -= 1
    return _cut(line[first:last], begin - first, min(end, last) - first, width, (first > 0, last < len(line)))


def _cut(text: str, begin: int, end: int, width: int, more: tuple[bool, bool]) -> Excerpt:
    """``more`` tells whether the line goes on before and behind the text."""
    seen = "\t".join(UNSEEN.sub(REPLACEMENT, piece) for piece in text.split("\t"))
    sizes = [
        len(_TAB) if character == "\t" else size
        for character, size in zip(seen, widths(seen.replace("\t", " ")), strict=True)
    ]
    edges = [0, *accumulate(sizes)]
    while 0 < begin < len(sizes) and sizes[begin] == 0:
        begin -= 1
    start, stop = 0, len(seen)
    if any(more) or edges[-1] > width:
        start = _start(edges, begin, end, width, *more)
        room = width - (start > 0 or more[0])
        if more[1] or edges[-1] - edges[start] > room:
            stop = bisect_right(edges, edges[start] + room - 1) - 1
    before_cut, behind_cut = start > 0 or more[0], stop < len(seen) or more[1]
    shown = without_commands(seen[start:stop]).replace("\t", _TAB)
    return Excerpt(
        f"{_CUT if before_cut else ''}{shown}{_CUT if behind_cut else ''}",
        before_cut + edges[begin] - edges[start],
        max(edges[min(end, stop)] - edges[begin], 1),
    )


def _start(edges: Sequence[int], begin: int, end: int, width: int, before: bool, behind: bool) -> int:
    """The first character to show, so that the place is seen and no column is wasted."""
    if not before and edges[end] <= width - 1:
        return 0
    lead = edges[begin] - width // 4
    if not behind:
        lead = min(lead, edges[-1] - width + 1)
    # Behind any accents that end there: they would stand on the sign for the cut.
    return bisect_right(edges, edges[bisect_left(edges, lead)]) - 1
