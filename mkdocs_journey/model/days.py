"""A day of the calendar, read from the text that was written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.model import codes
from mkdocs_journey.model.day_words import days_in, with_whole_year
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import plain_form
from mkdocs_journey.quoting import shortened

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")


def day(text: object, language: str = FALLBACK) -> object:
    """A date, written ``2026-11-21`` or in another form that can mean one day only.

    ``language`` is the tag of the map's language: in most of them the day stands before the month.
    """
    if not isinstance(text, str):
        return text
    plain = plain_form(text)
    match = _DATE.match(plain)
    meant = ((int(match[1]), int(match[2]), int(match[3])),) if match else days_in(plain, language)
    if len(meant) == 1:
        (year, month, number) = meant[0]
        if not _is_day(year, month, number):
            raise _no_such_day(shortened(text), year, month, number)
        return date(year, month, number)
    advice = "Write year-month-day, such as 2026-11-21."
    if meant:
        advice = f"It can be {' or '.join(_written(*one) for one in meant)}: write the one that you mean."
        raise Trouble(codes.WRONG_DATE, f"“{shortened(text)}” is one day here and another there.", advice)
    short = (day for year in with_whole_year(plain) for day in days_in(year, language))
    if likely := sorted({_written(*one) for one in short if _is_day(*one)}, reverse=True):
        message = f"“{shortened(text)}” has no whole year."
        raise Trouble(
            codes.WRONG_DATE, message, f"Write {' or '.join(likely)}.", likely[0] if len(likely) == 1 else None
        )
    raise Trouble(codes.WRONG_DATE, f"“{shortened(text)}” is no date.", advice)


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
