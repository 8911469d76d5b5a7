"""The language of a block: a tag such as ``ja`` or ``pt-BR``. Who writes the language's name is told its tag."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mkdocs_journey.languages.language import FALLBACK, known_language, languages, primary
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.quoting import shortened

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$")
_COUNTRIES = {"jp": "ja", "cn": "zh", "gb": "en", "us": "en", "at": "de", "kr": "ko", "dk": "da", "cz": "cs"}
"""Codes of countries that are no codes of languages, to the language that is meant by them."""
_BY_THEMSELVES = (
    "ar",
    "cs",
    "da",
    "el",
    "fr",
    "he",
    "hu",
    "it",
    "ko",
    "nb",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
)
"""Languages whose own names are known besides those of ours."""


def language_tag(text: object) -> object:
    """A language tag, such as ``de`` or ``pt-BR`` (BCP 47), as it was written. Whether anybody speaks it is not asked."""
    if not isinstance(text, str):
        return text
    plain = text.strip()
    if _TAG.match(plain) and plain.casefold() not in _COUNTRIES:
        return text
    better = _COUNTRIES.get(plain.casefold()) or _tag_of(plain.casefold())
    raise Trouble(
        codes.WRONG_VALUE,
        message("“{text}” is no language tag.", text=shortened(text)),
        message("Write {better}.", better=better)
        if better
        else message("Write the letters for the language, such as en, de or ja."),
        better,
    )


def has_labels(tag: str) -> bool:
    """Whether there are labels in a language, whatever its region."""
    return known_language(tag) != FALLBACK or primary(tag) == FALLBACK


@cache
def _tag_of(name: str) -> str | None:
    """The tag of a language by its name in English, in itself, or in a language of ours."""
    bare = re.sub(r"[\s_.-]+", " ", re.split(r"[(（,/]", name)[0]).strip()
    return _names().get(bare)


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for tag in languages():
        for other, name in Locale.parse(tag, sep="-").languages.items():
            found.setdefault(name.casefold(), other.replace("_", "-"))
    for tag in _BY_THEMSELVES:
        found.setdefault((Locale.parse(tag).get_language_name(tag) or tag).casefold(), tag)
    return found
