"""Curves as text: a line of blocks, for a terminal or a comment."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff import Where
from mkdocs_journey.diff.comparison import Comparison, both_journeys
from mkdocs_journey.model.values import Scale
from mkdocs_journey.views.moments import course_of

_BLOCKS = "▁▂▃▄▅▆▇█"
NOTHING = "–"
"""Stands for a map without any score."""


def changed_curves(comparison: Comparison, where: Where) -> tuple[str, str] | None:
    """The curve of a map before and after; None where it is the same, or the map is not in both versions."""
    before, after = both_journeys(comparison, where)
    if before is None or after is None:
        return None
    curves = _text_curve(before), _text_curve(after)
    return curves if curves[0] != curves[1] else None


def blocks(scores: Sequence[float | None], scale: Scale) -> str:
    """A curve as a line of blocks, a dot where nothing was measured; a dash where nothing was at all."""
    if all(score is None for score in scores):
        return NOTHING
    return "".join("·" if score is None else _BLOCKS[_step(score, scale)] for score in scores)


def _text_curve(entry: JourneyEntry) -> str:
    course = course_of(entry)
    return blocks(course.scores, course.scale) if course else NOTHING


def _step(score: float, scale: Scale) -> int:
    return round((score - scale.low) / (scale.high - scale.low) * (len(_BLOCKS) - 1))
