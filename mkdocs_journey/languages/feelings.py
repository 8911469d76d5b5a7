"""Words for feelings: what each proposes as a score, where an author has given none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from mkdocs_journey.languages.answers import Answer, answer_in
from mkdocs_journey.languages.language import languages, meaning, primary
from mkdocs_journey.languages.patterns import words_for
from mkdocs_journey.languages.phrases import Phrases
from mkdocs_journey.languages.translation import WITHOUT_SPACES

_EITHER = "either"
_NEGATIONS = "not"
_LACK = "lack"
_HARMLESS = "around"
_PARTS = re.compile(r"[\s'’,]+")
_MOST_WORDS = 6
"""Of a text in which a word for a feeling is looked for: a longer one tells a story."""


class Around(Enum):
    """What a word beside a feeling does to it."""

    TURNING = "turning"
    """It stands before a good one and turns it round."""
    BEHIND = "behind"
    """In Japanese, it does so from behind."""
    BEFORE = "before"
    """It goes with what turns round from behind."""
    VERY = "very"
    BIT = "bit"
    NOTHING = "nothing"
    """Articles, who feels it, *is* and *feels*."""


FeelingPart: TypeAlias = "tuple[int | None] | Around"
"""A feeling, with what it proposes, or what stands around one."""


class FeelingWords(NamedTuple):
    """The words of one language."""

    points: Mapping[str, int | None]
    """A word in casefold, with what it proposes from −2 to 2; None where it may go one way or the other."""
    negations: frozenset[str]
    """Words that turn a feeling round."""
    lacks: frozenset[str] = frozenset()
    """Those of them that name a lack, which may be good: no waiting."""

    phrases: Phrases[FeelingPart] | None = None
    """The words for feelings, and those that may stand around them."""

    def proposed(self, text: str) -> int | None:
        """What a text proposes from −2 to 2; None where nobody can know.

        Every word of it must be known: one that is not may turn round what the others say, such as *far from happy*,
        *too calm*, *happy to leave*.
        """
        plain = plain_words(text)
        if plain in self.points:
            return self.points[plain]
        parts = self.phrases.kinds_in(plain) if self.phrases is not None else None
        return _points_of(parts) if parts is not None else None

    def leaning(self, text: str) -> int | None:
        """What the feelings in a text say, whatever else is in it; None where nobody can know.

        It is enough to doubt what a sign beside the text says, and not to propose a score.
        """
        plain = plain_words(text)
        if plain in self.points:
            return self.points[plain]
        known = [self.points[word] for word in self.words_in(plain)]
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
        if (leaning := self.leaning(plain)) is not None:
            return leaning * points < 0
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
        if name not in (_NEGATIONS, _LACK, _HARMLESS):
            points.update(dict.fromkeys(map(str.casefold, words), None if name == _EITHER else int(name)))
    # In French they may end with an apostrophe: n'.
    negations, lacks = (
        frozenset(word.casefold().strip("'’") for word in listed.get(name, ())) for name in (_NEGATIONS, _LACK)
    )
    return FeelingWords(MappingProxyType(points), negations, lacks, _phrases(primary(language), points))


def _phrases(tag: str, points: Mapping[str, int | None]) -> Phrases[FeelingPart]:
    kinds: dict[str, FeelingPart] = {}
    known = languages()[tag]
    for word in (*known.feelings.get(_HARMLESS, ()), *words_for("listing", "and", tag)):
        kinds[word.casefold()] = Around.NOTHING
    turning = Around.BEHIND if tag == "ja" else Around.TURNING
    for name, around in (("bit", Around.BIT), ("very", Around.VERY), ("before", Around.BEFORE), ("turning", turning)):
        kinds.update(dict.fromkeys(words_for("around_feeling", name, tag), around))
    kinds.update({word: (one,) for word, one in points.items()})
    if tag == "ja":
        # うれしい, うれしくない.
        kinds.update(
            {f"{word[:-1]}くない": _TURNED for word, one in points.items() if word[-1] == "い" and (one or 0) > 0}
        )
    return Phrases(kinds, spaces=tag not in WITHOUT_SPACES)


_TURNED: FeelingPart = (-1,)
"""A good feeling that is not there."""


def _is_turned(telling: list[FeelingPart]) -> bool:
    """Whether one good feeling is turned round once: not very happy, あまり満足していない, あまり楽しくない."""
    order = [part for part in telling if part is not Around.VERY]
    good = [part[0] is not None and part[0] > 0 for part in order if isinstance(part, tuple)] == [True]
    places = [part if isinstance(part, Around) else None for part in order]
    if good:
        return places in ([Around.TURNING, None], [None, Around.BEHIND], [Around.BEFORE, None, Around.BEHIND])
    return places == [Around.BEFORE, None]


def _points_of(parts: tuple[FeelingPart, ...]) -> int | None:
    """What feelings with other words around them propose; None where nobody can know."""
    telling: list[FeelingPart] = [part for part in parts if part is not Around.NOTHING]
    turning = {Around.TURNING, Around.BEHIND, Around.BEFORE}.intersection(telling)
    found = [part[0] for part in telling if isinstance(part, tuple)]
    if not found or None in found:
        return None
    if turning:
        return -1 if len(found) == 1 and Around.BIT not in telling and _is_turned(telling) else None
    points: list[int] = []
    around = Around.NOTHING
    for part in telling:
        if isinstance(part, Around):
            around = part
            continue
        one = part[0] or 0
        if around is Around.VERY:
            one = (one > 0) * 2 - (one < 0) * 2
        elif around is Around.BIT:
            one = max(-1, min(1, one))
        points.append(one)
        around = Around.NOTHING
    if around is not Around.NOTHING or min(points) < 0 < max(points):
        return None
    return max(points, key=abs)


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
