"""Tables read as maps: phases across and lanes down, or a row for each step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from mkdocs_journey.languages.language import languages
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.items import EMPTY_CELL
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import is_common_word, plain_name, shapes_by_name
from mkdocs_journey.model.shapes import Many
from mkdocs_journey.pasted.cells import Cells, Row
from mkdocs_journey.pasted.fitting import fitting
from mkdocs_journey.pasted.headings import (
    PHASE,
    STEP,
    TableHeading,
    field_of_map,
    heading_of,
    item_of,
    known,
    with_items,
)
from mkdocs_journey.pasted.measured import Measured, TableFeeling, measure, written_scale
from mkdocs_journey.pasted.pasted_map import (
    PHASE_WITHOUT_NAME,
    STEP_WITHOUT_NAME,
    PastedMap,
    PastedPhase,
    PastedStep,
    PastedText,
    lane_name,
    left_out,
    with_field,
)
from mkdocs_journey.pasted.texts import BULLET, texts_of
from mkdocs_journey.repair.typed_lines import field_reading
from mkdocs_journey.source.marked_lists import marked

_NUMBER = re.compile(r"[+-]?\d{1,3}")


class _Column(NamedTuple):
    """One phase, or one step of a phase."""

    phase: str
    texts: Mapping[TableHeading, tuple[str, ...]]


def read_table(cells: Cells) -> PastedMap | None:
    """The map that a table shows; None where it names no fields of a map."""
    return _read_table(cells, scored=True)


def read_table_without_scores(cells: Cells) -> PastedMap | None:
    """The same, where what stands for feelings cannot be drawn as any: then it is a lane of the map's own."""
    return _read_table(cells, scored=False)


def _read_table(cells: Cells, *, scored: bool) -> PastedMap | None:
    rows, whole, unplaced = _without_head(cells.rows)
    if len(rows) < 2:
        return None
    across, down = [heading_of(cell) for cell in rows[0]], [heading_of(row[0], Phase) for row in rows]
    # What names places leaves the corner empty: then one lane is enough to tell a map.
    needed = 2 if rows[0][0] or any(not cell for cell in rows[0][1:]) else 1
    if max(known(across), known(down)) < needed or all(heading.numbered for heading in across):
        return None
    if _has_rows_for_places(rows, across, down):
        if STEP not in {heading.field for heading in across}:
            across = [heading_of(cell, Phase) for cell in rows[0]]
        return _read(cells.form, whole, unplaced, across, rows[1:], scored=scored)
    corner = rows[0][0]
    columns = list(zip(*rows, strict=True))[1:]
    names = STEP if all(heading.numbered for heading in across[1:]) else PHASE
    headings = [TableHeading(names, ""), *down[1:]]
    if corner and not down[0].field and "title" not in whole:
        whole = {"title": (corner,), **whole}
    return _read(cells.form, whole, unplaced, headings, columns, scored=scored)


def _has_rows_for_places(rows: Sequence[Row], across: Sequence[TableHeading], down: Sequence[TableHeading]) -> bool:
    """Whether each row is a phase or a step; else each column is one.

    The corner tells nothing. Phases may bear the names of lanes, *Need* for one, so where more than one heading of both
    kinds is known, feelings decide: they stand below their heading, or beside it.
    """
    # Names with numbers, Step 1, Step 2, may be those of places as well.
    named_across, named_down = (known(one for one in side[1:] if not one.numbered) for side in (across, down))
    if not named_across and not named_down:
        return any(one.numbered for one in across[1:]) and not any(one.numbered for one in down[1:])
    if named_across and named_down:
        below = [row[n] for n, heading in enumerate(across) if heading.field == "emotion" for row in rows[1:]]
        beside = [
            cell for row, heading in zip(rows, down, strict=True) if heading.field == "emotion" for cell in row[1:]
        ]
        if _scores(below) != _scores(beside):
            return _scores(below) > _scores(beside)
    return named_across > named_down


def _scores(cells: Sequence[str]) -> int:
    return sum(_NUMBER.match(cell) is not None for cell in cells)


