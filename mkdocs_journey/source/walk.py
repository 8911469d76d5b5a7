"""The walk over the lines of a block that finds its traps and mends them on the way."""

from __future__ import annotations

import re

from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.draft_lines import FIELDS, ITEMS, DraftLines, Empty
from mkdocs_journey.source.fields_below_text import TextPlace
from mkdocs_journey.source.flow import SPACE_ADVICE
from mkdocs_journey.source.indentation import settle
from mkdocs_journey.source.mending import DraftLine, Edit
from mkdocs_journey.source.names import (
    FIELD,
    MARKER,
    TIGHT_COLON,
    WIDE_COLON,
    find_colon,
    mend_marker,
    pass_dashes,
)
from mkdocs_journey.source.texts import look_at_text
from mkdocs_journey.source.values import CURLY, DASH_ADVICE, LONE_DASH, NOTHING

_PLAIN = re.compile(
    r"( *+)(|- )(?:([A-Za-z_]++):(?: ++|$))?((?:[^\W_]|[+(]|-(?=[0-9]))(?:\w|[][ .,;()/+*!?&%'\"-])*+)?$"
)
"""A line of plain words, perhaps behind a dash and a field name."""


def walk(sheet: DraftLines) -> None:
    """Look at every line of a block; the sheet holds what comes of it."""
    index = sheet.following(-1)
    if index is None or _is_prose(sheet, index):
        return
    while index is not None and not sheet.exhausted:
        index = sheet.following(index if _is_plain(sheet, index) else _look_at_line(sheet, index))


def _is_prose(sheet: DraftLines, index: int) -> bool:
    """Whether the block begins with a text that no field follows: then there are no fields to mend."""
    indent = sheet.indent(index)
    text = sheet.drafts[index].text[indent:].rstrip()
    if not text:
        return True
    if text[0] in "-[{\"'" + CURLY or any(pattern.match(text) for pattern in (FIELD, TIGHT_COLON, WIDE_COLON, MARKER)):
        return False
    following = sheet.following(index)
    return following is None or FIELD.match(sheet.drafts[following].text.strip()) is None


def _is_plain(sheet: DraftLines, index: int) -> bool:
    """Whether a line is so plain that there is nothing to look at; most lines are, and this is quick."""
    drafts = sheet.drafts
    match = _PLAIN.match(drafts[index].text)
    if match is None:
        return False
    spaces, dash, key, value = match.groups()
    column = len(spaces)
    place = (column, ITEMS if dash else FIELDS)
    levels = sheet.levels
    waiting = sheet.empty is not None and column > sheet.empty.column and levels[-1][0] < column
    if not waiting and place not in levels:
        return False
    if value:
        following = sheet.after[index + 1]
        level = column + len(dash) if key else column
        if following < len(drafts):
            text = drafts[following].text
            if len(text) - len(text.lstrip(" ")) > level:
                return False
    elif not key or dash:
        return False
    if key is None and not dash:
        return False
    if waiting:
        levels.append(place)
    while levels[-1] != place:
        levels.pop()
    if dash and key:
        levels.append((column + 2, FIELDS))
    sheet.empty = None if value else Empty(column, index, field=True)
    return True


def _look_at_line(sheet: DraftLines, index: int) -> int:
    """Look at the entry that begins on a line; returns the last line that belongs to its text."""
    indent = sheet.indent(index)
    draft = sheet.drafts[index]
    if not draft.text.strip():
        return index
    if (not indent and draft.text[0] == "%") or draft.text[indent:].rstrip() in {"---", "..."}:
        return _look_at_mark(sheet, draft)
    mend_marker(sheet, draft, indent)
    empty, sheet.empty = sheet.empty, None
    item = draft.text.startswith("- ", indent) or draft.text[indent:].rstrip() == "-"
    waiting = empty is not None and (indent > empty.column or (item and empty.field and indent == empty.column))
    column = level = indent
    if item:
        level = settle(sheet, draft, indent, ITEMS, waiting)
        if level < 0:
            return index
        column, level = pass_dashes(sheet, draft, level)
        rest = draft.text[column:].rstrip()
        if not rest:
            sheet.empty = Empty(level, index, field=False)
            return index
        if rest == "-":
            return _look_at_dash(sheet, draft, column)
    colon = find_colon(sheet, draft, column, item=item, only_field=not item and not waiting)
    if colon is not None:
        if item:
            sheet.levels.append((column, FIELDS))
        else:
            settled = settle(sheet, draft, column, FIELDS, waiting)
            if settled < 0:
                return index
            colon += settled - column
            column = settled
        value = colon + 1
        while draft.text[value : value + 1] == " ":
            value += 1
        return look_at_text(sheet, TextPlace(index, column, column, value, item, draft.text[column:colon], None))
    root = index == sheet.following(-1) and draft.text[column] in "[{\"'"
    if not item and not waiting and not root:
        return _look_at_stray(sheet, draft, column)
    above = empty if not item and waiting else None
    level = above.column if above else level if item else -1
    return look_at_text(sheet, TextPlace(index, level, column, column, item, None, above))


def _look_at_dash(sheet: DraftLines, draft: DraftLine, column: int) -> int:
    """A dash behind a dash: a list in a list if something stands below, no text otherwise."""
    if sheet.below(draft.line, column) is not None:
        sheet.levels.append((column, ITEMS))
        sheet.empty = Empty(column, draft.line, field=False)
    else:
        sheet.report(draft, codes.LONE_DASH, column, column + 1, LONE_DASH, DASH_ADVICE)
        draft.change(Edit(column, 1, NOTHING))
    return draft.line


def _look_at_mark(sheet: DraftLines, draft: DraftLine) -> int:
    """``---`` and ``...`` are left to YAML; a line that begins with a per cent sign is none of its own."""
    if draft.text[0] == "%":
        said = message("A line cannot start with %.")
        end = len(draft.text)
        sheet.report(draft, codes.RESERVED_START, 0, end, said, message("Delete it."), certain=False, mended=False)
        sheet.blank(draft.line)
    return draft.line


def _look_at_stray(sheet: DraftLines, draft: DraftLine, column: int) -> int:
    """A line that is neither a field nor an item, nor the text of either."""
    text = draft.text.rstrip()
    first, _, rest = text[column:].partition(" ")
    if rest and sheet.is_name(first):
        said = message("A colon is missing after “{name}”.", name=first)
        sheet.report(draft, codes.NO_FIELD, column, len(text), said, SPACE_ADVICE, certain=False)
        draft.change(Edit(column + len(first), 0, ":"))
        return draft.line
    said = message("This line is neither a field (“name: text”) nor an item of a list (“- text”).")
    advice = message("Indent it or give it a field name or a dash.")
    sheet.report(draft, codes.NO_FIELD, column, len(text), said, advice, certain=False, mended=False)
    sheet.blank(draft.line)
    return draft.line
