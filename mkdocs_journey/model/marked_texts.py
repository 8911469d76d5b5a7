"""Several things in one text of a list, each behind a sign or a number: ``pains: • Dear • Slow``."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.comma_lists import EACH_ON_ITS_LINE, LIKE_SEVERAL, safe_piece
from mkdocs_journey.model.names import field_name
from mkdocs_journey.model.parts import Content
from mkdocs_journey.model.shapes import Free, Many, main_field
from mkdocs_journey.place import Span
from mkdocs_journey.source.marked_lists import marked
from mkdocs_journey.source.text import Block, Line
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar, Sequence


def marked_texts(block: Block, entry: Pair, shape: Many | Free) -> tuple[Finding, ...]:
    """What to say of each text of a field that looks like a list; what stands in quotes is meant as one text."""
    if isinstance(shape, Free) or shape.item is Content:
        return ()
    return tuple(_found(block, entry, shape))


def _found(block: Block, entry: Pair, shape: Many) -> Iterator[Finding]:
    node = entry.value
    for one in node.items if isinstance(node, Sequence) else (node,):
        text = _text(one, shape)
        if text is None or text.style in ("'", '"') or not (pieces := marked(text.value)):
            continue
        said = message(LIKE_SEVERAL, number=len(pieces))
        yield Finding(codes.COMMA_LIST, text.span, said, _mend(block, entry, one, text.span, pieces))


def _text(node: Node, shape: Many) -> Scalar | None:
    """What an item says, by itself or in its main field."""
    if isinstance(node, Mapping) and shape.item is not None:
        main = main_field(shape.item)
        values = (pair.value for pair in node.entries if field_name(shape.item, pair.name) == main)
        return next((value for value in values if isinstance(value, Scalar)), None)
    return node if isinstance(node, Scalar) else None


def _mend(block: Block, entry: Pair, item: Node, text: Span, pieces: tuple[str, ...]) -> Mend:
    """Each piece as an item; without lines where other fields stand beside them, whose item nobody can tell."""
    advice = EACH_ON_ITS_LINE
    if isinstance(item, Mapping) and (len(item.entries) > 1 or item.flow):
        return Mend(advice)
    lines = block.between(entry.key.span.line if item is entry.value else item.span.line, text.end_line)
    if not lines or lines[-1].text[text.end_column - lines[-1].column :].strip():
        return Mend(advice)
    begun = _begin(lines[0], entry, item)
    if begun is None:
        return Mend(advice)
    head, indent = begun
    first = lines[0]
    items = (f"{first.prefix}{indent}- {safe_piece(piece)}" for piece in pieces)
    return Mend(advice, (*(f"{first.prefix}{one}" for one in head), *items), first.number, lines[-1].number)


def _begin(line: Line, entry: Pair, item: Node) -> tuple[tuple[str, ...], str] | None:
    """What stays above the items, and what stands before them; None where they cannot be written so."""
    column = entry.key.span.column - line.column
    if item is entry.value:
        name = f"{entry.name}:"
        if isinstance(item, Mapping) or not line.text[column:].startswith(name):
            return None
        return (line.text[: column + len(name)],), " " * (column + 2)
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    if isinstance(entry.value, Sequence) and entry.value.flow:
        return None
    return ((), indent) if line.text.startswith("- ", len(indent)) else None
