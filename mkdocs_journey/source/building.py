"""From the events of the YAML parser to the tree; nothing is built that was not looked at first."""

from __future__ import annotations

from collections.abc import Sequence as Lines
from typing import Any

from yaml import events as yaml_events

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened
from mkdocs_journey.source import codes
from mkdocs_journey.source.folding import fold_without_spaces
from mkdocs_journey.source.instructions import DELETE_OR_QUOTE, TAG, named_part
from mkdocs_journey.source.mending import MendedLine
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Place, Scalar, Sequence

MAXIMUM_DEPTH = 32
MAXIMUM_NODES = 5_000
# Each language writes numbers in its own way, so this one stands in the sentence.
_TOO_MANY_NODES = message("This block is too large: more than 5,000 texts and lists.")
_EMPTY = message("This block is empty.")
_WRITE_FIELDS = message("Write its fields, e.g. “title: …”.")

# YAML takes these for line ends; they travel through it as characters that nobody can have written,
# because Sheet takes those out.
_AWAY = str.maketrans("\x85\u2028\u2029", "\U0001fffe\U0001ffff\U0002fffe")
_BACK = str.maketrans("\U0001fffe\U0001ffff\U0002fffe", "\x85\u2028\u2029")

_BLOCK_STYLES = frozenset("|>")


