"""How an emotion is written: a score, a word, a face, in any mix."""

import re
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationInfo, model_validator

from mkdocs_journey.languages.feelings import ends_with_a_feeling, feeling_words, is_negation, plain_words
from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.faces import Face, face_in
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.score_patterns import (
    AS_USUAL,
    DECIMAL,
    MEASURE,
    RANGE,
    SCORE_FIRST,
    SCORE_FIRST_IN_ASCII,
    SCORE_LAST,
    SIGN_IN_WORDS,
    SIGNED,
    TO,
    UNIT,
    counts,
    out_of,
)
from mkdocs_journey.model.shapes import One
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale, plain_signs, refuse_other_minus
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened
from mkdocs_journey.source.values import value_trouble

_LONGEST = 200
"""Characters of a text of which is asked whether it ends with a score, or begins with two."""
_ON_SCALE = message("Use a value on the scale, or declare another with emotion_scale.")


class Doubt(StrEnum):
    """Why a text has no score."""

    WORDS = "words"
    """To which nobody has given one; or signs that are no face, or do not agree."""
    RANGE = "range"
    MEASURE = "measure"
    """Of something else, such as how many would recommend the product."""
    NUMBER = "number"
    """At the end, and it may be a part of the words."""
    OFF_SCALE = "off scale"
    SHARE = "share"
    """A part of a whole, on a scale with negative scores."""
    TURNED = "turned"
    """A sign says one thing, and the words beside it another."""


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
    doubt: Doubt | None = None
    """Why there is no score; None where there is one."""
    shown: str = ""
    """The words with the face where it was typed: all that readers see beside the score."""
    usual: str = ""
    """Score and words as they are usually written, -1 worried, where they were written otherwise; else ""."""


def read_emotion(text: str, scale: Scale, feelings: Mapping[str, float], language: str = FALLBACK) -> Feeling:
    """Read one emotion.

    ``feelings`` maps words in casefold to scores, ``language`` is that of the text. Raises :class:`Trouble` for decimals, durations, a
    score off the scale, a maximum that is not the scale's, and signs that are no minus.
    A word of the site may have a score that is off this map's scale; those of the map were looked at before.
    """
    scored = _read_score(text, scale)
    if scored is not None:
        return scored
    text = text.strip()
    # What somebody has given a score counts, whatever it looks like.
    score = feelings.get(text.casefold())
    face = Face("", None, text, text) if score is not None else face_in(text, scale)
    if score is None:
        if (behind := _score_behind(text, face, scale, feelings)) is not None:
            return behind
        score = _of_words(face.words, feelings)
    if score is not None and not scale.low <= score <= scale.high:
        raise Trouble(
            codes.OFF_SCALE,
            message(
                "The site's score for “{text}” is outside this map's scale {scale}.",
                text=shortened(face.words),
                scale=ends_of(scale),
            ),
            message("Give the word another score under feelings: of this map."),
        )
    if score is None and face.score is not None and face.words and _is_turned(face, scale, language):
        return _unscored(text, Doubt.TURNED)
    score = face.score if score is None else score
    doubt = Doubt.WORDS if score is None else None
    return Feeling(score, face.words, face.written, signed=True, doubt=doubt, shown=face.shown)


def _unscored(text: str, doubt: Doubt) -> Feeling:
    return Feeling(None, text, "", signed=True, doubt=doubt, shown=text)


def _is_turned(face: Face, scale: Scale, language: str) -> bool:
    """Whether the words beside a sign say that it is not so."""
    words = feeling_words(language) or feeling_words(FALLBACK)
    return words is not None and face.score is not None and words.speaks_against(face.words, scale.distance(face.score))


def _of_words(words: str, feelings: Mapping[str, float]) -> float | None:
    """The score that the site or the map gives to words."""
    if not words or not feelings:
        return None
    score = feelings.get(words.casefold())
    return feelings.get(plain_words(words)) if score is None else score


def _beside(decimal: str, rest: str, scale: Scale) -> tuple[tuple[str, Message], ...]:
    """The whole scores below and above one that is between them, with the words behind it."""
    if value_trouble(f"0{rest}") is not None:
        return ()
    number = Fraction(decimal.replace(",", "."))
    scores = [score for score in dict.fromkeys((floor(number), ceil(number))) if scale.low <= score <= scale.high]
    signed = scale.low < 0
    return tuple((f"{score:+d}{rest}" if signed and score else f"{score}{rest}", NO_MESSAGE) for score in scores)


