"""The columns of a map: its phases and steps with their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journey.atlas import PhaseEntry, StepEntry
from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.contents import CellContents
from mkdocs_journey.drawing.curve_shapes import CurveShapes
from mkdocs_journey.drawing.emotion_lane import DrawnEmotions
from mkdocs_journey.drawing.items import Cell, Mark, Marks
from mkdocs_journey.drawing.lanes import MapRows
from mkdocs_journey.drawing.texts import WrittenText
from mkdocs_journey.model.columns import Column


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
    plot: CurveShapes | None = None
    """The curve over its steps; None where nothing of the map is measured."""

    def all_cells(self) -> Iterator[Cell]:
        """Its own cells, and those of its steps."""
        yield from self.cells
        for step in self.steps:
            yield from step.cells


def phases_of(
    maker: CellMaker,
    contents: CellContents,
    felt: DrawnEmotions | None,
    rows: MapRows,
    marks: Marks,
    earlier: Mapping[str, tuple[str, ...]],
) -> tuple[PhaseView, ...]:
    """The phases and steps that have ``contents``, with their cells in the rows of their lanes.

    ``felt`` is the lane of emotions, ``earlier`` the anchors that phases and steps had before.
    """

    def cells(column: Column) -> tuple[Cell, ...]:
        whole = column[1] is None
        made: list[Cell] = []
        for name, items in contents[column].items():
            row = rows.places[name, whole]
            made.append(Cell(row.row, row.label, row.voice, items, None, marks.cells.get((column, name))))
        if felt is not None and column in felt.cells:
            row = rows.places["emotion", whole]
            made.append(Cell(row.row, row.label, "emotion", (), felt.cells[column]))
        made.sort(key=_row_of)
        return tuple(made)

    phases: list[PhaseView] = []
    first = 2
    for p, entry in enumerate(maker.entry.phases):
        shown = [(s, step) for s, step in enumerate(entry.steps) if (p, s) in contents]
        if not shown and (p, None) not in contents:
            continue
        steps = tuple(
            _step(maker, entry, step, place, cells((p, s)), marks.columns.get((p, s)), earlier)
            for place, (s, step) in enumerate(shown, 1)
        )
        own = cells((p, None)) if (p, None) in contents else ()
        phase = _phase(maker, entry, first, own, steps, marks.columns.get((p, None)), earlier)
        if felt is not None and felt.lane.measured:
            # The neutral line runs through phases without a score as well.
            phase = phase._replace(plot=felt.plots.get(p) or CurveShapes(100 * phase.span, felt.lane.neutral))
        phases.append(phase)
        first += len(steps) or 1
    return tuple(phases)


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
