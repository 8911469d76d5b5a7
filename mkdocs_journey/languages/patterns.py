"""Patterns made of the words of all languages, or of one: there is one place for the words, their table."""

from __future__ import annotations

import re
from functools import cache

from mkdocs_journey.languages.language import languages

_FIRST_WITHOUT_SPACES = "\u2fff"
"""From here on are letters of scripts that put no spaces between words."""


@cache
def words_for(kind: str, value: str, tag: str = "") -> tuple[str, ...]:
    """The words for a value in the language with a tag, or in any, in casefold: the longest first."""
    known = [languages()[tag]] if tag else languages().values()
    words = {word.casefold() for language in known for word in language.values(kind).get(value, ())}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def one_of_words(kind: str, value: str, tag: str = "") -> str:
    """A pattern of these words: each as a whole word, where its script has spaces. ``*`` in them is any ending."""
    return f"(?:{'|'.join(map(_whole_word, words_for(kind, value, tag))) or '(?!)'})"


@cache
def one_of_texts(kind: str, value: str) -> str:
    """A pattern of these words, which other letters and digits may touch."""
    return f"(?:{'|'.join(map(re.escape, words_for(kind, value)))})"


def _whole_word(word: str) -> str:
    begin = r"\b" if _has_spaces(word[0]) else ""
    end = r"\b" if _has_spaces(word[-1]) or word[-1] == "*" else ""
    return begin + re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") + end


def _has_spaces(letter: str) -> bool:
    return letter.isalnum() and letter < _FIRST_WITHOUT_SPACES
