"""Where words can stay that stand where nothing takes them: a field of the same part, a lane, a text beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from functools import cache

from pydantic import BaseModel

from mkdocs_journey.model.items import ROUND_BRACKETS
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lane_row, lane_table, lanes_at
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import field_name, plain_name, standard_names
from mkdocs_journey.model.parts import Indicator, Opportunity, Pain, Scope, Touchpoint, Walkthrough
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shapes import Free, Many, main_field, shapes_of
from mkdocs_journey.repair.fields_rewritten import (
    LineEdit,
    Lines,
    as_list,
    items_written,
    quoted,
    rewritten,
    row,
)
from mkdocs_journey.repair.written_fields import WrittenField, flat, meant_elsewhere
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Pair, Scalar, Sequence

_TEXTS: Map[type[BaseModel], tuple[str, ...]] = {
    Journey: ("scenario",),
    Phase: ("definition",),
    Step: ("description",),
    Persona: ("notes",),
    Touchpoint: ("actual", "name"),
    Indicator: ("current", "name"),
    Walkthrough: ("result",),
    Scope: ("to",),
}
"""Fields in which any words can stay; elsewhere it is the text itself."""
_OF_THE_MAP = frozenset({"state", "status", "reviewed", "review_every", "lang", "emotion_scale"})
"""Fields of a journey that are about the map, not about what happens."""
_PROSE = frozenset({"description", "definition", "text", "name", "title", "notes", "bio", "scenario", "context"})
"""Fields whose names say no more than that there are words."""
_REFERRED: Map[type[BaseModel], str] = {Pain: "fixes", Opportunity: "related"}
"""Parts that others name by their text, and the field in which they do."""
_ENDED = re.compile(r"[.!?…。！？:：;；,，]$")
_HYPOTHESIS = re.compile(r"\s*[(（][?？][)）]$")


def entry_of(node: Mapping, part: type[BaseModel], name: str, language: str) -> Pair | None:
    """The field of a part with a standard name."""
    return next((entry for entry in node.entries if field_name(part, entry.name, language) == name), None)


@cache
def nearest_field(part: type[BaseModel], name: str | None) -> str | None:
    """The field of a part that says what a field of another part says of that one."""
    if name is None or name in standard_names(part):
        return None
    if issubclass(part, Lanes):
        return next((lane for lane in lanes_at(part) if name in lane_table()[lane].about.says), None)
    row = lane_row(name)
    return next((one for one in row.about.says if one in standard_names(part)), None) if row else None


def label_of(written: str) -> str:
    """A name as it was typed, with spaces."""
    return " ".join(written.replace("_", " ").split())


def renamed(block: Block, field: WrittenField, language: str, *, alone: bool) -> Iterator[tuple[str, LineEdit]]:
    """The field under the name of one that says the same where it stands, and that name.

    ``alone``: nothing else is wrong in its part, so that it may be the text of that.
    """
    meant = meant_elsewhere(field.entry.name, language)
    better = nearest_field(field.part, meant)
    main = main_field(field.part)
    names = [better] if better else []
    if main and alone and isinstance(field.entry.value, Scalar) and meant in (None, *_PROSE):
        names.append(main)
    for name in names:
        if entry_of(field.node, field.part, name, language) is None:
            lines = _with_name(block, field, name)
            edit = rewritten(block, field.node, {field.node.entries.index(field.entry): lines}) if lines else None
            if edit is not None:
                yield name, edit


def _with_name(block: Block, field: WrittenField, name: str) -> Lines | None:
    """The lines of a field with another name; what stands behind it and below it stays."""
    key, end = field.entry.key.span, field.entry.value.span
    first, *below = (line.text for line in block.between(key.line, max(key.line, end.end_line)))
    column = key.column - block.lines[row(block, key)].column
    behind = first[key.end_column - key.column + column :]
    if field.node.flow:
        behind = behind[: end.end_column - key.end_column]
    if any(line[:column].strip() for line in below):
        return None
    return (f"{name}{behind}", *(line[column:] for line in below))


def kept_in_text(
    block: Block, fields: Seq[WrittenField], every: Seq[WrittenField], language: str, *, name_is_wrong: bool
) -> Iterator[tuple[str, list[LineEdit]]]:
    """All of some fields of one part as words of a text of that part, and the standard name of it.

    ``every`` are all fields of the block: what refers to the text goes on doing so. ``name_is_wrong``: the part has no
    such fields; else they hold what they cannot.
    """
    part, node = fields[0].part, fields[0].node
    if part is Persona and name_is_wrong:
        yield from ((name, [edit]) for name, edit in _under_names(block, fields, language))
    for name in _texts(fields):
        present = entry_of(node, part, name, language)
        troubled = [field for field in fields if present is None or field.entry is not present]
        kept = _kept_in(block, troubled, present, name, language) if troubled else None
        if kept is not None:
            edit, text = kept
            old = present.value.value if present is not None and isinstance(present.value, Scalar) and text else ""
            references = list(_references(block, every, _REFERRED.get(part, ""), old, text)) if old else []
            if references:
                yield name, [edit, *references]
            yield name, [edit]


def _references(block: Block, every: Seq[WrittenField], name: str, old: str, new: str) -> Iterator[LineEdit]:
    """Where other parts name a text that is written otherwise from now on."""
    for field in every:
        if field.name != name or not name:
            continue
        value = field.entry.value
        for one in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(one, Scalar) and one.value == old and one.span.line == one.span.end_line:
                index = row(block, one.span)
                line = block.lines[index]
                before, behind = one.span.column - line.column, one.span.end_column - line.column
                text = quoted(new, flow=True)
                yield LineEdit(index, index + 1, (f"{line.text[:before]}{text}{line.text[behind:]}",))


def _texts(fields: Seq[WrittenField]) -> tuple[str, ...]:
    part = fields[0].part
    if part is Journey and all(field.name in _OF_THE_MAP for field in fields):
        return ("version", "scenario")
    if issubclass(part, Lanes) and all(field.name == "emotion" for field in fields):
        return ("why",)
    if part in _TEXTS:
        return _TEXTS[part]
    if main_field(part):
        return (main_field(part),)
    # A part that has nothing but lists: the last of them that is filled.
    return tuple(standard_names(part))[-1:]


def _kept_in(
    block: Block, fields: Seq[WrittenField], present: Pair | None, name: str, language: str
) -> tuple[LineEdit, str] | None:
    """The lines of the part with all of the fields in the one with a name, and what that says if it is one text."""
    part, node = fields[0].part, fields[0].node
    shape = shapes_of(part)[standard_names(part)[name]]
    removed: dict[int, Lines] = {node.entries.index(field.entry): () for field in fields}
    said = [(field.entry.name, text) for field in fields if (text := flat(field.entry.value))]
    if not said:
        return None
    where, text = min(removed) if present is None else node.entries.index(present), ""
    lines: Lines
    written = name if present is None else present.name
    if isinstance(shape, Many) and main_field(part) != name:
        labelled = (text if name == "why" else _labelled(one, text) for one, text in said)
        items: list[Lines] = [(quoted(text, flow=node.flow),) for text in labelled]
        before = items_written(block, present.value) if present is not None else []
        if before is None:
            return None
        items = [*before, *items]
        lines = as_list(written, items) if len(items) > 1 else (f"{written}: {items[0][0]}",)
    elif present is None:
        text = "; ".join(_labelled(*one) for one in said)
        lines = (f"{written}: {quoted(text, flow=node.flow)}",)
    elif isinstance(present.value, Scalar):
        text = joined(present.value.value, said)
        lines = (f"{written}: {quoted(text, flow=node.flow)}",)
    else:
        return None
    edit = rewritten(block, node, {**removed, where: lines})
    return None if edit is None else (edit, text)


def _labelled(written: str, text: str) -> str:
    label = label_of(written)
    return text if _is_prose(written) else f"{label[:1].upper()}{label[1:]}: {text}"


def _is_prose(written: str) -> bool:
    return meant_elsewhere(written, "en") in _PROSE or plain_name(written) in _PROSE


def joined(main: str, said: Seq[tuple[str, str]]) -> str:
    """A text with what other fields say behind it: sentences as sentences, the rest in brackets with its name."""
    main = " ".join(main.split())
    doubt = ""
    if main.endswith(ROUND_BRACKETS) and (match := _HYPOTHESIS.search(main)):
        main, doubt = main[: match.start()], match[0]
    for written, text in said:
        if _is_prose(written) and text != main:
            between = " " if _ENDED.search(main) else "。" if main[-1:] > "\u3000" else ". "
            main = f"{main}{between}{text}" if main else text
    more = "; ".join(f"{label_of(written)}: {text}" for written, text in said if not _is_prose(written))
    return f"{main} ({more}){doubt}" if more else f"{main}{doubt}"


def _under_names(block: Block, fields: Seq[WrittenField], language: str) -> Iterator[tuple[str, LineEdit]]:
    """Fields of a persona that nobody knows, under names of the author's own."""
    node = fields[0].node
    name = "demographics" if all(isinstance(field.entry.value, Scalar) for field in fields) else "sections"
    present = entry_of(node, Persona, name, language)
    if present is not None and not (isinstance(present.value, Mapping) and not present.value.flow):
        return
    written: list[str] = []
    for field in fields:
        label = quoted(label_of(field.entry.name))
        value = field.entry.value
        if isinstance(value, Scalar):
            written.append(f"  {label}: {quoted(value.value)}")
        else:
            texts = value.items if isinstance(value, Sequence) else (value,)
            written += [f"  {label}:", *(f"    - {quoted(flat(one))}" for one in texts)]
    removed: dict[int, Lines] = {node.entries.index(field.entry): () for field in fields}
    if present is None:
        edit = rewritten(block, node, {**removed, min(removed): (f"{name}:", *written)})
    else:
        items = items_written(block, present.value)
        if items is None:
            return
        below = (f"  {line}" for line in items[0])
        edit = rewritten(block, node, {**removed, node.entries.index(present): (f"{present.name}:", *below, *written)})
    if edit is not None:
        yield name, edit


