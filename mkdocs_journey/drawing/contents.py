"""What stands in the cells of a map, by column and lane."""

from __future__ import annotations

from collections.abc import Container

from mkdocs_journey.atlas import PhaseEntry, StepEntry
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.items import CellItems, ItemView
from mkdocs_journey.drawing.lanes import ShownLanes
from mkdocs_journey.drawing.mentions import mention_items
from mkdocs_journey.drawing.redesign import Redesign
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lane_table import lanes_at

CellContents = dict[Column, dict[str, CellItems]]
"""The items of each lane of each column that is shown; lanes that say nothing are left out."""


def contents_of(
    maker: CellMaker, lanes: ShownLanes, plan: Redesign | None, kept: Container[Column] | None = None
) -> CellContents:
    """The contents of the maker's map; where only some columns are ``kept``, nothing of the others."""
    found: CellContents = {}
    for p, phase in enumerate(maker.entry.phases):
        if kept is None or (p, None) in kept:
            found[p, None] = _lanes_of(maker, lanes, phase, phase.phase, (p, None), plan)
        for s, step in enumerate(phase.steps):
            if kept is None or (p, s) in kept:
                found[p, s] = _lanes_of(maker, lanes, step, step.step, (p, s), plan)
    return found


_ELSEWHERE = ("emotion", "evidence")
"""Lanes that are not made of the items of one field."""


def _lanes_of(
    maker: CellMaker,
    lanes: ShownLanes,
    place: PhaseEntry | StepEntry,
    part: Phase | Step,
    column: Column,
    plan: Redesign | None,
) -> dict[str, CellItems]:
    """The lanes of a step or a phase that say something."""
    shown = lanes.positions
    found: dict[str, CellItems] = {}
    values = part.__dict__
    for name in lanes_at(part.__class__):
        value = values[name]
        if value and name in shown and name not in _ELSEWHERE and (made := field_items(maker, name, value, column)):
            found[name] = made
    for name, items in part.custom.items():
        if name in shown:
            found[name] = tuple(maker.plain(item) for item in items)
    if (part.hypothesis or part.evidence) and "evidence" in shown:
        found["evidence"] = maker.own(place)
    if "content" in shown and (pages := mention_items(maker.entry, column, maker.surroundings, maker.words)):
        found["content"] = (*found.get("content", ()), *pages)
    if plan and column in plan.resolved and "pains" in shown:
        resolved = (maker.resolved_pain(mark, plan.today) for mark in plan.resolved[column])
        found["pains"] = (*found.get("pains", ()), *resolved)
    return found


def field_items(maker: CellMaker, name: str, value: object, column: Column) -> CellItems:
    """The items of one field."""
    if isinstance(value, tuple):
        return maker.items(name, value, column)
    if name == "period":
        return (ItemView(maker.words(f"period.{value}")),)
    if name == "detailed_by":
        return (ItemView(maker.journey_link(str(value))),)
    # What is only true or false is shown elsewhere.
    return () if isinstance(value, bool) else (maker.texts(str(value)),)
