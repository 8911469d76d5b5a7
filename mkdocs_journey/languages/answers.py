"""What people write in place of yes and no: yep, not really, keine Ahnung, たぶん; in whatever language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journey.languages.language import bare_word, languages

_YES_MARKS, _NO_MARKS = "✓✔☑✅👍", "✗✘☐❌👎"
_ALIKE = str.maketrans("’", "'", "\ufe0f")
_AROUND = " .!?…。！？()（）"
_PIECES = re.compile(r"[\s,;/，、；]+|\s[-–—]\s")
_HEAD = re.compile(r"(.+?)(?:\s*[,;:.!，、：；。！]\s*|\s+[-–—]+\s+|\s+(?=[(（]))(.+)$", re.DOTALL)
_MOST_WORDS = 6
"""Longer texts are sentences."""


class Answer(StrEnum):
    """What a text answers."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


class Answered(NamedTuple):
    """An answer, and the words that go on behind it."""

    answer: Answer
    rest: str
    """"" where the text is nothing but an answer."""


def answered(text: str) -> Answered | None:
    """What a text answers that is an answer, or begins with yes or no and a comma or the like; None for another."""
    whole = answer_in(text)
    if whole is not None:
        return Answered(whole, "")
    match = _HEAD.match(text.strip())
    head = answer_in(match[1]) if match is not None else None
    if match is None or head is None or head is Answer.MAYBE:
        return None
    return Answered(head, match[2].strip())


def answer_in(text: str) -> Answer | None:
    """What a text answers that says nothing else; None for another."""
    plain = text.translate(_ALIKE).casefold().strip(_AROUND)
    if not plain:
        # Only a question mark, or the like.
        return Answer.MAYBE if text.strip() else None
    if plain in _YES_MARKS:
        return Answer.YES
    if plain in _NO_MARKS:
        return Answer.NO
    whole = _words().get(bare_word(plain))
    return whole if whole is not None else _in_pieces(plain)


def _in_pieces(plain: str) -> Answer | None:
    """What several answers in a row say together."""
    parts = [part for piece in _PIECES.split(plain) if (part := bare_word(piece.strip(_AROUND)))]
    if not 1 < len(parts) <= _MOST_WORDS:
        return None
    found: set[Answer] = set()
    start = 0
    while start < len(parts):
        ends = range(len(parts), start, -1)
        end = next((end for end in ends if _is_known(" ".join(parts[start:end]))), None)
        if end is None:
            return None
        found.add(_words()[" ".join(parts[start:end])])
        start = end
    return found.pop() if len(found) == 1 else Answer.MAYBE


def _is_known(words: str) -> bool:
    # A single letter answers a question only where it stands alone.
    return len(words) > 1 and words in _words()


@cache
def _words() -> Mapping[str, Answer]:
    """Every word that answers a question, in whatever language; one that answers two things says maybe."""
    found: dict[str, Answer] = {}
    for language in languages().values():
        said = language.values("answer")
        flags = language.values("boolean")
        for answer, words in (
            *((answer, said.get(answer.value, ())) for answer in Answer),
            (Answer.YES, flags.get("true", ())),
            (Answer.NO, flags.get("false", ())),
        ):
            for word in map(bare_word, words):
                found[word] = answer if found.get(word, answer) is answer else Answer.MAYBE
    return MappingProxyType(found)