# Maps repeat few emotions many times: most have no words, or one.
@lru_cache(maxsize=1024)
def _read_score(text: str, scale: Scale) -> Feeling | None:
    """What a text says that begins with a score; ``None`` for another."""
    refuse_other_minus(text)
    plain = plain_signs(text).strip()
    digits_in_it = sum(map(str.isdecimal, plain))
    if not digits_in_it:
        return None
    if plain[0].isalpha() and (word := re.match(SIGN_IN_WORDS, plain)) is not None:
        plain = ("-" if word[1] else "+") + plain[word.end() :]
    if digits_in_it > 1 and (share := out_of().match(plain)) is not None:
        if int(share[2][:6]) != scale.high:
            return _unscored(text.strip(), Doubt.OFF_SCALE)
        plain = f"{share[1]}/{share[2]}{plain[share.end() :]}"
    if decimal := DECIMAL.match(plain):
        raise Trouble(
            codes.WRONG_EMOTION,
            message("“{text}” is not a whole score.", text=shortened(text)),
            message("Write a whole number on the scale {scale}.", scale=ends_of(scale)),
            choices=_beside(decimal[0], plain[decimal.end() :].rstrip(), scale),
        )
    if digits_in_it > 1 and _is_range(plain, scale):
        return _unscored(text.strip(), Doubt.RANGE)
    match = SCORE_FIRST_IN_ASCII.match(plain) if plain.isascii() else re.match(SCORE_FIRST, plain)
    if match is None:
        if plain[:1].isdigit() or re.match(r"^[+-]\s*\d", plain):
            raise Trouble(
                codes.WRONG_EMOTION, message("“{text}” cannot be read as an emotion.", text=shortened(text)),
                message("Write the score, a space, and the feeling, such as -1 worried."), _apart(plain),
            )  # fmt: skip
        return None
    sign, digits, maximum, rest = match.groups()
    if not sign and (UNIT.match(rest) or (scale.low < 0 and counts().match(rest))):
        raise Trouble(
            codes.WRONG_EMOTION, message("“{text}” starts with a number that is no score.", text=shortened(text)),
            message(
                "Write the score first, such as -1 {text}, or begin with a word.",
                text=shortened(plain, LONGEST_EXCERPT),
            ),
        )  # fmt: skip
    if rest and re.fullmatch(MEASURE, rest):
        return _unscored(text.strip(), Doubt.MEASURE)
    if digits_in_it > 1 and any(scale.low <= int(one[0][:6]) <= scale.high for one in re.finditer(SIGNED, rest)):
        return _unscored(text.strip(), Doubt.RANGE)
    if len(digits) > 6:
        said = message("The score is outside this map's scale {scale}.", scale=ends_of(scale))
        raise Trouble(codes.OFF_SCALE, said, _ON_SCALE)
    if maximum is not None and int(maximum[:6]) != scale.high:
        raise Trouble(
            codes.OFF_SCALE,
            message(
                "“{score}” does not fit this map's scale {scale}.",
                score=f"{sign}{digits}/{maximum}",
                scale=ends_of(scale),
            ),
            message("Use that scale, or declare emotion_scale: 1..{maximum} for the whole map.", maximum=maximum),
        )
    number = int(sign + digits)
    refuse_off_scale(number, scale)
    if _is_share(sign, digits, maximum, scale):
        return _unscored(text.strip(), Doubt.SHARE)
    face = face_in(rest, scale)
    usual = "" if AS_USUAL.fullmatch(plain[: match.start(4)]) else _usual(sign, digits, maximum, rest)
    signed = bool(sign) or number == 0 or maximum is not None
    return Feeling(number, face.words, face.written, signed, shown=face.shown, usual=usual)


def _is_share(sign: str, digits: str, maximum: str | None, scale: Scale) -> bool:
    """Whether a score without a sign is one of several, such as 1/2, where the scale goes below 0 as well.

    All of it is the top of any scale; less may be counted from 0 or from the bottom.
    """
    return maximum is not None and not sign and scale.low < 0 and int(digits) < int(maximum[:6])


