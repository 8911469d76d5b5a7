"""What stands before the text on a line: list markers and field names, and their traps."""

from __future__ import annotations

import re

from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.draft_lines import ITEMS, DraftLines
from mkdocs_journey.source.flow import NO_SPACE, SPACE_ADVICE
from mkdocs_journey.source.mending import DraftLine, Edit, quoted_end
from mkdocs_journey.source.spaces import SPACES
from mkdocs_journey.source.values import CURLY

_GAP = f"[ {SPACES}]"
MARKER = re.compile(rf"(?:[*+](?={_GAP})|[•・·‣◦●○■□▪](?! *:)|\d{{1,3}}[.)](?={_GAP})){_GAP}*(?=\S)")
"""A list marker that is none in YAML."""
DASHES = "–—‐‑‒―−⁃∙◆◇❖▶►➤➢"
"""What people put before items as well; a text may begin with it, so others must do so beside it."""
_DASHED = re.compile(rf"[{DASHES}]{_GAP}+(?=[^\s\d])|[—–](?=[^\W\d])")
FIELD = re.compile(r"(?:- +)*([^\s:#'\"\[{*&!-][^:#'\"\[{]{0,60}?) *[:：](?= |$)")
"""What looks like the start of a field."""
WIDE_COLON = re.compile(r"([^\s：:#][^：:#]{0,60}?) *：[ \u3000]*")
TIGHT_COLON = re.compile(r"([^\s:#'\"\[{][^:#'\"\[{]{0,60}):(?=[^\s:])(?!//)")
_TIGHT_DASH = re.compile(r"-(?=[^\s\-.])(?!\d)")
_CURLY_KEY = re.compile(f"[{CURLY}]([^{CURLY}:]+)[{CURLY}] *(?=:(?: |$))")
_NO_NAME = "[{#&*!|>%@`,]}"
_WORD = re.compile(r"[\w-]+$")


def pass_dashes(sheet: DraftLines, draft: DraftLine, column: int) -> tuple[int, int]:
    """Pass over the dashes of an item whose first one is at ``column``: column behind them, column of the last one."""
    text = draft.text
    level = column
    column += 1
    while True:
        while text.startswith(" ", column):
            column += 1
        if not text.startswith("- ", column):
            return column, level
        level = column
        sheet.levels.append((level, ITEMS))
        column += 1


def mend_marker(sheet: DraftLines, draft: DraftLine, column: int) -> None:
    """Write a dash and a space where an item of a list starts with something else."""
    text = draft.text
    if text[column] in "-*+•・·‣◦●○■□▪0123456789" and not text.startswith("- ", column):
        _mend_odd_marker(sheet, draft, column)
    elif text[column] in DASHES and (match := _DASHED.match(text, column)) is not None:
        among = (column, ITEMS) in sheet.levels
        if among or (sheet.empty is not None and sheet.empty.field and _go_on_dashed(sheet, draft.line, column)):
            _write_dash(sheet, draft, column, match.end(), certain=among)


def _mend_odd_marker(sheet: DraftLines, draft: DraftLine, column: int) -> None:
    text = draft.text
    if match := MARKER.match(text, column):
        field = FIELD.match(text, match.end())
        unknown = field is not None and not sheet.begins_item(field[1])
        if text[column].isdigit() and unknown and (column, ITEMS) not in sheet.levels:
            return
        _write_dash(sheet, draft, column, match.end(), certain=True)
    elif text[column] == "-" and _TIGHT_DASH.match(text, column):
        said = message("A space is missing after the dash.")
        sheet.report(draft, codes.NO_SPACE_AFTER_DASH, column, column + 1, said, SPACE_ADVICE)
        draft.change(Edit(column + 1, 0, " "))


def _write_dash(sheet: DraftLines, draft: DraftLine, column: int, end: int, *, certain: bool) -> None:
    """Write a dash and a space for the marker at ``column``, behind which the item begins at ``end``."""
    marker = draft.text[column:end].strip()
    said = message("The items of a list start with a dash and a space, not with “{marker}”.", marker=marker)
    advice = message("Write “- ” instead.")
    sheet.report(draft, codes.OTHER_MARKER, column, end, said, advice, certain=certain)
    # Fields below line up with the first one: keep its column where there are any.
    below = sheet.following(draft.line)
    aligned = below is not None and sheet.indent(below) == end
    width = max(2, end - column) if aligned else 2
    draft.change(Edit(column, end - column, "-".ljust(width)))


def _go_on_dashed(sheet: DraftLines, index: int, column: int) -> bool:
    """Whether another line in the same column begins as an item, before something stands further left."""
    number = sheet.following(index)
    while number is not None and (indent := sheet.indent(number)) >= column:
        text = sheet.drafts[number].text
        if indent == column and (
            _DASHED.match(text, indent) or MARKER.match(text, indent) or text.startswith("- ", indent)
        ):
            return True
        number = sheet.following(number)
    return False


def find_colon(sheet: DraftLines, draft: DraftLine, column: int, *, item: bool, only_field: bool) -> int | None:
    """Column of the colon behind the field name at ``column``, which is mended; ``None`` if there is none.

    ``item``: a dash stands before it, behind which there are texts as well. ``only_field``: nothing but a field can
    stand there.
    """
    text = draft.text
    is_name = sheet.begins_item if item else sheet.is_name
    colon = _colon(text, column)
    if colon is not None and "：" not in text[column:colon] and ":" not in text[column + 1 : colon]:
        return colon if text[column] not in CURLY else _mend_curly(sheet, draft, column, colon)
    only_field = only_field and colon is None
    match = WIDE_COLON.match(text, column)
    if match and (is_name(match[1]) or only_field):
        said = message("The colon after a field name has to be a plain one with a space after it.")
        place = text.index("：", column)
        sheet.report(draft, codes.FULL_WIDTH_COLON, place, place + 1, said, message("Write “: ”."))
        start = match.end(1)
        draft.change(Edit(start, match.end() - start, ": " if match.end() < len(text) else ":"))
        return start
    match = TIGHT_COLON.match(text, column)
    if match and (is_name(match[1]) or (only_field and _WORD.match(match[1]))):
        sheet.report(draft, codes.NO_SPACE_AFTER_COLON, match.end() - 1, match.end(), NO_SPACE, SPACE_ADVICE)
        draft.change(Edit(match.end(), 0, " "))
        return match.end() - 1
    return colon


def _mend_curly(sheet: DraftLines, draft: DraftLine, column: int, colon: int) -> int:
    match = _CURLY_KEY.match(draft.text, column)
    if match is None:
        return colon
    said = message("A field name needs no quotation marks, and curly ones do not work.")
    sheet.report(draft, codes.CURLY_QUOTES, column, match.end(), said, message("Leave them out."))
    name = match[1].strip()
    draft.change(Edit(column, match.end() - column, name))
    return column + len(name)


def _colon(text: str, column: int) -> int | None:
    first = text[column]
    if first in _NO_NAME or text.startswith(("? ", ": "), column):
        return None
    if first in "'\"":
        behind = quoted_end(text, column)
        if behind < 0:
            return None
        while text[behind : behind + 1] == " ":
            behind += 1
        return behind if text[behind : behind + 1] == ":" and text[behind + 1 : behind + 2] in {"", " "} else None
    colon = text.find(": ", column)
    if colon < 0:
        bare = text.rstrip()
        colon = len(bare) - 1 if bare[-1] == ":" else -1
    if colon <= column:
        return None
    comment = text.find(" #", column)
    return None if 0 <= comment < colon else colon
