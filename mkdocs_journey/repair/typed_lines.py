"""A line as somebody typed it: how far it is indented, what stands before its text, and what could be a field name."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_journey.source.marked_lists import marked
from mkdocs_journey.source.mending import in_quotation_marks, quoted_end
from mkdocs_journey.source.values import value_trouble

_WHITE = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u3000]*")
_MARKER = re.compile(
    r"(?:-(?:[ \t\u00a0]+-)*(?=[\s\u00a0\u3000]|$)|"
    r"[*+•・·‣◦●○■□▪–—‐‑‒―−⁃∙◆◇❖▶►➤➢](?=[\s\u00a0\u3000])|o(?=[\t\u00a0]| [^\W\d_a-zß-öø-ÿ])|"
    r"[•・‣◦●○■□▪](?=\S)|-(?=[^\s\-.\d])|[–—](?=[^\W\d])|"
    r"\d{1,3}[.)](?=\s))[\s\u00a0\u3000]*"
)
_HEADING = re.compile(r"#{2,6}\s+(?=\S)")
_FIELD = re.compile(
    r"(?P<open>\*\*|__|[{<](?=[\w ]+[}>]))?"
    r"(?P<name>[^\W\d_](?:[^:：=∶#'\"\[\]{}*]|(?<=\w)'(?=\w)){0,60}?)(?P<shut>\*\*|__|[}>])?\s*(?P<sign>[:：=∶])"
    r"(?P<late>\*\*|__)?(?P<space>[\s\u00a0\u3000]*)(?P<value>.*)$"
)
_PLACEHOLDERS = frozenset("{}<>")
"""Around the name of a field that somebody took from a template: {name}."""
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]{0,2}$")
TAB_WIDTHS = (2, 4, 8)
_CLOSING = {"[": "]", "{": "}", "'": "'", '"': '"'}


class TypedLine(NamedTuple):
    """A line of a block that is neither blank nor a comment."""

    row: int
    """Its index in the block, from 0."""
    columns: tuple[int, ...]
    """Where it may begin: one column, or one for each width that a tab may have."""
    marker: str
    """What stands before an item: ``-``, ``•``, ``1.``, ``##``; "" where nothing does."""
    inset: int
    """Columns from the marker to the text."""
    text: str
    """What follows."""

    @property
    def odd(self) -> bool:
        """Whether it is indented with something else than spaces."""
        return len(self.columns) > 1


class FieldReading(NamedTuple):
    """A line read as a field."""

    name: str
    """As it was written."""
    value: str
    cost: float
    plain: bool
    """Whether nothing of it has to be written otherwise."""


def typed_line(text: str, row: int) -> TypedLine | None:
    """A line of a block; None for a blank one and for a comment."""
    white = _WHITE.match(text)
    assert white is not None
    start, rest = white[0], text[white.end() :].rstrip()
    if not rest or (rest[0] == "#" and not _HEADING.match(rest)):
        return None
    columns: tuple[int, ...] = (len(start),)
    if "\t" in start:
        columns = tuple(dict.fromkeys(len(start.replace("\t", " " * width)) for width in TAB_WIDTHS))
    match = _HEADING.match(rest) or _MARKER.match(rest)
    if match is None:
        return TypedLine(row, columns, "", 0, rest)
    return TypedLine(row, columns, match[0].strip(), match.end(), rest[match.end() :])


def field_reading(text: str) -> FieldReading | None:
    """A text read as a field whose name is followed by a colon, or by what stands for one."""
    match = _FIELD.match(text)
    if match is None or (match["open"] in _PLACEHOLDERS) != (match["shut"] in _PLACEHOLDERS):
        return None
    value, cost, plain = match["value"].strip(), 0.0, True
    if match["open"] or match["shut"] or match["late"]:
        cost, plain = cost + 0.6, False
    if match["sign"] == "=":
        cost, plain = cost + 0.8, False
    elif match["sign"] != ":":
        cost, plain = cost + 0.3, False
    elif value and not match["space"]:
        if value.startswith("//"):
            return None
        cost, plain = cost + 0.4, False
    return FieldReading(match["name"].strip(), value, cost, plain)


def bare_name(text: str) -> str:
    """A text as a name, without what set it off as a heading: a colon behind it, bold marks around it."""
    return text.strip("*_ ").removesuffix(":").strip("*_ ")


def items_beside(value: str) -> tuple[str, ...]:
    """The items of a value that begins with a dash and a space; nothing where it does not.

    What looks like a field may be one of the item, so it is left to its author.
    """
    item = value[2:].strip() if value.startswith("- ") else ""
    if not item or item[0] in "-+":
        return ()
    items = marked(value) or (item,)
    return () if any(map(field_reading, items)) else items


def opens_block_text(value: str) -> bool:
    """Whether a value is the sign under which a text of several lines stands."""
    return _BLOCK_SIGN.match(value) is not None


def safe(value: str) -> str:
    """A value as YAML reads it letter by letter: in quotes where it must be, else as it stands."""
    if not value or opens_block_text(value):
        return value
    if value[0] in _CLOSING:
        return value if _closed_at(value) == len(value) else in_quotation_marks(value)
    trouble = value_trouble(value)
    # A comment stays one.
    return in_quotation_marks(value) if trouble is not None and trouble.quotes else value


def goes_on_below(value: str) -> bool:
    """Whether a value in quotation marks or brackets does not end on its line."""
    return value[:1] in _CLOSING and _closed_at(value) < 0


def _closed_at(value: str) -> int:
    """Index behind what closes a value in quotation marks or brackets; −1 where nothing does."""
    first = value[0]
    if first in "'\"":
        return quoted_end(value, 0)
    depth = 0
    for index, character in enumerate(value):
        depth += (character == first) - (character == _CLOSING[first])
        if not depth:
            return index + 1
    return -1
