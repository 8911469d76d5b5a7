"""Values that a field can hold, read from the text that was written. Each raises :class:`Trouble`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from msgspec import Struct

from mkdocs_journey.languages.language import FALLBACK, bare_word, known_language, languages, meaning
from mkdocs_journey.message import any_of, message, sentences
from mkdocs_journey.model import codes
from mkdocs_journey.model.intervals import interval_in, likely_interval
from mkdocs_journey.model.shares import between, letters, likely_number, numbered, share_in
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.quoting import shortened

CLOSE = 75
"""How much of two words has to be alike, in per cent, for one to be meant by the other."""
_NO_RATING = message("“{text}” is no rating.")
_NO_ID = message("“{text}” cannot be an id.")
_MINUS = str.maketrans({**dict.fromkeys("−–－﹣‐‑‒⁻➖", "-"), **dict.fromkeys("＋﹢⁺➕", "+")})
_NOT_A_MINUS = re.compile(r"^\s*[ー△▲—]\s*(\d.*)$", re.DOTALL)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_PERIOD = re.compile(r"^(\d+)\s*(d|days?|w|weeks?|mo|months?|y|years?)$", re.IGNORECASE)
_SCALE = re.compile(r"^\s*([+-]?\d+)\s*\.\.\.?\s*([+-]?\d+)\s*$")
_SCALE_LIKE = re.compile(r"^[^\d+-]*([+-]?\d+)\s*(?:-|[^\d+-]{1,12})\s*([+-]?\d+)\D*$")


def plain_signs(text: str) -> str:
    """The text with minus and plus signs and digits of any script as ``-``, ``+`` and 0 to 9."""
    if text.isascii():
        return text
    signs = text.translate(_MINUS)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in signs)


def plain_form(text: str) -> str:
    """The text in small letters and common signs, without white space around it: ４／５ is ``4/5``."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", plain_signs(text)).replace("\u2044", "/")
    return plain.strip().casefold()


def refuse_other_minus(text: str) -> None:
    """Raise where a long vowel mark, a dash or a triangle stands for a minus sign."""
    if match := _NOT_A_MINUS.match(text):
        better = f"-{plain_signs(match[1])}"
        raise Trouble(
            codes.WRONG_EMOTION,
            message("“{sign}” is no minus sign.", sign=text.strip()[0]),
            message("Write {better}.", better=shortened(better)),
            better,
        )


def rating(text: object, language: str = FALLBACK) -> object:
    """1 to 5, from a digit of any script, a part of five such as ``4/5``, stars, or a word for one."""
    if not isinstance(text, str):
        return text
    plain = plain_form(text)
    if len(plain) == 1 and plain in "12345":
        return int(plain)
    if (meant := meaning("rating", plain, language)) is not None:
        return int(meant)
    if (pair := numbered(plain)) is not None and meaning("rating", pair[1], language) == str(pair[0]):
        return pair[0]
    if (share := share_in(plain)) is not None:
        if share.whole == 5 and share.part in (1, 2, 3, 4, 5):
            return int(share.part)
        raise _no_rating(text, language, share.of(5), share.of(5))
    if (ends := between(plain)) is not None:
        raise _no_rating(text, language, *ends)
    if len(meanings := letters(language).get(plain.rstrip("."), ())) > 1:
        advice = message("It can mean {choices}: write the number.", choices=any_of(map(str, meanings)))
        raise Trouble(codes.WRONG_RATING, message(_NO_RATING, text=shortened(text)), advice)
    if meanings:
        raise _no_rating(text, language, Fraction(meanings[0]), Fraction(meanings[0]))
    if (degree := meaning("degree", plain, language)) is not None:
        said = message(_NO_RATING, text=shortened(text))
        advice = message("Write {better}, on the scale from 1 to 5, if that is how it is meant.", better=degree)
        raise Trouble(codes.WRONG_RATING, said, advice, degree)
    raise _no_rating(text, language)


def rating_words(language: str = FALLBACK) -> list[str]:
    """The word for each rating in a language, in small letters."""
    return [words[0].lower() for words in languages()[known_language(language)].values("rating").values()]


