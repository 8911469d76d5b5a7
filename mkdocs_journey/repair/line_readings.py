"""What a line may be after the lines above it: a field, an item, more of a text; and what each of these costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.names import plain_name, shapes_by_name
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.shapes import Free, Many, Shape, main_field
from mkdocs_journey.repair.costs import (
    BEHIND_DASH,
    BESIDE,
    COLON_BEHIND_NAME,
    COMMENT,
    DEEP_HEADING,
    FEELING_BEHIND_NAME,
    GOES_ON,
    GOES_ON_FURTHER_LEFT,
    HEADING,
    LANE_OF_PHASE,
    LANE_OF_STEP,
    LIKE_A_FIELD,
    LIST_NOT_NAMED,
    NAMED,
    NO_DASH,
    NO_DASH_NAMED,
    OTHER_MARKER,
    OUTLINE,
    POPPED,
    QUOTED,
    SECOND_LEVEL,
    UNKNOWN,
)
from mkdocs_journey.repair.frames import Fit, Kind, OpenFrame, fit
from mkdocs_journey.repair.grammar import (
    IMPLIED_LISTS,
    begins_item,
    first_field,
    is_open,
    is_place,
    item_of,
    known_name,
    numbered_part,
    possible_fields,
)
from mkdocs_journey.repair.rewriting import Deed, LineMove, Moves
from mkdocs_journey.repair.typed_lines import (
    FieldReading,
    TypedLine,
    bare_name,
    field_reading,
    items_beside,
    opens_block_text,
    safe,
)

_NO_NAMES = frozenset({"text", "title"})
"""What writers call something else than the name of a phase or a step, where that has a name already."""
_BULLETS = frozenset("-*+•·‣◦●○■□▪–—o")
"""With what some begin each line of a list, also one that is a field."""
SCORE = re.compile(r"[-+−–]\d(?:\s|$)|0(?:\s|$)")
"""How a value begins that can be nothing but a score."""
_SIGN_APART = re.compile(r"[-−–]\s+(?=\d)")
"""A minus sign apart from its number."""
UNNAMED = "?:"
"""The line above items of which nobody can tell what list they are."""


class ReadState(NamedTuple):
    """A reading of the lines so far."""

    cost: float
    stack: tuple[OpenFrame, ...]
    moves: Moves | None

    def done(self, move: LineMove) -> Moves:
        """The moves with one more."""
        return Moves(move, self.moves)


def read_line(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """Everything that a line may be after what was read before it."""
    stack = state.stack
    if stack[-1].kind is Kind.LINES:
        if min(line.columns) > stack[-1].opener:
            yield state._replace(
                moves=state.done(LineMove(Deed.SHIFT, line.row, stack[-1].out_opener - stack[-1].opener))
            )
            return
        stack = stack[:-1]
        state = state._replace(stack=stack)
    if line.marker.startswith("#"):
        yield state._replace(cost=state.cost + COMMENT)
    twice = _is_twice(stack, line)
    for depth in range(len(stack) - 1, -1, -1):
        frame = stack[depth]
        below = ReadState(state.cost + POPPED * (len(stack) - 1 - depth), stack[: depth + 1], state.moves)
        if frame.kind is Kind.PART:
            if not twice:
                yield from _field(below, line)
                yield from _unknown(below, line)
            yield from _implied(below, line)
            yield from _unnamed(below, line)
        elif frame.kind is Kind.LIST:
            yield from _item(below, line)
        elif frame.kind is Kind.FREE:
            yield from _free(below, line)
        elif depth == len(stack) - 1:
            yield from _goes_on(below, line)
            if frame.part is not None:
                yield from _named(below, line, twice=twice)


def _is_twice(stack: Sequence[OpenFrame], line: TypedLine) -> bool:
    """Whether a line stands just where its field is written already: then it belongs nowhere else."""
    if line.marker:
        return False
    reading = field_reading(line.text)
    if reading is None:
        return False
    for frame in stack:
        if frame.kind is Kind.PART and frame.part is not None and frame.column in line.columns:
            name = known_name(frame.part, reading.name)
            if name is not None and name in frame.written:
                return True
    return False


def _text(reading: FieldReading, typed: str, name: str = "") -> tuple[str, float]:
    """How a field of a standard name is written, and what that costs."""
    apart = _SIGN_APART.match(reading.value) if name == "emotion" else None
    value = f"-{reading.value[apart.end() :]}" if apart is not None else safe(reading.value)
    if reading.plain and value == reading.value:
        return typed, 0.0
    return f"{reading.name}: {value}" if value else f"{reading.name}:", QUOTED if value != reading.value else 0.0


def _field(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line as a field of the part on top."""
    frame = state.stack[-1]
    assert frame.part is not None
    behind_dash = 0.0
    if line.marker:
        if line.marker[0] not in _BULLETS:
            return
        behind_dash = BEHIND_DASH
    for name, reading, cost in possible_fields(frame.part, line.text):
        if name in frame.written:
            continue
        place = fit(line, frame)
        text, quotes = _text(reading, line.text, name)
        out = _out(frame, place)
        shape = shapes_by_name(frame.part)[name]
        kept = frame._replace(column=_kept(frame, place), out=out, written=frame.written | {name})
        if isinstance(shape, Many) and (items := items_beside(reading.value)):
            paid = state.cost + cost + place.cost + behind_dash + BESIDE
            yield _with_items_below(state._replace(cost=paid), kept, line, shape, reading.name, items, place.column)
            continue
        yield from _opened(
            state._replace(cost=state.cost + cost + quotes + place.cost + behind_dash),
            kept,
            LineMove(Deed.PLACE, line.row, out, "", text),
            shape,
            reading.value,
            place.column,
            out,
        )


