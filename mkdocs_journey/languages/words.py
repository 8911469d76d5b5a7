"""The words that a reader sees: the labels of a language, dates by babel, quotation marks by habit."""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape
from msgspec import Struct

from mkdocs_journey.languages.language import FALLBACK, flat, known_language, languages, normal_tag, primary
from mkdocs_journey.languages.translation import WITHOUT_SPACES, Translation

log = logging.getLogger(__name__)

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""

_QUOTATION_MARKS = {
    **dict.fromkeys(("bg", "cs", "de", "hr", "is", "lt", "sk", "sl"), ("„", "“")),
    **dict.fromkeys(("hu", "pl", "ro"), ("„", "”")),
    **dict.fromkeys(("ar", "be", "ca", "el", "es", "fa", "it", "no", "nb", "nn", "pt-pt", "ru", "uk"), ("«", "»")),
    **dict.fromkeys(("fi", "he", "sv"), ("”", "”")),
    **dict.fromkeys(("ja", "zh-hant", "zh-tw", "zh-hk"), ("「", "」")),
    "da": ("»", "«"),
    "fr": ("«\u202f", "\u202f»"),
}
"""By language; every other language has “…”."""

_ANY_QUOTATION_MARK = "\"'“”„‟‘’‚«»‹›「」『』＂"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Words(Struct, frozen=True):
    """The visible words of one language, by dotted key: ``words("lane.pains")``."""

    language: str
    """The language that the words are in, as the files are named: ``en``, ``pt``."""
    tag: str
    """The language that was asked for, e.g. ``pt-BR``; it may have no words of its own."""
    entries: Mapping[str, str]

    @classmethod
    def load(cls, tag: str = FALLBACK, overrides: Mapping[str, Any] | None = None) -> Words:
        """The words for a language tag; an unknown language gets the English ones.

        ``overrides`` are the site's own words, nested as in the files or with dotted keys.
        """
        language = known_language(tag)
        entries = _entries(language)
        if overrides:
            entries = MappingProxyType({**entries, **flat(overrides)})
        return cls(language, normal_tag(tag), entries)

    def of(self, tag: str | None) -> Words:
        """The words for a block's own language; these here where it names none, or the same."""
        if not tag or normal_tag(tag) == self.tag:
            return self
        if known_language(tag) == self.language and primary(tag) == primary(self.tag):
            return Words(self.language, normal_tag(tag), self.entries)
        return Words.load(tag)

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, with each ``{name}`` filled in.

        The answer is :class:`~markupsafe.Markup` where one of the values is. A key that not even English knows is
        shown as it is, and logged once.
        """
        text = self.entries.get(key)
        if text is None:
            text = _unknown(key)
        if not values:
            return text
        if any(hasattr(value, "__html__") for value in values.values()):
            # Words and names of values by turns; what joins them escapes all that is no markup.
            pieces = _PLACEHOLDER.split(text)
            return Markup("").join(
                escape(values.get(one, f"{{{one}}}") if index % 2 else one) for index, one in enumerate(pieces)
            )
        return _PLACEHOLDER.sub(lambda m: str(values.get(m[1], m[0])), text)

    def get(self, key: str, default: str = "") -> str:
        """The words under a key that not every language or every lane has."""
        return self.entries.get(key, default)

    @property
    def full_stop(self) -> str:
        """What stands at the end of a sentence."""
        return "。" if self.language in WITHOUT_SPACES else "."

    def said(self, text: str) -> str:
        """A message in this language, in English where it lacks it; any other text as it is."""
        return Translation(self.language)(text)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, of the language that was asked for."""
        return "rtl" if primary(self.tag) in RIGHT_TO_LEFT else "ltr"

    def date(self, day: datetime.date) -> str:
        """A day: 14 Oct 2026."""
        return _date(day, self.language)

    def month(self, day: datetime.date) -> str:
        """A day's month: Oct 2026."""
        return _month(day, self.language)

    def decimal(self, number: float) -> str:
        """A number with one decimal: 2.5, in most languages 2,5."""
        return _decimal(number, self.language)

    @property
    def quotation_marks(self) -> tuple[str, str]:
        """The marks before and after somebody's words, in the language that was asked for."""
        return _QUOTATION_MARKS.get(self.tag) or _QUOTATION_MARKS.get(primary(self.tag), ("“", "”"))

    def signed(self, score: float, *, sign: bool = True) -> str:
        """A score: +2, 0, −1. On a scale without negative scores, ``sign=False`` leaves the plus away.

        Between right-to-left words a left-to-right mark keeps the sign before the digit.
        """
        text = f"{abs(score):g}"
        if score < 0:
            text = f"\N{MINUS SIGN}{text}"
        elif sign and score > 0:
            text = f"+{text}"
        return f"\N{LEFT-TO-RIGHT MARK}{text}" if self.direction == "rtl" else text


def without_quotation_marks(text: str) -> str:
    """A thought without the marks that its writer put around it; marks inside stay."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _ANY_QUOTATION_MARK and bare[-1] in _ANY_QUOTATION_MARK:
        inner = bare[1:-1]
        if not any(mark in inner for mark in (bare[0], bare[-1])):
            return inner.strip()
    return bare


@cache
def _entries(language: str) -> Mapping[str, str]:
    own = languages()[language].labels
    return own if language == FALLBACK else MappingProxyType({**_entries(FALLBACK), **own})


def missing_words(language: str) -> dict[str, str]:
    """The keys that a language lacks, with the English words that stand in for them; it must have a file."""
    own = languages()[language].labels
    return {key: text for key, text in languages()[FALLBACK].labels.items() if key not in own}


@cache
def _unknown(key: str) -> str:
    log.warning("There are no words for “%s”, so this key itself is shown. Please report it.", key)
    return key


@lru_cache(maxsize=4096)
def _date(day: datetime.date, language: str) -> str:
    from babel.dates import format_date

    # In English the day comes first, as in most of the world: "14 Oct 2026" is misread nowhere.
    pattern = "d MMM y" if language == "en" else "medium"
    return format_date(day, pattern, locale=language.replace("-", "_"))


@lru_cache(maxsize=4096)
def _decimal(number: float, language: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(number, format="0.0", locale=language.replace("-", "_")))


@lru_cache(maxsize=4096)
def _month(day: datetime.date, language: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMM", day, locale=language.replace("-", "_"))