def _no_rating(text: str, language: str, low: Fraction = Fraction(0), high: Fraction = Fraction(0)) -> Trouble:
    """What is wrong with a rating that is between two values; it takes the graver one of two that are beside it."""
    said = message(_NO_RATING, text=shortened(text))
    first, last = floor(low), ceil(high)
    if not 1 <= low <= high <= 5 or last - first > 1:
        advice = message("Write a whole number from 1 to 5, or {words}.", words=", ".join(rating_words(language)))
        return Trouble(codes.WRONG_RATING, said, advice)
    if first == last:
        advice = message("Write {better}, on the scale from 1 to 5.", better=last)
        return Trouble(codes.WRONG_RATING, said, advice, str(last))
    advice = message(
        "On the scale from 1 to 5 it lies between {low} and {high}: write {high}, or {low}.", low=first, high=last
    )
    return Trouble(codes.WRONG_RATING, said, advice, str(last))


def whole_number(text: object, language: str = FALLBACK) -> object:
    """A whole number of 0 or more, such as the number of interviews."""
    if not isinstance(text, str):
        return text
    plain = plain_form(text)
    bare = _THOUSANDS.sub("", plain.replace(" ", "").removeprefix("n="))
    if bare.isascii() and bare.isdigit() and len(bare) <= 12:
        return int(bare)
    said = message("“{text}” is no whole number.", text=shortened(text))
    if (better := likely_number(plain)) is not None:
        raise Trouble(codes.WRONG_VALUE, said, message("Write {better}.", better=better), better)
    raise Trouble(codes.WRONG_VALUE, said, message("Write digits only, such as 14."))


class Period(Struct, frozen=True):
    """A length of time in calendar months and days."""

    months: int
    days: int

    def after(self, start: date) -> date:
        """The day that lies this long after ``start``; the last of the month where the month is shorter."""
        index = start.month - 1 + self.months
        year, month = start.year + index // 12, index % 12 + 1
        if year >= date.max.year:
            return date.max
        last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
        begin = date(year, month, min(start.day, last)).toordinal()
        return date.fromordinal(min(begin + self.days, date.max.toordinal()))


def period(text: object, language: str = FALLBACK) -> object:
    """A :class:`Period`, written ``90d``, ``6w``, ``3mo`` or ``1y``, or in words: every three months, quarterly."""
    if not isinstance(text, str):
        return text
    plain = plain_form(text)
    match = _PERIOD.match(plain) or _PERIOD.match(interval_in(plain, language) or "")
    if not match or len(match[1]) > 4:
        better = likely_interval(plain, language)
        raise Trouble(
            codes.WRONG_VALUE,
            message("“{text}” is no length of time.", text=shortened(text)),
            message("Write {better}.", better=better)
            if better
            else message("Write a number with d, w, mo or y, such as 90d or 6mo."),
            better,
        )
    number, unit = int(match[1]), match[2].lower()
    if unit.startswith("d"):
        return Period(0, number)
    if unit.startswith("w"):
        return Period(0, 7 * number)
    return Period(number * 12 if unit.startswith("y") else number, 0)


class Scale(Struct, frozen=True):
    """The range of a map's scores."""

    low: int = -2
    high: int = 2

    @property
    def neutral(self) -> float:
        """0 where the range crosses it, else the middle."""
        return 0 if self.low < 0 < self.high else (self.low + self.high) / 2

    def score_of_face(self, face: int) -> float:
        """The score that a face from −2 to 2 stands for."""
        side = self.high - self.neutral if face >= 0 else self.neutral - self.low
        return self.neutral + face / 2 * side

    def face(self, score: float) -> int:
        """Which of the five faces, −2 to 2, stands for a score."""
        side = self.high - self.neutral if score >= self.neutral else self.neutral - self.low
        return round(2 * (score - self.neutral) / side)

    def distance(self, score: float) -> float:
        """How far a score is from neutral, as a share of the way to the end of the scale: −1 to 1."""
        side = self.high - self.neutral if score >= self.neutral else self.neutral - self.low
        return (score - self.neutral) / side

    def score_at(self, distance: float) -> float:
        """The score at a distance from neutral, −1 to 1."""
        side = self.high - self.neutral if distance >= 0 else self.neutral - self.low
        return self.neutral + distance * side

    def of_another(self, score: float, other: Scale) -> float:
        """A score of another scale on this one: as far from neutral as it is on its own."""
        return score if other == self else self.score_at(other.distance(score))

    def __str__(self) -> str:
        return f"{self.low}..{self.high}"


