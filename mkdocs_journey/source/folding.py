"""Texts on several lines in scripts that put no spaces between words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIRST = "\u2e80"
_NO_SPACES = f"[{_FIRST}-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff65\U00020000-\U0003fffd]"
"""Chinese and Japanese characters and their punctuation; Korean writes spaces. Made a pattern once it is needed."""


def fold_without_spaces(value: str, lines: Sequence[str]) -> str:
    """Take out the spaces that folding put where a line ends and the next one begins in Chinese or Japanese.

    ``value`` is the folded text, ``lines`` are the lines from which it was folded.
    """
    if value.isascii() or max(value) < _FIRST or not re.search(_NO_SPACES, value):
        return value
    pieces: list[str] = []
    position = 0
    for line in lines:
        text = line.strip(" ")
        found = value.find(text, position) if text else -1
        if found < 0:
            continue
        gap = value[position:found]
        before = value[position - 1 : position]
        if gap != " " or not (re.match(_NO_SPACES, before) and re.match(_NO_SPACES, text)):
            pieces.append(gap)
        pieces.append(text)
        position = found + len(text)
    pieces.append(value[position:])
    return "".join(pieces)