def _without_head(rows: Sequence[Row]) -> tuple[Sequence[Row], dict[str, tuple[str, ...]], list[str]]:
    """The rows, what is said of the whole map above them, and what else stands there.

    A text that stands alone is the title, or a field with its text in one cell; a field may have its text beside it.
    """
    whole: dict[str, tuple[str, ...]] = {}
    unplaced: list[str] = []
    while len(rows) > 2:
        first, *others = rows[0]
        behind = [cell for cell in others if cell]
        field = field_of_map(first.strip("*_ :"))
        within = field_reading(first.strip("*_ "))
        said = field_of_map(within.name) if within is not None and within.value else ""
        if first and not behind and within is not None and said and said not in whole:
            whole[said] = (within.value,)
        elif first and not behind and "title" not in whole:
            whole["title"] = (first,)
        elif first and not behind and not heading_of(first).field:
            unplaced.append(first)
        elif field and field not in whole and behind == others[:1] and not heading_of(behind[0]).field:
            whole[field] = (behind[0],)
        else:
            break
        rows = rows[1:]
    return rows, whole, unplaced


def _read(
    form: Message,
    said: Mapping[str, tuple[str, ...]],
    above: Sequence[str],
    headings: Sequence[TableHeading],
    places: Sequence[Row],
    *,
    scored: bool,
) -> PastedMap | None:
    """A map of places, each of them a phase or a step; ``headings`` say what their texts are."""
    assumed: list[Message] = []
    unplaced = [*above]
    whole = dict(said)
    headings, places = _without_fields_of_map(with_items(headings), places, whole)
    assumed += [
        message("{name} is taken for the emotion.", name=heading.text)
        for heading in headings
        if scored and heading.field == "emotion" and is_common_word(Step, heading.text)
    ]
    headings = _with_names(headings, places, assumed)
    if not scored:
        assumed += [
            message("What stands for {name} is no score, so it is a lane of the map's own.", name=heading.text)
            for heading in headings
            if heading.field == "emotion"
        ]
        headings = [heading._replace(field="") if heading.field == "emotion" else heading for heading in headings]
    lanes: dict[TableHeading, str] = {}
    for heading in headings:
        if not heading.field and heading.text:
            lanes[heading] = lane_name(heading.text, lanes.values())
    columns: list[_Column] = []
    step_a_row = _has_a_step_a_row(headings, places)
    for place in places:
        texts: dict[TableHeading, tuple[str, ...]] = {}
        for heading, cell in zip(headings, place, strict=True):
            if found := texts_of(cell):
                if heading.field == PHASE or (heading.field == STEP and step_a_row):
                    found = _one_name(cell, found)
                if heading in lanes or heading.field:
                    texts[heading] = (*texts.get(heading, ()), *found)
                else:
                    unplaced.extend(found)
        if texts:
            phase = " ".join(_named(texts, PHASE)) or (columns[-1].phase if columns else "")
            columns.append(_Column(phase, texts))
    if not all(column.phase for column in columns):
        assumed.append(
            message("What stands in no phase is put into one that is called {name}.", name=PHASE_WITHOUT_NAME)
        )
        columns = [column._replace(phase=column.phase or PHASE_WITHOUT_NAME) for column in columns]
    if scored:
        rows = [_emotions(column, number) for number, column in enumerate(columns)]
        measured = measure([one for row in rows for one in row], next(_scales_behind(headings), ""))
        if measured is None:
            return None
        if measured.scale:
            whole["emotion_scale"] = (measured.scale,)
        assumed += measured.assumed
        unplaced += measured.left_out
        columns = [_with_emotions(column, number, measured) for number, column in enumerate(columns)]
    phases = _phases(columns, lanes, assumed, unplaced)
    own = {name: heading.text for heading, name in lanes.items()}
    return PastedMap(form, whole, own, phases, tuple(assumed), tuple(unplaced))


