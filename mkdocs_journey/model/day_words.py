"""A day as people write it: 13/11/2026, 3 November 2026, 2026年11月3日. Read where it can be one day only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from mkdocs_journey.languages.language import FALLBACK, languages, normal_tag, primary

YearMonthDay = tuple[int, int, int]

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[日号일]?$")
_COMPACT = re.compile(r"(20\d{2})([01]\d)([0-3]\d)$")
_REIWA = re.compile(r"(?:令和|r)(\d{1,2}|元)[年./](\d{1,2})[月./](\d{1,2})日?$")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?[-/ ]\s?(\d{1,2})\s?[-/ ]\s?(\d{4})$")
_SHORT_YEAR = re.compile(r"^(\d{1,2}[-/. ]+(?:\d{1,2}|[^\W\d]+)[-/. ,]+)'?(\d{2})\.?$")
_SHORT_YEAR_FIRST = re.compile(r"^(2\d[-/]\d{1,2}[-/]\d{1,2})$")
"""Of this decade or the next but one: nobody reviews what is older, and a day may look the same."""
_MONTH_LAST = re.compile(r"(?P<year>(?:19|20)\d{2})\s?[-/.年]\s?(?P<month>\d{1,2})\s?月?$")
_REVERSED_MONTH = re.compile(r"(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>(?:19|20)\d{2})$")
_TIME = re.compile(r"[t,]?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:z|utc|uhr|[+-]\d{2}:?\d{2})?$")
_WEEKDAY_IN_BRACKETS = re.compile(r"\s*[(（]\w{1,4}[)）]$")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_MARKS = re.compile("[\u200e\u200f\u061c]")
"""What sets the direction of writing, as dates in Arabic and Hebrew have it around their signs."""
_OF_SCRIPTS = {
    "ARABIC": ("ar", "ar-lb", "ar-ma", "ar-dz", "fa", "ur"),
    "CYRILLIC": ("ru", "uk", "bg", "sr"),
    "DEVANAGARI": ("hi", "mr"),
    "GREEK": ("el",),
    "HEBREW": ("he",),
}
"""Languages in which months are looked for that are written in a script; in Arabic the countries have names of their own."""
_ALEFS = str.maketrans("أإآٱ", "اااا")
"""Letters of Arabic that are typed with their signs and without."""
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "o", "a", "e"})
_BETWEEN = frozenset(
    {"of", "the", "de", "del", "do", "le", "la", "den", "der", "am", "el", "di", "op", "on", "il", "em", "من", "م", "г"}
)
_MONTH_FIRST_REGIONS = frozenset({"us", "ph"})
_UNDECIDED = frozenset({"en", "ja", "zh", "ko"})
"""Languages in which both 11/12 and 12/11 are the eleventh of December; of English it depends on the country."""


def days_in(plain: str, language: str = FALLBACK) -> tuple[YearMonthDay, ...]:
    """The days that a text can mean, whether or not they are in the calendar; none where it is no day.

    ``plain`` is in small letters and has plain digits; ``language`` is a tag such as ``en-GB``.
    """
    plain = _WEEKDAY_IN_BRACKETS.sub("", plain if plain.isascii() else _MARKS.sub("", plain).strip().translate(_ALEFS))
    if len(plain) > 10:
        plain = _TIME.sub("", plain).strip()
    if match := _YEAR_FIRST.match(plain) or _COMPACT.match(plain):
        return ((int(match[1]), int(match[2]), int(match[3])),)
    if match := _REIWA.match(plain):
        return ((2018 + (1 if match[1] == "元" else int(match[1])), int(match[2]), int(match[3])),)
    if match := _DOTTED.match(plain):
        return ((int(match[3]), int(match[2]), int(match[1])),)
    if match := _YEAR_LAST.match(plain):
        return _of_two(int(match[1]), int(match[2]), int(match[3]), language)
    return _in_words(plain, language)


def month_in(plain: str, language: str = FALLBACK) -> tuple[int, int] | None:
    """The year and the month that a text means which names no day: March 2026, 2026-03, 03/2026; else None."""
    if match := _MONTH_LAST.match(plain) or _REVERSED_MONTH.match(plain):
        year, month = match["year"], match["month"]
        return (int(year), int(month)) if 0 < int(month) <= 12 else None
    pieces, tags = _PIECE.findall(plain), _tags(plain, language)
    months = {found for piece in pieces if not piece.isdigit() and (found := _month(piece, tags)) is not None}
    others = [piece for piece in pieces if _month(piece, tags) is None]
    years = [int(piece) for piece in others if piece.isdigit() and 1900 <= int(piece) <= 2999]
    rest = [piece for piece in others if not piece.isdigit() and piece not in _BETWEEN]
    if len(months) != 1 or len(years) != 1 or rest or sum(map(str.isdigit, others)) != 1:
        return None
    return years[0], months.pop()


def with_whole_year(plain: str) -> tuple[str, ...]:
    """What a text means with two digits of a year, with all four of them: at its end, or at its beginning."""
    first = _SHORT_YEAR_FIRST.sub(r"20\1", plain)
    return tuple(text for text in (_SHORT_YEAR.sub(r"\g<1>20\2", plain), first) if text != plain)


def _of_two(first: int, second: int, year: int, tag: str) -> tuple[YearMonthDay, ...]:
    """Which of two numbers is the month: the only one that can be, else the one that is in the language's countries."""
    day_first, month_first = (year, second, first), (year, first, second)
    if first > 12 or first == second:
        return (day_first,)
    if second > 12:
        return (month_first,)
    spoken, region = primary(tag), normal_tag(tag).partition("-")[2]
    if region in _MONTH_FIRST_REGIONS and spoken == "en":
        return (month_first,)
    if spoken in _UNDECIDED and not (spoken == "en" and region):
        return day_first, month_first
    return (day_first,)


