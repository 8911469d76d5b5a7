"""An author's words as messages quote them: without what a reader does not see of them, and not too many of them."""

from __future__ import annotations

import re

LONGEST_QUOTE = 60
"""Characters of the author's words that a message repeats."""
_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|:[a-z][\w+-]*:|\*+|__|~~|==|\+\+|\^\^|`+")


def without_markup(text: str) -> str:
    """The text without what is not shown of it: addresses of links, names of icons, signs of markup."""
    return _MARKUP.sub(r"\1", text).strip()


def quoted(text: str) -> str:
    """The beginning of a text on one line, as a message quotes it. A text of nothing but markup stays as written."""
    line = " ".join((without_markup(text) or text).split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"
