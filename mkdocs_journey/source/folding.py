"""Texts on several lines in scripts that put no spaces between words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NO_SPACES = re.compile("[\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff65\U00020000-\U0003fffd]")
"""Chinese and Japanese characters and their punctuation; Korean writes spaces."""


def fold_without_spaces(value: str, lines: Sequence[str]) -> str:
    """Take out the spaces that folding put where a line ends and the next one begins in Chinese or Japanese.

    ``value`` is the folded text, ``lines`` are the lines from which it was folded.
    """
    if _NO_SPACES.search(value) is None:
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
        if gap != " " or not (_NO_SPACES.match(before) and _NO_SPACES.match(text)):
            pieces.append(gap)
        pieces.append(text)
        position = found + len(text)
    pieces.append(value[position:])
    return "".join(pieces)
