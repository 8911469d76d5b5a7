"""The curve: it moves, and it does not end in a low, because people remember the peak and the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import message
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.values import Scale
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.endings import other_endings
from mkdocs_journey.rules.examined import ExaminedMap
from mkdocs_journey.rules.remedies import has_remedy

FEWEST = 3
"""Scores from which on a curve is expected to move."""
_BAD_PLAN = message("This plan ends with {emotion}, and the end is what people remember.")
_BAD_JOURNEY = message("This journey ends with {emotion}, and the end is what people remember.")


class _Point(NamedTuple):
    path: Path
    emotion: Emotion
    score: float


def curve(seen: ExaminedMap) -> Iterator[Finding]:
    """Three scores or more are not all the same, and the last is not a low.

    The end of a map of today may be a low that somebody wants to mend: an opportunity for that place is enough. A
    plan has no such excuse. Where the last phase is drawn on another map, or its emotion has no score, nobody can
    tell how the journey ends.
    """
    felt = [(path, lanes.emotion) for path, lanes in seen.places if lanes.emotion is not None]
    points = [_Point(path, emotion, emotion.score) for path, emotion in felt if emotion.score is not None]
    if not points:
        return
    first, last = points[0], points[-1]
    if len(points) >= FEWEST and all(point.score == first.score for point in points):
        yield _flat(seen, first, len(points))
    scale = seen.journey.scale
    ends = last.emotion is felt[-1][1] and not _goes_on(seen, last.path)
    endings = [last.emotion, *(lanes.emotion for lanes in other_endings(seen))]
    if ends and all(_is_low(emotion, scale) for emotion in endings):
        yield from _bad_ending(seen, last)


def _is_low(emotion: Emotion | None, scale: Scale) -> bool:
    score = None if emotion is None else emotion.score
    return score is not None and score < scale.neutral and scale.face(score) <= -1


def _flat(seen: ExaminedMap, first: _Point, number: int) -> Finding:
    score = _signed(first.score, seen.journey.scale)
    return seen.finding(
        codes.FLAT_CURVE,
        (*first.path, "emotion", "text"),
        message(
            "All {number} emotions of this map are {score}, so its curve is a flat line.", number=number, score=score
        ),
        message("Ask the customer for the best moment and the worst, and score those two first."),
    )


def _bad_ending(seen: ExaminedMap, last: _Point) -> Iterator[Finding]:
    future = seen.journey.state == "future"
    if not future and has_remedy(seen, last.path):
        return
    shown = f"{_signed(last.score, seen.journey.scale)} {quoted(last.emotion.label)}".strip()
    yield seen.finding(
        codes.BAD_ENDING,
        (*last.path, "emotion", "text"),
        message(_BAD_PLAN if future else _BAD_JOURNEY, emotion=shown),
        message("Plan an end that they will like to remember.")
        if future
        else message("Add an opportunity that would make this last moment a better one."),
    )


def _goes_on(seen: ExaminedMap, path: Path) -> bool:
    """Whether a phase after this place is drawn on another map."""
    return any(phase.detailed_by for phase in seen.journey.phases[int(path[1]) + 1 :])


def _signed(score: float, scale: Scale) -> str:
    number = f"{abs(score):g}"
    if score < 0:
        return f"−{number}"
    return f"+{number}" if score > 0 and scale.low < 0 else number


RULES = (curve,)
