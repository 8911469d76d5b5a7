"""Words for feelings: what each proposes as a score, where an author has given none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journey.languages.answers import Answer, answer_in
from mkdocs_journey.languages.language import languages, meaning, primary

_EITHER = "either"
_NEGATIONS = "not"
_LACK = "lack"
_PARTS = re.compile(r"[\s'’,]+")
_MOST_WORDS = 6
"""Of a text in which a word for a feeling is looked for: a longer one tells a story."""


class FeelingWords(NamedTuple):
    """The words of one language."""

    points: Mapping[str, int | None]
    """A word in casefold, with what it proposes from −2 to 2; None where it may go one way or the other."""
    negations: frozenset[str]
    """Words that turn a feeling round."""
    lacks: frozenset[str] = frozenset()
    """Those of them that name a lack, which may be good: no waiting."""

    def proposed(self, text: str) -> int | None:
        """What a text proposes from −2 to 2; None where nobody can know.

        A word with others around it proposes what it does alone, where nothing in the text speaks against it.
        """
        plain = plain_words(text)
        if plain in self.points:
            return self.points[plain]
        found = self.words_in(plain)
        known = [self.points[word] for word in found]
        if not known or not self.negations or self.negations.intersection(_PARTS.split(plain)):
            return None
        points = [one for one in known if one is not None]
        if len(points) < len(known) or (min(points) < 0 < max(points)):
            return None
        return max(points, key=abs)

    def speaks_against(self, text: str, points: float) -> bool:
        """Whether words turn round what a sign beside them says, or say the opposite: 🙂 not really, 🙂 frustrated."""
        if not points:
            return False
        plain = plain_words(text)
        answer = answer_in(plain)
        if answer is Answer.NO:
            # A plain no goes well with what is bad.
            return points > 0 or meaning("boolean", plain) is None
        if (proposed := self.proposed(plain)) is not None:
            return proposed * points < 0
        parts = {*plain.split(), *_PARTS.split(plain)} & self.negations
        known = [one for word in self.words_in(plain) if (one := self.points[word])]
        if parts and known:
            return all(one * points > 0 for one in known)
        return points > 0 and bool(parts - self.lacks)

    def words_in(self, plain: str) -> list[str]:
        """The words that stand in a text as whole words, the longest of those that overlap."""
        parts = plain.replace(",", " ").split()
        if len(parts) > _MOST_WORDS:
            return []
        found: list[str] = []
        start = 0
        while start < len(parts):
            ends = range(len(parts), start, -1)
            end = next((end for end in ends if " ".join(parts[start:end]) in self.points), None)
            if end is not None:
                found.append(" ".join(parts[start:end]))
            start = end or start + 1
        return found


@cache
def feeling_words(language: str) -> FeelingWords | None:
    """The words of a language such as ``en`` or ``de-AT``; None where nobody has collected them."""
    known = languages().get(primary(language))
    listed = known.feelings if known else None
    if not listed:
        return None
    points: dict[str, int | None] = {}
    for name, words in listed.items():
        if name not in (_NEGATIONS, _LACK):
            points.update(dict.fromkeys(map(str.casefold, words), None if name == _EITHER else int(name)))
    # In French they may end with an apostrophe: n'.
    negations, lacks = (
        frozenset(word.casefold().strip("'’") for word in listed.get(name, ())) for name in (_NEGATIONS, _LACK)
    )
    return FeelingWords(MappingProxyType(points), negations, lacks)


def ends_with_a_feeling(text: str) -> bool:
    """Whether the last words of a text are a word for a feeling, in whatever language."""
    parts = plain_words(text).split()[-_MOST_WORDS:]
    ends = [" ".join(parts[start:]) for start in range(len(parts))]
    every = filter(None, map(feeling_words, languages()))
    return any(end in one.points for one in every for end in ends)


def is_negation(text: str) -> bool:
    """Whether a text is nothing but a word that turns round what follows, in whatever language."""
    return any(plain_words(text) in one.negations for one in filter(None, map(feeling_words, languages())))


def plain_words(text: str) -> str:
    """A text as words are looked up: in casefold, single spaces, without a full stop or an exclamation mark."""
    return " ".join(text.casefold().split()).strip(" .!…。！")