class Refused(Exception):  # noqa: N818 - it is a decision, not a fault
    """The block is given up; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Builder:
    """Builds the tree of one block, and notes what is not allowed in it."""

    def __init__(self, block: Block, mended: Lines[MendedLine]) -> None:
        self.block = block
        self.mended = mended
        text = "\n".join([line.text for line in mended])
        self._foreign_line_ends = not text.isascii() and any(mark in text for mark in "\x85\u2028\u2029")
        self.text = text.translate(_AWAY) if self._foreign_line_ends else text
        self.findings: list[Finding] = []
        self._changed = any(line.stages for line in mended) or len(mended) != len(block.lines)
        self._quick = not self._changed and not self._foreign_line_ends
        self._lines = tuple(block.lines)
        self._file = block.file
        self._nodes = 0
        self._next: Any = None

    def build(self, loader: Any) -> Mapping | None:
        """Read the events of ``loader``, which has been given :attr:`text`.

        Returns ``None`` where the block is empty or consists of anything but fields. Raises
        :class:`Refused`, or what PyYAML raises for a text that is no YAML.
        """
        self._next = loader.get_event
        self._next()
        start = self._next()
        if isinstance(start, yaml_events.StreamEndEvent):
            self._note(codes.EMPTY, self.block.opening, _EMPTY, _WRITE_FIELDS)
            return None
        root = self._node(self._next(), 1)
        self._next()
        further = self._next()
        if not isinstance(further, yaml_events.StreamEndEvent):
            span = self.line_span(further.start_mark.line, further.start_mark.column)
            said = message("A line of three dashes or dots ends the block, so nothing below it is read.")
            self._note(codes.SEVERAL_DOCUMENTS, span, said, message("Delete the line."))
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Scalar) and root.blank:
            self._note(codes.EMPTY, self.block.opening, _EMPTY, _WRITE_FIELDS)
            return None
        a_list = message("This block is a list, but it has to consist of fields.")
        a_text = message("This block is a text, but it has to consist of fields.")
        said = a_list if isinstance(root, Sequence) else a_text
        self._note(codes.NO_MAPPING, root.span, said, message("Write fields, e.g. “title: …”."))
        return None

    def span(self, start: Any, end: Any) -> Span:
        """Place in the file of what stands between two marks of the parser."""
        if not self._changed:
            lines = self._lines
            # The parser sees one line more than there are: the end of the text.
            final = len(lines) - 1
            first = lines[start.line] if start.line < final else lines[final]
            last = lines[end.line] if end.line < final else lines[final]
            end_column = end.column if end.line <= final else len(last.text)
            return Span(self._file, first.number, first.column + start.column, last.number, last.column + end_column)
        line, column = self._written(start.line, start.column)
        end_line, end_column = self._written(end.line, end.column)
        if (end_line, end_column) < (line, column):
            end_line, end_column = line, column
        return self.block.span(line, column, end_line, end_column)

    def line_span(self, line: int, column: int) -> Span:
        """Place in the file from a column to the end of its line; columns and lines as the parser counts them."""
        while line > 0 and (line >= len(self.mended) or not self.mended[line].text.strip()):
            line, column = line - 1, len(self.mended[line - 1].text.rstrip())
        written, written_column = self._written(line, column)
        if not self.block.lines:
            return self.block.opening
        end = max(written_column, len(self.block.lines[written].text.rstrip()))
        return self.block.span(written, written_column, written, end)

    def _written(self, line: int, column: int) -> tuple[int, int]:
        if line >= len(self.mended):
            last = len(self.block.lines) - 1
            return (last, len(self.block.lines[last].text)) if last >= 0 else (0, 0)
        mended = self.mended[line]
        return mended.line, mended.written_column(column)

    def _note(self, code: Code, span: Span, said: Message, advice: Message) -> None:
        self.findings.append(Finding(code, span, said, Mend(advice)))

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        kind = type(event)
        # Most of a block are plain or quoted texts; they are done with here.
        if (
            self._quick
            and kind is yaml_events.ScalarEvent
            and event.anchor is None
            and event.tag is None
            and event.style not in _BLOCK_STYLES
            and self._nodes <= MAXIMUM_NODES
        ):
            return Scalar(event.value, self.span(event.start_mark, event.end_mark), event.style or "")
        if self._nodes > MAXIMUM_NODES:
            advice = Mend(message("Split it."))
            raise Refused(Finding(codes.TOO_LARGE, self.block.opening, _TOO_MANY_NODES, advice))
        if kind is yaml_events.AliasEvent:
            return self._alias(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if kind is yaml_events.ScalarEvent:
            return self._text(event)
        if depth > MAXIMUM_DEPTH:
            span = self.line_span(event.start_mark.line, event.start_mark.column)
            raise Refused(nested_too_deep(span))
        if kind is yaml_events.SequenceStartEvent:
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _alias(self, event: Any) -> Scalar:
        span = self.span(event.start_mark, event.end_mark)
        name = shortened(event.anchor, LONGEST_EXCERPT)
        said = message("*{name} repeats a part of the block, which is not supported.", name=name)
        self._note(codes.ANCHOR, span, said, message("Write it out, or put it in quotes if it is a text."))
        return Scalar(f"*{event.anchor}", span)

    def _refuse_properties(self, event: Any) -> None:
        span = self.line_span(event.start_mark.line, event.start_mark.column)
        if event.anchor is not None:
            self._note(codes.ANCHOR, span, *named_part(event.anchor))
        if event.tag is not None:
            self._note(codes.TAG, span, TAG, DELETE_OR_QUOTE)

    def _text(self, event: Any) -> Scalar:
        value: str = event.value
        style: str = event.style or ""
        start, end = event.start_mark, event.end_mark
        if style and style in "|>":
            lines = [line.text for line in self.mended[start.line + 1 : end.line + (end.column > 0)]]
            while lines and not lines[-1].strip():
                lines.pop()
            value = value.rstrip("\n")
            if style == ">":
                value = fold_without_spaces(value, lines)
            last = start.line + len(lines)
            line, column = self._written(start.line, start.column)
            end_line, end_column = self._written(last, len(self.mended[last].text.rstrip()))
            return Scalar(self._back(value), self.block.span(line, column, end_line, end_column), style)
        return Scalar(self._back(value), self.span(start, end), style)

    def _back(self, value: str) -> str:
        return value.translate(_BACK) if self._foreign_line_ends else value

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(inner := self._next()) is not yaml_events.SequenceEndEvent:
            items.append(self._node(inner, depth + 1))
        flow = bool(event.flow_style)
        return Sequence(tuple(items), self._around(event, inner, items[-1].place if items else None, flow), flow)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        entries: list[Pair] = []
        places: dict[str, Span] = {}
        last: Place | None = None
        while type(inner := self._next()) is not yaml_events.MappingEndEvent:
            key = self._node(inner, depth + 1)
            said_before = len(self.findings)
            value = self._node(self._next(), depth + 1)
            last = value.place
            if not isinstance(key, Scalar) or key.style in {"|", ">"} or (key.blank and not key.value):
                said = message("A field name has to be a short text before a colon.")
                self._note(codes.COMPLEX_KEY, _forward(key.span), said, message("Write “name: text”."))
                continue
            if key.value == "<<" and not key.style:
                if isinstance(value, Scalar):
                    # What is copied has the name of an anchor, and that is the same mistake.
                    del self.findings[said_before:]
                said = message("<< copies fields, which is not supported.")
                self._note(codes.MERGE_KEY, key.span, said, message("Write them out."))
                continue
            if key.value in places:
                first = places[key.value]
                said = message(
                    "“{name}” is written twice here; the first one is in line {line}.",
                    name=shortened(key.value, LONGEST_EXCERPT),
                    line=first.line,
                )
                related = ((first, message("the first one")),)
                mend = Mend(message("Delete one of them, or join their texts."))
                self.findings.append(Finding(codes.DUPLICATE_KEY, key.span, said, mend, related))
                continue
            places[key.value] = key.span
            entries.append(Pair(key.value, key.place, value))
        flow = bool(event.flow_style)
        return Mapping(tuple(entries), self._around(event, inner, last, flow), flow)

    def _around(self, start: Any, end: Any, last: Place | None, flow: bool) -> Place:
        """Place of a list or mapping; in block style the parser looks for its end behind the blank lines below."""
        if flow or last is None:
            return self.span(start.start_mark, end.end_mark)
        mark = start.start_mark
        line, column = self._written(mark.line, mark.column) if self._changed else (mark.line, mark.column)
        first = self._lines[line]
        return self._file, first.number, first.column + column, last[3], last[4]


def nested_too_deep(span: Span) -> Finding:
    """What is wrong where more lists and fields stand in each other than can be read."""
    said = message("More than {most} lists or fields stand inside one another here.", most=MAXIMUM_DEPTH)
    advice = message("A row of dashes with spaces between them is the usual cause; delete it.")
    return Finding(codes.NESTED_TOO_DEEP, span, said, Mend(advice))


def _forward(span: Span) -> Span:
    """The span, or its start where nothing is written: the parser ends such a thing before it begins."""
    if (span.end_line, span.end_column) >= (span.line, span.column):
        return span
    return span._replace(end_line=span.line, end_column=span.column)
