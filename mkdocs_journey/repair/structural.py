"""Findings that may come of a line that stands in the wrong place, and how they are known again."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.model import codes
from mkdocs_journey.model.names import plain_name
from mkdocs_journey.source.codes import HEADING, SOURCE_CODES
from mkdocs_journey.source.text import Block

_STRUCTURAL = frozenset(
    code.id
    for code in (
        *(code for code in SOURCE_CODES if code.severity is Severity.ERROR),
        HEADING,
        codes.UNKNOWN_FIELD,
        codes.FIELD_TWICE,
        codes.MISSING_FIELD,
        codes.WRONG_SHAPE,
        codes.PHASE_EMOTION,
        codes.EMPTY_MAP,
    )
)


_OF_MAP_AND_ITEM = {"title", "name"}
"""How a map is called, and with what its phases begin."""


def is_structural(finding: Finding) -> bool:
    """Whether a finding may come of a line that stands in the wrong place, or is written wrongly as a whole.

    Who forgets the dash before an item begins it as the others; two names of one field say two things of one item.
    """
    if finding.code is codes.FIELD_TWICE:
        values = finding.message.values
        names = {plain_name(str(values["one"])), plain_name(str(values["other"]))}
        return len(names) == 1 or names == _OF_MAP_AND_ITEM
    return finding.code.id in _STRUCTURAL


def what_is_wrong(finding: Finding) -> tuple[str, str]:
    """The same for the same mistake in another place; of an unknown field, its name; of two names of one, both."""
    if finding.code is codes.FIELD_TWICE:
        return finding.code.id, f"{finding.message.values['one']} {finding.message.values['other']}"
    unknown = finding.code is codes.UNKNOWN_FIELD
    return finding.code.id, finding.message.partition("”")[0] if unknown else finding.message


def index_of(block: Block, finding: Finding) -> int:
    """Index of the line of a finding in its block; −1 for one that stands elsewhere."""
    if finding.span.file != block.file or not block.lines:
        return -1
    index = finding.span.line - block.lines[0].number
    return index if 0 <= index < len(block.lines) else -1


class Region(Struct, frozen=True):
    """Lines of a block that are mended together; all indexes from 0, ends behind the last."""

    first: int
    end: int
    mended: tuple[str, ...]

    def distance(self, index: int) -> int:
        """How many lines lie between the region and a line."""
        return max(0, self.first - index, index - max(self.first, self.end - 1))
