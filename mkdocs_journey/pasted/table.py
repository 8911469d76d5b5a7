"""Tables read as maps: phases across and lanes down, or a row for each step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from pydantic import BaseModel

from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_name, field_names, plain_name, shapes_by_name
from mkdocs_journey.model.reading import EMPTY_CELL
from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import Scale, scale
from mkdocs_journey.pasted.cells import Cells, Row
from mkdocs_journey.pasted.pasted_map import PHASE_WITHOUT_NAME, STEP_WITHOUT_NAME, PastedMap, PastedPhase, PastedStep

PHASE, STEP = "phases", "steps"
_BREAK = re.compile(r"<br ?/?>|\n|[•·‣◦●](?=\s)", re.IGNORECASE)
_BULLET = re.compile(r"[-*•]\s+")
_BEHIND = re.compile(r"[(\[](?P<behind>[^()\[\]]*)[)\]]$")
_NUMBER = re.compile(r"[+-]?\d{1,3}")
_SCALES = ("1..5", "1..7", "1..10", "0..5", "0..10", "-3..3", "-5..5", "0..100")
"""Likeliest first."""


class _Heading(NamedTuple):
    """What a row or a column is about."""

    field: str
    """Standard name of a field; :data:`PHASE` or :data:`STEP` for names; "" for a lane of the map's own."""
    text: str
    behind: str
    """What stands in brackets behind it."""


class _Column(NamedTuple):
    """One phase, or one step of a phase."""

    phase: str
    texts: Mapping[_Heading, tuple[str, ...]]


def read_table(cells: Cells) -> PastedMap | None:
    """The map that a table shows; None where it names no fields of a map."""
    return _read_table(cells, scored=True)


def read_table_without_scores(cells: Cells) -> PastedMap | None:
    """The same, where what stands for feelings cannot be drawn as any: then it is a lane of the map's own."""
    return _read_table(cells, scored=False)


def _read_table(cells: Cells, *, scored: bool) -> PastedMap | None:
    rows, title = _without_title(cells.rows)
    if len(rows) < 2:
        return None
    across, down = [_heading(cell) for cell in rows[0]], [_heading(row[0], Phase) for row in rows]
    if max(_known(across), _known(down)) < 2:
        return None
    if _has_rows_for_places(rows, across, down):
        if STEP not in {heading.field for heading in across}:
            across = [_heading(cell, Phase) for cell in rows[0]]
        return _read(cells.form, title, across, rows[1:], scored=scored)
    corner = rows[0][0]
    columns = list(zip(*rows, strict=True))[1:]
    headings = [_Heading(PHASE, "", ""), *down[1:]]
    if corner and not down[0].field and not title:
        title = corner
    return _read(cells.form, title, headings, columns, scored=scored)


def _has_rows_for_places(rows: Sequence[Row], across: Sequence[_Heading], down: Sequence[_Heading]) -> bool:
    """Whether each row is a phase or a step; else each column is one.

    The corner tells nothing. Phases may bear the names of lanes, *Need* for one, so where more than one heading of both
    kinds is known, feelings decide: they stand below their heading, or beside it.
    """
    named_across, named_down = _known(across[1:]), _known(down[1:])
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


def _without_title(rows: Sequence[Row]) -> tuple[Sequence[Row], str]:
    """The rows, and the title that stands alone above them."""
    first = [cell for cell in rows[0] if cell]
    if len(first) == 1 and len(rows) > 2 and rows[0][0]:
        return rows[1:], first[0]
    return rows, ""


def _heading(cell: str, part: type[BaseModel] = Step) -> _Heading:
    """What a row or a column is about; ``part`` is what its texts are written for in the first place."""
    bare = cell.strip("*_ :").strip()
    behind = _BEHIND.search(bare)
    for text in (bare, bare[: behind.start()].strip()) if behind else (bare,):
        plain = plain_name(text)
        if field_names(Journey).get(plain) == PHASE:
            return _Heading(PHASE, text, "")
        if field_names(Phase).get(plain) == STEP:
            return _Heading(STEP, text, "")
        field = next(filter(None, (field_name(one, text) for one in (part, Step, Phase))), None)
        if field is None and field_name(Journey, text) == "feelings":
            field = "emotion"
        if field:
            return _Heading(STEP if field == "name" else field, text, behind["behind"] if behind else "")
    return _Heading("", bare, "")


def _known(headings: Iterable[_Heading]) -> int:
    return len({heading.field for heading in headings if heading.field})


