"""A value of a scale as people write it: 4/5, 4 out of 5, 40 %, ★★★★☆, 3–4."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from mkdocs_journey.languages.language import FALLBACK, known_language, languages
from mkdocs_journey.languages.patterns import one_of_texts, one_of_words

_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_PART = re.compile(rf"(?P<part>{_NUMBER})")
_WHOLE = re.compile(rf"(?P<whole>{_NUMBER})")
_FRACTION = re.compile(rf"(?P<part>{_NUMBER})\s*/\s*(?P<whole>{_NUMBER})$")
_SIGNS = re.compile(r"(?P<full>[★⭐●■⬤🟊]+)(?P<open>[☆○□◯✩]*)$")
_NUMBERED = re.compile(r"(?P<number>\d)\s*[-–—:=,(（]*\s*(?P<word>[^\W\d][^\d()（）]*)[)）]?$")
_NUMBERED_LAST = re.compile(r"(?P<word>[^\W\d][^\d()（）:=,–—-]*?)\s*[-–—:=,(（]*\s*(?P<number>\d)[)）]?$")

_ONE_NUMBER = re.compile(r"[^\d+-]*?((?<![\d.,])\d{1,3}(?:[., \u00a0\u202f’']\d{3})+|\d{1,9})(?![\d.,/:]*\d|\s*%)\D*$")
"""One number, its thousands set apart or not; no share, no range, no decimals."""


class Proportion(NamedTuple):
    """What part of a whole was written."""

    part: Fraction
    whole: int

    def of(self, whole: int) -> Fraction:
        """The same part of another whole."""
        return self.part * whole / self.whole


def share_in(plain: str) -> Proportion | None:
    """The part and the whole that a text names, and nothing else; it has plain digits and small letters."""
    if match := _SIGNS.match(plain.replace("\ufe0f", "").replace(" ", "")):
        full, bare = len(match["full"]), len(match["open"])
        return Proportion(Fraction(full), full + bare if bare else max(full, 5))
    if match := _percent().match(plain):
        return Proportion(_number(match[1]), 100)
    for pattern in (_FRACTION, *_templates("of")):
        if (match := pattern.match(plain)) is not None:
            whole = _number(match["whole"])
            if whole.denominator == 1 and whole > 0:
                return Proportion(_number(match["part"]), int(whole))
    return None


def numbered(plain: str) -> tuple[int, str] | None:
    """A digit and the word that stands beside it: ``4 (high)``."""
    match = _NUMBERED.match(plain) or _NUMBERED_LAST.match(plain)
    return (int(match["number"]), match["word"].strip()) if match else None


def between(plain: str) -> tuple[Fraction, Fraction] | None:
    """The ends of what is one number or another: a range, a number with decimals, or one with something around it."""
    bare = _about().sub("", plain)
    if match := _range().match(bare):
        return _number(match[1]), _number(match[2])
    for pattern in _templates("alone"):
        if match := pattern.match(bare):
            return _number(match["part"]), _number(match["part"])
    return None


def likely_number(plain: str) -> str | None:
    """The whole number in a text that has one and no other, with words around it: ``about 300``, ``14 interviews``."""
    match = _ONE_NUMBER.match(plain)
    return re.sub(r"\D", "", match[1]) if match else None


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", "."))


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"({_NUMBER})\s*(?:%|％|٪|{one_of_texts('counting', 'percent')}\.?)$")


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"({_NUMBER})\s*(?:-|–|—|~|〜|～|{one_of_words('counting', 'to')})\s*({_NUMBER})$")


@cache
def _about() -> re.Pattern[str]:
    """What is around a number that is not exact."""
    return re.compile(rf"(?:[~≈+><≥≤=]+|{one_of_words('counting', 'about')}\.?)\s*|[+.!]+$")


@cache
def _templates(key: str) -> tuple[re.Pattern[str], ...]:
    """How languages name a part of a whole, such as “{part} out of {whole}”, or a number alone: “level {part}”."""
    return tuple(
        re.compile(f"{_filled(re.escape(template.casefold()))}$")
        for language in languages().values()
        for template in language.values("share").get(key, ())
    )


def _filled(template: str) -> str:
    for name, group in (("part", _PART), ("whole", _WHOLE)):
        template = template.replace(rf"\{{{name}\}}", group.pattern)
    return template.replace(r"\ ", r"\s*")


def letters(language: str) -> dict[str, tuple[int, ...]]:
    """Letters and sizes that stand for a rating, such as ``h`` for high and ``xl``, to what they can mean."""
    return _letters(known_language(language))


@cache
def _letters(language: str) -> dict[str, tuple[int, ...]]:
    meant: dict[str, set[int]] = {letter: {rating} for letter, rating in _SIZES.items()}
    for tag in dict.fromkeys((language, FALLBACK)):
        for rating, words in languages()[tag].values("rating").items():
            # The first word is the one of the page, and the others are many.
            initials = "".join(word[:1] for word in words[0].casefold().split()) if words else ""
            if initials.isalpha() and initials not in (word.casefold() for word in words):
                meant.setdefault(initials, set()).add(int(rating))
    return {letter: tuple(sorted(ratings)) for letter, ratings in meant.items()}


_SIZES = {"xs": 1, "s": 2, "m": 3, "l": 4, "xl": 5, "xxl": 5}
"""Sizes, as teams rate effort."""
