"""Reports of a few findings, without compiling anything."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.place import Span
from mkdocs_journey.report.report import Report
from mkdocs_journey.rules.table import CODES

MAP = {
    "buy.md": """
        # Buy a ticket

        ```journey
        title: Buy a ticket: by phone
        phases:
          - name: Need
            emotion: 3
        ```
    """
}

ERROR, WARNING, HINT = "JN111", "JN140", "JN324"


def finding(
    code: str,
    place: str,
    message: str = "It is wrong.",
    mend: Mend | str = "",
    related: tuple[tuple[str, str], ...] = (),
) -> Finding:
    """A finding. A place is ``file:line:column``, with ``-column`` or ``-line:column`` for its end."""
    mended = Mend(mend) if isinstance(mend, str) else mend
    return Finding(CODES[code], span(place), message, mended, tuple((span(where), words) for where, words in related))


def span(place: str) -> Span:
    """The span of a place."""
    file, line, columns = place.split(":", 2)
    column, _, end = columns.partition("-")
    end_line, _, end_column = end.rpartition(":")
    return Span(file, int(line), int(column), int(end_line or line), int(end_column or column))


def report(*findings: Finding, files: Mapping[str, str] = MAP, pages: int = 12) -> Report:
    """A report. Common indentation and the first line end of files do not count; they stand in the folder ``docs``."""
    lines = {name: textwrap.dedent(text).removeprefix("\n").split("\n") for name, text in files.items()}
    return Report(findings, lambda file: lines.get(file, ()), lambda file: f"docs/{file}", pages, 5, 3)


OFF_SCALE = finding(ERROR, "buy.md:7:14-15", "The score 3 is off the scale.", "Write a number from -2 to +2.")
COLON = finding(
    "JN006",
    "buy.md:4:20-21",
    "This text contains a colon.",
    Mend("Put it in quotes.", ("title: 'Buy a ticket: by phone'",), 4, 4, certain=True),
)
NO_OWNER = finding("JN310", "buy.md:3:1-11", "Nobody looks after this map.", "Add owner: with a name.")
UNUSED = finding(WARNING, "buy.md:6:5-9", "This ignore ignores nothing.", "Delete it.")
TWICE = finding(
    "JN118",
    "buy.md:4:1-6",
    "The journey “buy” is defined already.",
    Mend("Give one of them an id: of its own.", ("id: buy-2",), 4, 3),
    (("sell.md:2:1-6", "the first one"),),
)
