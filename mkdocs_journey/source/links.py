"""Links to journeys and personas in the prose of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.place import Span
from mkdocs_journey.source.fences import outline_of

_LINK = re.compile(r"""(?:\]\(\s*<?|\]:\s+<?|href=["'])((?:journey|persona):[^\s)>"']+)""")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def find_links(text: str, file: str) -> Iterator[tuple[str, Span]]:
    """Every ``journey:`` and ``persona:`` address outside of fences and code, with its place."""
    if "journey:" not in text and "persona:" not in text:
        return
    outline = outline_of(text)
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    for number, line in enumerate(outline.lines):
        if number in fenced or ("journey:" not in line and "persona:" not in line):
            continue
        prose = _CODE.sub(lambda match: " " * len(match[0]), line)
        for match in _LINK.finditer(prose):
            row = outline.first_line + number
            yield match[1], Span(file, row, match.start(1) + 1, row, match.end(1) + 1)
