"""A day of the calendar, read from the text that was written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from mkdocs_journey.model import codes
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import plain_signs
from mkdocs_journey.quoting import shortened

_DATE = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_OTHER_DATES = (
    (re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$"), (1, 2, 3)),
    (re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$"), (3, 2, 1)),
)


def day(text: object) -> object:
    """A date, written ``2026-11-21``."""
    if not isinstance(text, str):
        return text
    plain = plain_signs(text).strip()
    match = _DATE.match(plain)
    if match:
        year, month, number = int(match[1]), int(match[2]), int(match[3])
        if not _is_day(year, month, number):
            raise _no_such_day(plain, year, month, number)
        return date(year, month, number)
    for pattern, groups in _OTHER_DATES:
        if other := pattern.match(plain):
            year, month, number = (int(other[group]) for group in groups)
            if not _is_day(year, month, number):
                raise _no_such_day(shortened(text), year, month, number)
            better = _written(year, month, number)
            raise Trouble(
                codes.WRONG_DATE, f"“{shortened(text)}” is not written as a date.", f"Write {better}.", better
            )
    raise Trouble(codes.WRONG_DATE, f"“{shortened(text)}” is no date.", "Write year-month-day, such as 2026-11-21.")


def _is_day(year: int, month: int, number: int) -> bool:
    return year > 0 and 0 < month <= 12 and 0 < number <= monthrange(year, month)[1]


def _written(year: int, month: int, number: int) -> str:
    return f"{year:04}-{month:02}-{number:02}"


def _no_such_day(text: str, year: int, month: int, number: int) -> Trouble:
    message = f"There is no day {text} in the calendar."
    if _is_day(year, number, month):
        better = _written(year, number, month)
        return Trouble(codes.WRONG_DATE, message, f"Write year-month-day: {better}.", better)
    if _is_day(year, month, 1) and number:
        last = _written(year, month, monthrange(year, month)[1])
        return Trouble(codes.WRONG_DATE, message, f"Write year-month-day; that month ends on {last}.")
    return Trouble(codes.WRONG_DATE, message, "Write year-month-day, such as 2026-11-21.")