def _usual(sign: str, digits: str, maximum: str | None, words: str) -> str:
    return f"{sign}{digits}{f'/{maximum}' if maximum else ''} {words}".strip()


def _is_range(plain: str, scale: Scale) -> bool:
    """Whether a text begins with two scores and not with one."""
    match = re.match(RANGE, plain[:_LONGEST])
    if match is None or UNIT.match(plain[match.end() :].lstrip(" -")):
        return False
    # Behind a score, a number that is on no scale belongs to the words: -2 a 5 minute wait.
    return match.end() == len(plain) or all(scale.low <= int(score[:7]) <= scale.high for score in match.groups())


def _apart(plain: str) -> str | None:
    """A sign beside its number, and a number that is a score apart from its words."""
    match = re.match(r"^([+-])\s*(\d{1,6})(?:\s+|(?=[^\W\d_])|$)(.*)$", plain, re.DOTALL)
    return f"{match[1]}{match[2]} {match[3]}".strip() if match else None


def _score_behind(text: str, whole: Face, scale: Scale, feelings: Mapping[str, float]) -> Feeling | None:
    """What a text says that ends with a number, which may be a score; ``None`` for another.

    ``whole`` is the face in it.
    """
    plain = plain_signs(text)
    # In a text as long as this, nobody sees a score at the end; and a sign of several characters may have a digit.
    if len(plain) > _LONGEST or not any(character.isdigit() for character in whole.words[-4:]):
        return None
    match = re.match(SCORE_LAST, plain)
    unscored = _unscored(text, Doubt.NUMBER)
    if re.search(MEASURE, plain):
        return unscored._replace(doubt=Doubt.MEASURE)
    if match is None:
        return unscored
    # Signs and digits take as much room as those that they stand for.
    words, joint = text[: match.end(1)].strip(), match[2]
    sign, digits, maximum = (match[3], match[4], match[5]) if match[4] else (match[6], match[7], match[8])
    face = face_in(words, scale)
    if not face.written and not any(character.isalpha() for character in words):
        return unscored
    if re.search(SIGNED, match[1]) or re.search(rf"\d{TO}$", f"{match[1]} ", re.IGNORECASE):
        return unscored._replace(doubt=Doubt.RANGE)
    if is_negation(words):
        return unscored
    known = bool(face.written) or _of_words(words, feelings) is not None
    marked = sign or maximum or (joint and joint.strip() in tuple(":：=→") and scale.low >= 0)
    if not (marked or known or ends_with_a_feeling(words)) or words[-1] in "-–—/" or (words[-1] == "." and not sign):
        return unscored
    number = int(sign + digits[:6])
    if (maximum is not None and int(maximum[:6]) != scale.high) or not scale.low <= number <= scale.high:
        return unscored._replace(doubt=Doubt.OFF_SCALE)
    if _is_share(sign, digits, maximum, scale):
        return unscored._replace(doubt=Doubt.SHARE)
    signed = bool(sign) or number == 0 or maximum is not None
    usual = _usual(sign, digits, maximum, words)
    return Feeling(number, face.words, face.written, signed, shown=face.shown, usual=usual)


def refuse_off_scale(number: int, scale: Scale) -> None:
    """Raise where a score is beyond the ends of the map's scale."""
    if not scale.low <= number <= scale.high:
        said = message("The score {score} is outside this map's scale {scale}.", score=number, scale=ends_of(scale))
        raise Trouble(codes.OFF_SCALE, said, _ON_SCALE)


def ends_of(scale: Scale) -> Message:
    """The ends of a scale as they are shown: −2 to +2."""
    low = f"−{-scale.low}" if scale.low < 0 else f"{scale.low}"
    return message("{low} to {high}", low=low, high=f"+{scale.high}" if scale.low < 0 < scale.high else scale.high)


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
        feeling = read_emotion(text, scale, context.get("feelings", {}), context.get("language", FALLBACK))
        return {
            **data,
            "text": feeling.usual or text,
            "score": feeling.score,
            "label": feeling.shown,
            "face": feeling.face,
            "signed": feeling.signed,
        }


EmotionField = Annotated[Emotion, One(Emotion)]
