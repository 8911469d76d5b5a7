"""The short way through a block that is written plainly: no trap in it, and nothing that YAML is needed for.

Most blocks consist of nothing but fields and items with a text on one line, and a few other simple things. One
regular expression reads all their lines, which takes a fifth of the time of looking for traps and listening to
YAML. What is not plain beyond doubt is left to those: the tree is theirs to the last column, or there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Sequence as Lines
from functools import partial

from mkdocs_journey.place import Span
from mkdocs_journey.source.building import MAXIMUM_DEPTH, MAXIMUM_NODES
from mkdocs_journey.source.flow import field_key
from mkdocs_journey.source.folding import fold_without_spaces
from mkdocs_journey.source.names import TIGHT_COLON, WIDE_COLON
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Entry, Mapping, Node, Sequence, Text

# Letters, digits and underscores, but no list marker and no full-width colon.
_WORD = r"A-Za-z0-9_\u00c0-\u1fff\u3040-\u30fa\u30fc-\ud7ff"
_ROW = re.compile(
    rf"""(?mx)
    ^(\ *+)
    (?:
        (-\ )?+                                                             # dash
        (?:([{_WORD}][{_WORD}-]{{0,30}}+(?:\ [{_WORD}-]{{1,30}}+){{0,8}}+)  # field name
            :(?:(\ ++)|$))?+                                                # gap behind its colon
        (
            (?:[^-?:,\[\]{{}}\#&*!|>'"%@`\s]|-(?=[^-\s]))                   # plain text
            [^:\#\n]*+(?:(?::(?=[^\s:])|(?<!\ )\#)[^:\#\n]*+)*+
        |   '(?:[^'\n]|'')*+'\ *+                                           # text in quotes
        |   "[^"\\\n]*+"\ *+
        |   \[\w[\w.-]*+(?:,\ \w[\w.-]*+)*+\]\ *+                           # words in brackets
        |   [|>]                                                            # text on the lines below
        )?+$
    |   (.*+)$                                                              # anything else
    )
    """
)
_MARKED = "'\"[|>"
"""What a text begins with that is not plain."""
_WORDS = re.compile(r"[\w.-]+")
_LINE_ENDS = re.compile(r"\n(\n*)")

# A named tuple that is called goes through Python; there are hundreds for each block.
_new_span: Callable[[tuple[str, int, int, int, int]], Span] = partial(tuple.__new__, Span)
_new_text: Callable[[tuple[str, Span, str]], Text] = partial(tuple.__new__, Text)
_new_entry: Callable[[tuple[Text, Node]], Entry] = partial(tuple.__new__, Entry)


class _NotPlainError(Exception):
    """The block has to go the long way."""


def read_plain(block: Block, texts: Lines[str], field_names: frozenset[str]) -> Mapping | None:
    """The tree of a block in which nothing can be wrong before its fields are known, else ``None``.

    ``texts`` are those of its lines; ``field_names`` are those of :func:`mkdocs_journey.source.yaml.read_yaml`,
    which has seen to its limits.
    """
    text = "\n".join(texts)
    # No line has more than five nodes, but for those in brackets.
    if 5 * len(texts) + text.count(",") > MAXIMUM_NODES or not "".join(texts).isprintable():
        return None
    try:
        return _Reader(block, texts, _ROW.findall(text), field_names).read()
    except _NotPlainError:
        return None


class _Reader:
    """Goes through the rows of a block, as :data:`_ROW` has taken them apart; there is one for each line."""

    def __init__(
        self, block: Block, texts: Lines[str], rows: list[tuple[str, str, str, str, str, str]], names: frozenset[str]
    ) -> None:
        self._lines = block.lines
        self._file = block.file
        self._texts = texts
        self._rows = rows
        self._field_names = names
        self._at = 0
        """Index of the row that is read next."""

    def read(self) -> Mapping:
        """The tree of the whole block."""
        column, dash = self._next()
        if column < 0 or dash:
            raise _NotPlainError
        root = self._mapping(column, 1)
        if self._at < len(self._rows):
            raise _NotPlainError
        return root

    def _next(self) -> tuple[int, str]:
        """Column of the next row that is neither blank nor a comment, and its dash; -1 where there is none."""
        rows = self._rows
        while self._at < len(rows):
            spaces, dash, key, _, value, other = rows[self._at]
            if value or key:
                return len(spaces), dash
            if dash or (other and other[0] != "#"):
                raise _NotPlainError
            self._at += 1
        return -1, ""

    def _mapping(self, column: int, depth: int, in_item: bool = False) -> Mapping:
        """The fields in a column; ``in_item``: the first one stands behind a dash."""
        if depth > MAXIMUM_DEPTH:
            raise _NotPlainError
        rows, lines, file = self._rows, self._lines, self._file
        entries: dict[str, Entry] = {}
        first = lines[self._at]
        node: Node
        while True:
            _, _, key, gap, value, _ = rows[self._at]
            if not key or key in entries:
                raise _NotPlainError
            _, number, start, _ = lines[self._at]
            begin = start + column
            end = begin + len(key)
            if value:
                node = self._value(value, column + len(key) + len(gap) + 1, column)
                here, dash = self._next()
            else:
                self._at += 1
                here, dash = self._next()
                if here > column or (here == column and dash):
                    node = self._sequence(here, depth + 1) if dash else self._mapping(here, depth + 1)
                    here, dash = self._next()
                elif in_item:
                    # A text that ends in a colon, most likely.
                    raise _NotPlainError
                else:
                    node = Text("", Span(file, number, end + 1, number, end + 1))
            entries[key] = _new_entry((_new_text((key, _new_span((file, number, begin, number, end)), "")), node))
            if here != column or dash:
                break
            in_item = False
        if here > column:
            raise _NotPlainError
        span = _new_span((file, first.number, first.column + column, node.span.end_line, node.span.end_column))
        return Mapping(tuple(entries.values()), span)

    def _sequence(self, column: int, depth: int) -> Sequence:
        """The items whose dashes stand in a column."""
        if depth > MAXIMUM_DEPTH:
            raise _NotPlainError
        rows = self._rows
        items: list[Node] = []
        first = self._lines[self._at]
        while True:
            _, _, key, _, value, _ = rows[self._at]
            if key:
                items.append(self._mapping(column + 2, depth + 1, in_item=True))
            else:
                if ":" in value or "：" in value:
                    self._refuse_field(value)
                items.append(self._value(value, column + 2, column))
            here, dash = self._next()
            if here != column or not dash:
                break
        if here > column:
            raise _NotPlainError
        end = items[-1].span
        span = _new_span((self._file, first.number, first.column + column, end.end_line, end.end_column))
        return Sequence(tuple(items), span)

    def _refuse_field(self, value: str) -> None:
        """Refuse what may be a field with a colon that YAML does not see."""
        for pattern in (WIDE_COLON, TIGHT_COLON):
            if (match := pattern.match(value)) and field_key(match[1]) in self._field_names:
                raise _NotPlainError

    def _value(self, value: str, column: int, level: int) -> Node:
        """What stands in a column of the current row, and belongs to something in the column ``level``."""
        _, number, start, _ = self._lines[self._at]
        self._at += 1
        if value[-1] == " ":
            value = value.rstrip(" ")
        begin = start + column
        span = _new_span((self._file, number, begin, number, begin + len(value)))
        mark = value[0]
        if mark not in _MARKED:
            return _new_text((value, span, ""))
        if mark == "[":
            words = [
                Text(word[0], Span(self._file, number, begin + word.start(), number, begin + word.end()))
                for word in _WORDS.finditer(value)
            ]
            return Sequence(tuple(words), span, flow=True)
        if mark in "|>":
            return self._text_below(mark, span, level)
        return _new_text((value[1:-1].replace("''", "'") if mark == "'" else value[1:-1], span, mark))

    def _text_below(self, mark: str, opening: Span, level: int) -> Text:
        """The text on the lines below that are indented deeper than ``level``."""
        found: list[str] = []
        indent = 0
        for text in self._texts[self._at :]:
            bare = text.lstrip(" ")
            width = len(text) - len(bare)
            if bare and width <= level:
                break
            # YAML keeps further indentation and spaces on blank lines, in ways of its own.
            if width != (indent if bare and found else width if bare else 0):
                raise _NotPlainError
            indent = width or indent
            found.append(bare)
        while found and not found[-1]:
            found.pop()
        if not found or not found[0]:
            raise _NotPlainError
        self._at += len(found)
        value = "\n".join(found)
        if mark == ">":
            value = fold_without_spaces(_LINE_ENDS.sub(lambda ends: ends[1] or " ", value), found)
        _, number, start, _ = self._lines[self._at - 1]
        end = start + indent + len(found[-1].rstrip())
        return Text(value, Span(self._file, opening.line, opening.column, number, end), mark)
