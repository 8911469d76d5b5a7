"""Outlines read as maps: a flat list from a word processor, headings, and pairs such as ``Phase: Sign``.

In all of these it is a number, a heading or a word that says where a phase or a step begins, and not how far a line is
indented. A block is read so only if each of its lines has a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journey.message import Message, message
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.names import field_name, field_names, plain_name, shapes_by_name
from mkdocs_journey.model.shapes import Many
from mkdocs_journey.pasted.headings import PHASE, STEP
from mkdocs_journey.pasted.measured import TableFeeling, measure
from mkdocs_journey.pasted.pasted_map import PastedFields, PastedMap, PastedPhase, PastedStep, lane_name
from mkdocs_journey.repair.grammar import known_name
from mkdocs_journey.repair.typed_lines import FieldReading, bare_name, field_reading
from mkdocs_journey.source.marked_lists import marked

_FORM = message("This looks like an outline.")
_LINE = re.compile(
    r"(?P<white>[\s\u3000]*)(?:(?P<heading>#{1,6})[ \t]+|(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)](?=\s)[\s\u3000]*"
    r"|(?P<bullet>[-*+•·‣◦●○■□▪–o])[\s\u00a0\u3000]+)?(?P<text>\S.*)$"
)
_YAML = ("'", '"', "[", "{", "|", ">")
"""With what a value begins that is written for YAML."""
_MOST_WORDS_OF_A_LANE = 3
_NUMBERED = re.compile(r"(?P<word>[^\W\d].*[^\W\d])\s*[#№]?\d{1,3}")


class _Part(NamedTuple):
    """The whole map, a phase or a step, as far as it was read."""

    kind: str
    """PHASE or STEP; "" for the whole map."""
    name: str
    fields: dict[str, list[str]]
    from_bullet: bool = False
    """Whether it is a step because it stands behind a bullet."""


def read_outline(lines: Sequence[str]) -> PastedMap | None:
    """The map that an outline shows; None where a line has no place in it."""
    reading = _Reading(lines)
    if not all(map(reading.take, lines)):
        return None
    return reading.map()


class _Reading:
    """Reads an outline line by line."""

    def __init__(self, lines: Sequence[str]) -> None:
        read = [match for line in lines if (match := _LINE.match(line)) is not None]
        self._levels = _heading_levels(read)
        self._numbers = min((len(one["white"]) for one in read if one["number"]), default=0)
        """The column of the numbers before phases."""
        self._flat = _is_flat(read)
        """Whether nothing but what they say tells phases from their fields."""
        self._parts: list[_Part] = [_Part("", "", {})]
        self._open = ""
        """The field below whose name its items stand."""
        self._items = -1
        """The column of these items; -1 before the first of them."""
        self._bullets = -1
        """The column of the bullets before steps."""
        self._above: list[str] = []
        self._lanes: dict[str, str] = {}
        """Fields that nobody knows, with the names that they have as lanes of the map."""
        self._knows_fields = False
        self._phases_named = False
        """Whether a heading or a word says where a phase begins, so that numbers count steps."""

    def take(self, typed: str) -> bool:
        """Read one line; False where it has no place."""
        match = _LINE.match(typed)
        if match is None:
            return not typed.strip()
        text, column = match["text"].strip(), len(match["white"])
        if match["bullet"] and self._open and self._items in (-1, column):
            self._items = column
            return self._take_item(text)
        place = self._place(match, text)
        if place is not None:
            self._begin(place)
            return bool(place.name)
        if not self._parts[-1].kind:
            return self._take_above(typed, match, text)
        field = field_reading(text)
        if field is not None:
            return field.value[:1] not in _YAML and self._take_field(field)
        if not match["bullet"] or self._bullets not in (-1, column) or not self._may_hold_steps():
            return False
        self._bullets = column
        self._begin(_Part(STEP, bare_name(text), {}, from_bullet=True))
        return True

    def _begin(self, part: _Part) -> None:
        self._parts.append(part)
        self._open = ""

    def _may_hold_steps(self) -> bool:
        """Whether what stands behind a bullet, and is no field, can be a step of the phase that was begun last."""
        part = self._parts[-1]
        return part.from_bullet or (part.kind == PHASE and not part.fields)

    def _take_item(self, text: str) -> bool:
        part = self._parts[-1]
        shape = shapes_by_name(Step if part.kind == STEP else Phase)[self._open]
        field = field_reading(text)
        if field is not None and isinstance(shape, Many) and shape.item and known_name(shape.item, field.name):
            return False
        return text[:1] not in _YAML and self._add(self._open, [text])

    def _take_field(self, field: FieldReading) -> bool:
        name = field_name(Step if self._parts[-1].kind == STEP else Phase, field.name)
        if name is None and field.value and len(field.name.split()) <= _MOST_WORDS_OF_A_LANE:
            if field.name not in self._lanes:
                self._lanes[field.name] = lane_name(field.name, self._lanes.values())
            return self._add(self._lanes[field.name], [field.value])
        if name is None or name in (PHASE, STEP, "name", "id"):
            return False
        self._knows_fields = True
        self._open, self._items = ("" if field.value else name), -1
        return not field.value or self._add(name, [*(marked(field.value) or (field.value,))])

    def _place(self, match: re.Match[str], text: str) -> _Part | None:
        """The phase or the step that begins in a line."""
        field = field_reading(text)
        said = _kind(field.name) if field is not None else ""
        if field is not None and said and field.value:
            self._phases_named |= said == PHASE
            return _Part(said, bare_name(field.value), {})
        if match["heading"] and len(match["heading"]) in self._levels:
            level = self._levels.index(len(match["heading"]))
            self._phases_named |= level == 0
            return _Part((PHASE, STEP)[level], bare_name(text), {}) if level < 2 else None
        if match["number"] and (field is None or known_name(Phase, field.name) is None):
            deeper = "." in match["number"] or self._phases_named or len(match["white"]) > self._numbers
            return _Part(STEP if deeper else PHASE, bare_name(text), {})
        if self._flat and match["bullet"] and field is None:
            return _Part(PHASE, bare_name(text), {})
        return None

    def _take_above(self, typed: str, match: re.Match[str], text: str) -> bool:
        """A line above the first phase: a field of the whole map, its title as a heading, or the name of the list."""
        field = field_reading(text)
        if match["heading"]:
            if self._parts[0].fields or self._above:
                return False
            self._parts[0].fields["title"] = [bare_name(text)]
            return True
        if field is None or match["bullet"] or match["white"]:
            return False
        name = field_name(Journey, field.name)
        if name == PHASE and not field.value:
            return True
        if name is None or name == PHASE or not field.value:
            return False
        self._above.append(typed.rstrip())
        return True

    def _add(self, name: str, texts: list[str]) -> bool:
        """Write texts under a field of the part that was begun last; False where it holds one, and has it."""
        part = self._parts[-1]
        shape = shapes_by_name(Step if part.kind == STEP else Phase).get(name)
        if name in part.fields and shape is not None and not isinstance(shape, Many):
            return False
        part.fields.setdefault(name, []).extend(texts)
        return True

    def map(self) -> PastedMap | None:
        """The map, if there are phases or steps, and what else marks them than the indentation of a map."""
        whole, *parts = self._parts
        if not parts or len(parts) + sum(len(part.fields) for part in parts) < 2:
            return None
        fields = {name: tuple(texts) for name, texts in whole.fields.items()}
        if parts[0].kind == STEP or (self._lanes and not self._knows_fields):
            return None
        cells = [
            TableFeeling(number, part.name, "emotion", " ".join(part.fields["emotion"]))
            for number, part in enumerate(parts)
            if "emotion" in part.fields
        ]
        declared = any(field_name(Journey, line.partition(":")[0]) == "emotion_scale" for line in self._above)
        measured = None if declared else measure(cells, "")
        if not declared and measured is None:
            return None
        assumed: list[Message] = []
        left_out: list[str] = []
        if measured is not None:
            assumed, left_out = [*measured.assumed], [*measured.left_out]
            if measured.scale:
                fields["emotion_scale"] = (measured.scale,)
            for number, part in enumerate(parts):
                text = measured.texts.get((number, "emotion"))
                if "emotion" in part.fields:
                    part.fields["emotion"] = [text] if text else []
        if any(part.from_bullet and part.fields for part in parts):
            assumed.append(message("What stands below a step is read as a part of it."))
        phases = tuple(_phases(parts))
        own = {name: label for label, name in self._lanes.items()}
        return PastedMap(_FORM, fields, own, phases, tuple(assumed), tuple(left_out), tuple(self._above))


def _phases(parts: Sequence[_Part]) -> Iterator[PastedPhase]:
    starts = [number for number, part in enumerate(parts) if part.kind == PHASE]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        steps = tuple(PastedStep(part.name, _fields(part)) for part in parts[start + 1 : end])
        yield PastedPhase(parts[start].name, _fields(parts[start]), steps)


def _fields(part: _Part) -> PastedFields:
    return {name: tuple(texts) for name, texts in part.fields.items() if texts}


def _kind(word: str) -> str:
    """What begins with a word such as *Phase* or *Step 2*: :data:`PHASE`, :data:`STEP`, or "" for another word."""
    numbered = _NUMBERED.fullmatch(word)
    plain = plain_name(numbered["word"] if numbered is not None else word)
    if field_names(Journey).get(plain) == PHASE:
        return PHASE
    return STEP if field_names(Phase).get(plain) == STEP else ""


def _heading_levels(read: Sequence[re.Match[str]]) -> list[int]:
    """How many signs stand before the headings of phases and of steps; a heading alone at the top is the title."""
    found = [len(match["heading"]) for match in read if match["heading"]]
    if len(found) > 1 and found[0] < min(found[1:]) and read[0]["heading"]:
        found = found[1:]
    return sorted(set(found))


def _is_flat(read: Sequence[re.Match[str]]) -> bool:
    """Whether phases and their fields are items of one list: *Learn*, *Emotion: 2*, *Buy*, *Emotion: -1*."""
    listed = [match for match in read if match["bullet"]]
    fields = [field for match in listed if (field := field_reading(match["text"])) is not None]
    known = sum(field_name(Phase, field.name) not in (None, "name", STEP) for field in fields)
    marks = {(match["white"], match["bullet"]) for match in listed}
    marked_otherwise = any(match["heading"] or match["number"] for match in read)
    one_list = len(marks) == 1 and not marked_otherwise and all(field.value for field in fields)
    return one_list and 2 * known > len(fields) and len(listed) - len(fields) > 1
