"""The lanes of a map: their order, their names, and which of them form the service blueprint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from mkdocs_journey.drawing.items import MapRow
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.lane import BlueprintLine, LaneGroup
from mkdocs_journey.model.lane_table import added_lanes_place, lane_row, lane_table

FIRST_LANE = 3
"""MapRow of the first lane; above it are the phases and the steps."""
HIDDEN = "hidden"
"""What an author writes in place of a name to leave a lane out."""


class ShownLane(NamedTuple):
    """A lane as a journey shows it."""

    name: str
    """The field's name, or the author's own for a lane that the journey adds."""
    label: str
    note: str
    """A second line under the label."""
    voice: str
    """How the lane speaks: ``goal``, ``actions``, ``thoughts``, ``emotion``, or plainly."""


class ShownLanes(Struct, frozen=True):
    """The lanes that a journey may show."""

    positions: Mapping[str, int]
    """Place of each lane in the journey's order; a hidden lane has none."""
    written: Mapping[str, str]
    words: Words

    def lane(self, name: str) -> ShownLane:
        """A lane with its label: the journey's, else the language's, else the name as the author wrote it."""
        row = lane_row(name)
        label = self.written.get(name, "")
        own = label or self.words.get(f"lane.{name}") or name[:1].upper() + name[1:].replace("_", " ")
        return ShownLane(
            name, own, "" if label else self.words.get(f"lane_note.{name}"), row.about.voice if row else ""
        )


def lanes_of(written: Mapping[str, str], words: Words, chosen: Sequence[str] = ()) -> ShownLanes:
    """The lanes of a journey that has ``written`` under ``lanes``; or those that are ``chosen`` of them, in that order.

    What a map hides stays hidden.
    """
    positions = _positions(written) if written else _default_positions()
    if chosen:
        shown = [name for name in chosen if name in positions]
        positions = {name: position for position, name in enumerate(shown)}
    return ShownLanes(positions, written, words)


def _positions(written: Mapping[str, str]) -> Mapping[str, int]:
    """Where every value is empty, it is a list, and its order comes first; otherwise it gives names to lanes, adds
    lanes, and hides them.
    """
    declared = list(lane_table())
    behind = len(declared) - added_lanes_place()
    added = [name for name in written if lane_row(name) is None]
    order = [*declared[:behind], *added, *declared[behind:]]
    if not any(written.values()):
        order = [*written, *(name for name in order if name not in written)]
    shown = [name for name in order if written.get(name, "").casefold() != HIDDEN]
    return {name: position for position, name in enumerate(shown)}


def blueprint_line(name: str, drawn: set[str]) -> str:
    """The line of a service blueprint that lies above a lane: ``interaction``, ``visibility``, ``internal`` or "".

    ``drawn`` are the blueprint lanes that the map has drawn above; a line is drawn once, and the line of internal
    interaction only below people.
    """
    line = _line(name)
    if line is BlueprintLine.INTERNAL:
        above = {_line(lane) for lane in drawn}
        if BlueprintLine.INTERNAL in above or not above & {BlueprintLine.INTERACTION, BlueprintLine.VISIBILITY}:
            return ""
    return line or ""


def _line(name: str) -> BlueprintLine | None:
    row = lane_row(name)
    return row.about.line if row else None


def is_quoted(name: str) -> bool:
    """Whether somebody's own words stand in a lane."""
    row = lane_row(name)
    return row is not None and row.about.voice == "thoughts"


def is_blueprint(name: str) -> bool:
    """Whether a lane belongs to the service blueprint."""
    row = lane_row(name)
    return row is not None and row.about.group is LaneGroup.BLUEPRINT


@cache
def _default_positions() -> Mapping[str, int]:
    return {name: position for position, name in enumerate(lane_table())}


class MapRows(NamedTuple):
    """The rows of a map."""

    rows: tuple[MapRow, ...]
    places: Mapping[tuple[str, bool], MapRow]
    """The row of each lane: of what is said about a whole phase (True), and of the rest."""


def rows_of(
    lanes: ShownLanes, contents: Mapping[Column, Iterable[str]], felt: Iterable[Column], *, rated: bool
) -> MapRows:
    """The rows of the lanes that say something, in order.

    ``contents`` are the lanes of each column, ``felt`` the columns of the lane of emotions; ``rated`` tells whether
    any pain point has a severity.
    """
    words = lanes.words
    filled: dict[str, list[Column]] = {"emotion": list(felt)} if felt else {}
    for column, found in contents.items():
        for lane_name in found:
            filled.setdefault(lane_name, []).append(column)
    rows: list[MapRow] = []
    places: dict[tuple[str, bool], MapRow] = {}
    drawn: set[str] = set()

    def add(lane: ShownLane, whole: bool, note: str) -> None:
        row = _row(lane, len(rows) + FIRST_LANE, note, words, drawn)
        places[lane.name, whole] = row
        rows.append(row)
        drawn.add(lane.name)

    for name in sorted(filled, key=lanes.positions.__getitem__):
        phases = {p for p, s in filled[name] if s is None}
        lane = lanes.lane(name)
        # A text about a whole phase and one of a step in it cannot stand in one row.
        if any(s is not None and p in phases for p, s in filled[name]):
            add(lane, True, words("lane_note.whole_phase"))
        add(lane, False, lane.note if rated or name != "pains" else "")
        places.setdefault((name, True), places[name, False])
    return MapRows(tuple(rows), places)


def _row(lane: ShownLane, row: int, note: str, words: Words, drawn: set[str]) -> MapRow:
    line = blueprint_line(lane.name, drawn)
    style = {"visibility": "dashed", "internal": "dotted"}.get(line, "solid")
    above = words(f"line.{line}") if line else ""
    return MapRow(lane.name, row, lane.label, note, lane.voice, is_blueprint(lane.name), above, style)
