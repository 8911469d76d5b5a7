"""How values are written for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.json import Encoder
from msgspec.json import format as spaced

from mkdocs_journey.model.values import Period

_ENCODER = Encoder(order="sorted")
_HALVES = re.compile("[\ud800-\udfff]")
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def json_line(value: Any) -> str:
    """JSON on one line, with sorted names. Days are written as year-month-day.

    It can be cut at line ends, whatever a program takes for one, and read as UTF-8.
    """
    try:
        text = spaced(_ENCODER.encode(value), indent=0).decode()
    except UnicodeEncodeError:
        # Of halves of characters, which hardly any text has.
        text = _HALVES.sub("\ufffd", json.dumps(value, ensure_ascii=False, sort_keys=True, default=date.isoformat))
    return text if text.isascii() else _OTHER_LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_list(values: Iterable[Any], indent: str) -> str:
    """A JSON list with a line for each value, so that programs that compare files see what has changed."""
    lines = f",\n{indent} ".join(json_line(value) for value in values)
    return f"[\n{indent} {lines}\n{indent}]" if lines else "[]"


def period_text(period: Period) -> str:
    """A length of time as authors write it: ``90d``, ``6mo``."""
    return f"{period.months}mo" if period.months else f"{period.days}d"


def printable(text: str) -> str:
    """The text without control characters and halves of characters."""
    return _HALVES.sub("\ufffd", _CONTROL.sub(" ", text))
