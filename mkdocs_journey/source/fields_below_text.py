"""What stands below a text on one line and should not: fields, and more of the text."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.draft_lines import FIELDS, DraftLines, Empty
from mkdocs_journey.source.mending import DraftLine, Edit
from mkdocs_journey.source.names import FIELD, TIGHT_COLON


class TextPlace(Struct, frozen=True):
    """Where a text stands."""

    index: int
    """Index of its line."""
    level: int
    """Column that lines below must exceed to belong to it."""
    start: int
    """Column at which the whole entry begins: its field name, or the text itself."""
    column: int
    """Column at which the text begins."""
    item: bool
    """Whether a dash stands before it."""
    key: str | None
    """The field name as written."""
    above: Empty | None
    """The field or item whose text it is, where that stands on a line above."""


def look_below(sheet: DraftLines, place: TextPlace, closed: bool) -> int | None:
    """Look for fields below a text, and for more of it on the next lines.

    ``closed``: the text is in quotes or brackets, so it cannot go on. Returns the last line of a text
    that goes on, ``None`` where it does not.
    """
    number = sheet.below(place.index, place.level)
    if number is None:
        return None
    indent = sheet.indent(number)
    text = sheet.drafts[number].text
    match = FIELD.match(text, indent)
    name = match[1] if match else ""
    tight = TIGHT_COLON.match(text, indent)
    known = sheet.is_name(name) or (tight is not None and sheet.is_name(tight[1]))
    if place.key is None and place.above is None and (known or (name and " " not in name and name.isascii())):
        _add_name(sheet, place, number)
        return None
    if place.key is not None and known:
        _move_left(sheet, place, number)
        return None
    return None if closed else _fold(sheet, place, number)


def _add_name(sheet: DraftLines, place: TextPlace, below: int) -> None:
    draft = sheet.drafts[place.index]
    said = message("Fields stand below this text, so it needs a field name of its own.")
    end = len(draft.text.rstrip())
    sheet.report(
        draft,
        codes.FIELDS_BELOW_TEXT,
        place.column,
        end,
        said,
        message("Write “name: ” before it, or “text: ” where its items have no names."),
    )
    draft.change(Edit(place.column, 0, "name: "))
    sheet.levels.append((place.column, FIELDS))
    by = place.column - sheet.indent(below)
    if by:
        last = sheet.last_below(below, place.level)
        sheet.shift(below, last, by)
        sheet.regions.append((place.index, last))


def _move_left(sheet: DraftLines, place: TextPlace, below: int) -> None:
    draft = sheet.drafts[below]
    indent = sheet.indent(below)
    said = message("This field is indented deeper than the field above it, which has a text already.")
    end = len(draft.text.rstrip())
    advice = message("Start both in the same column.")
    sheet.report(draft, codes.TOO_DEEP_FIELD, indent, end, said, advice, certain=False)
    last = sheet.last_below(below, place.level)
    sheet.shift(below, last, place.level - indent)
    sheet.regions.append((below, last))


def _fold(sheet: DraftLines, place: TextPlace, below: int) -> int:
    """Put a text on several lines into the form that begins with ``>``."""
    last = sheet.last_below(below, place.level)
    for number in range(place.index, last + 1):
        sheet.trim(number)
    draft = sheet.drafts[place.index]
    end = len(draft.text.rstrip())
    if sheet.drafts[below].text.lstrip().startswith("- "):
        said = message("A list stands below this text, which can have none.")
        advice = message("Give the list a name on a line above it, such as steps: or touchpoints:.")
    else:
        said = message("A text on several lines has to begin with > on the line above it.")
        advice = message("Or start each line with “- ” to make a list of them.")
    sheet.report(draft, codes.SEVERAL_LINES, place.column, end, said, advice, certain=False)
    if place.above is not None:
        head = sheet.drafts[place.above.line]
        behind = len(head.text.rstrip())
        head.change(Edit(behind, len(head.text) - behind, " >"))
        first = place.above.line
    else:
        first = place.index
        indent = max(place.level, 0) + 2
        text = DraftLine(draft.text, draft.line, draft.stages)
        text.change(Edit(0, place.column, " " * indent))
        draft.change(Edit(place.column, len(draft.text) - place.column, ">"))
        sheet.outputs[place.index].append(text)
        for number in range(place.index + 1, last + 1):
            other = sheet.drafts[number]
            if other.text.strip():
                other.change(Edit(0, sheet.indent(number), " " * indent))
    sheet.regions.append((first, last))
    return last
