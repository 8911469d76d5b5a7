"""Fields and items that start in a column in which nothing above them starts."""

from __future__ import annotations

from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.draft_lines import FIELDS, ITEMS, DraftLines
from mkdocs_journey.source.mending import DraftLine

_SAID = {
    FIELDS: message("This field starts in a column in which no field above it starts."),
    ITEMS: message("This item starts in a column in which no item above it starts."),
}
_ADVICE = {
    FIELDS: message("Start it in the column of the fields to which it belongs."),
    ITEMS: message("Start it in the column of the items to which it belongs."),
}


def settle(sheet: DraftLines, draft: DraftLine, column: int, kind: str, opened: bool) -> int:
    """Find the field or list to which the entry at ``column`` belongs; returns its column, mended if need be.

    ``kind`` is what the entry is; ``opened``: the line above it waits for something, further left or,
    for items, in the same column.
    """
    levels = sheet.levels
    if levels and levels[-1] == (column, kind):
        return column
    left = []
    while levels and (levels[-1][0] > column or (levels[-1] == (column, ITEMS) and kind == FIELDS)):
        left.append(levels.pop())
    if levels and levels[-1] == (column, kind):
        return column
    if opened or not (levels or left):
        levels.append((column, kind))
        return column
    levels.extend(reversed(left))
    columns = [other for other, of_kind in levels if of_kind == kind]
    said, advice = _SAID[kind], _ADVICE[kind]
    start, end = column, len(draft.text.rstrip())
    if not columns:
        sheet.report(draft, codes.WRONG_COLUMN, start, end, said, advice, certain=False, mended=False)
        sheet.blank(draft.line)
        return -1
    target = min(reversed(columns), key=lambda other: abs(other - column))
    sheet.report(draft, codes.WRONG_COLUMN, start, end, said, advice, certain=False)
    last = _last_alike(sheet, draft.line, column, target)
    sheet.shift(draft.line, last, target - column)
    sheet.regions.append((draft.line, last))
    while levels[-1] != (target, kind):
        levels.pop()
    return target


def _last_alike(sheet: DraftLines, index: int, column: int, target: int) -> int:
    """The last of the lines that start in the same wrong column, or stand below one that does."""
    last = index
    for number in range(index + 1, len(sheet.drafts)):
        if sheet.drafts[number].text.strip():
            indent = sheet.indent(number)
            if indent < column or indent == target:
                break
            last = number
    return last
