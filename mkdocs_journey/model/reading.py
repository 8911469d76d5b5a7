"""From the positioned tree to plain data under standard names. Shorthands are spelt out, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import Any, TypeAlias

from msgspec.structs import replace
from pydantic import BaseModel

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.message import NO_MESSAGE, Message, all_of, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.addresses import ADDRESSES
from mkdocs_journey.model.advice import part_name
from mkdocs_journey.model.comma_lists import comma_list
from mkdocs_journey.model.document import KEY, NOTHING_INSIDE, VALUE, Inside, Path, Places, Written
from mkdocs_journey.model.field_findings import field_twice, other_name, unknown_field
from mkdocs_journey.model.items import (
    EMPTY_STARTS,
    ROUND_BRACKETS,
    begins_item,
    is_empty,
    required_names,
    with_hypothesis,
)
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.line_mend import choice_of, mend
from mkdocs_journey.model.marked_texts import marked_texts
from mkdocs_journey.model.names import (
    field_name,
    plain_name,
    shapes_by_name,
    standard_names,
)
from mkdocs_journey.model.new_lanes import may_be_lane
from mkdocs_journey.model.own_lanes import declared_lanes, own_lanes
from mkdocs_journey.model.parts import Content, Item
from mkdocs_journey.model.shapes import Fields, Free, Many, One, Shape, main_field
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source.marked_lists import MARK_STARTS, may_be_marked, may_mark_within
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar, Sequence
from mkdocs_journey.source.yaml import text_of

_IN_ONE_LINE = message("Write all of it in one line, with commas between.")
_NOT_A_LIST = message("{name} takes one text, not a list.")
_NOT_FIELDS = message("{name} takes one text, not fields.")
_ABSENT = object()
_LISTED = (Many, Free)


ReadValue: TypeAlias = "tuple[Any, Inside]"
"""A value as plain data, :data:`_ABSENT` where there is none, and what stands in it."""


class BlockReading:
    """Reads one block. Afterwards the places and the findings hold what was read."""

    def __init__(self, block: Block, root: type[BaseModel], language: str = FALLBACK) -> None:
        """Prepare to read ``block`` as a ``root``; ``language`` is that of the site, for a block that names none."""
        self.findings: list[Finding] = []
        self.written = Written(None, None)
        """Where everything stands."""
        self.linked: list[Path] = []
        """Where there is an address, or a text with a link."""
        self._block = block
        self._root = root
        self.language = language
        """The tag of the language that the block is in."""
        self.own_lanes: frozenset[str] = frozenset()
        """Names of the lanes that the map adds, in their plain form."""
        self._declared_lanes: frozenset[str] = frozenset()
        """All names under its lanes, in their plain form."""
        self.new_lanes: dict[int, Pair] = {}
        """Fields that nobody knows and that may be lanes which the map has yet to declare, by their findings."""
        self.no_names: set[Span] = set()
        """Places of what looks like the name of a field and is rather the begin of a text."""
        self._may_mark_within = may_mark_within(block.text)
        """Whether any of its texts can be a list by signs between others of its words."""
        self._marked = 0
        """Texts that may be lists by the sign or number with which they or their lines begin."""
        self._path: list[str | int] = []
        """Of the part that is being read."""

    @property
    def values(self) -> Places:
        """Place of each value."""
        return Places(self.written, VALUE)

    @property
    def keys(self) -> Places:
        """Place of each field's name."""
        return Places(self.written, KEY)

    def read(self, tree: Mapping) -> dict[str, Any]:
        """The data of the whole block, ready for validation."""
        self.language = _language(tree) or self.language
        if self._root is Journey:
            self._declared_lanes = declared_lanes(tree)
            self.own_lanes = own_lanes(tree, self._declared_lanes, self.language)
        data, inside = self._fields(tree, self._root)
        self.written = Written(None, tree.place, *inside)
        return data

    def report(
        self,
        code: Code,
        span: Span,
        message: Message,
        advice: Message = NO_MESSAGE,
        replacement: str | None = None,
        *,
        certain: bool = False,
        choices: tuple[tuple[str, Message], ...] = (),
    ) -> None:
        """Add a finding; ``replacement`` is what to write in place of ``span``, ``certain`` where it cannot be wrong.

        ``choices`` are texts that may be meant in its place, each with what it would mean.
        """
        if choices:
            mended = choice_of(
                advice, [(mend(self._block, span, NO_MESSAGE, text), meaning) for text, meaning in choices]
            )
        else:
            mended = mend(self._block, span, advice, replacement, certain=certain)
        self.findings.append(Finding(code, span, message, mended))

    def _fields(self, node: Mapping, part: type[BaseModel]) -> tuple[dict[str, Any], Inside]:
        shapes = shapes_by_name(part)
        data: dict[str, Any] = {}
        inside: dict[str, Written] = {}
        lanes: dict[str, Written] = {}
        seen: dict[str, Pair] = {}
        begin = len(self.findings)
        for entry in node.entries:
            written = entry.name
            name = written if written in shapes else self._named(part, written)
            if name is None:
                self._unknown(entry, node, part, data, lanes)
                continue
            if name in seen:
                self._leave_to_author(seen[name])
                self.findings.append(field_twice(name, seen[name], entry))
                continue
            seen[name] = entry
            if written != name and plain_name(written) not in self._declared_lanes:
                # What a map calls a lane itself would no longer be the name under its lanes.
                self.findings.extend(other_name(self._block, entry.key, name))
            shape = shapes[name]
            marked = self._marked
            read, inner = self._value(entry.value, shape, name)
            inside[name] = Written(entry.name_place, entry.value.place, *inner)
            if read is not _ABSENT:
                data[name] = read
                # One text alone may be several; of most fields, asking for more would take longer than reading them.
                if isinstance(shape, _LISTED):
                    may_be_marked_here = self._may_mark_within or self._marked != marked
                    marks = marked_texts(self._block, entry, shape) if may_be_marked_here else ()
                    if not marks and len(read) == 1:
                        marks = comma_list(self._block, entry, shape, name)
                    self.findings.extend(marks)
        if not required_names(part) <= data.keys():
            self._leave_names(node, begin)
            self._required(node, part, data, seen)
        if lanes:
            inside["custom"] = Written(None, None, *_by_name(lanes))
        return with_hypothesis(data, part, main_field(part)), _by_name(inside)

    def _leave_to_author(self, entry: Pair) -> None:
        """A name stays where another field means the same: put right, it would stand there twice."""
        self.findings = [
            replace(one, mend=Mend(one.mend.advice))
            if one.code is codes.OTHER_NAME and one.span == entry.key.span
            else one
            for one in self.findings
        ]

    def _leave_names(self, node: Mapping, begin: int) -> None:
        """No name is put right by itself where something is missing: what looks like a field may be the text.

        A field alone is taken for nothing else then. ``begin`` is the number of findings before the fields were read.
        """
        spans = {entry.key.span for entry in node.entries}
        if len(spans) == 1:
            self.no_names |= spans
            return
        for number in range(begin, len(self.findings)):
            one = self.findings[number]
            if one.code is codes.OTHER_NAME and one.span in spans:
                self.findings[number] = replace(one, mend=replace(one.mend, certain=False))

    def _named(self, part: type[BaseModel], written: str) -> str | None:
        """The standard name of a field, unless the map has a lane of its own under the name."""
        own = issubclass(part, Lanes) and plain_name(written) in self.own_lanes
        return None if own else field_name(part, written, self.language)

    def _required(self, node: Mapping, part: type[BaseModel], data: Map[str, Any], seen: Map[str, Pair]) -> None:
        unknown = any(self._is_unknown(entry, part) for entry in node.entries)
        for name in standard_names(part):
            if name not in required_names(part) or name in data or (name in seen and not is_empty(seen[name].value)):
                continue
            if unknown:
                # What is missing may be what an unknown field was meant to be.
                continue
            span = seen[name].key.span if name in seen else _first(node)
            said = message("This {part} has no {name}.", part=part_name(part), name=name)
            self.report(codes.MISSING_FIELD, span, said, message("Add {name}: with a few words.", name=name))

    def _is_unknown(self, entry: Pair, part: type[BaseModel]) -> bool:
        """Whether a field with a text is none of the part, nor a lane that the map adds."""
        if (
            field_name(part, entry.name, self.language) is not None
            or not isinstance(entry.value, Scalar)
            or entry.value.blank
        ):
            return False
        return not (issubclass(part, Lanes) and plain_name(entry.name) in self.own_lanes)

    def _value(self, node: Node, shape: Shape, name: str) -> ReadValue:
        if isinstance(node, Scalar) and node.value[:1] in EMPTY_STARTS and is_empty(node):
            return _ABSENT, NOTHING_INSIDE
        if isinstance(shape, Many):
            return self._many(node, shape, name)
        if isinstance(shape, One):
            return self._text(node, shape.item, name) if isinstance(node, Scalar) else self._one(node, shape, name)
        if isinstance(shape, Fields):
            if isinstance(node, Mapping):
                return self._fields_at(node, shape.item, name)
            fields = all_of(f"{inner}:" for inner in standard_names(shape.item))
            advice = message("Below it, write {fields}, each with a text of its own.", fields=fields)
            self.report(codes.WRONG_SHAPE, node.span, message("{name} has fields of its own.", name=name), advice)
            return _ABSENT, NOTHING_INSIDE
        return self._free(node, shape, name)

    def _one(self, node: Node, shape: One, name: str) -> ReadValue:
        if isinstance(node, Scalar):
            return self._text(node, shape.item, name)
        if isinstance(node, Mapping) and shape.item is not None:
            return self._fields_at(node, shape.item, name)
        if name == "emotion_scale" and isinstance(node, Sequence) and len(node.items) == 2:
            ends = [item.value for item in node.items if isinstance(item, Scalar)]
            if len(ends) == 2:
                return "..".join(ends), NOTHING_INSIDE
        if isinstance(node, Sequence) and len(node.items) == 1:
            value, inside = self._one(node.items[0], shape, name)
            if isinstance(inside[0], str):
                return value, ((inside[0],), (Written(None, node.items[0].place),))
            return value, inside
        said = _NOT_A_LIST if isinstance(node, Sequence) else _NOT_FIELDS
        self.report(codes.WRONG_SHAPE, node.span, message(said, name=name), _IN_ONE_LINE)
        return _ABSENT, NOTHING_INSIDE

    def _many(self, node: Node, shape: Many, name: str) -> tuple[list[Any], Inside]:
        item = shape.item
        main = main_field(item) if item is not None else None
        items: list[Any] = []
        inside: list[Written] = []
        left_out: list[Scalar] = []
        for one in node.items if isinstance(node, Sequence) else (node,):
            # Most are texts that say nothing but what they are; calls for each would take most of the time.
            if isinstance(one, Scalar):
                text = one.value
                if text[:1] in EMPTY_STARTS and is_empty(one):
                    left_out.append(one)
                    continue
                if "](" in text or item is Content:
                    self._link(item, name, len(items))
                if (text[:1] in MARK_STARTS or "\n" in text) and may_be_marked(text):
                    self._marked += 1
                inside.append(Written(None, one.place, main))
                if item is None or main is None:
                    items.append(text)
                elif text.endswith(ROUND_BRACKETS):
                    items.append(with_hypothesis({main: text}, item, main))
                else:
                    items.append({main: text})
                continue
            value, inner = self._member(one, item, name, len(items))
            if value is not _ABSENT:
                inside.append(Written(None, one.place, *inner))
                items.append(value)
        if left_out and items:
            self._tell_left_out(left_out)
        return items, (None, tuple(inside))

    def _tell_left_out(self, items: list[Scalar]) -> None:
        """Tell of texts that stand for an empty cell where the cell is not empty. What is blank says nothing."""
        for one in items:
            if not one.blank:
                said = message(
                    "“{text}” means that there is nothing to say, so it is not shown beside the others.",
                    text=shortened(one.value.strip()),
                )
                advice = message("Delete it, or put it in quotes if it is to be shown.")
                self.report(codes.NOT_SHOWN, one.span, said, advice, in_quotation_marks(one.value.strip()))

    def _member(self, node: Mapping | Sequence, item: type[BaseModel] | None, name: str, number: int) -> ReadValue:
        if isinstance(node, Sequence):
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                message("Here stands a list inside a list."),
                message("Write each text on a line of its own, after one dash."),
            )
            return _ABSENT, NOTHING_INSIDE
        if (text := self._line_as_text(node, item)) is not None:
            return self._text(text, item, name, number)
        if item is None:
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                message("{name} holds texts without fields.", name=name),
                message("Write one text after each dash."),
            )
            return _ABSENT, NOTHING_INSIDE
        return self._fields_at(node, item, name, number)

    def _fields_at(self, node: Mapping, part: type[BaseModel], *place: str | int) -> ReadValue:
        if part is Content:
            self._link(part, *place)
        self._path.extend(place)
        read = self._fields(node, part)
        del self._path[-len(place) :]
        return read

    def _link(self, item: type[BaseModel] | None, *place: str | int) -> None:
        """Remember an address; that of help content may stand in one field or another."""
        main = () if item is None or item is Content else (main_field(item),)
        self.linked.append((*self._path, *place, *main))

    def _line_as_text(self, node: Mapping, item: type[BaseModel] | None) -> Scalar | None:
        """``- REQ-1: email-only path`` is a text where REQ-1 is no field of the item."""
        if len(node.entries) != 1 or node.flow:
            return None
        entry = node.entries[0]
        value = entry.value
        if not isinstance(value, Scalar) or (item is not None and item in (Phase, Step)):
            return None
        if item is not None and begins_item(entry.name, item):
            return None
        if value.blank:
            return None
        return Scalar(text_of(self._block, node.span), node.place)

    def _text(self, node: Scalar, item: type[BaseModel] | None, *place: str | int) -> ReadValue:
        """A text by itself, which is all of an item."""
        if "](" in node.value or item is Content or place[0] in ADDRESSES:
            self._link(item, *place)
        if (node.value[:1] in MARK_STARTS or "\n" in node.value) and may_be_marked(node.value):
            self._marked += 1
        if item is None:
            return node.value, NOTHING_INSIDE
        main = main_field(item)
        return with_hypothesis({main: node.value}, item, main), (main, None)

    def _free(self, node: Node, shape: Free, name: str) -> ReadValue:
        pairs: list[tuple[Scalar, Node]] = []
        if isinstance(node, Mapping):
            pairs = [(entry.key, entry.value) for entry in node.entries]
        elif shape.names_only:
            for one in node.items if isinstance(node, Sequence) else (node,):
                if isinstance(one, Mapping):
                    pairs.extend((entry.key, entry.value) for entry in one.entries)
                elif isinstance(one, Scalar) and not one.blank:
                    pairs.append((one, Scalar("", one.place)))
        else:
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                message("{name} holds names with values.", name=name),
                message("Write name: value, one below the other."),
            )
            return _ABSENT, NOTHING_INSIDE
        data: dict[str, Any] = {}
        inside: dict[str, Written] = {}
        for key, value in pairs:
            inner = NOTHING_INSIDE
            if shape.many:
                self._path.append(name)
                data[key.value], inner = self._many(value, Many(Item), key.value)
                self._path.pop()
            elif isinstance(value, Scalar):
                data[key.value] = value.value
            elif isinstance(value, Sequence) and all(isinstance(one, Scalar) for one in value.items):
                data[key.value] = ", ".join(one.value for one in value.items if isinstance(one, Scalar))
            else:
                self.report(
                    codes.WRONG_SHAPE,
                    value.span,
                    message(_NOT_FIELDS, name=shortened(key.value, LONGEST_NAME)),
                    _IN_ONE_LINE,
                )
            inside[key.value] = Written(key.place, value.place, *inner)
        if any("](" in text or key in ADDRESSES for key, text in data.items()):
            self._link(None, name)
        return data, _by_name(inside)

    def _unknown(
        self, entry: Pair, node: Mapping, part: type[BaseModel], data: dict[str, Any], lanes: dict[str, Written]
    ) -> None:
        name = plain_name(entry.name)
        if issubclass(part, Lanes) and name in self.own_lanes:
            inner = NOTHING_INSIDE
            if not is_empty(entry.value):
                self._path.append("custom")
                items, inner = self._many(entry.value, Many(Item), name)
                self._path.pop()
                data.setdefault("custom", {})[name] = items
            lanes[name] = Written(entry.name_place, entry.value.place, *inner)
            return
        found = unknown_field(self._block, entry, node, part, self.language)
        if may_be_lane(found, entry, node):
            self.new_lanes[len(self.findings)] = entry
        self.findings.append(found)


def _by_name(inside: Map[str, Written]) -> Inside:
    return tuple(inside), tuple(inside.values())


def _first(node: Mapping) -> Span:
    return node.entries[0].key.span if node.entries else node.span


def _language(tree: Mapping) -> str:
    """The language that a block names; "" where it names none."""
    written = (entry.value for entry in tree.entries if plain_name(entry.name) == "lang")
    return next((value.value.strip() for value in written if isinstance(value, Scalar)), "")
