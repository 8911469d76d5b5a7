"""The texts of one cell of a table."""

from __future__ import annotations

import re

from mkdocs_journey.model.items import EMPTY_CELL
from mkdocs_journey.source.marked_lists import marked

_BREAK = re.compile(r"<br ?/?>|\n|[•·‣◦●](?=\s)", re.IGNORECASE)
BULLET = re.compile(r"[-*•]\s+")


def texts_of(cell: str) -> tuple[str, ...]:
    """The texts of a cell: one a line, or behind a bullet or a number each."""
    if listed := marked(cell):
        return listed
    found = (text.strip() for text in _BREAK.split(cell))
    return tuple(
        BULLET.sub("", text, count=1) if BULLET.match(text) else text for text in found if text not in EMPTY_CELL
    )
