"""The lines of a part with some of its fields written otherwise; all others stay letter by letter."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from typing import NamedTuple

from mkdocs_journey.findings import Mend
from mkdocs_journey.message import NO_MESSAGE
from mkdocs_journey.model.items import EMPTY_CELL
from mkdocs_journey.place import Span
from mkdocs_journey.source.mending import in_quotation_marks
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar, Sequence
from mkdocs_journey.source.values import value_trouble
from mkdocs_journey.source.yaml import text_of

Lines = tuple[str, ...]
"""Lines of one field, its name in column 0."""


class LineEdit(NamedTuple):
    """Lines of a block, from the index ``first`` to before ``end``, and what stands there instead."""

    first: int
    end: int
    lines: Lines


def quoted(text: str, *, flow: bool = False) -> str:
    """A text as YAML reads it letter by letter."""
    text = " ".join(text.split())
    if not text or text in EMPTY_CELL or text[0] in "'\"[{-" or value_trouble(text) is not None:
        return in_quotation_marks(text)
    return in_quotation_marks(text) if flow and any(sign in text for sign in ",[]{}") else text


def rewritten(block: Block, node: Mapping, new: Map[int, Lines], added: Iterable[Lines] = ()) -> LineEdit | None:
    """The lines of a mapping with new ones for the entries of some index, and ``added`` ones behind the last.

    An entry of which nothing is left goes. None where the lines cannot be told apart.
    """
    return _in_braces(block, node, new, added) if node.flow else _below(block, node, new, added)


def _in_braces(block: Block, node: Mapping, new: Map[int, Lines], added: Iterable[Lines]) -> LineEdit | None:
    index = row(block, node.span)
    chunks = [new.get(i, (text_of(block, _whole(entry)),)) for i, entry in enumerate(node.entries)]
    chunks = [chunk for chunk in (*chunks, *added) if chunk]
    if node.span.line != node.span.end_line or any(len(chunk) > 1 for chunk in chunks) or not chunks:
        return None
    (line,) = block.between(node.span.line, node.span.line)
    before, after = line.text[: node.span.column - line.column], line.text[node.span.end_column - line.column :]
    inside = ", ".join(chunk[0] for chunk in chunks)
    return LineEdit(index, index + 1, (f"{before}{{{inside}}}{after}",))


def _below(block: Block, node: Mapping, new: Map[int, Lines], added: Iterable[Lines]) -> LineEdit | None:
    texts = block.texts
    column = node.entries[0].key.span.column - block.lines[row(block, node.span)].column
    starts = [row(block, entry.key.span) for entry in node.entries]
    ends = [*starts[1:], row(block, node.span, end=True) + 1]
    if any(end <= start for start, end in zip(starts, ends, strict=True)):
        return None
    written: list[str] = []
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        below = list(texts[start + 1 : end])
        if i not in new:
            written += [" " * column + texts[start][column:], *below]
            continue
        written += _indented(new[i], column)
        stop = len(below)
        while stop and (not below[stop - 1].strip() or below[stop - 1].lstrip().startswith("#")):
            stop -= 1
        written += below[stop:]
    for chunk in added:
        written += _indented(chunk, column)
    if not any(line.strip() for line in written):
        return None
    # What stands before the first field, such as a dash, stands before whatever is the first one now.
    first = next(i for i, line in enumerate(written) if line.strip() and not line.lstrip().startswith("#"))
    written[first] = texts[starts[0]][:column] + written[first][column:]
    return LineEdit(starts[0], ends[-1], tuple(written))


def _indented(lines: Lines, column: int) -> list[str]:
    return [" " * column + line for line in lines]


def _whole(entry: Pair) -> Span:
    start, end = entry.key.span, entry.value.span
    if isinstance(entry.value, Scalar) and entry.value.blank:
        end = start
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def row(block: Block, span: Span, *, end: bool = False) -> int:
    """Index of the line of a block on which something begins, or ends."""
    return (span.end_line if end else span.line) - block.lines[0].number


def items_written(block: Block, node: Node) -> list[Lines] | None:
    """The items of a list, or the one thing in its place, each with what is below it; None where they share lines."""
    if isinstance(node, Scalar):
        return [(quoted(node.value),)]
    if isinstance(node, Mapping) or not node.flow:
        found = []
        for one in node.items if isinstance(node, Sequence) else (node,):
            span = one.span
            lines = [line.text for line in block.between(span.line, span.end_line)]
            column = span.column - block.lines[row(block, span)].column
            head, below = lines[0][column:], lines[1:]
            if any(line[:column].strip() for line in below):
                return None
            found.append((head.rstrip(), *(line[column:] for line in below)))
        return found
    texts = [text_of(block, one.span) for one in node.items]
    return None if any("\n" in text for text in texts) else [(text,) for text in texts]


def as_list(name: str, items: Seq[Lines]) -> Lines:
    """A field with a list below it."""
    below = (line for one in items for line in (f"  - {one[0]}", *(f"    {more}" for more in one[1:])))
    return (f"{name}:", *below)


def edited(texts: Seq[str], edits: Iterable[LineEdit]) -> Lines | None:
    """Lines with edits made; None where two of them are about the same line."""
    lines: list[str] = []
    position = 0
    for edit in sorted(edits):
        if edit.first < position:
            return None
        lines += [*texts[position : edit.first], *edit.lines]
        position = edit.end
    return (*lines, *texts[position:])


def mend_of(block: Block, lines: Seq[str]) -> Mend:
    """What to paste so that a block has other lines, no more of them than differ."""
    typed = list(block.texts)
    same = next((i for i, pair in enumerate(zip(typed, lines, strict=False)) if pair[0] != pair[1]), len(typed))
    behind = 0
    while behind < min(len(typed), len(lines)) - same and typed[-1 - behind] == lines[-1 - behind]:
        behind += 1
    number = block.lines[0].number
    prefix = block.lines[min(same, len(typed) - 1)].prefix
    new = tuple(f"{prefix}{line}".rstrip() for line in lines[same : len(lines) - behind])
    return Mend(NO_MESSAGE, new, number + same, number + len(typed) - behind - 1)
