"""Faces, thumbs, stars and the like: what each says of a feeling, on a scale from −2 to 2."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journey.model.values import Scale

FACES: dict[str, int] = {
    **dict.fromkeys("😡🤬😠😤😭😱😫😩🤯👿💔🤮⛈", -2),
    **dict.fromkeys("😟😕🙁☹😞😔😒😣😖😢😥😰😨😬🥺😦😧😓🙄👎🌧🔴", -1),
    **dict.fromkeys("😐😑😶🤔🫤😴🥱☁🟡", 0),
    **dict.fromkeys("🙂😊☺😌😉🤗👍⛅🌤🟢", 1),
    **dict.fromkeys("😀😃😄😁😆😍🤩🥰🥳😎❤💚💙🎉🏆☀💯", 2),
}
"""Signs of one character."""
_TYPED: dict[str, int] = {
    **dict.fromkeys(("X(", "T_T", "(T_T)", "(ToT)", "Q_Q", "(╯°□°)╯", "(╯°□°)╯︵", "orz", "--"), -2),
    **dict.fromkeys(("(-_-;)", "(^_^;)", "):", ")-:"), -1),
    **dict.fromkeys(("(・_・)", "(-_-)", "-_-", "±", "+/-", "+-"), 0),
    **dict.fromkeys(("^^", "^_^", "(^^)", "(^_^)", "(:", "(-:", "+"), 1),
    **dict.fromkeys(("XD", "xD", "<3", "\\o/", "(≧▽≦)", "(^o^)", "++", "◎"), 2),
    "D:": -2,
}
"""Emoticons and signs of several characters, each of them a word of its own."""
_INSTEAD_OF_NUMBERS = frozenset({"±", "+/-", "+-", "+", "++", "--", "◎"})
"""Those that are no faces: like stars, they say the score, and readers see that."""
_MOUTHS = {")": 1, "]": 1, "(": -1, "[": -1, "D": 2, "/": -1, "\\": -1, "|": 0}
_EMOTICON = r"(>?)[:=;](['’,]?)-?([)(\]\[/\\|])\3*|[:=;]-?D+"
_SQUINT = re.compile(r"\(?>_<\)?")
_BEHIND_A_WORD = r"(?<=[^\W\d_])>?[:=;]['’,]?-?(?:\)+|\(+)$"
_INVISIBLE = dict.fromkeys((0xFE0F, 0xFE0E, 0x200D, *range(0x1F3FB, 0x1F400)))
"""What only changes how a sign looks, such as the colour of a thumb."""
_STARS = r"(?<!\S)((?:[★⭐🌟✭✮✯][ \u3000]?)+)((?:[☆✩⚝][ \u3000]?)*)(?![★⭐🌟✭✮✯½])"
_FULL, _EMPTY, _OF = "★⭐🌟✭✮✯", "☆✩⚝", 5


class Face(NamedTuple):
    """What stands for a feeling in a text, and what else the text says."""

    written: str
    """As written; "" where there is none."""
    score: float | None
    """On the map's scale; None where there is none, or where several do not agree."""
    words: str
    """The rest of the text; all of it where there is no score."""
    shown: str
    """What readers see beside the score: the face as it was typed, with the words; of signs that only say the score,
    the words alone."""


@lru_cache(maxsize=1024)
def face_in(text: str, scale: Scale) -> Face:
    """The face in a text: signs of one character anywhere, others at the beginning and at the end."""
    text = text.strip()
    if not text.isascii() and (found := _stars(text.translate(_INVISIBLE), scale)) is not None:
        return found
    bare, words, points = "", text, set[int]()
    if not text.isascii():
        bare = "".join(dict.fromkeys(character for character in text if character in FACES))
        points = {FACES[character] for character in bare}
        if bare:
            plain = text.translate(_INVISIBLE)
            words = " ".join("".join(" " if one in FACES else one for one in plain).split())
    typed, words, more = _typed(words)
    points |= more
    if not points or min(points) < 0 < max(points):
        return Face("", None, text, text)
    shown = text if bare or typed not in _INSTEAD_OF_NUMBERS else words
    return Face(bare + typed, scale.score_of_face(max(points, key=abs)), words, shown)


def _typed(text: str) -> tuple[str, str, set[int]]:
    """Emoticons at both ends of a text, the rest of it, and what they say."""
    parts = text.split()
    written, points = "", set[int]()
    for end in (0, -1):
        if parts and (one := _emoticon(parts[end])) is not None:
            points.add(one)
            written += parts.pop(end)
    if parts and (match := re.search(_BEHIND_A_WORD, parts[-1])):
        one = _emoticon(match[0])
        if one is not None:
            points.add(one)
            written += match[0]
            parts[-1] = parts[-1][: match.start()]
    return written, " ".join(parts) if written else text, points


def _emoticon(word: str) -> int | None:
    """What an emoticon says; None where a word is none."""
    if word[0].isalnum() and word not in _TYPED:
        return None
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word).replace("−", "-").replace("–", "-")
    for form in (word, plain):
        if form in _TYPED:
            return _TYPED[form]
    if _SQUINT.fullmatch(plain):
        return -1
    match = re.fullmatch(_EMOTICON, plain)
    if match is None:
        return None
    brow, tear, mouth = match.groups()
    points = _MOUTHS[mouth or "D"]
    if brow or tear:
        # Tears of joy and a grin with a frown say two things.
        return -2 if points < 0 else None
    return points


def _stars(text: str, scale: Scale) -> Face | None:
    """Stars of five, or of as many as the scale has."""
    match = re.search(_STARS, text)
    if match is None or any(one in _FULL + _EMPTY for one in text[: match.start()] + text[match.end() :]):
        return None
    full = sum(one in _FULL for one in match[1])
    empty = sum(one in _EMPTY for one in match[2])
    ends_of_stars = scale.low in (0, 1)
    number = full + empty if empty else scale.high if scale.low == 1 else _OF
    if full > number or number < 2:
        return None
    words = " ".join((text[: match.start()] + text[match.end() :]).split())
    if number == scale.high and ends_of_stars:
        return Face(match[0].strip(), full, words, words)
    return Face(match[0].strip(), scale.score_at(2 * (full - 1) / (number - 1) - 1), words, words)
