"""An author's words as messages quote them: without what a reader does not see of them, and not too many of them."""

from __future__ import annotations

import re

LONGEST_TEXT = 80
"""Characters of a value that a message repeats."""
LONGEST_NAME = 60
"""Characters of what something is called, where a message or a place names it."""
LONGEST_EXCERPT = 40
"""Characters of a piece of YAML in the middle of a sentence."""
_CUT = "…"
_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|:[a-z][\w+-]*:|\*+|__|~~|==|\+\+|\^\^|`+")


def without_markup(text: str) -> str:
    """The text without what is not shown of it: addresses of links, names of icons, signs of markup."""
    return _MARKUP.sub(r"\1", text).strip()


def quoted(text: str) -> str:
    """The beginning of a text on one line, as a message quotes it. A text of nothing but markup stays as written."""
    line = " ".join((without_markup(text) or text).split())
    return shortened(line, LONGEST_NAME)


def shortened(text: str, length: int = LONGEST_TEXT) -> str:
    """The text, at most ``length`` characters of it: a sign stands for what is left out."""
    return text if len(text) <= length else text[: length - 1].rstrip() + _CUT