def _read(
    form: Message, title: str, headings: Sequence[_Heading], places: Sequence[Row], *, scored: bool
) -> PastedMap | None:
    """A map of places, each of them a phase or a step; ``headings`` say what their texts are."""
    assumed: list[Message] = []
    left_out: list[str] = []
    headings = _with_names(headings, places, assumed)
    if not scored:
        assumed += [
            message("What stands for {name} is no score, so it is a lane of the map's own.", name=heading.text)
            for heading in headings
            if heading.field == "emotion"
        ]
        headings = [heading._replace(field="") if heading.field == "emotion" else heading for heading in headings]
    lanes: dict[_Heading, str] = {}
    for heading in headings:
        if not heading.field and heading.text:
            lanes[heading] = _lane_name(heading.text, lanes.values())
    columns: list[_Column] = []
    for place in places:
        texts: dict[_Heading, tuple[str, ...]] = {}
        for heading, cell in zip(headings, place, strict=True):
            if found := _texts(cell):
                if heading in lanes or heading.field:
                    texts[heading] = (*texts.get(heading, ()), *found)
                else:
                    left_out.extend(found)
        if texts:
            phase = " ".join(_named(texts, PHASE)) or (columns[-1].phase if columns else "")
            columns.append(_Column(phase, texts))
    whole: dict[str, tuple[str, ...]] = {"title": (title,)} if title else {}
    if not all(column.phase for column in columns):
        assumed.append(
            message("What stands in no phase is put into one that is called {name}.", name=PHASE_WITHOUT_NAME)
        )
        columns = [column._replace(phase=column.phase or PHASE_WITHOUT_NAME) for column in columns]
    measured, about_it = _scale(headings, columns)
    if measured:
        whole["emotion_scale"] = (measured,)
    if about_it:
        assumed.append(about_it)
    phases = _phases(columns, lanes, assumed, left_out)
    own = {name: heading.text for heading, name in lanes.items()}
    return PastedMap(form, whole, own, phases, tuple(assumed), tuple(left_out))


def _with_names(headings: Sequence[_Heading], places: Sequence[Row], assumed: list[Message]) -> Sequence[_Heading]:
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
    headings: Sequence[_Heading], places: Sequence[Row], kind: str, fields: Sequence[str], assumed: list[Message]
) -> Sequence[_Heading]:
    """The headings, the first of some fields naming phases or steps, if one is filled everywhere."""
    for number, heading in enumerate(headings):
        if heading.field in fields and heading.text and all(place[number] for place in places):
            names_phases = message("What stands under {name} names the phases.", name=heading.text)
            names_steps = message("What stands under {name} names the steps.", name=heading.text)
            assumed.append(names_phases if kind == PHASE else names_steps)
            return [*headings[:number], _Heading(kind, heading.text, ""), *headings[number + 1 :]]
    return headings


def _named(texts: Mapping[_Heading, tuple[str, ...]], field: str) -> tuple[str, ...]:
    return tuple(text for heading, found in texts.items() if heading.field == field for text in found)


def _phases(
    columns: Sequence[_Column],
    lanes: Mapping[_Heading, str],
    assumed: list[Message],
    left_out: list[str],
) -> tuple[PastedPhase, ...]:
    phases = []
    for name, group in groupby(columns, key=lambda column: column.phase):
        own = list(group)
        fields: dict[str, tuple[str, ...]] = {}
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
            for heading, texts in column.texts.items():
                field = lanes.get(heading, heading.field)
                if field in (PHASE, STEP):
                    continue
                part = Step if of_step else Phase
                if heading in lanes or field in shapes_by_name(part):
                    if of_step:
                        steps[-1] = steps[-1]._replace(fields={**steps[-1].fields, field: texts})
                    elif names and field == "emotion":
                        left_out.append(f"{heading.text} of {name}: {' / '.join(texts)}")
                    else:
                        fields[field] = (*fields.get(field, ()), *texts)
                elif field in shapes_by_name(Phase):
                    fields[field] = tuple(dict.fromkeys((*fields.get(field, ()), *texts)))
                else:
                    left_out.append(f"{heading.text} of {name}: {' / '.join(texts)}")
        phases.append(PastedPhase(name, fields, tuple(steps)))
    return tuple(phases)


def _texts(cell: str) -> tuple[str, ...]:
    """The texts of a cell: one a line, or behind a bullet each."""
    found = (text.strip() for text in _BREAK.split(cell))
    return tuple(
        _BULLET.sub("", text, count=1) if _BULLET.match(text) else text for text in found if text not in EMPTY_CELL
    )


def _lane_name(label: str, taken: Iterable[str]) -> str:
    """A field name for a lane of the map's own, that no other field has."""
    name = re.sub(r"\W+", "_", plain_name(label)).strip("_") or "lane"
    used = {*taken, *field_names(Phase), *field_names(Step), *field_names(Journey)}
    while name in used:
        name += "_lane"
    return name


def _written_scale(text: str) -> str:
    """The scale that stands behind a heading, as 1-5 or 1 to 5, in our form; empty where it is none."""
    try:
        return str(scale(text))
    except Trouble as trouble:
        return trouble.replacement or ""


def _scale(headings: Sequence[_Heading], columns: Sequence[_Column]) -> tuple[str, Message]:
    """The scale of a table's scores where it is not ours, and what to say of it where it is not written."""
    for heading in headings:
        if heading.field == "emotion" and heading.behind and (written := _written_scale(heading.behind)):
            return written, NO_MESSAGE
    numbers = [
        int(match[0])
        for column in columns
        for text in _named(column.texts, "emotion")
        if (match := _NUMBER.match(text)) is not None
    ]
    ours = Scale()
    if all(ours.low <= number <= ours.high for number in numbers):
        return "", NO_MESSAGE
    for text in _SCALES:
        low, high = map(int, text.split(".."))
        if all(low <= number <= high for number in numbers):
            return text, message("Its scores have no scale: {low} to {high} is a proposal.", low=low, high=high)
    return "", NO_MESSAGE
