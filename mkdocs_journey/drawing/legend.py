"""The signs of a map and what they mean; only those that it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journey.drawing.emotion_lane import EmotionLane
from mkdocs_journey.drawing.items import ItemView
from mkdocs_journey.drawing.phases import PhaseView
from mkdocs_journey.drawing.texts import DrawnText, worded
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.values import Scale


class Sign(NamedTuple):
    """A sign and its meaning."""

    name: str
    """``observed``, ``planned``, ``today``, …; "" for a remark about the map."""
    meaning: DrawnText


def legend_of(
    phases: Sequence[PhaseView], lane: EmotionLane | None, scale: Scale, words: Words, *, resolved: bool
) -> tuple[Sign, ...]:
    """The legend of a map; ``resolved`` tells whether it shows pain points of today that it does away with."""
    found: list[Sign] = []
    guesses = bool(lane and lane.hypothesis) or any(
        isinstance(item, ItemView) and item.hypothesis and not item.resolved
        for phase in phases
        for cell in phase.all_cells()
        for item in cell.items
    )
    if lane and lane.other == "today":
        found.append(Sign("observed", words("legend.today")))
    if lane and lane.measured:
        sign = "planned" if lane.planned else "observed"
        found.append(Sign(sign, words(f"legend.{sign}")))
    if lane and lane.other == "was":
        found.append(Sign("was", words("legend.was")))
    if lane and lane.other == "today":
        found.append(Sign("gap", words("legend.gap")))
    if resolved:
        found.append(Sign("resolved", words("legend.resolved")))
    if guesses:
        found.append(Sign("hypothesis", words("legend.hypothesis")))
    if lane and lane.measured:
        ends = {
            "low": words.signed(scale.low, sign=scale.low < 0),
            "high": words.signed(scale.high, sign=scale.low < 0),
        }
        found.append(Sign("", worded(words, "legend.scale", ends)))
    return tuple(found)
