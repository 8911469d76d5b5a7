"""How wide texts are on a terminal: a Chinese character takes two columns, an accent none."""

from __future__ import annotations

import unicodedata
from functools import cache

_NON_JOINER, _JOINER, _EMOJI_STYLE = "\u200c", "\u200d", "\ufe0f"


def widths(text: str) -> list[int]:
    """Columns that each character takes. The text is on one line, without tabs and control characters."""
    if text.isascii():
        return [1] * len(text)
    found: list[int] = []
    last, base = "", 0
    for character in text:
        width = _width(character)
        if (last == _JOINER or "\U0001f3fb" <= character <= "\U0001f3ff") and width == 2 and base == 2:
            # Emoji that are joined, or that a skin tone follows, are one.
            width = 0
        elif character == _EMOJI_STYLE and base == 1:
            width = 1
            base = 2
        elif width:
            base = width
        found.append(width)
        last = character
    return found


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, broken at spaces; longer words are broken anywhere."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        for piece in _pieces(word, width):
            size = sum(widths(piece))
            if line and used + 1 + size <= width:
                line, used = f"{line} {piece}", used + 1 + size
            else:
                lines += [line] if line else []
                line, used = piece, size
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    if len(word) <= width // 2:
        return [word]
    pieces, start, used = [], 0, 0
    for position, size in enumerate(widths(word)):
        if used + size > width:
            pieces.append(word[start:position])
            start, used = position, 0
        used += size
    return [*pieces, word[start:]]


@cache
def _width(character: str) -> int:
    if character in (_NON_JOINER, _JOINER) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        # Vowels and finals of a Korean syllable stand inside its first letter.
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
