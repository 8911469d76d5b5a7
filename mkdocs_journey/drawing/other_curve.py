"""A curve that is drawn together with a map's own: today's below a plan, or the one that the map had before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.redesign import Redesign
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion

if TYPE_CHECKING:
    from mkdocs_journey.diff.review import JourneyReview


class OtherCurve(Struct, frozen=True):
    """Another curve over the columns of a map, on the map's own scale."""

    name: str
    """``today``, under a plan, or ``was``, behind what it is now."""
    points: Mapping[Column, float]
    """Scores that were measured."""
    line: Mapping[Column, float]
    """Where the curve runs: through its points, and on through columns that it did not have."""


def other_curve(entry: JourneyEntry, plan: Redesign | None, review: JourneyReview | None) -> OtherCurve | None:
    """What the curve was, in a build that shows changes; else today's below a plan. Three would be too many."""
    earlier = earlier_curve(review, entry) if review else None
    return earlier or (_todays_curve(plan, entry) if plan else None)


def _todays_curve(plan: Redesign, entry: JourneyEntry) -> OtherCurve:
    """The curve of the map that a plan redesigns."""
    points = _scores(plan.today, plan.columns, entry)
    return OtherCurve("today", points, points)


def earlier_curve(review: JourneyReview, entry: JourneyEntry) -> OtherCurve | None:
    """The curve that a map had in an older version; None where it is the same."""
    if not review.feels_different:
        return None
    points = _scores(review.before, review.earlier, entry)
    return OtherCurve("was", points, points | _between(points, review, entry))


def _scores(other: JourneyEntry, columns: Mapping[Column, Column], entry: JourneyEntry) -> dict[Column, float]:
    """Scores of another map in columns of this one, on its scale: as far from neutral as they are on their own."""
    points: dict[Column, float] = {}
    for column, place in columns.items():
        phase = other.journey.phases[place[0]]
        emotion: Emotion | None = phase.emotion if place[1] is None else phase.steps[place[1]].emotion
        if emotion is not None and emotion.score is not None:
            points[column] = entry.journey.scale.of_another(emotion.score, other.journey.scale)
    return points


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
