"""How often something happens, as people write it: quarterly, every three months, alle 6 Wochen, 3ヶ月ごと."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from mkdocs_journey.languages.language import FALLBACK, meaning
from mkdocs_journey.languages.patterns import one_of_texts, one_of_words

_AMOUNT = re.compile(r"(1/[1-9]|\d{1,4}(?:[.,]\d)?|½)[\s-]*(\D+)$")
_LONGEST_NUMBER = 20


def interval_in(plain: str, language: str = FALLBACK) -> str | None:
    """The interval that a text names, such as ``3mo``; it has plain digits and small letters."""
    bare = plain.strip(" .!")
    return _word(bare, language) or _counted(_without_every(bare), language)


def likely_interval(plain: str, language: str = FALLBACK) -> str | None:
    """What a text may mean that names none for certain: the shorter end of a range, so often a year."""
    bare = _without_every(plain.strip(" .!~≈"))
    patterns = _patterns()
    if match := patterns.between.match(bare):
        return _counted(f"{match[1]} {match[2]}", language)
    if match := patterns.times.match(bare):
        return _share_of(match[2], int(match[1]), language)
    if match := patterns.times_last.match(bare):
        return _share_of(match[1], int(match[2]), language)
    if match := patterns.about.match(bare):
        return interval_in(bare[match.end() :], language)
    return None


def _word(bare: str, language: str) -> str | None:
    return meaning("interval", bare, language) or meaning("interval", bare.replace("-", " "), language)


def _share_of(unit: str, times: int, language: str) -> str | None:
    """So many times a year, or another time, in whole months, weeks or days."""
    unit = unit.strip()
    months = {"y": 12, "mo": 1}.get(_unit(unit, language) or "", 0)
    if times and months and months % times == 0:
        return f"{months // times}mo"
    return None


def _counted(bare: str, language: str) -> str | None:
    if unit := _unit(bare, language):
        return f"1{unit}"
    if match := _AMOUNT.match(bare):
        unit = _unit(match[2], language)
        return _whole(_number(match[1]), unit) if unit else None
    # Some languages put no space between a number and its unit.
    for end in range(min(len(bare), _LONGEST_NUMBER), 0, -1):
        number, unit = meaning("number", bare[:end].strip(), language), _unit(bare[end:], language)
        if number and unit:
            return _whole(Fraction(1, 2) if number == "half" else Fraction(number), unit)
    return None


def _number(written: str) -> Fraction:
    return Fraction(1, 2) if written == "½" else Fraction(written.replace(",", "."))


def _whole(amount: Fraction, unit: str) -> str | None:
    """An amount in a unit of which there are whole ones."""
    if amount.denominator == 1:
        return f"{amount}{unit}"
    months = amount * 12
    return f"{months}mo" if unit == "y" and months.denominator == 1 else None


def _unit(word: str, language: str) -> str | None:
    bare = word.strip(" .").removesuffix("(s)")
    return meaning("unit", bare, language)


class _Patterns(NamedTuple):
    """Made of the words of all languages."""

    between: re.Pattern[str]
    """Two to three months. Groups: the first number, the unit."""
    times: re.Pattern[str]
    """Twice a year, in digits. Groups: the number, the unit."""
    times_last: re.Pattern[str]
    """The same as 年に2回. Groups: the unit, the number."""
    about: re.Pattern[str]
    """What stands before a length of time that is not exact."""


@cache
def _patterns() -> _Patterns:
    to, times, per = (one_of_texts("counting", value) for value in ("to", "times", "per"))
    single_per, about = one_of_words("counting", "per"), one_of_words("counting", "about")
    every = one_of_texts("every", "word")
    return _Patterns(
        re.compile(rf"(\d{{1,4}})\s*(?:-|–|—|~|〜|～|{to})\s*\d{{1,4}}\s*(.+)$"),
        re.compile(rf"(\d{{1,2}})\s*{times}\s*(?:{single_per})?\s*(.+)$"),
        re.compile(rf"{every}?(.{{1,3}}?){per}?\s*(\d{{1,2}})\s*{times}$"),
        re.compile(rf"{about}\.?\s*"),
    )


@cache
def _every() -> re.Pattern[str]:
    """Words that stand before or behind an interval and add nothing to it."""
    words = one_of_texts("every", "word")
    return re.compile(rf"^{words}(?:\s+|(?<=[^\x00-\u2fff]))|(?:\s+|(?<=[^\x00-\u2fff])){words}$")


def _without_every(bare: str) -> str:
    return _every().sub("", bare).strip()
