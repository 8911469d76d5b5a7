"""Texts in which nothing comes alive, whoever reads them: a terminal, a build log, a web page."""

from __future__ import annotations

import json
import re
from typing import Any

REPLACEMENT = "\ufffd"
"""Stands in place of a character that is not shown."""
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Characters that steer a terminal, turn the direction of others, are invisible, or are no characters at all."""
_WHITE = re.compile(r"[\t\n\r]+")
# Build logs act on ##[command], ##vso[command] and the like wherever it stands, and on :: where a line begins.
_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
_COMMAND_START = re.compile(r"^(\s*:):")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text on one line, with U+FFFD in place of what must not reach a terminal or a log as it is."""
    return without_commands(UNSEEN.sub(REPLACEMENT, _WHITE.sub(" ", text)))


def plain_start(text: str) -> str:
    """:func:`plain` for a text with which a line begins."""
    return _COMMAND_START.sub(rf"\1{REPLACEMENT}", plain(text))


def without_commands(text: str) -> str:
    """The text without what a build log acts on in the middle of a line."""
    return _COMMAND.sub(REPLACEMENT, text)


def encodable(text: str) -> str:
    """The text with U+FFFD in place of halves of characters, which no file can hold."""
    return _SURROGATE.sub(REPLACEMENT, text)


def json_text(value: Any, *, ascii_only: bool = True) -> str:
    """JSON, indented, with a line end behind it: texts stay what they are, but nothing in them comes alive.

    With ``ascii_only``, it survives consoles with any encoding; without, people can read it.
    """
    text = json.dumps(_encodable(value), indent=2, ensure_ascii=ascii_only)
    lines = (UNSEEN.sub(lambda unseen: json.dumps(unseen[0])[1:-1], line) for line in text.split("\n"))
    return "\n".join(lines).replace("##", "#\\u0023") + "\n"


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(one) for one in value]
    return value