def _in_words(plain: str, language: str) -> tuple[YearMonthDay, ...]:
    """Of a text with the name of a month."""
    numbers: list[int] = []
    months: set[int] = set()
    tags = _tags(plain, language)
    for name, month in _names_of_several_pieces(tags) if not plain.isascii() else ():
        if name in plain and not months:
            months.add(month)
            plain = plain.replace(name, " ", 1)
    for piece in _PIECE.findall(plain):
        if piece.isdigit():
            numbers.append(int(piece))
        elif piece in _ORDINALS and numbers:
            continue
        elif (found := _month(piece, tags)) is not None and not months:
            months.add(found)
        elif piece not in _BETWEEN and piece not in _weekdays(tags):
            return ()
    years = [number for number in numbers if 1900 <= number <= 2199]
    days = [number for number in numbers if 1 <= number <= 31]
    if len(numbers) != 2 or not months:
        return ()
    return tuple((year, month, day) for year, month, day in product(years, months, days))


def _tags(plain: str, language: str) -> tuple[str, ...]:
    """The languages in which the name of a month is looked for, the map's own first."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in plain if letter.isalpha()}
    of_scripts = (tag for script in sorted(scripts) for tag in _OF_SCRIPTS.get(script, ()))
    return tuple(dict.fromkeys((normal_tag(language), primary(language), FALLBACK, *languages(), *of_scripts)))


def _month(word: str, tags: tuple[str, ...]) -> int | None:
    # In Hebrew, *in* is a letter before the name.
    words = (word, word[1:]) if word[0] == "ב" else (word,)
    return next((number for tag in tags for one in words if (number := _months(tag).get(one)) is not None), None)


@lru_cache(maxsize=64)
def _names_of_several_pieces(tags: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Names of months that are no single word, or have signs between their letters; the longest first."""
    found = {
        name: month for tag in reversed(tags) for name, month in _months(tag).items() if _PIECE.fullmatch(name) is None
    }
    return tuple(sorted(found.items(), key=lambda one: -len(one[0])))


@lru_cache(maxsize=64)
def _months(tag: str) -> Mapping[str, int]:
    """The names of the months in a language, whole and shortened, in small letters without dots."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for number, name in _names(get_month_names, tag):
        # Where months have no names but numbers, these are read as such.
        if not name[:1].isdigit():
            found.setdefault(name, number)
    if tag == FALLBACK:
        found["sept"] = 9
    return found


@lru_cache(maxsize=64)
def _weekdays(tags: tuple[str, ...]) -> frozenset[str]:
    from babel.dates import get_day_names

    return frozenset(name for tag in tags for _, name in _names(get_day_names, tag))


def _names(names_of: object, tag: str) -> Iterator[tuple[int, str]]:
    """Nothing for a language that nobody knows."""
    from babel.core import UnknownLocaleError

    assert callable(names_of)
    for width, context in product(("wide", "abbreviated"), ("format", "stand-alone")):
        try:
            names = names_of(width, context=context, locale=tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return
        for number, name in names.items():
            yield number, unicodedata.normalize("NFKC", name).casefold().rstrip(".").translate(_ALEFS)