def _has_a_step_a_row(headings: Sequence[TableHeading], places: Sequence[Row]) -> bool:
    """Whether each place is one step: a phase goes on over several of them, or the heading names one step."""
    for number, heading in enumerate(headings):
        if heading.field == PHASE:
            phases = [place[number] for place in places]
            if not all(phases) or len(set(phases)) < len(phases):
                return True
    return any(heading.field == STEP and _is_singular(heading.text) for heading in headings)


@cache
def _is_singular(heading: str) -> bool:
    """Whether a heading names one step, as a page calls it in some language."""
    return plain_name(heading) in {plain_name(one.labels["map.step"]) for one in languages().values()}


def _one_name(cell: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """The name that a cell holds, whose lines are broken where the cell was narrow; a list of names stays one."""
    lines = [line.strip() for line in cell.splitlines()]
    is_list = len(found) < 2 or any(BULLET.match(line) for line in lines) or marked(cell) or len(lines) != len(found)
    return found if is_list else (" ".join(found),)


def _emotions(column: _Column, place: int) -> list[TableFeeling]:
    """What a phase or a step says of feelings, under each heading that names them."""
    name = " ".join(_named(column.texts, STEP)) or column.phase
    return [
        TableFeeling(place, name, heading.text, " / ".join(texts))
        for heading, texts in column.texts.items()
        if heading.field == "emotion"
    ]


def _with_emotions(column: _Column, place: int, measured: Measured) -> _Column:
    """The column with its feelings as they are written on the scale, without those that cannot be."""
    texts: dict[TableHeading, tuple[str, ...]] = {}
    for heading, found in column.texts.items():
        if heading.field != "emotion":
            texts[heading] = found
        elif (text := measured.texts.get((place, heading.text))) is not None:
            texts[heading] = (text,)
    return column._replace(texts=texts)


def _scales_behind(headings: Sequence[TableHeading]) -> Iterator[str]:
    """Scales that stand behind headings."""
    for heading in headings:
        if heading.field == "emotion" and heading.behind and (written := written_scale(heading.behind)):
            yield written


def _without_fields_of_map(
    headings: Sequence[TableHeading], places: Sequence[Row], whole: dict[str, tuple[str, ...]]
) -> tuple[Sequence[TableHeading], Sequence[Row]]:
    """The table without what is said of the whole map: a field of it that holds the same everywhere.

    Where places differ, it is a lane of the map's own, so that nobody loses which is whose.
    """
    kept: list[int] = []
    lanes: list[TableHeading] = []
    for number, heading in enumerate(headings):
        texts = {place[number] for place in places if place[number] not in EMPTY_CELL}
        if heading.of_map and len(texts) == 1 and heading.field not in whole and _fits_map(heading.field, texts):
            whole[heading.field] = tuple(texts)
            continue
        if heading.of_map:
            heading = TableHeading("", heading.text)
        kept.append(number)
        lanes.append(heading)
    return lanes, [tuple(place[number] for number in kept) for place in places]


def _fits_map(field: str, texts: Iterable[str]) -> bool:
    """Whether a field of the whole map can hold texts as they are."""
    shape = shapes_by_name(Journey)[field]
    return isinstance(shape, Many) or all(fitting(Journey, field, text) == text for text in texts)


def _with_names(
    headings: Sequence[TableHeading], places: Sequence[Row], assumed: list[Message]
) -> Sequence[TableHeading]:
    """The headings, one of which names phases, and one of which names steps where a phase goes on over places."""
    kinds = [heading.field for heading in headings]
    if not {PHASE, STEP} & set(kinds):
        headings = _renamed(headings, places, PHASE, ("",), assumed)
        kinds = [heading.field for heading in headings]
    if STEP in kinds or PHASE not in kinds:
        return headings
    phases = [place[kinds.index(PHASE)] for place in places]
    if all(phases) and len(set(phases)) == len(phases):
        return headings
    return _renamed(headings, places, STEP, ("", "actions", "description"), assumed)


def _renamed(
    headings: Sequence[TableHeading], places: Sequence[Row], kind: str, fields: Sequence[str], assumed: list[Message]
) -> Sequence[TableHeading]:
    """The headings, the first of some fields naming phases or steps, if one is filled everywhere."""
    for number, heading in enumerate(headings):
        if heading.field in fields and heading.text and all(place[number] for place in places):
            names_phases = message("What stands under {name} names the phases.", name=heading.text)
            names_steps = message("What stands under {name} names the steps.", name=heading.text)
            assumed.append(names_phases if kind == PHASE else names_steps)
            return [*headings[:number], TableHeading(kind, heading.text), *headings[number + 1 :]]
    return headings


def _named(texts: Mapping[TableHeading, tuple[str, ...]], field: str) -> tuple[str, ...]:
    return tuple(text for heading, found in texts.items() if heading.field == field for text in found)


def _phases(
    columns: Sequence[_Column],
    lanes: Mapping[TableHeading, str],
    assumed: list[Message],
    unplaced: list[str],
) -> tuple[PastedPhase, ...]:
    phases = []
    for name, group in groupby(columns, key=lambda column: column.phase):
        own = list(group)
        fields: dict[str, tuple[PastedText, ...]] = {}
        steps: list[PastedStep] = []
        for column in own:
            names = _named(column.texts, STEP)
            if not names and len(own) > 1:
                names = (STEP_WITHOUT_NAME,)
                said = message(
                    "A step of {phase} has no name, so it is called {name}.", phase=name, name=STEP_WITHOUT_NAME
                )
                assumed.append(said)
            of_step = len(names) == 1
            steps += [PastedStep(text, {}) for text in names]
            at = message("{phase}, {step}", phase=name, step=names[0]) if of_step else name
            rated = _rated(column.texts, at, unplaced, assumed)
            for heading, texts in rated.items():
                field = lanes.get(heading, heading.field)
                if field in (PHASE, STEP) or heading.items:
                    continue
                part = Step if of_step else Phase
                if heading in lanes or field in shapes_by_name(part):
                    if of_step:
                        steps[-1] = steps[-1]._replace(fields={**steps[-1].fields, field: texts})
                    else:
                        fields[field] = (*fields.get(field, ()), *texts)
                elif field in shapes_by_name(Phase):
                    fields[field] = tuple(dict.fromkeys((*fields.get(field, ()), *texts)))
                else:
                    unplaced.append(left_out(heading.text, at, " / ".join(map(str, texts))))
        if "emotion" in fields and any("emotion" in step.fields for step in steps):
            whole = next(one.text for column in own for one in column.texts if one.field == "emotion")
            unplaced.append(left_out(whole, name, " / ".join(map(str, fields.pop("emotion")))))
        phases.append(PastedPhase(name, fields, tuple(steps)))
    return tuple(phases)


def _rated(
    texts: Mapping[TableHeading, tuple[str, ...]], at: str, unplaced: list[str], assumed: list[Message]
) -> dict[TableHeading, tuple[PastedText, ...]]:
    """What stands in a place, the fields of items with the items to which they belong; ``at`` is what it is called."""
    found: dict[TableHeading, tuple[PastedText, ...]] = dict(texts)
    for heading, values in texts.items():
        if not heading.items:
            continue
        owner = next((one for one in found if one.field == heading.items), None)
        items = found[owner] if owner is not None else ()
        part = item_of(heading.items)
        if owner is None or part is None or len(values) not in (1, len(items)):
            unplaced.append(left_out(heading.text, at, " / ".join(values)))
            continue
        if len(values) < len(items):
            said = message(
                "One {name} beside several {items} is taken for each of them.", name=heading.text, items=owner.text
            )
            assumed += [said] if said not in assumed else []
            values = values * len(items)
        written: list[PastedText] = []
        for item, value in zip(items, values, strict=True):
            held = fitting(part, heading.field, value)
            if not held:
                whose = message("{phase}, {step}", phase=at, step=str(item)) if len(items) > 1 else at
                unplaced.append(left_out(heading.text, whose, value))
            written.append(with_field(item, heading.field, held) if held else item)
        found[owner] = tuple(written)
    return found
