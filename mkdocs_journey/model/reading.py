"""From the positioned tree to plain data under standard names. Shorthands are spelt out, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from functools import cache
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import home_of, is_misspelt, part_name, way_out, with_article
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.journey import Journey, Lanes, Phase, Step
from mkdocs_journey.model.names import field_names, plain_name, spellings, standard_names
from mkdocs_journey.model.parts import Evidenced, Item
from mkdocs_journey.model.shapes import Fields, Free, Many, One, Shape, shapes_of
from mkdocs_journey.model.values import closest, slug
from mkdocs_journey.place import Span
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Entry, Mapping, Node, Sequence, Text
from mkdocs_journey.source.yaml import text_of

EMPTY_CELL = frozenset({"", "—", "–", "-", "n/a", "N/A"})
"""Plain texts that stand for an empty cell."""
_HYPOTHESIS = re.compile(r"\s*[(（][?？][)）]$")
_ROUND_BRACKETS = (")", "）")
_ABSENT = object()
_MAIN_FIELDS = ("name", "text", "title", "result")


class Reading:
    """Reads one block. Afterwards :attr:`data`, the places and the findings hold what was read."""

    def __init__(self, block: Block, root: type[BaseModel]) -> None:
        """Prepare to read ``block`` as a ``root``."""
        self.findings: list[Finding] = []
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self._block = block
        self._root = root
        self._added_lanes: dict[str, str] = {}

    def read(self, tree: Mapping) -> dict[str, Any]:
        """The data of the whole block, ready for validation."""
        self.values[()] = tree.span
        if self._root is Journey:
            self._added_lanes = _added_lanes(tree)
        return self._fields(tree, self._root, ())

    def report(
        self,
        code: Code,
        span: Span,
        message: str,
        advice: str = "",
        replacement: str | None = None,
        *,
        certain: bool = False,
    ) -> None:
        """Add a finding; ``replacement`` is what to write in place of ``span``, ``certain`` where it cannot be wrong."""
        mended = mend(self._block, span, advice, replacement, certain=certain)
        self.findings.append(Finding(code, span, message, mended))

    def _fields(self, node: Mapping, part: type[BaseModel], path: Path) -> dict[str, Any]:
        known, shapes = field_names(part), _shapes(part)
        data: dict[str, Any] = {}
        seen: dict[str, Entry] = {}
        for entry in node.entries:
            name = known.get(entry.key.value) or known.get(plain_name(entry.key.value))
            if name is None:
                self._unknown(entry, part, path, data)
                continue
            if name in seen:
                self._twice(name, seen[name], entry)
                continue
            seen[name] = entry
            if entry.key.value != name:
                self._other_name(entry.key, name)
            here = (*path, name)
            self.keys[here] = entry.key.span
            self.values[here] = entry.value.span
            value = self._value(entry.value, shapes[name], here)
            if value is not _ABSENT:
                data[name] = value
        self._required(node, part, data, seen)
        return self._hypothesis(data, part)

    def _required(self, node: Mapping, part: type[BaseModel], data: Map[str, Any], seen: Map[str, Entry]) -> None:
        for name in _required_names(part):
            if name in data or (name in seen and not _is_empty(seen[name].value)):
                continue
            if any(is_misspelt(entry.key.value, name, part) for entry in node.entries):
                continue
            span = seen[name].key.span if name in seen else _first(node)
            what = part_name(part)
            self.report(codes.MISSING_FIELD, span, f"This {what} has no {name}.", f"Add {name}: with a few words.")

    def _value(self, node: Node, shape: Shape, path: Path) -> Any:
        if _is_empty(node):
            return _ABSENT
        if isinstance(shape, One):
            return self._one(node, shape, path)
        if isinstance(shape, Many):
            return self._many(node, shape, path)
        if isinstance(shape, Fields):
            if isinstance(node, Mapping):
                return self._fields(node, shape.item, path)
            names = ", ".join(standard_names(shape.item))
            self.report(codes.WRONG_SHAPE, node.span, f"{path[-1]} has fields of its own.", f"Write {names} below it.")
            return _ABSENT
        return self._free(node, shape, path)

    def _one(self, node: Node, shape: One, path: Path) -> Any:
        if isinstance(node, Text):
            return node.value if shape.item is None else self._item(node, shape.item, path)
        if isinstance(node, Mapping) and shape.item is not None:
            return self._fields(node, shape.item, path)
        if path[-1] == "emotion_scale" and isinstance(node, Sequence) and len(node.items) == 2:
            ends = [item.value for item in node.items if isinstance(item, Text)]
            if len(ends) == 2:
                return "..".join(ends)
        if isinstance(node, Sequence) and len(node.items) == 1:
            return self._one(node.items[0], shape, path)
        what = "a list" if isinstance(node, Sequence) else "fields"
        self.report(
            codes.WRONG_SHAPE, node.span, f"{path[-1]} is one text, and here stands {what}.", "Write it as one text."
        )
        return _ABSENT

    def _many(self, node: Node, shape: Many, path: Path) -> Any:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        items: list[Any] = []
        for one in nodes:
            if _is_empty(one):
                continue
            here = (*path, len(items))
            self.values[here] = one.span
            value = self._member(one, shape.item, here)
            if value is not _ABSENT:
                items.append(value)
        return items

    def _member(self, node: Node, item: type[BaseModel] | None, path: Path) -> Any:
        if isinstance(node, Sequence):
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                "Here stands a list inside a list.",
                "Write each text on a line of its own, after a dash.",
            )
            return _ABSENT
        if isinstance(node, Text):
            return node.value if item is None else self._item(node, item, path)
        if (text := self._line_as_text(node, item)) is not None:
            return text.value if item is None else self._item(text, item, path)
        if item is None:
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                f"{path[-2]} holds texts without fields.",
                "Write one text after each dash.",
            )
            return _ABSENT
        return self._fields(node, item, path)

    def _line_as_text(self, node: Mapping, item: type[BaseModel] | None) -> Text | None:
        """``- REQ-1: email-only path`` is a text where REQ-1 is no field of the item."""
        if len(node.entries) != 1 or node.flow:
            return None
        entry = node.entries[0]
        value = entry.value
        if not isinstance(value, Text) or (item is not None and item in (Phase, Step)):
            return None
        name = plain_name(entry.key.value)
        if item is not None and (name in field_names(item) or closest(name, list(field_names(item))) is not None):
            return None
        if value.blank:
            return None
        return Text(text_of(self._block, node.span), node.span)

    def _item(self, node: Text, item: type[BaseModel], path: Path) -> dict[str, Any]:
        main = _main_field(item)
        self.values[(*path, main)] = node.span
        return self._hypothesis({main: node.value}, item)

    def _hypothesis(self, data: dict[str, Any], part: type[BaseModel]) -> dict[str, Any]:
        main = _main_field(part)
        text = data.get(main)
        if isinstance(text, str) and text.endswith(_ROUND_BRACKETS) and issubclass(part, Evidenced):
            match = _HYPOTHESIS.search(text)
            if match is not None:
                data[main] = text[: match.start()]
                data.setdefault("hypothesis", "true")
        return data

    def _free(self, node: Node, shape: Free, path: Path) -> Any:
        pairs: list[tuple[Text, Node]] = []
        if isinstance(node, Mapping):
            pairs = [(entry.key, entry.value) for entry in node.entries]
        elif shape.names_only:
            for one in node.items if isinstance(node, Sequence) else (node,):
                if isinstance(one, Mapping):
                    pairs.extend((entry.key, entry.value) for entry in one.entries)
                elif isinstance(one, Text) and not one.blank:
                    pairs.append((one, Text("", one.span)))
        else:
            self.report(
                codes.WRONG_SHAPE,
                node.span,
                f"{path[-1]} holds names with values.",
                "Write name: value, one below the other.",
            )
            return _ABSENT
        data: dict[str, Any] = {}
        for key, value in pairs:
            here = (*path, key.value)
            self.keys[here], self.values[here] = key.span, value.span
            if shape.many:
                data[key.value] = self._free_items(value, here)
            elif isinstance(value, Text):
                data[key.value] = value.value
            elif isinstance(value, Sequence) and all(isinstance(one, Text) for one in value.items):
                data[key.value] = ", ".join(one.value for one in value.items if isinstance(one, Text))
            else:
                self.report(
                    codes.WRONG_SHAPE,
                    value.span,
                    f"{key.value} is one text, and here stands more.",
                    "Write it as one text.",
                )
        return data

    def _free_items(self, node: Node, path: Path) -> Any:
        return self._many(node, Many(Item), path)

    def _unknown(self, entry: Entry, part: type[BaseModel], path: Path, data: dict[str, Any]) -> None:
        name = plain_name(entry.key.value)
        if issubclass(part, Lanes) and name in self._added_lanes:
            here = (*path, "custom", name)
            self.keys[here], self.values[here] = entry.key.span, entry.value.span
            if not _is_empty(entry.value):
                data.setdefault("custom", {})[name] = self._free_items(entry.value, here)
            return
        near = closest(name, list(field_names(part)))
        better = field_names(part)[near] if near else None
        what = part_name(part)
        if (home := home_of(name, part)) is not None:
            advice, better = f"It is a field of {with_article(part_name(home))}; look at the indentation.", None
        else:
            advice = f"Did you mean {better}?" if better else way_out(name, part)
        self.report(
            codes.UNKNOWN_FIELD,
            entry.key.span,
            f"“{_shown(entry.key.value)}” is no field of {with_article(what)}.",
            advice,
            better,
        )

    def _twice(self, name: str, first: Entry, second: Entry) -> None:
        self.findings.append(
            Finding(
                codes.FIELD_TWICE,
                second.key.span,
                f"“{_shown(second.key.value)}” and “{_shown(first.key.value)}” in line {first.key.span.line} are the same field, {name}.",
                Mend("Put both under one of them."),
                ((first.key.span, "the first one"),),
            )
        )

    def _other_name(self, key: Text, name: str) -> None:
        written = plain_name(key.value)
        if written == name or written in spellings(name) or {written, name} == {"name", "text"}:
            return
        self.report(
            codes.OTHER_NAME,
            key.span,
            f"“{_shown(key.value)}” is read as {name}.",
            f"Write {name}, the name that all maps share.",
            name,
            certain=True,
        )


def mend(block: Block, span: Span, advice: str, replacement: str | None, *, certain: bool = False) -> Mend:
    """A mend; with ``replacement``, also the line in which it takes the place of ``span``."""
    if replacement is None or span.line != span.end_line:
        return Mend(advice)
    line = next((line for line in block.lines if line.number == span.line), None)
    if line is None:
        return Mend(advice)
    before, after = line.text[: span.column - line.column], line.text[span.end_column - line.column :]
    return Mend(advice, (f"{line.prefix}{before}{replacement}{after}",), span.line, span.line, certain)


def _shown(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


@cache
def _shapes(part: type[BaseModel]) -> dict[str, Shape]:
    """Shape of each field by its standard name."""
    return {name: shapes_of(part)[attribute] for name, attribute in standard_names(part).items()}


@cache
def _required_names(part: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, attribute in standard_names(part).items() if part.model_fields[attribute].is_required())


@cache
def _main_field(part: type[BaseModel]) -> str:
    return next((name for name in _MAIN_FIELDS if name in part.model_fields), "")


def _first(node: Mapping) -> Span:
    return node.entries[0].key.span if node.entries else node.span


def _is_empty(node: Node) -> bool:
    if not isinstance(node, Text):
        return False
    text = node.value.strip()
    return not text or (text in EMPTY_CELL and not node.style)


def _added_lanes(tree: Mapping) -> dict[str, str]:
    """Lanes that a journey adds: the names under ``lanes`` that are no lane yet."""
    known = field_names(Step) | field_names(Phase)
    for entry in tree.entries:
        if plain_name(entry.key.value) in ("lanes", "lane") and isinstance(entry.value, Mapping):
            names = (plain_name(lane.key.value) for lane in entry.value.entries)
            return {name: name for name in names if name and name not in known and slug(name)}
    return {}
