"""A text as a reader of the map sees it, and as a message quotes it."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|:[a-z][\w+-]*:|\*+|__|~~|==|\+\+|\^\^|`+")
LONGEST_QUOTE = 60
"""Characters of the author's words that a message repeats."""


def shown(text: str) -> str:
    """The text without what is not shown of it: addresses of links, names of icons, signs of markup."""
    return _MARKUP.sub(r"\1", text).strip()


def quoted(text: str) -> str:
    """The beginning of a text on one line, as a message quotes it. A text of nothing but markup stays as written."""
    line = " ".join((shown(text) or text).split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"
