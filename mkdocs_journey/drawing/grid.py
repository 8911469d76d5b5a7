"""The grid of a map: its phases and steps with their cells, and the rows that are not empty."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

from mkdocs_journey.atlas import PhaseEntry, StepEntry
from mkdocs_journey.drawing.cell_marks import mark_cells, mark_column
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.items import Cell, CellItems, EmotionCell, ItemView, Mark, Row
from mkdocs_journey.drawing.lanes import ShownLane, ShownLanes, blueprint_line, is_blueprint
from mkdocs_journey.drawing.mentions import mention_items
from mkdocs_journey.drawing.redesign import Redesign
from mkdocs_journey.drawing.texts import WrittenText
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lane_table import lanes_at

FIRST_LANE = 3
"""Row of the first lane; above it are the phases and the steps."""


class StepView(NamedTuple):
    """A step and its cells."""

    name: WrittenText
    anchor: str
    """By which links find it; empty in a copy of a map."""
    number: str
    """As shown: ``2.1``."""
    position: int
    """In its phase, from 1."""
    hypothesis: bool
    moment_of_truth: bool
    cells: tuple[Cell, ...]
    mark: Mark | None = None
    earlier: tuple[str, ...] = ()
    """Anchors that it had before."""
    address: str = ""
    """In a copy: where it is on the map."""


class PhaseView(NamedTuple):
    """A phase, its own cells and its steps."""

    name: WrittenText
    anchor: str
    """As of a step, like all that has the same name there."""
    number: str
    duration: WrittenText | None
    column: int
    """First column of the grid; the first one holds the names of the lanes."""
    span: int
    hypothesis: bool
    moment_of_truth: bool
    """On a phase without steps."""
    cells: tuple[Cell, ...]
    steps: tuple[StepView, ...]
    mark: Mark | None = None
    earlier: tuple[str, ...] = ()
    address: str = ""


class Grid(NamedTuple):
    """Phases and rows."""

    phases: tuple[PhaseView, ...]
    rows: tuple[Row, ...]


def grid_of(
    maker: CellMaker,
    lanes: ShownLanes,
    felt: Mapping[Column, EmotionCell],
    plan: Redesign | None,
    earlier: Mapping[str, tuple[str, ...]],
    kept: Container[Column] | None = None,
) -> Grid:
    """The maker's map; where only some columns are ``kept``, nothing of the others.

    ``felt`` are the cells of the curve, ``earlier`` the anchors that phases and steps had before.
    """
    contents: dict[Column, dict[str, CellItems]] = {}
    for p, phase in enumerate(maker.entry.phases):
        if kept is None or (p, None) in kept:
            contents[p, None] = _contents(maker, lanes, phase, phase.phase, (p, None), plan)
        for s, step in enumerate(phase.steps):
            if kept is None or (p, s) in kept:
                contents[p, s] = _contents(maker, lanes, step, step.step, (p, s), plan)
    marks = mark_cells(maker, lanes.positions, contents)
    rated = any(mark.pain.severity for mark in maker.pains.marks)
    rows, places = _rows(lanes, contents, list(felt), maker.words, rated=rated)
    labels = {row.name: row for row in rows}

    def cells(column: Column) -> tuple[Cell, ...]:
        whole = column[1] is None
        made = [
            Cell(places[name, whole], labels[name].label, labels[name].voice, items, None, marks.get((column, name)))
            for name, items in contents[column].items()
        ]
        if column in felt:
            made.append(Cell(places["emotion", whole], labels["emotion"].label, "emotion", (), felt[column]))
        made.sort(key=_row_of)
        return tuple(made)

    phases: list[PhaseView] = []
    first = 2
    for p, entry in enumerate(maker.entry.phases):
        shown = [(s, step) for s, step in enumerate(entry.steps) if (p, s) in contents]
        if not shown and (p, None) not in contents:
            continue
        steps = tuple(
            _step(maker, entry, step, place, cells((p, s)), mark_column(maker, (p, s)), earlier)
            for place, (s, step) in enumerate(shown, 1)
        )
        own = cells((p, None)) if (p, None) in contents else ()
        phases.append(_phase(maker, entry, first, own, steps, mark_column(maker, (p, None)), earlier))
        first += len(steps) or 1
    return Grid(tuple(phases), tuple(rows))


def _row_of(cell: Cell) -> int:
    return cell.row


def _phase(
    maker: CellMaker,
    entry: PhaseEntry,
    first: int,
    cells: tuple[Cell, ...],
    steps: tuple[StepView, ...],
    mark: Mark | None,
    earlier: Mapping[str, tuple[str, ...]],
) -> PhaseView:
    phase = entry.phase
    return PhaseView(
        maker.texts(phase.name),
        entry.anchor if maker.whole else "",
        entry.number,
        maker.texts(phase.duration) if phase.duration else None,
        first,
        len(steps) or 1,
        phase.hypothesis,
        bool(phase.moment_of_truth),
        cells,
        steps,
        mark,
        earlier.get(entry.anchor, ()),
        "" if maker.whole else maker.address(entry.slug),
    )


def _step(
    maker: CellMaker,
    phase: PhaseEntry,
    entry: StepEntry,
    position: int,
    cells: tuple[Cell, ...],
    mark: Mark | None,
    earlier: Mapping[str, tuple[str, ...]],
) -> StepView:
    step = entry.step
    return StepView(
        maker.texts(step.name),
        entry.anchor if maker.whole else "",
        entry.number,
        position,
        step.hypothesis,
        bool(step.moment_of_truth),
        cells,
        mark,
        earlier.get(entry.anchor, ()),
        "" if maker.whole else maker.address(f"{phase.slug}/{entry.slug}"),
    )


def _rows(
    lanes: ShownLanes, contents: dict[Column, dict[str, CellItems]], felt: list[Column], words: Words, *, rated: bool
) -> tuple[list[Row], dict[tuple[str, bool], int]]:
    """The rows in order, and the row of each lane: of what is said about a whole phase, and of the rest."""
    filled: dict[str, list[Column]] = {"emotion": felt} if felt else {}
    for column, found in contents.items():
        for name in found:
            filled.setdefault(name, []).append(column)
    rows: list[Row] = []
    places: dict[tuple[str, bool], int] = {}
    drawn: set[str] = set()
    for name in sorted(filled, key=lanes.positions.__getitem__):
        phases = {p for p, s in filled[name] if s is None}
        # A text about a whole phase and one of a step in it cannot stand in one row.
        apart = any(s is not None and p in phases for p, s in filled[name])
        lane = lanes.lane(name)
        if apart:
            places[name, True] = len(rows) + FIRST_LANE
            rows.append(_row(lane, places[name, True], words("lane_note.whole_phase"), words, drawn))
            drawn.add(name)
        places[name, False] = len(rows) + FIRST_LANE
        places.setdefault((name, True), places[name, False])
        note = lane.note if rated or name != "pains" else ""
        rows.append(_row(lane, places[name, False], note, words, drawn))
        drawn.add(name)
    return rows, places


def _row(lane: ShownLane, row: int, note: str, words: Words, drawn: set[str]) -> Row:
    line = blueprint_line(lane.name, drawn)
    style = {"visibility": "dashed", "internal": "dotted"}.get(line, "solid")
    above = words(f"line.{line}") if line else ""
    return Row(lane.name, row, lane.label, note, lane.voice, is_blueprint(lane.name), above, style)


_ELSEWHERE = ("emotion", "evidence")
"""Lanes that are not made of the items of one field."""


def _contents(
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
        if value and name in shown and name not in _ELSEWHERE and (made := _items(maker, name, value, column)):
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


def _items(maker: CellMaker, name: str, value: object, column: Column) -> CellItems:
    """The items of one field."""
    if isinstance(value, tuple):
        return maker.items(name, value, column)
    if name == "period":
        return (ItemView(maker.words(f"period.{value}")),)
    if name == "detailed_by":
        return (ItemView(maker.journey_link(str(value))),)
    # What is only true or false is shown elsewhere.
    return (maker.texts(value),) if isinstance(value, str) else ()