def scale(text: object) -> object:
    """A :class:`Scale`, written ``1..5``, of at most 100 units."""
    if not isinstance(text, str):
        return text
    plain = plain_signs(text)
    match = _SCALE.match(plain)
    if not match:
        other = _SCALE_LIKE.match(plain)
        better = f"{other[1]}..{other[2]}" if other else None
        raise Trouble(
            codes.WRONG_SCALE,
            message("“{text}” is no scale.", text=shortened(text)),
            message("Write the two ends with two dots: {better}.", better=better or "1..5"),
            better,
        )
    if max(len(match[1]), len(match[2])) > 4 or not 1 <= int(match[2]) - int(match[1]) <= 100:
        raise Trouble(
            codes.WRONG_SCALE,
            message("The scale {text} is not usable.", text=text),
            message("The first end is the lower one, at most 100 below the second."),
        )
    return Scale(int(match[1]), int(match[2]))


def one_of(kind: str, *words: str) -> Callable[[object, str], object]:
    """A reader of a fixed choice, tolerant of case, spaces and hyphens, and of words for a value in any language.

    ``kind`` is that of the values, as the files of the languages call it.
    """
    forms = {_bare(word): word for word in words}

    def choose(text: object, language: str = FALLBACK) -> object:
        if not isinstance(text, str):
            return text
        if text in words:
            return text
        if (word := forms.get(_bare(text))) is not None:
            return word
        if (meant := meaning(kind, text, language)) in words:
            return meant
        near = closest(_bare(text), list(forms))
        likely = None if near else _near_meaning(kind, text)
        better = forms[near] if near else likely if likely in words else None
        advice = (
            sentences(
                message("Did you mean {better}?", better=better),
                message("It can be {choices}.", choices=any_of(words)),
            )
            if better
            else message("Write {choices}.", choices=any_of(words))
        )
        said = message("“{text}” is none of the words that can stand here.", text=shortened(text))
        raise Trouble(codes.WRONG_VALUE, said, advice, better)

    return choose


def _near_meaning(kind: str, text: str) -> str | None:
    """The value that a misspelt word for it most likely means, in any language."""
    found = {
        bare_word(word): value
        for known in languages().values()
        for value, forms in known.values(kind).items()
        for word in forms
    }
    near = closest(bare_word(text), list(found))
    return meaning(kind, near) if near else None


def _bare(word: str) -> str:
    return re.sub(r"[\s_.!,;-]+", "", word).casefold()


def closest(word: str, choices: Sequence[str]) -> str | None:
    """The choice that a misspelt word most likely means, if any is near."""
    # A site may have thousands of names, and a pasted list hundreds of words that are none of them.
    from rapidfuzz import fuzz, process

    found = process.extractOne(word[:60], choices, scorer=fuzz.ratio, score_cutoff=CLOSE)
    return str(found[0]) if found else None


def plain_word(text: str) -> str:
    """A name without regard to case and the number of its spaces, for comparing."""
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """A Unicode slug: small letters and digits of any script, joined by single hyphens."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"[^\w]+|_+", "-", plain).strip("-")


def ascii_slug(text: str) -> str | None:
    """The slug in ASCII, or None where more than accents would be lost."""
    letters = unicodedata.normalize(
        "NFKD", slug(text).replace("ß", "ss").replace("ø", "o").replace("æ", "ae").replace("ł", "l")
    )
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return plain if plain and plain.isascii() else None


def identifier(text: object) -> object:
    """An id as its author writes it: a slug."""
    if not isinstance(text, str):
        return text
    better = slug(text)
    if text == better and better:
        return text
    raise Trouble(
        codes.WRONG_ID,
        message(_NO_ID, text=shortened(text)),
        message("An id has small letters, digits and single hyphens: {better}.", better=shortened(better))
        if better
        else message("Use small letters, digits and single hyphens."),
        better or None,
    )


def site_identifier(text: object) -> object:
    """An id of a journey or a persona: a slug in ASCII, because it becomes part of an address."""
    if not isinstance(text, str):
        return text
    if text.isascii():
        return identifier(text)
    better = ascii_slug(text)
    raise Trouble(
        codes.WRONG_ID,
        message(_NO_ID, text=shortened(text)),
        message("Use the letters a to z, digits and single hyphens."),
        better,
    )
