"""How an emotion is written: a score, a word, a face, in any mix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationInfo, model_validator

from mkdocs_journey.model import codes
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.shapes import One
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale, plain_signs, refuse_other_minus
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened

FACES: dict[str, int] = {
    **dict.fromkeys("😡🤬😠😤😭😱😫😩🤯👿", -2),
    **dict.fromkeys("😟😕🙁☹😞😔😒😣😖😢😥😰😨😬🥺😦😧😓", -1),
    **dict.fromkeys("😐😑😶🤔🫤😴🥱", 0),
    **dict.fromkeys("🙂😊☺😌🙃😉🤗", 1),
    **dict.fromkeys("😀😃😄😁😆😍🤩🥰🥳😎❤", 2),
}
"""Faces that have a score, from −2 to 2."""

_SCORE = re.compile(r"^([+-]?)(\d+)(?:\s*/\s*(\d+))?(?=\s|$)\s*(.*)$", re.DOTALL)
_DECIMAL = re.compile(r"^[+-]?\d+[.,]\d")
_UNIT = re.compile(
    r"^(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?|weeks?|months?|years?|times?|x|h|d|calls?|mails?|e-?mails?|"
    r"tickets?|people|steps?|clicks?|%|percent|Stunden?|Tage?|Minuten?|horas?|días?|minutos?|tuntia?|päivää|"
    r"時間|分|日|回|小时|分钟|天|次)(?:\s|$)",
    re.IGNORECASE,
)
_ON_SCALE = "Use a value on the scale, or declare another with emotion_scale."
_INVISIBLE = dict.fromkeys(map(ord, "\ufe0f\ufe0e\u200d"))


class Feeling(NamedTuple):
    """What an emotion text says."""

    score: float | None
    """On the map's scale; None where nothing was measured."""
    label: str
    """The words, or ""."""
    face: str
    """The face as written, or ""."""
    signed: bool
    """Whether the score was written with a sign, or is 0, or was not written as a number."""


def read_emotion(text: str, scale: Scale, feelings: Mapping[str, float]) -> Feeling:
    """Read one emotion.

    ``feelings`` maps words in casefold to scores. Raises :class:`Trouble` for decimals, durations, a
    score off the scale, a maximum that is not the scale's, and signs that are no minus.
    A word of the site may have a score that is off this map's scale; those of the map were looked at before.
    """
    scored = _read_score(text, scale)
    if scored is not None:
        return scored
    face, words = _face_and_words(text.strip())
    score = feelings.get(words.casefold()) if words else None
    if score is not None and not scale.low <= score <= scale.high:
        raise Trouble(
            codes.OFF_SCALE, f"The site's score for “{shortened(words)}” is outside this map's scale {_ends(scale)}.",
            "Give the word another score under feelings: of this map.",
        )  # fmt: skip
    if score is None and face:
        score = scale.score_of_face(FACES[face])
    return Feeling(score, words, face, signed=True)


# Maps repeat few emotions many times: most have no words, or one.
@lru_cache(maxsize=1024)
def _read_score(text: str, scale: Scale) -> Feeling | None:
    """What a text says that begins with a score; ``None`` for another."""
    refuse_other_minus(text)
    plain = plain_signs(text).strip()
    if _DECIMAL.match(plain):
        raise Trouble(
            codes.WRONG_EMOTION,
            f"“{shortened(text)}” is not a whole score.",
            f"Write a whole number on the scale {_ends(scale)}.",
        )
    match = _SCORE.match(plain)
    if match is None:
        if plain[:1].isdigit() or re.match(r"^[+-]\s*\d", plain):
            raise Trouble(
                codes.WRONG_EMOTION, f"“{shortened(text)}” cannot be read as an emotion.",
                "Write the score, a space, and the feeling, such as -1 worried.",
            )  # fmt: skip
        return None
    sign, digits, maximum, rest = match.groups()
    if not sign and _UNIT.match(rest):
        raise Trouble(
            codes.WRONG_EMOTION, f"“{shortened(text)}” starts with a number that is no score.",
            f"Write the score first, such as -1 {shortened(plain, LONGEST_EXCERPT)}, or begin with a word.",
        )  # fmt: skip
    if len(digits) > 6:
        raise Trouble(codes.OFF_SCALE, f"The score is outside this map's scale {_ends(scale)}.", _ON_SCALE)
    if maximum is not None and int(maximum[:6]) != scale.high:
        raise Trouble(
            codes.OFF_SCALE, f"“{sign}{digits}/{maximum}” does not fit this map's scale {_ends(scale)}.",
            f"Use that scale, or declare emotion_scale: 1..{maximum} for the whole map.",
        )  # fmt: skip
    number = int(sign + digits)
    refuse_off_scale(number, scale)
    face, words = _face_and_words(rest)
    return Feeling(number, words, face, signed=bool(sign) or number == 0 or maximum is not None)


def refuse_off_scale(number: int, scale: Scale) -> None:
    """Raise where a score is beyond the ends of the map's scale."""
    if not scale.low <= number <= scale.high:
        message = f"The score {number} is outside this map's scale {_ends(scale)}."
        raise Trouble(codes.OFF_SCALE, message, _ON_SCALE)


def _ends(scale: Scale) -> str:
    """The ends of a scale as they are shown: −2 to +2."""
    low = f"−{-scale.low}" if scale.low < 0 else f"{scale.low}"
    return f"{low} to +{scale.high}" if scale.low < 0 < scale.high else f"{low} to {scale.high}"


def _face_and_words(text: str) -> tuple[str, str]:
    """The first known face of a text, and the words around it."""
    if text.isascii():
        return "", text.strip()
    bare = text.translate(_INVISIBLE)
    face = next((c for c in bare if c in FACES), "")
    words = " ".join(bare.replace(face, " ").split()) if face else text.strip()
    return face, words


class Emotion(Item):
    """How the persona feels: a score on the map's scale, a word, a face, or a mix."""

    score: Annotated[float | None, One()] = Field(None, exclude=True, json_schema_extra={"derived": True})
    label: Annotated[str, One()] = Field("", exclude=True, json_schema_extra={"derived": True})
    face: Annotated[str, One()] = Field("", exclude=True, json_schema_extra={"derived": True})
    signed: Annotated[bool, One()] = Field(True, exclude=True, json_schema_extra={"derived": True})

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: dict[str, object], info: ValidationInfo) -> dict[str, object]:
        text = data.get("text")
        if not isinstance(text, str):
            return data
        context = info.context or {}
        scale = context.get("scale", Scale())
        if scale is None:
            # Of a scale that cannot be read, nobody knows which scores are on it.
            return data
        feeling = read_emotion(text, scale, context.get("feelings", {}))
        return {**data, "score": feeling.score, "label": feeling.label, "face": feeling.face, "signed": feeling.signed}


EmotionField = Annotated[Emotion, One(Emotion)]
