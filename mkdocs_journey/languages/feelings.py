"""Words for feelings: what each proposes as a score, where an author has given none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journey.languages.answers import Answer, answer_in
from mkdocs_journey.languages.language import languages, meaning, primary
from mkdocs_journey.languages.patterns import one_of_words

_EITHER = "either"
_NEGATIONS = "not"
_LACK = "lack"
_PARTS = re.compile(r"[\s'’,]+")
_NOTHING = re.compile("(?!)")
_MOST_WORDS = 6
"""Of a text in which a word for a feeling is looked for: a longer one tells a story."""


class Around(NamedTuple):
    """Words around a feeling in one language, as patterns of what stands before it, or behind it in Japanese."""

    turning: re.Pattern[str] = _NOTHING
    """Those that turn a good feeling round."""
    stronger: re.Pattern[str] = _NOTHING
    weaker: re.Pattern[str] = _NOTHING

    @staticmethod
    def bare(words: re.Pattern[str], plain: str) -> str:
        """The text without such words at its beginning or at its end; "" where there are none."""
        bare = words.sub("", plain).strip()
        return bare if bare != plain else ""


class FeelingWords(NamedTuple):
    """The words of one language."""

    points: Mapping[str, int | None]
    """A word in casefold, with what it proposes from −2 to 2; None where it may go one way or the other."""
    negations: frozenset[str]
    """Words that turn a feeling round."""
    lacks: frozenset[str] = frozenset()
    """Those of them that name a lack, which may be good: no waiting."""
    around: Around = Around()

    def proposed(self, text: str) -> int | None:
        """What a text proposes from −2 to 2; None where nobody can know.

        A word with others around it proposes what it does alone, where nothing in the text speaks against it.
        """
        plain = plain_words(text).replace("’", "'")
        if plain in self.points:
            return self.points[plain]
        weaker = self.around.weaker.sub(" ", plain).strip()
        if weaker != plain and (weak := self.proposed(weaker)) is not None:
            return max(-1, min(1, weak))
        if (bare := self.around.bare(self.around.turning, plain)) and (self.points.get(self._known(bare)) or 0) > 0:
            return -1
        if bare := self.around.bare(self.around.stronger, plain):
            stronger = self.proposed(self._known(bare))
            return stronger if not stronger else -2 if stronger < 0 else 2
        found = self.words_in(plain)
        known = [self.points[word] for word in found]
        if not known or not self.negations or self.negations.intersection(_PARTS.split(plain)):
            return None
        points = [one for one in known if one is not None]
        if len(points) < len(known) or (min(points) < 0 < max(points)):
            return None
        return max(points, key=abs)

    def _known(self, bare: str) -> str:
        """A text as it is among the words, where Japanese has another ending behind what turns it round."""
        return f"{bare}い" if f"{bare}い" in self.points else bare

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
    tag = known.tag if known else language
    return FeelingWords(MappingProxyType(points), negations, lacks, _around(tag))


def _around(tag: str) -> Around:
    turning, stronger, weaker = (one_of_words("around_feeling", name, tag) for name in ("turning", "very", "bit"))
    # not very happy, wenig zufrieden; and, in Japanese, あまり満足していない.
    before = one_of_words("around_feeling", "before", tag)
    behind = rf"^{before}(?=.*{turning}$)|{turning}$"
    return Around(
        re.compile(behind if tag == "ja" else rf"^{turning}\s*(?:{stronger}\s*)?"),
        re.compile(rf"^{stronger}\s*"),
        re.compile(rf"^{weaker}\s*"),
    )


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
