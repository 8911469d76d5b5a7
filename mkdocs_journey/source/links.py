"""Links to journeys and personas in the prose of a page, and in the texts of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.place import Span
from mkdocs_journey.source.fences import outline_of
from mkdocs_journey.source.text import Block

_KIND = r"(?:journey|persona)s?[ \t]*[:：]"
_BARE = r"""(?:[^\s()<>"']|\([^\s()<>]*\)|'(?=\w)|[ \t]+(?![\s"')<>]))*"""
_LINK = re.compile(
    rf"""(?:(?<=\])\(\s*(?=(?:(?P<angle><)|){_KIND})<?|\]:\s+<?|href=["'])"""
    rf"""({_KIND}(?:(?<=[:：])[ \t]*)(?(angle)[^<>\n]*|{_BARE}))""",
    re.IGNORECASE,
)
"""An address with all that Markdown takes for it: names may have spaces, a title in quotes follows behind one."""
_PLAIN_KIND = re.compile(r"(journey|persona)s?\s*[:：]\s*/*\s*", re.IGNORECASE)
_TO_AN_ANCHOR = re.compile(
    r"""(?<=\])\(\s*<([^<>]*#journey-[^<>]+)>"""
    r"""|(?:(?<=\])\(\s*<?|\]:\s+<?|href=["'])([^\s()\[\]<>"']*#journey-[^\s()\[\]<>"']+)"""
)
# Its first character is one of a set, which is found without trying each place.
_SLIPPED = re.compile(
    r"[(<'\"\]](?:(?<!\])|:) *(?:[Jj][Oo][Uu][Rr][Nn][Ee][Yy]|[Pp][Ee][Rr][Ss][Oo][Nn][Aa])[Ss]? *[:：]"
)
_BACKTICKS = re.compile(r"`+")


class ReferenceLink(NamedTuple):
    """A link to a journey, a part of it, or a persona."""

    address: str
    """``journey:id#part``, ``persona:id``, or a path with ``#journey-…``, as written."""
    span: Span
    """Where the address stands."""
    text: str
    """What the link says; empty where the title of the target is shown, or where it stands on another line."""
    line: str = ""
    """The whole line in which it stands."""


def plain_address(written: str) -> str:
    """An address as it is meant, with ``journey:`` or ``persona:`` written as it has to be."""
    return _PLAIN_KIND.sub(lambda match: f"{match[1].lower()}:", written, count=1).strip()


def find_links(text: str, file: str) -> Iterator[ReferenceLink]:
    """Every ``journey:`` and ``persona:`` address of a page outside of fences and code, with its place."""
    if not _may_link(text):
        return
    outline = outline_of(text)
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    for number, line in enumerate(outline.lines):
        if number not in fenced:
            yield from _links_of(line, file, outline.first_line + number, 1)


def find_anchor_links(text: str, file: str) -> Iterator[ReferenceLink]:
    """Every ordinary link of a page to the place of a journey, such as ``journeys/buy.md#journey-buy--search``."""
    # Most pages have none.
    if "#journey-" not in text:
        return
    outline = outline_of(text)
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    for number, line in enumerate(outline.lines):
        if "#journey-" in line and number not in fenced:
            yield from _matches(_TO_AN_ANCHOR, line, file, outline.first_line + number, 1)


def find_links_in_block(block: Block) -> Iterator[ReferenceLink]:
    """Every link in the texts of a block."""
    for index in [index for index, text in enumerate(block.texts) if "](" in text and _may_link(text)]:
        line = block.lines[index]
        yield from _links_of(line.text, block.file, line.number, line.column)


def _may_link(text: str) -> bool:
    """Whether a text may hold an address; ``persona: Mia Berg`` is a field. Counting is quicker than an expression."""
    if "journey:" in text or text.count("persona:") > text.count("persona: "):
        return True
    return _SLIPPED.search(text) is not None


def _links_of(line: str, file: str, row: int, column: int) -> Iterator[ReferenceLink]:
    if _may_link(line):
        yield from _matches(_LINK, line, file, row, column)


def _matches(link: re.Pattern[str], line: str, file: str, row: int, column: int) -> Iterator[ReferenceLink]:
    prose = without_code(line)
    for match in link.finditer(prose):
        # What the link says may hold code.
        said = _text_before(line, match.start()) if prose[match.start()] == "(" else ""
        address = match[match.lastindex or 1]
        start = match.start(match.lastindex or 1)
        span = Span(file, row, start + column, row, start + len(address) + column)
        yield ReferenceLink(address, span, said, line)


def _text_before(line: str, end: int) -> str:
    """What stands between the brackets that end before a column."""
    start = line.rfind("[", 0, end - 1) + 1
    said = line[start : end - 1] if start else ""
    return "" if "]" in said else said.strip()


def without_code(line: str) -> str:
    """The line with spaces in place of code: from a run of backticks to the next one of the same length."""
    if "`" not in line:
        return line
    runs = list(_BACKTICKS.finditer(line))
    following: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        following.setdefault(len(runs[number][0]), []).append(number)
    pieces: list[str] = []
    position = number = 0
    while number < len(runs):
        same = following[len(runs[number][0])]
        while same and same[-1] <= number:
            same.pop()
        if same:
            start, end = runs[number].start(), runs[same[-1]].end()
            pieces += [line[position:start], " " * (end - start)]
            position, number = end, same[-1]
        number += 1
    return "".join([*pieces, line[position:]])
