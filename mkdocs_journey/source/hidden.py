"""Which fences of a page are never seen, because they stand in a comment or in indented code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from mkdocs_journey.source.fence_lines import TAB, End, FenceLines

_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) +")
_DEFINITION = re.compile(r" {0,3}: {1,3}")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]: *")
_TITLED = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w\"-]|={3}(?:\+!?|!\+?)? +\"")
_RULE = re.compile(r" {0,3}([*+-])(?: *\1){2,} *$")
_HEADING = re.compile(r"#{1,6}.|(?:=+|-+) *$")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_CODE = " " * TAB
_STAND_IN = "\ufffc"
MAXIMUM_DEPTH = 100
"""Lists and quotes in each other; deeper ones are looked into no more."""


def hidden_starts(lines: Sequence[str], stretches: Sequence[FenceLines]) -> frozenset[int]:
    """Opening lines (as indexes) of the fences that the reader of the page never sees as drawn."""
    comments = "-->" in "\n".join(lines)
    indented = any(_CODE in stretch.prefix.expandtabs(TAB) for stretch in stretches)
    if not comments and not indented:
        return frozenset()
    outline = list(_outline(lines, stretches))
    starts = {index for index, _, fence in outline if fence}
    inside = _in_comments(outline) if comments else set()
    return frozenset(starts & (inside | _in_code(outline) if indented else inside))


_Row = tuple[int, str, bool]
"""Index of a line, its text with tabs expanded, whether it stands for a whole fence."""


def _outline(lines: Sequence[str], stretches: Iterable[FenceLines]) -> Iterable[_Row]:
    index = 0
    for stretch in stretches:
        for other in range(index, stretch.start):
            yield other, lines[other].expandtabs(TAB), False
        yield stretch.start, stretch.prefix.expandtabs(TAB) + _STAND_IN, True
        # What a fence that is given up has swallowed is plain text to everything but superfences.
        index = stretch.end if stretch.ending is End.CLOSED else stretch.start + 1
    for other in range(index, len(lines)):
        yield other, lines[other].expandtabs(TAB), False


def _in_comments(outline: Sequence[_Row]) -> set[int]:
    """Indexes of the lines inside ``<!-- … -->``; one that is never closed is no comment."""
    inside: set[int] = set()
    last_close = max((number for number, (_, text, _) in enumerate(outline) if "-->" in text), default=-1)
    next_close = _next(outline, lambda text: "-->" in text)
    next_blank = _next(outline, lambda text: not text.strip("> "))
    number = 0
    while number <= last_close:
        text = outline[number][1]
        start = _CODE_SPAN.sub(lambda span: " " * len(span[0]), text).find("<!--") if "<!--" in text else -1
        if start < 0:
            number += 1
            continue
        # What follows a comment at the start of a line belongs to the same HTML, another comment included.
        at_start = start <= 3 and not text[:start].strip()
        column = start + 4
        while (close := text.find("-->", column)) >= 0 and (again := text.find("<!--", close)) >= 0:
            column = again + 4
        if close >= 0:
            number += 1
            continue
        end = next_close[number + 1]
        if end > last_close:
            break
        # In the middle of a line a comment is inline, and nothing inline reaches over a blank line.
        if at_start or next_blank[number] > end:
            inside.update(row[0] for row in outline[number : end + 1])
            number = end
        else:
            number += 1
    return inside


def _next(outline: Sequence[_Row], wanted: Callable[[str], bool]) -> list[int]:
    """For each line the number of the first one from there on that is wanted; one too many where there is none."""
    found = [len(outline)] * (len(outline) + 1)
    for number in range(len(outline) - 1, -1, -1):
        found[number] = number if wanted(outline[number][1]) else found[number + 1]
    return found


class _Containers(Struct):
    """The open containers at a line: each takes four columns, or a quote mark."""

    stack: list[str] = field(default_factory=list)
    block_start: bool = True
    paragraph: bool = False
    code: int | None = None
    """Number of containers around the indented code in which the walk is."""

    def code_at(self, text: str) -> bool:
        """Take in one line; whether it is indented code."""
        matched, rest = self._match(text)
        if not rest.strip():
            self.block_start, self.paragraph = True, False
            return False
        if self.code is not None and not self.block_start and matched == self.code and rest.startswith(_CODE):
            return True
        if self.code is not None:
            self.block_start, self.code = True, None
        if self.block_start:
            del self.stack[matched:]
            if rest.startswith(_CODE):
                self.code, self.block_start = matched, False
                return True
            self.paragraph = False
        return self._open(matched, rest)

    def _match(self, text: str) -> tuple[int, str]:
        rest = text
        for matched, container in enumerate(self.stack):
            if container == _CODE and rest.startswith(_CODE):
                rest = rest[TAB:]
            elif container == ">" and (mark := _QUOTE.match(rest)):
                rest = rest[mark.end() :]
            else:
                return matched, rest
        return len(self.stack), rest

    def _indenting(self, rest: str) -> re.Match[str] | None:
        """The marker of a definition, a footnote or an item of a list; no list begins within a paragraph."""
        mark = _DEFINITION.match(rest) or _FOOTNOTE.match(rest)
        if mark is None and not self.paragraph and _RULE.match(rest) is None:
            mark = _ITEM.match(rest)
        return mark

    def _open(self, matched: int, rest: str) -> bool:
        """Open what the line opens, and say whether code stands there.

        ``rest`` is the line behind the containers that it lies in.
        """
        opened = titled = False
        while len(self.stack) <= MAXIMUM_DEPTH or not opened:
            if mark := _QUOTE.match(rest):
                container = ">"
            elif _TITLED.match(rest):
                container, mark, titled = _CODE, None, True
            elif mark := self._indenting(rest):
                container = _CODE
            else:
                break
            if not opened:
                del self.stack[matched:]
                opened = True
            self.stack.append(container)
            if mark is None:
                break
            rest = rest[mark.end() :]
            if container == ">" and rest.startswith(_CODE):
                self.code, self.block_start = len(self.stack), False
                return True
        # Below the title of an admonition a new block begins, without a blank line; so does it below a heading.
        self.block_start = titled or (not opened and _HEADING.match(rest) is not None)
        if not opened:
            self.paragraph = self.paragraph or not self.stack or matched == len(self.stack)
        if self.block_start:
            self.paragraph = False
        return False


def _in_code(outline: Sequence[_Row]) -> set[int]:
    """Indexes of the fences in indented code."""
    containers = _Containers()
    return {index for index, text, fence in outline if containers.code_at(text) and fence}
