"""Links to journeys and personas in the prose of a page, and in the texts of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.place import Span
from mkdocs_journey.source.fences import outline_of
from mkdocs_journey.source.text import Block

_LINK = re.compile(r"""(?:(?<=\])\(\s*<?|\]:\s+<?|href=["'])((?:journey|persona):[^\s)>"']+)""")
_TEXT = re.compile(r"\[([^\[\]]*)\]$")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


class ReferenceLink(NamedTuple):
    """A link to a journey, a part of it, or a persona."""

    address: str
    """``journey:id#part`` or ``persona:id``, as written."""
    span: Span
    """Where the address stands."""
    text: str
    """What the link says; empty where the title of the target is shown, or where it stands on another line."""


def find_links(text: str, file: str) -> Iterator[ReferenceLink]:
    """Every ``journey:`` and ``persona:`` address of a page outside of fences and code, with its place."""
    if not _names_ours(text):
        return
    outline = outline_of(text)
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    for number, line in enumerate(outline.lines):
        if number not in fenced:
            yield from _links_of(line, file, outline.first_line + number, 1)


def find_links_in_block(block: Block) -> Iterator[ReferenceLink]:
    """Every link in the texts of a block."""
    for index in [index for index, text in enumerate(block.texts) if "](" in text and _names_ours(text)]:
        line = block.lines[index]
        yield from _links_of(line.text, block.file, line.number, line.column)


def _names_ours(text: str) -> bool:
    return "journey:" in text or "persona:" in text


def _links_of(line: str, file: str, row: int, column: int) -> Iterator[ReferenceLink]:
    if not _names_ours(line):
        return
    prose = _CODE.sub(lambda match: " " * len(match[0]), line)
    for match in _LINK.finditer(prose):
        # What the link says may hold code.
        said = _TEXT.search(line, 0, match.start()) if prose[match.start()] == "(" else None
        span = Span(file, row, match.start(1) + column, row, match.end(1) + column)
        yield ReferenceLink(match[1], span, said[1].strip() if said else "")
