"""The grid of a map: its phases and steps with their cells, and the rows that are not empty."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from mkdocs_journey.atlas import PhaseEntry, StepEntry
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lane_table import lanes_at
from mkdocs_journey.render.changes.cell_marks import mark_cells, mark_column
from mkdocs_journey.render.html.texts import Inline
from mkdocs_journey.render.map.cells import CellMaker
from mkdocs_journey.render.map.emotion_lane import EmotionLane
from mkdocs_journey.render.map.items import Cell, CellItems, ItemView, Mark, Row
from mkdocs_journey.render.map.lanes import ShownLane, ShownLanes, blueprint_line, is_blueprint
from mkdocs_journey.render.map.mentions import mention_items
from mkdocs_journey.render.map.redesign import Redesign

FIRST_LANE = 3
"""Row of the first lane; above it are the phases and the steps."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A step and its cells."""

    entry: StepEntry
    name: Inline
    position: int
    """In its phase, from 1."""
    hypothesis: bool
    moment_of_truth: bool
    cells: tuple[Cell, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase, its own cells and its steps."""

    entry: PhaseEntry
    name: Inline
    duration: Inline | None
    column: int
    """First column of the grid; the first one holds the names of the lanes."""
    span: int
    hypothesis: bool
    moment_of_truth: bool
    """On a phase without steps."""
    cells: tuple[Cell, ...]
    steps: tuple[StepView, ...]
    mark: Mark | None = None


def grid_of(
    maker: CellMaker,
    lanes: ShownLanes,
    emotions: EmotionLane | None,
    plan: Redesign | None,
    kept: Container[Column] | None = None,
) -> tuple[list[PhaseView], list[Row]]:
    """The maker's map as phases and rows; where only some columns are ``kept``, nothing of the others."""
    contents: dict[Column, dict[str, CellItems]] = {}
    for p, phase in enumerate(maker.entry.phases):
        if kept is None or (p, None) in kept:
            contents[p, None] = _contents(maker, lanes, phase, phase.phase, (p, None), plan)
        for s, step in enumerate(phase.steps):
            if kept is None or (p, s) in kept:
                contents[p, s] = _contents(maker, lanes, step, step.step, (p, s), plan)
    marks = mark_cells(maker, lanes.positions, contents)
    felt = emotions.cells if emotions else {}
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
        inner = [
            (step, cells((p, s)), mark_column(maker, (p, s)))
            for s, step in enumerate(entry.steps)
            if (p, s) in contents
        ]
        if not inner and (p, None) not in contents:
            continue
        own = cells((p, None)) if (p, None) in contents else ()
        view = _phase(maker, entry, first, own, inner, mark_column(maker, (p, None)))
        phases.append(view)
        first += view.span
    return phases, rows


def _row_of(cell: Cell) -> int:
    return cell.row


def _phase(
    maker: CellMaker,
    entry: PhaseEntry,
    first: int,
    own: tuple[Cell, ...],
    inner: Sequence[tuple[StepEntry, tuple[Cell, ...], Mark | None]],
    mark: Mark | None,
) -> PhaseView:
    phase, texts = entry.phase, maker.texts
    steps = tuple(
        StepView(
            step,
            texts(step.step.name),
            s,
            step.step.hypothesis,
            bool(step.step.moment_of_truth),
            cells,
            marked,
        )
        for s, (step, cells, marked) in enumerate(inner, 1)
    )
    return PhaseView(
        entry,
        texts(phase.name),
        texts(phase.duration) if phase.duration else None,
        first,
        len(steps) or 1,
        phase.hypothesis,
        bool(phase.moment_of_truth),
        own,
        steps,
        mark,
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
            found[name] = [maker.plain(item) for item in items]
    if (part.hypothesis or part.evidence) and "evidence" in shown:
        found["evidence"] = maker.own(place)
    if "content" in shown and (pages := mention_items(maker.entry, column, maker.surroundings, maker.words)):
        found["content"] = [*found.get("content", ()), *pages]
    if plan and column in plan.resolved and "pains" in shown:
        found["pains"] = [
            *found.get("pains", ()),
            *(maker.resolved_pain(mark, plan.today) for mark in plan.resolved[column]),
        ]
    return found


def _items(maker: CellMaker, name: str, value: object, column: Column) -> CellItems:
    """The items of one field."""
    if isinstance(value, tuple):
        return maker.items(name, value, column)
    if name == "period":
        return [ItemView(maker.words(f"period.{value}"))]
    if name == "detailed_by":
        return [ItemView(maker.journey_link(str(value)))]
    # What is only true or false is shown elsewhere.
    return [maker.texts(value)] if isinstance(value, str) else ()
