"""A day of the calendar, read from the text that was written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.message import NO_MESSAGE, Message, any_of, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.day_words import days_in, month_in, with_whole_year
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import plain_form
from mkdocs_journey.quoting import shortened

_FORM = message("Write year-month-day, such as 2026-11-21.")
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
    if meant:
        said = message("“{text}” is one day here and another there.", text=shortened(text))
        choices = any_of(_written(*one) for one in meant)
        advice = message("It can be {choices}: write the one that you mean.", choices=choices)
        raise Trouble(codes.WRONG_DATE, said, advice, choices=_choices([_written(*one) for one in meant]))
    short = (day for year in with_whole_year(plain) for day in days_in(year, language))
    if likely := sorted({_written(*one) for one in short if _is_day(*one)}, reverse=True):
        said = message("“{text}” has no whole year.", text=shortened(text))
        advice = message("Write {choices}.", choices=any_of(likely))
        if len(likely) == 1:
            raise Trouble(codes.WRONG_DATE, said, advice, likely[0])
        raise Trouble(codes.WRONG_DATE, said, advice, choices=_choices(likely))
    if (named := month_in(plain, language)) is not None:
        said = message("“{text}” names no day.", text=shortened(text))
        ends = (_written(*named, 1), message("as the first day")), (_last(*named), message("as the last day"))
        advice = message("Write year-month-day, with the day that is meant.")
        raise Trouble(codes.WRONG_DATE, said, advice, choices=ends)
    raise Trouble(codes.WRONG_DATE, message("“{text}” is no date.", text=shortened(text)), _FORM)


def _choices(days: Sequence[str]) -> tuple[tuple[str, Message], ...]:
    return tuple((day, NO_MESSAGE) for day in days)


def _is_day(year: int, month: int, number: int) -> bool:
    return year > 0 and 0 < month <= 12 and 0 < number <= monthrange(year, month)[1]


def _last(year: int, month: int) -> str:
    return _written(year, month, monthrange(year, month)[1])


def _written(year: int, month: int, number: int) -> str:
    return f"{year:04}-{month:02}-{number:02}"


def _no_such_day(text: str, year: int, month: int, number: int) -> Trouble:
    said = message("There is no day {text} in the calendar.", text=text)
    if _is_day(year, number, month):
        better = _written(year, number, month)
        return Trouble(codes.WRONG_DATE, said, message("Write year-month-day: {better}.", better=better), better)
    if _is_day(year, month, 1) and number:
        last = _last(year, month)
        advice = message("Write year-month-day; that month ends on {last}.", last=last)
        return Trouble(codes.WRONG_DATE, said, advice)
    return Trouble(codes.WRONG_DATE, said, _FORM)
