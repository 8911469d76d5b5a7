"""How often something happens, as people write it: quarterly, every three months, alle 6 Wochen, 3ヶ月ごと."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from mkdocs_journey.languages.language import FALLBACK, languages, meaning

_AMOUNT = re.compile(r"(1/[1-9]|\d{1,4}(?:[.,]\d)?|½)[\s-]*(\D+)$")
_LONGEST_NUMBER = 20
_RANGE = re.compile(r"(\d{1,4})\s*(?:-|–|—|~|〜|～|to|or|bis|oder|a|o)\s*\d{1,4}\s*(.+)$")
_TIMES = re.compile(r"(\d{1,2})\s*(?:x|×|times|mal|veces|kertaa|回|次)\s*(?:/|per|a|an|pro|im|in|al|por)?\s*(.+)$")
_PER_TIMES = re.compile(r"(?:每|毎)?(.{1,3}?)(?:に)?\s*(\d{1,2})\s*(?:回|次)$")
_AROUND = ("about ", "at least ", "roughly ", "circa ", "ca. ", "etwa ", "mindestens ", "ungefähr ")


def interval_in(plain: str, language: str = FALLBACK) -> str | None:
    """The interval that a text names, such as ``3mo``; it has plain digits and small letters."""
    bare = plain.strip(" .!")
    return _word(bare, language) or _counted(_without_every(bare), language)


def likely_interval(plain: str, language: str = FALLBACK) -> str | None:
    """What a text may mean that names none for certain: the shorter end of a range, so often a year."""
    bare = _without_every(plain.strip(" .!~≈"))
    if match := _RANGE.match(bare):
        return _counted(f"{match[1]} {match[2]}", language)
    if match := _TIMES.match(bare):
        return _share_of(match[2], int(match[1]), language)
    if match := _PER_TIMES.match(bare):
        return _share_of(match[1], int(match[2]), language)
    for lead in _AROUND:
        if bare.startswith(lead):
            return interval_in(bare.removeprefix(lead), language)
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


@cache
def _every() -> re.Pattern[str]:
    """Words that stand before or behind an interval and add nothing to it."""
    words = {word.casefold() for language in languages().values() for word in language.values("every").get("word", ())}
    longest_first = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(
        rf"^(?:{longest_first})(?:\s+|(?<=[^\x00-\u2fff]))|(?:\s+|(?<=[^\x00-\u2fff]))(?:{longest_first})$"
    )


def _without_every(bare: str) -> str:
    return _every().sub("", bare).strip()
