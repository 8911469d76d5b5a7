"""The traps in a text that stands on one line without quotes; all of them go away with quotes."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_journey.findings import Code
from mkdocs_journey.message import Message, message
from mkdocs_journey.source import codes

CURLY = "“”„‟‘’‚‛«»‹›「」『』"
"""Quotation marks that mean nothing to YAML."""
LONGEST_SIGNS = 4
"""Characters of signs in curly quotation marks. Nobody says a sign alone: the marks are to keep it from YAML."""
_SIGNS_IN_CURLY = re.compile(rf"[{CURLY}][^\w{CURLY}]{{1,{LONGEST_SIGNS - 2}}}[{CURLY}]")
IN_QUOTES = message("Put it in quotes.")
NOTHING = "n/a"
"""What an author writes where there is nothing to say."""
LONE_DASH = message("A dash alone starts a list, so it cannot stand for a text.")
DASH_ADVICE = message("Write n/a where there is nothing to say, or put the dash in quotes to show it.")
_RESERVED = "*&!|>%@`,]}"


class ValueTrouble(Struct, frozen=True):
    """A trap in a text; indexes are those of the text."""

    code: Code
    start: int
    end: int
    message: Message
    advice: Message = IN_QUOTES
    certain: bool = True
    quotes: bool = True
    """Whether quotes around the whole text mend it."""


def value_trouble(value: str) -> ValueTrouble | None:
    """The trap in a text that is neither quoted nor a bracket nor a block, or ``None``.

    ``value`` has no white space around it and is not empty.
    """
    first = value[0]
    if first in _RESERVED:
        return _reserved(value)
    if first == "#":
        certain = value[1:2] not in {"", " ", "#"}
        said = message("A text that starts with # is a comment, so nothing would be shown here.")
        return ValueTrouble(codes.NUMBER_SIGN_START, 0, len(value), said, certain=certain)
    if first == "?" and value[1:2] in {"", " "}:
        said = message("A text cannot start with a question mark and a space unless it stands in quotes.")
        return ValueTrouble(codes.QUESTION_START, 0, 1, said)
    cut = value.find(" #")
    colon = _colon(value)
    if _SIGNS_IN_CURLY.fullmatch(value):
        # Straight marks would have to take their place, and not stand around them.
        said = message("Curly quotation marks do not quote a text here.")
        advice = message("Put straight ones around it.")
        return ValueTrouble(codes.CURLY_QUOTES, 0, len(value), said, advice, certain=False, quotes=False)
    if first in CURLY and (colon >= 0 or cut >= 0):
        said = message("Curly quotation marks do not quote a text here.")
        return ValueTrouble(codes.CURLY_QUOTES, 0, 1, said, message("Put straight ones around it."))
    if cut >= 0 and value[cut + 2 : cut + 3] not in {"", " "}:
        left = value[:cut].rstrip()[:40]
        said = message("Everything after the # is lost: only “{text}” would be shown.", text=left)
        return ValueTrouble(codes.NUMBER_SIGN_CUTS, cut + 1, len(value), said)
    if colon >= 0 and (cut < 0 or colon < cut):
        if colon == len(value) - 1:
            said = message("This text ends in a colon, which starts a new field.")
            return ValueTrouble(codes.COLON_END, colon, colon + 1, said)
        said = message("This text contains a colon and a space, which starts a new field.")
        return ValueTrouble(codes.COLON_INSIDE, colon, colon + 1, said)
    if cut >= 0 and value[cut - 1] != " ":
        # Two spaces before it are how comments are written; one may be a slip.
        said = message("Everything after the # is a comment and is not shown.")
        advice = message("Put the text in quotes if it is not one.")
        return ValueTrouble(codes.COMMENT_AFTER_TEXT, cut + 1, len(value), said, advice, quotes=False)
    return None


def _reserved(value: str) -> ValueTrouble:
    first = value[0]
    match first:
        case "`":
            said = message("A text cannot start with a backtick unless it stands in quotes.")
        case ",":
            said = message("A text cannot start with a comma unless it stands in quotes.")
        case _:
            said = message("A text cannot start with {sign} unless it stands in quotes.", sign=first)
    certain = not (first in "&*" and value[1:].isalnum())
    return ValueTrouble(codes.RESERVED_START, 0, 1, said, certain=certain)


def _colon(value: str) -> int:
    """Index of the first colon that YAML takes for the end of a field name, or -1."""
    colon = value.find(": ")
    return len(value) - 1 if colon < 0 and value[-1] == ":" else colon