def _with_items_below(
    state: ReadState, frame: OpenFrame, line: TypedLine, shape: Many, name: str, items: Sequence[str], column: int
) -> ReadState:
    """A list that begins beside its name: its first items go below, and more of them may follow."""
    out = frame.out or 0
    moves = state.done(LineMove(Deed.PLACE, line.row, out, "", f"{name}:"))
    for item in items:
        moves = Moves(LineMove(Deed.BELOW, line.row, out + 2, "- ", safe(item)), moves)
    opened = OpenFrame(Kind.LIST, shape.item, column, None, None, out, out + 2, line.row)
    return ReadState(state.cost, (*state.stack[:-1], frame, opened), moves)


def _unknown(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line as a field that the part on top does not have: it stays what it is, with all that stands below it."""
    frame = state.stack[-1]
    reading = field_reading(line.text)
    if line.marker or frame.part is None or reading is None or not reading.plain:
        return
    if known_name(frame.part, reading.name) is not None:
        return
    place = fit(line, frame)
    out = _out(frame, place)
    kept = frame._replace(column=_kept(frame, place), out=out)
    below = OpenFrame(Kind.LINES, None, place.column, None, None, out, None, line.row)
    moves = state.done(LineMove(Deed.PLACE, line.row, out, "", line.text))
    yield ReadState(state.cost + UNKNOWN + place.cost, (*state.stack[:-1], kept, below), moves)


def _opened(
    state: ReadState, frame: OpenFrame, move: LineMove, shape: Shape, value: str, column: int, out: int
) -> Iterator[ReadState]:
    """The state after a field, with what stands open below it. ``frame`` takes the place of the one on top."""
    stack = (*state.stack[:-1], frame)
    below = _below(shape, value, column, out, move.row)
    yield ReadState(state.cost, (*stack, *below), state.done(move))


def _below(shape: Shape, value: str, column: int, out: int, index: int) -> tuple[OpenFrame, ...]:
    if value and opens_block_text(value):
        return (OpenFrame(Kind.LINES, None, column, None, None, out, None, index),)
    if value or not is_open(shape):
        return (OpenFrame(Kind.TEXT, None, column, None, None, out, None, index),)
    if isinstance(shape, Many):
        return (OpenFrame(Kind.LIST, shape.item, column, None, None, out, None, index),)
    if isinstance(shape, Free):
        return (OpenFrame(Kind.FREE, None, column, None, None, out, None, index, many=shape.many),)
    return (OpenFrame(Kind.PART, item_of(shape), column, None, None, out, None, index),)


def _implied(state: ReadState, line: TypedLine, forgotten: float = LIST_NOT_NAMED) -> Iterator[ReadState]:
    """The line as an item of a list whose name was forgotten."""
    frame = state.stack[-1]
    assert frame.part is not None
    name = IMPLIED_LISTS.get(frame.part)
    if name is None or name in frame.written or not line.marker:
        return
    shape = shapes_by_name(frame.part)[name]
    out = frame.out if frame.out is not None else frame.out_opener + 2
    column = frame.column if frame.column is not None else frame.opener + 2
    if min(line.columns) < (column if frame.opener >= 0 else 0):
        return
    named = frame._replace(written=frame.written | {name}, out=out, column=column)
    opened = OpenFrame(Kind.LIST, item_of(shape), column, None, None, out, None, line.row)
    cost = state.cost + forgotten
    moves = state.done(LineMove(Deed.INSERT, line.row, out, "", f"{name}:"))
    yield from _item(ReadState(cost, (*state.stack[:-1], named, opened), moves), line)


def _unnamed(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line as an item of a lane whose name was forgotten; which one that is, only its author knows."""
    frame = state.stack[-1]
    if not is_place(frame.part) or not line.marker or frame.column is None or min(line.columns) < frame.column:
        return
    opened = OpenFrame(Kind.LIST, Item, frame.column, None, None, frame.column, None, line.row)
    cost = state.cost + (LANE_OF_STEP if frame.part is Step else LANE_OF_PHASE)
    moves = state.done(LineMove(Deed.INSERT, line.row, frame.column, "", UNNAMED))
    yield from _item(ReadState(cost, (*state.stack, opened), moves), line)


def _item(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line as an item of the list on top."""
    frame = state.stack[-1]
    part, marker = frame.part, line.marker
    if marker:
        heading = marker[0] == "#"
        place = fit(line, frame)
        if (heading and not is_place(part) and place.cost) or numbered_part(marker) not in (None, part):
            return
        second_level = marker[0] == "o" and part is Phase
        if second_level and len(line.columns) > 1:
            # Behind a tab, it stands below something, however wide the tab is.
            return
        tidy = marker == "-" and line.inset > 1
        cost = 0.0 if tidy else OTHER_MARKER if not heading else HEADING if is_place(part) else DEEP_HEADING
        cost += SECOND_LEVEL if second_level else 0.0
        inset = line.inset if tidy else 2
        yield from _written_item(state, line, place, cost, inset, "-".ljust(inset))
        return
    reading = field_reading(line.text)
    name = known_name(part, reading.name) if part is not None and reading is not None else None
    begins = (
        part is not None
        and name is not None
        and reading is not None
        and not (is_place(part) and plain_name(reading.name) in _NO_NAMES)
        and begins_item(part, name, frame.written)
    )
    place = min(
        (fit(line, frame), fit(line._replace(columns=tuple(column - 2 for column in line.columns)), frame)),
        key=lambda one: one.cost,
    )
    if part is not None and frame.column is None and name is not None:
        # One thing alone needs no dash.
        alone = OpenFrame(Kind.PART, part, frame.opener, None, None, frame.out_opener, None, frame.line)
        yield from _field(state._replace(stack=(*state.stack[:-1], alone)), line)
    if reading is not None and not begins:
        # Nothing begins with such a field, so a dash is not what is missing here.
        return
    cost = NO_DASH_NAMED if begins else NO_DASH
    yield from _written_item(state, line, place, cost, 2, "- ")


def _written_item(
    state: ReadState, line: TypedLine, place: Fit, cost: float, inset: int, dash: str
) -> Iterator[ReadState]:
    frame = state.stack[-1]
    part = frame.part
    out = _out(frame, place)
    begun = first_field(part, line.text)
    listed = frame._replace(
        column=_kept(frame, place), out=out, snapped=frame.opener + 2, written=frame.written | begun
    )
    below = state._replace(cost=state.cost + cost + place.cost, stack=(*state.stack[:-1], listed))
    start = place.column
    own = OpenFrame(
        Kind.PART,
        part,
        start,
        start + (line.inset if line.marker else inset),
        (frame.column if frame.column is not None else frame.opener + 2) + inset,
        out,
        out + inset,
        line.row,
    )
    if part is not None:
        for name, reading, more in possible_fields(part, line.text):
            text, quotes = _text(reading, line.text)
            opened = below._replace(cost=below.cost + more + quotes, stack=(*below.stack, own))
            yield from _opened(
                opened,
                own._replace(written=frozenset({name})),
                LineMove(Deed.PLACE, line.row, out, dash, text),
                shapes_by_name(part)[name],
                reading.value,
                start + inset,
                out + inset,
            )
        main = main_field(part)
        if main and line.text.endswith(":") and len(line.text) > 1:
            text = f"{main}: {safe(bare_name(line.text))}"
            yield ReadState(
                below.cost + COLON_BEHIND_NAME,
                (*below.stack, own._replace(written=frozenset({main}))),
                below.done(LineMove(Deed.PLACE, line.row, out, dash, text)),
            )
    behind = field_reading(line.text) if is_place(part) else None
    if part and behind and SCORE.match(behind.value) and known_name(part, behind.name) not in ("name", "emotion"):
        # “Need: -1 chilly” is how it feels there, and no name.
        moves = below.done(LineMove(Deed.PLACE, line.row, out, dash, f"name: {safe(behind.name)}"))
        feeling = LineMove(Deed.BELOW, line.row, out + inset, "", f"emotion: {behind.value}")
        written = own._replace(written=frozenset(("name", "emotion")))
        yield ReadState(below.cost + FEELING_BEHIND_NAME, (*below.stack, written), Moves(feeling, moves))
        return
    if part and behind and behind.value[:1] == "[" and known_name(part, behind.name) is None:
        # “Detail: [Ask, Look]” is a phase with its steps; of what a list in a step is one, only its author knows.
        if (steps := IMPLIED_LISTS.get(part)) is not None:
            moves = below.done(LineMove(Deed.PLACE, line.row, out, dash, f"name: {safe(behind.name)}"))
            inside = LineMove(Deed.BELOW, line.row, out + inset, "", f"{steps}: {behind.value}")
            written = own._replace(written=frozenset(("name", steps)))
            yield ReadState(below.cost + COLON_BEHIND_NAME, (*below.stack, written), Moves(inside, moves))
        return
    text = safe(line.text)
    quotes = QUOTED if text != line.text else 0.0
    if not line.marker and field_reading(line.text) is not None:
        # A field that nothing has is no text: only its author knows what it is.
        return
    if _is_like_a_field(below.stack, line):
        quotes += LIKE_A_FIELD
    yield ReadState(
        below.cost + quotes,
        (*below.stack, own._replace(kind=Kind.TEXT)),
        below.done(LineMove(Deed.PLACE, line.row, out, dash, text)),
    )


def _is_like_a_field(stack: Sequence[OpenFrame], line: TypedLine) -> bool:
    """Whether a line is a field of something that stands open; without a dash, even one that lacks its colon."""
    reading = field_reading(line.text)
    parts = [frame.part for frame in stack if frame.kind is not Kind.TEXT and frame.part is not None]
    if reading is not None:
        return any(known_name(part, reading.name) is not None for part in parts)
    return not line.marker and any(next(possible_fields(part, line.text), None) is not None for part in parts)


def _free(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line in a mapping whose names are the author's own."""
    frame = state.stack[-1]
    place = fit(line, frame)
    out = _out(frame, place)
    kept = frame._replace(column=_kept(frame, place), out=out)
    if line.marker:
        moves = state.done(LineMove(Deed.PLACE, line.row, out, "- ", safe(line.text)))
        yield ReadState(state.cost + place.cost, (*state.stack[:-1], kept), moves)
        return
    reading = field_reading(line.text)
    if reading is None:
        return
    text, quotes = _text(reading, line.text)
    shape: Shape = Many() if frame.many else Free()
    below = _below(shape, reading.value or ("" if frame.many else "-"), place.column, out, line.row)
    moves = state.done(LineMove(Deed.PLACE, line.row, out, "", text))
    yield ReadState(state.cost + place.cost + quotes + reading.cost, (*state.stack[:-1], kept, *below), moves)


def _goes_on(state: ReadState, line: TypedLine) -> Iterator[ReadState]:
    """The line as more of the text on top."""
    frame = state.stack[-1]
    if line.marker or field_reading(line.text) is not None:
        return
    if state.moves is None or line.row > state.moves.last.row + 1:
        # A blank line ends a text.
        return
    deeper = min(line.columns) > frame.opener
    cost = GOES_ON if deeper else GOES_ON + GOES_ON_FURTHER_LEFT
    yield ReadState(state.cost + cost, state.stack, state.done(LineMove(Deed.JOIN, line.row)))


def _named(state: ReadState, line: TypedLine, *, twice: bool) -> Iterator[ReadState]:
    """The line as a field, or as an item of a list, of the item whose text is on top: that becomes its name."""
    frame = state.stack[-1]
    assert frame.part is not None
    main = main_field(frame.part)
    if not main:
        return
    part = frame._replace(kind=Kind.PART, written=frozenset({main}))
    moves = state.done(LineMove(Deed.NAME, frame.line, text=main))
    named = ReadState(state.cost + NAMED, (*state.stack[:-1], part), moves)
    if not twice:
        yield from _field(named, line)
    deeper = bool(line.marker) and min(line.columns) > frame.opener
    yield from _implied(named, line, OUTLINE if deeper else LIST_NOT_NAMED)


def _out(frame: OpenFrame, place: Fit) -> int:
    """The column in which something is written that stands in a frame."""
    if frame.out is not None:
        return frame.out
    deeper = place.column - frame.opener
    least = 0 if frame.kind is Kind.LIST or frame.line < 0 else 1
    if place.cost >= 1 or deeper < least or deeper > 8:
        deeper = 2
    return max(0, frame.out_opener + deeper)


def _kept(frame: OpenFrame, place: Fit) -> int:
    """Where what stands in a frame begins: as the first did that stood well."""
    return frame.column if frame.column is not None else place.column
