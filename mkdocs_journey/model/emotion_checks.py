"""What must hold of the emotions of one journey, and what is told of those that have no score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.feelings import feeling_words, plain_words
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.emotions import Doubt, Emotion, Feeling, ends_of, read_emotion
from mkdocs_journey.model.faces import face_in
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.line_mend import choice_of, mend_in, written_at
from mkdocs_journey.model.values import Scale, plain_signs
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import shortened
from mkdocs_journey.source.mending import in_quotation_marks

_PLAIN_KEY = re.compile(r"[^\W\d_][\w ]*")
_NO_TEXTS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What YAML takes for something else than a text."""
_PLUS = re.compile(r"^\s*[+＋]\s*(?=\d)")
_NUMBER_AT_THE_END = re.compile(r"\d+(?:\s*/\s*\d+)?\D*$")
_SHARE = re.compile(r"(\d{1,6})\s*(?:/|\D{1,12}?)\s*(\d{1,6})")
_NO_SCORE = message("“{text}” has no score, so it is no point of the curve.")
_OTHERS = {
    Doubt.WORDS: (
        _NO_SCORE,
        message("Write a score, a space, and the feeling, or give the word a score below feelings: in mkdocs.yml."),
    ),
    Doubt.RANGE: (
        message("“{text}” has more than one score, so it is no point of the curve."),
        message("Write the one that fits best, and the words behind it."),
    ),
    Doubt.MEASURE: (
        message("“{text}” is a measure and no score of this map's scale {scale}, so it is no point of the curve."),
        message("Write how it feels, such as -1 worried, and the measure below indicators:."),
    ),
    Doubt.NUMBER: (
        message("“{text}” has a number that may be a score or not, so it is no point of the curve."),
        message("Write a score, a space, and the feeling, such as -1 worried."),
    ),
    Doubt.SHARE: (
        message(
            "“{text}” may be a score of this map's scale {scale}, or a part of the way from its bottom to its top,"
            " so it is no point of the curve."
        ),
        message("Write the score itself."),
    ),
    Doubt.TURNED: (
        message("The sign in “{text}” says one thing, and the words another, so it is no point of the curve."),
        message("Write the score, a space, and the feeling."),
    ),
    Doubt.OFF_SCALE: (
        message("“{text}” has a number that is not on this map's scale {scale}, so it is no point of the curve."),
        message("Use a value on the scale, or declare another with emotion_scale."),
    ),
}
"""Why there is no score, and what to do about it."""
_FOR_EVERY_MAP = message(
    "Write {score} {text}, or {line} in mkdocs.yml for every map; {score} is a proposal from a list of common feelings."
)
_FOR_THIS_MAP = message(
    "Write {score} {text}, or {line} in this map; {score} is a proposal from a list of common feelings."
)


def check_emotions(
    document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]], language: str
) -> Iterator[Finding]:
    """Every score can be seen for what it is, and where a feeling has none, that is told.

    ``language`` is that of the texts.
    """
    for path, lanes in everywhere:
        emotion = lanes.emotion
        if emotion is None:
            continue
        # Of a scale that cannot be read, no emotion was read either, and has no words.
        if emotion.score is None and emotion.label:
            yield _unscored(document, journey.scale, emotion, path, language)
        elif not emotion.signed and journey.emotion_scale is None:
            yield _unsigned(document, emotion, path)
        elif emotion.score is not None and journey.scale.low >= 0 and _PLUS.match(emotion.text):
            yield _signed(document, journey.scale, emotion, path)
        elif emotion.score is not None and _is_contradicted(emotion, journey.scale, language):
            yield _contradicted(document, journey.scale, emotion, emotion.score, path)
        if len(path) == 2 and any(step.emotion for step in journey.phases[int(path[1])].steps):
            yield Finding(
                codes.PHASE_EMOTION,
                document.place(*path, "emotion"),
                message("This phase has an emotion of its own, and so have its steps."),
                Mend(message("Keep those of the steps; the curve goes through them.")),
            )


def _unsigned(document: Document, emotion: Emotion, path: Path) -> Finding:
    place = document.place(*path, "emotion", "text")
    typed = written_at(document.block, place).strip("'\"") or emotion.text
    better = shortened(_with_plus(typed))
    return Finding(
        codes.UNSIGNED_SCORE,
        place,
        message("“{text}” is read as {better} on the scale −2 to +2.", text=shortened(typed), better=better),
        mend_in(
            document.block,
            place,
            message("Write {better}, or declare emotion_scale: 1..5 if that is what you mean.", better=better),
            _with_plus,
        ),
    )


def _signed(document: Document, scale: Scale, emotion: Emotion, path: Path) -> Finding:
    place = document.place(*path, "emotion", "text")
    bare = shortened(_PLUS.sub("", emotion.text))
    said = message(
        "“{text}” has a plus sign, and is read as {better} on the scale {scale}.",
        text=shortened(emotion.text),
        better=bare,
        scale=ends_of(scale),
    )
    advice = message("Write {better} if that is what you mean, or the score that it has on this scale.", better=bare)
    return Finding(
        codes.UNSIGNED_SCORE, place, said, mend_in(document.block, place, advice, lambda typed: _PLUS.sub("", typed))
    )


