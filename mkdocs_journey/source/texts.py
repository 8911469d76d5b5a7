"""The text of a field or of an item: where it ends, and its traps."""

from __future__ import annotations

import re
from itertools import islice

from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.draft_lines import ITEMS, DraftLines, Empty
from mkdocs_journey.source.fields_below_text import TextPlace, look_below
from mkdocs_journey.source.flow import CLOSING, flow_troubles, read_collections
from mkdocs_journey.source.instructions import DELETE_OR_QUOTE, TAG, named_part
from mkdocs_journey.source.mending import DraftLine, Edit, quoted_end
from mkdocs_journey.source.names import FIELD
from mkdocs_journey.source.values import DASH_ADVICE, IN_QUOTES, LONE_DASH, NOTHING, ValueTrouble, value_trouble

LONGEST = 100
"""Lines that a text in quotes or a list in brackets may take up."""
MOST_IN_BRACKETS = 20
"""Mends within the brackets of one line that are made at once."""
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}(?: +#.*)?$")
_ANCHOR = re.compile(r"[&*](\w+)")
_TAG = re.compile(r"!(?:![a-zA-Z]|<)|&[\w-]+ +[\[{]")
"""And an anchor before brackets, which nobody types in a text."""
_ALONE = re.compile(r"(?:&([\w-]+)|!(?:<\S*>|[\w!:.-]*))(?=\s+#|\s*$)")
"""An anchor or a tag, and nothing more on its line."""
_IN_FLOW = re.compile(r"(?<=[\[{,\s])[&*](\w+)")


def look_at_text(sheet: DraftLines, place: TextPlace) -> int:
    """Look at the text of a field or an item; returns the last line that belongs to it."""
    draft = sheet.drafts[place.index]
    end = len(draft.text.rstrip())
    value = draft.text[place.column : end]
    if not value:
        return _without_text(sheet, place)
    first = value[0]
    if first == "#" and place.key is not None and sheet.has_children(place.index, place.level, item=False):
        sheet.empty = Empty(place.level, place.index, place.key is not None)
        return place.index
    if first == "-" and place.key is not None and (value == "-" or value.startswith("- ")):
        return _dash(sheet, place, value)
    if first in "|>" and _BLOCK_HEADER.match(value):
        return _skip_block(sheet, place)
    if first in "\"'":
        return _quoted(sheet, place, end)
    if first in "[{":
        return _flow(sheet, place, end)
    if first in "&!" and (match := _ALONE.match(value)) is not None and _has_structure(sheet, place):
        return _before_structure(sheet, place, match)
    if _meant_for_yaml(sheet, place, value):
        return place.index
    last = look_below(sheet, place, closed=False)
    if last is not None:
        return last
    trouble = value_trouble(value)
    if trouble is not None:
        _apply(sheet, place, trouble, end)
    return place.index


def _meant_for_yaml(sheet: DraftLines, place: TextPlace, value: str) -> bool:
    """Anchors that are used, merge keys and tags: refused later, in words of their own."""
    if _TAG.match(value):
        return True
    match = _ANCHOR.match(value)
    return match is not None and (place.key == "<<" or match[1] in sheet.anchors)


def _has_structure(sheet: DraftLines, place: TextPlace) -> bool:
    """Whether items or fields stand below a text, and not more of it."""
    if not sheet.has_children(place.index, place.level, item=place.key is None):
        return False
    number = sheet.following(place.index)
    below = sheet.drafts[number].text.strip() if number is not None else ""
    return below.startswith("- ") or below == "-" or FIELD.match(below) is not None


def _before_structure(sheet: DraftLines, place: TextPlace, match: re.Match[str]) -> int:
    """An anchor or a tag of YAML before a list or fields: they are what is meant, and it goes."""
    draft = sheet.drafts[place.index]
    end = place.column + match.end()
    code, said, advice = (codes.ANCHOR, *named_part(match[1])) if match[1] else (codes.TAG, TAG, DELETE_OR_QUOTE)
    sheet.report(draft, code, place.column, end, said, advice, certain=False)
    begin = len(draft.text[: place.column].rstrip())
    draft.change(Edit(begin, end - begin, ""))
    sheet.empty = Empty(place.level, place.index, place.key is not None)
    return place.index


def _apply(sheet: DraftLines, place: TextPlace, trouble: ValueTrouble, end: int) -> None:
    draft = sheet.drafts[place.index]
    begin = place.column + trouble.start
    behind = place.column + trouble.end
    sheet.report(draft, trouble.code, begin, behind, trouble.message, trouble.advice, trouble.certain, trouble.quotes)
    if trouble.quotes:
        sheet.quote(draft, _quoted_from(sheet, place), end)


def _quoted_from(sheet: DraftLines, place: TextPlace) -> int:
    """Where the quotes begin: what looks like a field name in an item is mostly the start of its text."""
    if place.item and place.key is not None and not sheet.begins_item(place.key):
        return place.column if sheet.has_sibling(place.index, place.start) else place.start
    return place.column


def _without_text(sheet: DraftLines, place: TextPlace) -> int:
    unknown = place.key is not None and not sheet.begins_item(place.key)
    children = sheet.has_children(place.index, place.level, item=False)
    if place.item and unknown and not children and not sheet.has_sibling(place.index, place.start):
        draft = sheet.drafts[place.index]
        end = len(draft.text.rstrip())
        said = message("This text ends in a colon, which starts a new field.")
        sheet.report(draft, codes.COLON_END, end - 1, end, said, IN_QUOTES)
        sheet.quote(draft, place.start, end)
        return place.index
    sheet.empty = Empty(place.level, place.index, place.key is not None)
    return place.index


def _dash(sheet: DraftLines, place: TextPlace, value: str) -> int:
    draft = sheet.drafts[place.index]
    column = place.column
    if value == "-":
        sheet.report(draft, codes.LONE_DASH, column, column + 1, LONE_DASH, DASH_ADVICE)
        draft.change(Edit(column, 1, NOTHING))
        return place.index
    if value[2:].lstrip()[:1].isdigit():
        said = message("A dash and a space start a list, but behind them stands a number.")
        advice = message("Write a minus sign right before the number, or put all of it in quotes.")
        sheet.report(draft, codes.LONE_DASH, column, column + 1, said, advice, certain=False)
        sheet.quote(draft, column, column + len(value))
        return place.index
    said = message("A list begins on the line below its field name, not beside it.")
    advice = message("Move this text there, with its dash.")
    sheet.report(draft, codes.LONE_DASH, column, column + 1, said, advice, certain=False)
    below = sheet.following(place.index)
    indent = place.level + 2
    if below is not None and sheet.indent(below) >= place.level and sheet.drafts[below].text.lstrip()[:2] == "- ":
        indent = sheet.indent(below)
    item = DraftLine(draft.text, draft.line, draft.stages)
    item.change(Edit(0, column, " " * indent))
    behind = len(draft.text[:column].rstrip())
    draft.change(Edit(behind, len(draft.text) - behind, ""))
    behind = indent + len(value) - len(value[1:].lstrip())
    trouble = value_trouble(item.text[behind:].rstrip())
    if trouble is not None and trouble.quotes:
        begin, after = behind + trouble.start, behind + trouble.end
        sheet.report(item, trouble.code, begin, after, trouble.message, trouble.advice, trouble.certain)
        sheet.quote(item, behind, len(item.text.rstrip()))
    sheet.outputs[place.index].append(item)
    sheet.levels.append((indent, ITEMS))
    return place.index


def _skip_block(sheet: DraftLines, place: TextPlace) -> int:
    """Pass over the lines of a block text; only white space before them is looked at."""
    level = place.level
    last = place.index
    for number in range(place.index + 1, len(sheet.drafts)):
        text = sheet.drafts[number].text
        if not text.strip():
            continue
        indent = len(text) - len(text.lstrip(" "))
        if indent <= level and not text[indent].isprintable():
            sheet.mend_indentation(number)
            text = sheet.drafts[number].text
            indent = len(text) - len(text.lstrip(" "))
        if indent <= level:
            break
        last = number
    return last


def _quoted(sheet: DraftLines, place: TextPlace, end: int) -> int:
    draft = sheet.drafts[place.index]
    text = draft.text
    behind = quoted_end(text, place.column)
    if behind < 0:
        last = _closed_below(sheet, place)
        if last is not None:
            return last
        last = look_below(sheet, place, closed=False)
        if last is not None:
            return last
        said = message("This text starts with a quotation mark, but does not end with one.")
        advice = message("Add one at its end, delete the first, or put all of it in quotes to show the mark.")
        sheet.report(draft, codes.QUOTE_NOT_CLOSED, place.column, place.column + 1, said, advice)
        sheet.quote(draft, _quoted_from(sheet, place), end)
        return place.index
    rest = text[behind:end].lstrip()
    more = bool(rest) and not (rest[0] == "#" and text[behind] == " ")
    last = look_below(sheet, place, closed=not more)
    if last is not None:
        return last
    if more:
        said = message("This text goes on after its closing quotation mark.")
        sheet.report(draft, codes.QUOTE_THEN_MORE, behind, end, said, message("Put the whole of it in quotes."))
        sheet.quote(draft, _quoted_from(sheet, place), len(draft.text.rstrip()))
    return place.index


def _closed_below(sheet: DraftLines, place: TextPlace) -> int | None:
    """The line on which a text or a bracket that opens on this line is closed, and nothing follows."""
    if sheet.below(place.index, place.level) is None:
        return None
    last = min(sheet.last_below(place.index, place.level), place.index + LONGEST)
    opening = sheet.drafts[place.index].text[place.column :]
    lines = [opening, *(sheet.drafts[number].text for number in range(place.index + 1, last + 1))]
    joined = "\n".join(lines)
    if opening[0] in "[{":
        collections = read_collections(joined, 0)
        behind = collections[-1].end if collections else -1
    else:
        behind = quoted_end(joined, 0)
    if behind < 0:
        return None
    rest = joined[behind:].partition("\n")[0].strip()
    return place.index + joined.count("\n", 0, behind) if not rest or rest[0] == "#" else None


def _flow(sheet: DraftLines, place: TextPlace, end: int) -> int:
    draft = sheet.drafts[place.index]
    text = draft.text
    collections = read_collections(text, place.column)
    if collections is None:
        last = _closed_below(sheet, place)
        if last is not None:
            return last
        if sheet.below(place.index, place.level) is not None:
            return _never_closed(sheet, place, end)
    behind = collections[-1].end if collections else end
    rest = text[behind:end].lstrip()
    more = bool(rest) and not (rest[0] == "#" and text[behind] == " ")
    if collections is None or more or _is_placeholder(text, place.column, behind):
        last = look_below(sheet, place, closed=not more)
        if last is not None:
            return last
        said = message("A text cannot start with {sign} unless it stands in quotes.", sign=text[place.column])
        begin = draft.text.index(text[place.column], place.column)
        sheet.report(draft, codes.BRACKET_START, begin, begin + 1, said, IN_QUOTES)
        sheet.quote(draft, begin if begin > place.column else _quoted_from(sheet, place), len(draft.text.rstrip()))
        return place.index
    if any(match[1] in sheet.anchors for match in _IN_FLOW.finditer(text, place.column)):
        return place.index
    edits: list[Edit] = []
    behind = 0
    above = sheet.drafts[place.above.line].text if place.above is not None else ""
    found = islice(flow_troubles(text, collections, sheet.is_name, sheet.lists, above), 2 * MOST_IN_BRACKETS)
    for trouble in sorted(found, key=lambda trouble: trouble.start):
        if len(edits) >= MOST_IN_BRACKETS:
            break
        if trouble.edits and trouble.edits[0].column < behind:
            continue
        edits.extend(trouble.edits)
        behind = max([behind, *(edit.column + max(1, edit.removed) for edit in trouble.edits)])
        sheet.report(
            draft, trouble.code, trouble.start, trouble.end, trouble.message, trouble.advice, trouble.certain,
            mended=bool(trouble.edits),
        )  # fmt: skip
    if edits:
        draft.change(*edits)
    look_below(sheet, place, closed=True)
    return place.index


def _never_closed(sheet: DraftLines, place: TextPlace, end: int) -> int:
    draft = sheet.drafts[place.index]
    bracket = draft.text[place.column]
    said = message("The {bracket} that opens here is never closed.", bracket=bracket)
    advice = message("Close it with {bracket}, or put the text in quotes if it is one.", bracket=CLOSING[bracket])
    sheet.report(draft, codes.BRACKET_NOT_CLOSED, place.column, end, said, advice, certain=False, mended=False)
    draft.change(Edit(place.column, len(draft.text) - place.column, ""))
    last = sheet.last_below(place.index, place.level)
    for number in range(place.index + 1, last + 1):
        sheet.blank(number)
    return last


def _is_placeholder(text: str, start: int, end: int) -> bool:
    """Whether braces hold no field at all, like ``{company}``."""
    inner = text[start + 1 : end - 1].strip()
    return text[start] == "{" and bool(inner) and ":" not in inner
