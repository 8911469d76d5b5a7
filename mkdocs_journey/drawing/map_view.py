"""A map, or a part of it, as it is shown: one plain value, which every output draws in its own way."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.review import JourneyReview
from mkdocs_journey.drawing.cell_marks import emotion_notes
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.emotion_lane import EmotionLane, emotion_lane
from mkdocs_journey.drawing.grid import PhaseView, grid_of
from mkdocs_journey.drawing.header import Header, brief_header, header_of
from mkdocs_journey.drawing.items import Row
from mkdocs_journey.drawing.lanes import lanes_of
from mkdocs_journey.drawing.legend import Sign, legend_of
from mkdocs_journey.drawing.other_curve import OtherCurve, earlier_curve, todays_curve
from mkdocs_journey.drawing.pains import pains_of
from mkdocs_journey.drawing.redesign import Redesign, redesign
from mkdocs_journey.drawing.sources import SourceLabels
from mkdocs_journey.drawing.spark import SmallCurve, spark_of, spark_of_both
from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import TextsOfFile, WrittenTexts
from mkdocs_journey.drawing.told import ReviewHead, review_head
from mkdocs_journey.model.columns import Column
from mkdocs_journey.references.earlier import earlier_anchors
from mkdocs_journey.views.moments import course_of


@dataclass(frozen=True, slots=True)
class MapView:
    """What a map shows. It holds numbers, strings, tuples and values of this room, and no HTML."""

    header: Header
    phases: tuple[PhaseView, ...]
    """The columns, with their cells."""
    rows: tuple[Row, ...]
    """The lanes."""
    emotions: EmotionLane | None
    legend: tuple[Sign, ...]
    spark: SmallCurve | None
    """The whole curve in small; None in a copy of a part."""
    review: ReviewHead | None
    """What changed since an older version, where somebody wants to see it."""
    written: tuple[TextsOfFile, ...]
    """All texts of authors in it, so that an output can convert those of a file together."""


def map_view(
    entry: JourneyEntry,
    surroundings: Standpoint,
    kept: Container[Column] | None = None,
    chosen: Sequence[str] = (),
) -> MapView:
    """What a map shows at a place; where columns are ``kept``, a copy of that part, without ids.

    ``chosen`` are the lanes of a copy in their order; all of the map's, if there are none.
    """
    words = surroundings.words.of(entry.journey.lang)
    texts = WrittenTexts(entry.document.block.file)
    whole = kept is None
    today = surroundings.atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
    todays_pains = pains_of(today) if today is not None and today is not entry else None
    plan = redesign(entry, today, todays_pains) if today is not None and todays_pains is not None else None
    review = surroundings.review.journeys.get(entry.id) if surroundings.review and whole else None
    sources = SourceLabels.of(entry.journey.evidence, words)
    maker = CellMaker(entry, surroundings, words, texts, sources, pains_of(entry), todays_pains, whole, review)
    lanes = lanes_of(entry.journey.lanes, words, chosen)
    other = _other_curve(entry, plan, review) if "emotion" in lanes.positions else None
    emotions, felt = (
        emotion_lane(entry, words, sources, texts, other, kept, emotion_notes(maker))
        if "emotion" in lanes.positions
        else (None, {})
    )
    earlier = earlier_anchors(entry, surroundings.atlas) if whole else {}
    grid = grid_of(maker, lanes, felt, plan, earlier, kept)
    header = header_of(maker, plan, earlier.get(entry.anchor, ())) if whole else brief_header(maker)
    return MapView(
        header,
        grid.phases,
        grid.rows,
        emotions,
        legend_of(grid.phases, emotions, entry.journey.scale, words, resolved=bool(plan and plan.resolved)),
        _spark(entry, other) if whole and emotions else None,
        review_head("journey", entry.id, surroundings, texts, words) if whole else None,
        texts.by_file(),
    )


def _other_curve(entry: JourneyEntry, plan: Redesign | None, review: JourneyReview | None) -> OtherCurve | None:
    """What the curve was, in a build that shows changes; else today's below a plan. Three would be too many."""
    earlier = earlier_curve(review, entry) if review else None
    return earlier or (todays_curve(plan, entry) if plan else None)


def _spark(entry: JourneyEntry, other: OtherCurve | None) -> SmallCurve | None:
    """The small curve: with the one from before, in a build that shows changes."""
    course = course_of(entry)
    if course is None:
        return None
    return spark_of_both(course, other.line) if other and other.name == "was" else spark_of(course, course.worst)
