"""From a Markdown page to the blocks that are drawn on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from mkdocs_journey.place import Span
from mkdocs_journey.source.fence_lines import FenceLines, find_fence_lines, split_prefix
from mkdocs_journey.source.front_matter import front_matter_length
from mkdocs_journey.source.hidden import hidden_starts
from mkdocs_journey.source.text import Block, Line, MarginLines

_ANY_OF_OURS = re.compile(r"(?:```|~~~)[ \t]*\.?(?:journeys?|persona)(?![\w#.+-])")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Fence(Struct, frozen=True, dict=True):
    """A block where it stands in some lines. What it holds is only read when it is asked for."""

    lines: Sequence[str]
    """All lines that were scanned."""
    stretch: FenceLines
    file: str
    first_line: int
    """Number in the file of the first of the lines."""

    @property
    def start(self) -> int:
        """Index of the opening line."""
        return self.stretch.start

    @property
    def end(self) -> int:
        """Index behind the closing line."""
        return self.stretch.end

    @property
    def prefix(self) -> str:
        """White space and quote marks before the opening fence, as written."""
        return self.stretch.prefix

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Everything inside, without white space and prefix."""
        inside = self.lines[self.start + 1 : self.end - 1]
        if self.stretch.width:
            inside = [split_prefix(line, self.stretch.width)[1] for line in inside]
        return tuple("\n".join(inside).split())

    @cached_property
    def block(self) -> Block:
        """The kind, and the lines inside with their places."""
        number = self.first_line + self.start
        stretch, opening_line = self.stretch, self.lines[self.start]
        opening = Span(self.file, number, len(stretch.prefix) + 1, number, len(opening_line.rstrip(" \t")) + 1)
        inside = self.lines[self.start + 1 : self.end - 1]
        body: Sequence[Line] = (
            _behind_prefix(inside, stretch.width, number + 1) if stretch.width else _at_the_margin(inside, number + 1)
        )
        return Block(stretch.language, self.file, body, opening, stretch.options)


def find_blocks(text: str, file: str) -> list[Block]:
    """Find the journey, persona and journeys blocks of a page, where superfences would find them.

    ``text`` is the whole file, front matter and all; ``file`` is the name that findings give.
    """
    if _ANY_OF_OURS.search(text) is None:
        return []
    outline = outline_of(text)
    return [
        Fence(outline.lines, stretch, file, outline.first_line).block for stretch in outline.visible if stretch.ours
    ]


def scan(lines: Sequence[str], file: str, first_line: int = 1) -> list[Fence]:
    """Find the fences of ours in the lines of a page that has no front matter (any more).

    ``lines`` come without line ends; ``first_line`` is the number of the first of them in the file.
    """
    # One search in the joined text costs less than one search a line.
    if _ANY_OF_OURS.search("\n".join(lines)) is None:
        return []
    stretches = find_fence_lines(lines)
    ours = [stretch for stretch in stretches if stretch.ours]
    if not ours:
        return []
    hidden = hidden_starts(lines, stretches)
    return [Fence(lines, stretch, file, first_line) for stretch in ours if stretch.start not in hidden]


class Outline(Struct, frozen=True):
    """The fences of a page."""

    lines: Sequence[str]
    """Without line ends and without front matter."""
    first_line: int
    """Number of the first of them in the file."""
    stretches: Sequence[FenceLines]
    """All of them, those in comments and indented code too."""
    visible: Sequence[FenceLines]
    """Those that stand neither in a comment nor in indented code."""


@lru_cache(maxsize=1)
def outline_of(text: str) -> Outline:
    """The fences of a whole file. Whoever looks at the same page next gets it at once."""
    lines = split_lines(text)
    first = front_matter_length(lines)
    body = lines[first:]
    stretches = find_fence_lines(body)
    hidden = hidden_starts(body, stretches)
    return Outline(body, first + 1, stretches, [stretch for stretch in stretches if stretch.start not in hidden])


def split_lines(text: str) -> list[str]:
    """Split at ``\\n``, ``\\r\\n`` and ``\\r`` only, as an editor does; a byte order mark is dropped."""
    text = text.removeprefix("\ufeff")
    return text.split("\n") if "\r" not in text else _LINE_END.split(text)


def _at_the_margin(inside: Sequence[str], first: int) -> MarginLines:
    # Hardly any page has lines of nothing but spaces.
    texts = ["" if text.isspace() else text for text in inside] if any(map(str.isspace, inside)) else inside
    return MarginLines(tuple(texts), first)


def _behind_prefix(inside: Sequence[str], width: int, first: int) -> tuple[Line, ...]:
    body = []
    for index, line in enumerate(inside):
        prefix, text, cut = split_prefix(line, width)
        # A tab over the edge leaves spaces that are not in the file: the columns behind it count from its end.
        left = len(text) - (len(line) - cut)
        if not left:
            prefix = line[:cut]
        body.append(Line(text if text.strip() else "", first + index, cut + 1 - left, prefix))
    return tuple(body)