def flattened(block: Block, field: WrittenField) -> LineEdit | None:
    """A field that holds one text, or plain texts, with what was written below it as such."""
    value, shape = field.entry.value, field.shape
    if isinstance(value, Scalar) or field.name is None or isinstance(shape, Free):
        return None
    index = field.node.entries.index(field.entry)
    if not isinstance(shape, Many):
        return rewritten(block, field.node, {index: (f"{field.entry.name}: {quoted(flat(value))}",)})
    items: list[Lines] = []
    for one in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(one, Sequence):
            items += [(quoted(flat(inner)),) for inner in one.items]
        elif isinstance(one, Mapping) and shape.item is not None:
            items += items_written(block, one) or []
        else:
            items.append((quoted(flat(one)),))
    return rewritten(block, field.node, {index: as_list(field.entry.name, items)}) if items else None


def merged(block: Block, field: WrittenField, language: str) -> LineEdit | None:
    """Two fields that mean the same as one: a list of what is in both, or one text with both."""
    assert field.name is not None
    first = entry_of(field.node, field.part, field.name, language)
    if first is None or plain_name(first.name) == plain_name(field.entry.name):
        return None
    where = {field.node.entries.index(field.entry): ()}
    index = field.node.entries.index(first)
    if isinstance(field.shape, Many):
        one, other = items_written(block, first.value), items_written(block, field.entry.value)
        if one is None or other is None or field.node.flow:
            return None
        return rewritten(block, field.node, {**where, index: as_list(field.name, [*one, *other])})
    if not isinstance(first.value, Scalar) or not isinstance(field.entry.value, Scalar):
        return None
    text = first.value.value
    if flat(first.value) != flat(field.entry.value):
        text = joined(text, [(field.entry.name if _is_prose(field.entry.name) else "text", flat(field.entry.value))])
    return rewritten(block, field.node, {**where, index: (f"{first.name}: {quoted(text, flow=field.node.flow)}",)})


