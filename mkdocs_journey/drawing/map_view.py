"""A map, or a part of it, as it is shown: one plain value, which every output draws in its own way."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.contents import contents_of
from mkdocs_journey.drawing.emotion_lane import EmotionLane, emotion_lane
from mkdocs_journey.drawing.header import Header, brief_header, header_of
from mkdocs_journey.drawing.items import NO_MARKS, MapRow
from mkdocs_journey.drawing.lanes import lanes_of, rows_of
from mkdocs_journey.drawing.legend import Sign, legend_of
from mkdocs_journey.drawing.other_curve import other_curve
from mkdocs_journey.drawing.pains import pains_of
from mkdocs_journey.drawing.phases import PhaseView, phases_of
from mkdocs_journey.drawing.redesign import redesign
from mkdocs_journey.drawing.sources import SourceLabels
from mkdocs_journey.drawing.spark import SmallCurve, small_curve
from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import TextsOfFile, WrittenTexts
from mkdocs_journey.model.columns import Column
from mkdocs_journey.references.earlier import earlier_anchors
from mkdocs_journey.views.alignment import align
from mkdocs_journey.views.moments import course_of

if TYPE_CHECKING:
    from mkdocs_journey.drawing.changes import ReviewHead


class MapView(Struct, frozen=True):
    """What a map shows. It holds numbers, strings, tuples and values of this room, and no HTML."""

    header: Header
    phases: tuple[PhaseView, ...]
    """The columns, with their cells."""
    rows: tuple[MapRow, ...]
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
    columns = align(entry, today) if today is not None and today is not entry else None
    course = course_of(entry) if whole else None
    earlier = earlier_anchors(entry, surroundings.atlas) if whole else {}
    review = surroundings.review.journeys.get(entry.id) if surroundings.review and whole else None
    pains = pains_of(entry)
    todays_pains = pains_of(today) if today is not None and columns is not None else None
    plan = redesign(entry, today, columns, todays_pains) if today and columns is not None and todays_pains else None
    sources = SourceLabels.of(entry.journey.evidence, words)
    maker = CellMaker(entry, surroundings, words, texts, sources, pains, todays_pains, whole, review)
    lanes = lanes_of(entry.journey.lanes, words, chosen)
    contents = contents_of(maker, lanes, plan, kept)
    marks, head = NO_MARKS, None
    if whole and surroundings.review is not None:
        # Only builds for reviewers compare anything; all others need not know how.
        from mkdocs_journey.drawing.cell_marks import mark_changes
        from mkdocs_journey.drawing.changes import review_head

        marks = mark_changes(maker, lanes.positions, contents)
        head = review_head("journey", entry.id, surroundings, texts, words)
    other, felt = None, None
    if "emotion" in lanes.positions:
        other = other_curve(entry, plan, review)
        felt = emotion_lane(entry, words, sources, texts, other, kept, marks.feelings)
    emotions = felt.lane if felt else None
    rows = rows_of(
        lanes, contents, felt.cells if felt else (), rated=any(mark.pain.severity for mark in maker.pains.marks)
    )
    phases = phases_of(maker, contents, felt, rows, marks, earlier)
    worst = course.worst if course and emotions else None
    header = header_of(maker, plan, earlier.get(entry.anchor, ()), worst) if whole else brief_header(maker)
    return MapView(
        header,
        phases,
        rows.rows,
        emotions,
        legend_of(phases, emotions, entry.journey.scale, words, resolved=bool(plan and plan.resolved)),
        small_curve(course, other) if course and emotions else None,
        head,
        texts.by_file(),
    )
