"""From a Markdown page to the blocks that are drawn on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journey.place import Span
from mkdocs_journey.source.hidden import hidden_starts
from mkdocs_journey.source.stretches import Stretch, find_stretches, split_prefix
from mkdocs_journey.source.text import Block, Line

_ANY_OF_OURS = re.compile(r"(?:```|~~~)[ \t]*\.?(?:journeys?|persona)(?![\w#.+-])")
_LINE_END = re.compile(r"\r\n|\n|\r")
_FRONT_MATTER = re.compile(r"---[ \t]*$")
_FRONT_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A block and the lines that it takes up."""

    block: Block
    start: int
    """Index of the opening line in the lines that were scanned."""
    end: int
    """Index behind the closing line."""
    prefix: str
    """White space and quote marks before the opening fence, as written."""


def find_blocks(text: str, file: str) -> list[Block]:
    """Find the journey, persona and journeys blocks of a page, where superfences would find them.

    ``text`` is the whole file, front matter and all; ``file`` is the name that findings give.
    """
    if _ANY_OF_OURS.search(text) is None:
        return []
    lines = split_lines(text)
    first = front_matter_length(lines)
    return [fence.block for fence in scan(lines[first:], file, first + 1)]


def scan(lines: Sequence[str], file: str, first_line: int = 1) -> list[Fence]:
    """Find the fences of ours in the lines of a page that has no front matter (any more).

    ``lines`` come without line ends; ``first_line`` is the number of the first of them in the file.
    """
    # One search in the joined text costs less than one search a line.
    if _ANY_OF_OURS.search("\n".join(lines)) is None:
        return []
    stretches = find_stretches(lines)
    ours = [stretch for stretch in stretches if stretch.ours]
    if not ours:
        return []
    hidden = hidden_starts(lines, stretches)
    return [_fence(lines, stretch, file, first_line) for stretch in ours if stretch.start not in hidden]


def split_lines(text: str) -> list[str]:
    """Split at ``\\n``, ``\\r\\n`` and ``\\r`` only, as an editor does; a byte order mark is dropped."""
    text = text.removeprefix("\ufeff")
    return text.split("\n") if "\r" not in text else _LINE_END.split(text)


def front_matter_length(lines: Sequence[str]) -> int:
    """Number of lines that the front matter of a page takes up, with both of its marks."""
    if not lines or _FRONT_MATTER.match(lines[0]) is None:
        return 0
    return next((index + 1 for index in range(1, len(lines)) if _FRONT_MATTER_END.match(lines[index])), 0)


def _fence(lines: Sequence[str], stretch: Stretch, file: str, first_line: int) -> Fence:
    width = stretch.width
    body = []
    for index in range(stretch.start + 1, stretch.end - 1):
        prefix, text, cut = split_prefix(lines[index], width)
        # A tab over the edge leaves spaces that are not in the file: the columns behind it count from its end.
        left = len(text) - (len(lines[index]) - cut)
        if not left:
            prefix = lines[index][:cut]
        body.append(Line(text if text.strip() else "", first_line + index, cut + 1 - left, prefix))
    opening_line = lines[stretch.start]
    number = first_line + stretch.start
    opening = Span(file, number, len(stretch.prefix) + 1, number, len(opening_line.rstrip(" \t")) + 1)
    block = Block(stretch.language, file, tuple(body), opening, stretch.options)
    return Fence(block, stretch.start, stretch.end, stretch.prefix)