def lanes_declared(block: Block, tree: Mapping, labels: Map[str, str], language: str) -> LineEdit | None:
    """The line of a map, or lines, that make lanes of its own of some names, each with its label."""
    present = entry_of(tree, Journey, "lanes", language)
    new = {name: quoted(label) for name, label in labels.items()}
    if present is None:
        before = entry_of(tree, Journey, "phases", language)
        if before is None or tree.flow:
            return None
        first = before.key.span.line - block.lines[0].number
        margin = " " * (before.key.span.column - block.lines[first].column)
        lines = (f"{margin}lanes:", *(f"{margin}  {name}: {label}" for name, label in new.items()))
        return LineEdit(first, first, lines)
    lanes = present.value
    if isinstance(lanes, Mapping):
        added = [(f"{name}: {quoted(label, flow=lanes.flow)}",) for name, label in labels.items()]
        return rewritten(block, lanes, {}, added)
    names = lanes.items if isinstance(lanes, Sequence) else ()
    if names and all(isinstance(one, Scalar) for one in names):
        # Only a name with a label makes a lane; those without one are shown in their order as before.
        order = (f"  {quoted(flat(one), flow=True)}:" for one in names)
        added_lines = (f"  {name}: {label}" for name, label in new.items())
        return rewritten(block, tree, {tree.entries.index(present): (f"{present.name}:", *order, *added_lines)})
    return None
