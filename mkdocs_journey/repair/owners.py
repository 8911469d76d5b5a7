"""Whether a reading leaves to every thing what is its own, as far as the typed columns tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journey.repair.rewriting import Deed, LineMove, Moves
from mkdocs_journey.repair.typed_lines import FieldReading, TypedLine, field_reading


class _Placed(NamedTuple):
    """A line, and how far its begin was moved to the right."""

    line: TypedLine
    moved: int
    reading: FieldReading | None
    item: bool
    """Whether it stands behind a dash afterwards."""
    below_new_name: bool
    """Whether the name of another list is written above it."""
    is_name: bool
    """Whether what looked like a field is the name of an item: what stands below it is that item's own."""

    @property
    def column(self) -> int:
        return self.line.columns[0]

    @property
    def kind(self) -> str:
        """The same for lines that stand for the same sort of thing: items, or fields of one name."""
        return "-" if self.line.marker else self.reading.name.casefold() if self.reading is not None else ""

    @property
    def field_column(self) -> int:
        return self.column + self.line.inset


def keeps_owners(lines: Sequence[TypedLine | None], moves: Moves | None) -> bool:
    """Whether no line of a reading goes over to another owner.

    Lines of one kind that were typed in one column move alike; what stands below a field that is empty stays inside of
    it; and a field that was typed further right than a dash stays with the item behind that dash.
    """
    placed = _placed(lines, moves)
    return all(
        _moves_like_its_neighbours(placed, index)
        and _stays_inside(placed, index)
        and _stays_with_its_item(placed, index)
        for index in range(len(placed))
    )


def _placed(lines: Sequence[TypedLine | None], moves: Moves | None) -> list[_Placed]:
    places: dict[int, LineMove] = {}
    named: set[int] = set()
    while moves is not None:
        if moves.last.deed is Deed.PLACE:
            places.setdefault(moves.last.row, moves.last)
        elif moves.last.deed is Deed.INSERT:
            named.add(moves.last.row)
        moves = moves.before
    return [
        _Placed(
            line,
            place.column - line.columns[0],
            reading,
            bool(place.dash),
            line.row in named,
            bool(place.dash) and reading is not None and place.text == f"name: {reading.name}",
        )
        for line in lines
        if line is not None and not line.odd and (place := places.get(line.row)) is not None
        for reading in (field_reading(line.text),)
    ]


def _moves_like_its_neighbours(placed: Sequence[_Placed], index: int) -> bool:
    one = placed[index]
    if not one.kind:
        return True
    for other in reversed(placed[:index]):
        if other.column < one.column:
            return True
        if other.column == one.column and other.kind == one.kind:
            return other.moved == one.moved
    return True


def _stays_inside(placed: Sequence[_Placed], index: int) -> bool:
    one = placed[index]
    if one.reading is None or one.reading.value or index + 1 == len(placed):
        return True
    below = placed[index + 1]
    was = below.column - one.field_column
    return was < 0 or (was + below.moved - one.moved >= 0 and (one.is_name or not below.below_new_name))


def _stays_with_its_item(placed: Sequence[_Placed], index: int) -> bool:
    one = placed[index]
    if one.item or one.reading is None or one.moved >= 0:
        return True
    item = next((other for other in reversed(placed[:index]) if other.line.marker and other.column < one.column), None)
    return item is None or one.column + one.moved > item.column + item.moved