def _is_contradicted(emotion: Emotion, scale: Scale, language: str) -> bool:
    """Whether a score that was written stands on one side of neutral, and its face or its words on the other.

    Only words that name a feeling and nothing else count: in *less worried*, it is not what is felt.
    """
    side = scale.distance(emotion.score or 0)
    if not side or not emotion.label or emotion.label == emotion.text.strip():
        return False
    face = face_in(emotion.label, scale) if emotion.face else None
    if face is not None and face.score is not None and scale.distance(face.score) * side < 0:
        return True
    words = feeling_words(language)
    proposed = words.points.get(plain_words(face.words if face else emotion.label)) if words else None
    return proposed is not None and proposed * side < 0


def _contradicted(document: Document, scale: Scale, emotion: Emotion, score: float, path: Path) -> Finding:
    place = document.place(*path, "emotion", "text")
    other = _written(round(scale.low + scale.high - score), scale)
    said = message(
        "“{label}” speaks against the score {score}, by which the curve goes.",
        label=shortened(emotion.label),
        score=_written(round(score), scale),
    )
    advice = message("Write the score that fits, or other words.")
    return Finding(
        codes.CONTRADICTION, place, said, mend_in(document.block, place, advice, lambda _: f"{other} {emotion.label}")
    )


def _with_plus(text: str) -> str:
    """A text with a plus sign before its score, at the beginning or at the end."""
    bare = text.lstrip(" (（[［")
    number = None if bare[:1].isdigit() else _NUMBER_AT_THE_END.search(text)
    at = number.start() if number else len(text) - len(bare)
    return f"{text[:at]}+{text[at:]}"


def _unscored(document: Document, scale: Scale, emotion: Emotion, path: Path, language: str) -> Finding:
    place = document.place(*path, "emotion", "text")
    words = feeling_words(language)
    feeling = read_emotion(emotion.text, scale, {}, language)
    shown = shortened(emotion.text)
    proposed = words.proposed(feeling.label) if words and feeling.doubt is Doubt.WORDS else None
    if proposed is None:
        said, advice = _OTHERS[feeling.doubt or Doubt.WORDS]
        meant = _scores_meant(feeling, emotion.text, scale, language)
        mended = choice_of(advice, [(_instead(document, place, better), meaning) for better, meaning in meant])
        return Finding(codes.UNSCORED, place, message(said, text=shown, scale=ends_of(scale)), mended)
    number = round(scale.score_of_face(proposed))
    score = _written(number, scale)
    line = f"feelings: {{{_key(emotion.text)}: {score}}}"
    # Words of the site have one score on all of its maps, whatever their scale.
    advice = _FOR_EVERY_MAP if scale == Scale() else _FOR_THIS_MAP
    return Finding(
        codes.UNSCORED,
        place,
        message(_NO_SCORE, text=shown),
        mend_in(
            document.block,
            place,
            message(advice, score=score, text=shown, line=shortened(line)),
            lambda written: f"{score} {written}",
        ),
    )


def _scores_meant(feeling: Feeling, text: str, scale: Scale, language: str) -> Iterator[tuple[str, Message]]:
    """What may be meant where there are two scores to choose from, each with what it means."""
    if feeling.doubt is Doubt.SHARE and (match := _SHARE.search(plain_signs(text))) is not None:
        part, whole = int(match[1]), int(match[2])
        before, after = text[: match.start()], text[match.end() :]
        way = scale.low + Fraction(part * (scale.high - scale.low), whole)
        meaning = message("as the score {part} of the scale {scale}", part=part, scale=ends_of(scale))
        yield f"{before}{_written(part, scale)}{after}", meaning
        if way.denominator == 1 and way != part:
            meaning = message(
                "as {part} of {whole} parts of the way from {scale}", part=part, whole=whole, scale=ends_of(scale)
            )
            yield f"{before}{_written(int(way), scale)}{after}", meaning
    if feeling.doubt is Doubt.OFF_SCALE and (match := _SHARE.search(plain_signs(text))) is not None:
        part, whole = int(match[1]), int(match[2])
        if 1 <= part <= whole and whole > 1:
            number = round(scale.score_at(2 * (part - 1) / (whole - 1) - 1))
            said = ends_of(Scale(1, whole))
            meaning = message("as the score {part} of the scale {scale}", part=part, scale=said)
            yield f"{_written(number, scale)} {text}", meaning
    if feeling.doubt is Doubt.TURNED:
        face, words = face_in(text, scale), feeling_words(language)
        sign = scale.face(face.score or 0)
        proposed = words.proposed(face.words) if words else None
        other = proposed if proposed is not None and proposed * sign < 0 else -1 if sign > 0 else 1
        for points, meaning in ((sign, message("as the sign says")), (other, message("as the words say"))):
            yield f"{_written(round(scale.score_of_face(points)), scale)} {text}", meaning
    if feeling.doubt is Doubt.WORDS:
        told: set[int] = set()
        for points, meaning in (
            (1, message("if it feels good")),
            (0, message("if it feels neither good nor bad")),
            (-1, message("if it feels bad")),
        ):
            number = round(scale.score_of_face(points))
            if number not in told:
                told.add(number)
                yield f"{_written(number, scale)} {text}", meaning


def _instead(document: Document, place: Span, text: str) -> Mend:
    return mend_in(document.block, place, NO_MESSAGE, lambda _: text)


def _written(number: int, scale: Scale) -> str:
    """A score as it is written on a scale."""
    return f"{number:+d}" if scale.low < 0 and number else f"{number}"


def _key(text: str) -> str:
    """A text as the name of a field of YAML."""
    plain = _PLAIN_KEY.fullmatch(text) and text.casefold() not in _NO_TEXTS
    return text if plain else in_quotation_marks(text)
