"""A text cut into phrases that are known: all of it, or nothing is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\s,;/&+·、，・]+?'|[^\s,;/&+·、，・']+")
"""What stands before an apostrophe is a word of its own: l'ennui, un po'."""
_MOST = 40
"""Words, or letters of scripts without spaces, of a text that is looked at."""

PhraseKind = TypeVar("PhraseKind")


class Phrases(Generic[PhraseKind]):
    """Phrases of one language, each of some kind."""

    def __init__(self, kinds: Mapping[str, PhraseKind], *, spaces: bool) -> None:
        """``spaces`` tells whether the language has them between its words; the texts are in casefold."""
        self._spaces = spaces
        self._kinds = {self._words(phrase): kind for phrase, kind in kinds.items()}
        self._longest = max(map(len, self._kinds), default=0)

    def kinds_in(self, text: str) -> tuple[PhraseKind, ...] | None:
        """The kinds of the phrases that a text consists of, in their order; None where anything else is in it.

        Of several ways to cut it, that with the fewest phrases counts.
        """
        words = self._words(text)
        if not words or len(words) > _MOST:
            return None
        best: list[tuple[PhraseKind, ...] | None] = [()]
        for start in range(len(words) - 1, -1, -1):
            found: tuple[PhraseKind, ...] | None = None
            for end in range(min(len(words), start + self._longest), start, -1):
                rest = best[len(words) - end]
                if rest is None or (kind := self._kinds.get(words[start:end])) is None:
                    continue
                if found is None or len(rest) + 1 < len(found):
                    found = (kind, *rest)
            best.append(found)
        return best[-1]

    def _words(self, text: str) -> tuple[str, ...]:
        return _words(text.replace("’", "'"), self._spaces)


@lru_cache(maxsize=4096)
def _words(text: str, spaces: bool) -> tuple[str, ...]:
    words = _WORD.findall(text)
    return tuple(words) if spaces else tuple("".join(words))
