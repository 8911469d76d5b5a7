"""A curve that is drawn together with a map's own: today's below a plan, or the one that the map had before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.review import JourneyReview
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.render.map.redesign import Redesign


@dataclass(frozen=True, slots=True)
class OtherCurve:
    """Another curve over the columns of a map, on the map's own scale."""

    name: str
    """``today``, under a plan, or ``was``, behind what it is now."""
    points: Mapping[Column, float]
    """Scores that were measured."""
    line: Mapping[Column, float]
    """Where the curve runs: through its points, and on through columns that it did not have."""


def todays_curve(plan: Redesign, entry: JourneyEntry) -> OtherCurve:
    """The curve of the map that a plan redesigns."""
    scale = entry.journey.scale
    points = {column: score for column in plan.columns if (score := plan.score(column, scale)) is not None}
    return OtherCurve("today", points, points)


def earlier_curve(review: JourneyReview, entry: JourneyEntry) -> OtherCurve | None:
    """The curve that a map had in an older version; None where it is the same."""
    if not review.feels_different:
        return None
    scale, old = entry.journey.scale, review.before.journey
    points: dict[Column, float] = {}
    for column, before in review.earlier.items():
        phase = old.phases[before[0]]
        emotion: Emotion | None = phase.emotion if before[1] is None else phase.steps[before[1]].emotion
        if emotion is not None and emotion.score is not None:
            points[column] = scale.of_another(emotion.score, old.scale)
    return OtherCurve("was", points, points | _between(points, review, entry))


def _between(points: Mapping[Column, float], review: JourneyReview, entry: JourneyEntry) -> dict[Column, float]:
    """Where the older curve passes through steps that are new: half way, so that it does not seem to have had a gap."""
    columns = entry.positions
    found: dict[Column, float] = {}
    for index, column in enumerate(columns):
        if column in review.earlier:
            continue
        before = next((points.get(one) for one in reversed(columns[:index]) if one in review.earlier), None)
        after = next((points.get(one) for one in columns[index + 1 :] if one in review.earlier), None)
        if before is not None and after is not None:
            found[column] = (before + after) / 2
    return found
