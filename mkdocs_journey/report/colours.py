"""Texts in colours, for terminals (ECMA-48, SGR)."""

from __future__ import annotations

from typing import Protocol

_COLOURS = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


class Style(Protocol):
    """Gives a text a colour, or leaves it as it is."""

    def __call__(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        """The text, ready for a terminal."""


def style_of(*, colour: bool) -> Style:
    """What gives texts their colours, where there are any."""
    return coloured if colour else without_colour


def coloured(text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
    """The text in the colour ``fg``, red, green, yellow, blue or cyan, if there is one, and bold if it is to be."""
    begin = f"\x1b[{_COLOURS[fg]}m" if fg else ""
    return f"{begin}{_BOLD if bold else ''}{text}{_RESET}"


def without_colour(text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
    """The text as it is."""
    return text
