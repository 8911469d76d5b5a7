"""The short way through a block that is written plainly: no trap in it, and nothing that YAML is needed for.

Most blocks consist of nothing but fields and items with a text on one line, and a few other simple things. One
regular expression reads all their lines, which takes a fifth of the time of looking for traps and listening to
YAML. What is not plain beyond doubt is left to those: the tree is theirs to the last column, or there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Lines
from collections.abc import Set

from mkdocs_journey.source.building import MAXIMUM_DEPTH, MAXIMUM_NODES
from mkdocs_journey.source.flow import field_key
from mkdocs_journey.source.folding import fold_without_spaces
from mkdocs_journey.source.names import TIGHT_COLON, WIDE_COLON
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Place, Scalar, Sequence
from mkdocs_journey.source.values import CURLY, LONGEST_SIGNS

# Said by what it is not: a set is laid out character by character, and what it is would take six times as long.
OF_WORDS = r"[^\x00-,./:-@\[-^`{-\xbf\u2000-\u303f\u30fb\uf900-\U0010ffff]"
"""Hyphens, letters, digits and underscores of printable texts, but no list marker and no full-width colon."""
_NAME = rf"(?!-){OF_WORDS}{{1,31}}+(?:\ {OF_WORDS}{{1,30}}+){{0,8}}+"
_PHRASE = r"[+-]?[\w./][\w./+-]*+(?:\ [\w./+-]++)*+"
_ROW = re.compile(
    rf"""(?mx)
    ^(\ *+)
    (?:
        (-\ )?+                                            # dash
        (?:({_NAME}):(?:(\ ++)|$))?+                        # field name, and the gap behind its colon
        (
            (?:[^-?:,\[\]{{}}\#&*!|>'"%@`\s]|-(?=[^-\s]))  # plain text
            [^:\#\n]*+(?:(?::(?=[^\s:])|(?<!\ )\#)[^:\#\n]*+)*+
        |   '(?:[^'\n]|'')*+'\ *+                          # text in quotes
        |   "[^"\\\n]*+"\ *+
        |   \[\w[\w.-]*+(?:,\ \w[\w.-]*+)*+\]\ *+          # words in brackets
        |   \{{[^{{}}\n]*+\}}\ *+                          # fields in braces
        |   [|>]                                           # text on the lines below
        )?+$
    |   (.*+)$                                             # anything else
    )
    """
)
_MARKED = "'\"[{"
"""What a text begins with that is not plain."""
_WORDS = re.compile(r"[\w.-]+")
_PAIR = re.compile(rf"({_NAME}):\ ({_PHRASE})", re.VERBOSE)
_LINE_ENDS = re.compile(r"\n(\n*)")


class _NotPlainError(Exception):
    """The block has to go the long way."""


def read_plain(block: Block, texts: Lines[str], field_names: Set[str]) -> Mapping | None:
    """The tree of a block in which nothing can be wrong before its fields are known, else ``None``.

    ``texts`` are those of its lines; ``field_names`` are those of :func:`mkdocs_journey.source.yaml.read_yaml`,
    which has seen to its limits.
    """
    text = "\n".join(texts)
    # No line has more than five nodes, but for those in brackets.
    if 5 * len(texts) + 2 * text.count(",") > MAXIMUM_NODES or not "".join(texts).isprintable():
        return None
    try:
        return _read(block, texts, _ROW.findall(text), field_names)
    except _NotPlainError:
        return None


class _Open:
    """Fields or a list that the next row may continue."""

    __slots__ = ("column", "depth", "entries", "items", "level", "line", "outer", "waiting")

    def __init__(self, outer: _Open | None, level: int, line: int, column: int) -> None:
        self.outer = outer
        self.depth: int = outer.depth + 1 if outer else 0
        self.level = level
        """Twice the indentation, and 1 more for a list: what belongs to something above it has a higher one."""
        self.line = line
        self.column = column
        self.entries: dict[str, Pair] = {}
        self.items: list[Node] = []
        self.waiting: tuple[str, Place] | None = None
        """Name and place of the last field, as long as nothing stands behind or below it."""
        if self.depth > MAXIMUM_DEPTH:
            raise _NotPlainError


def _read(block: Block, texts: Lines[str], rows: Lines[tuple[str, ...]], field_names: Set[str]) -> Mapping:
    file = block.file
    # The block as a whole is what a field without a name is waiting for.
    here = root = _Open(None, -1, 0, 0)
    root.waiting = ("", block.opening)
    resume = 0
    for (spaces, dash, key, gap, value, other), number, start in zip(rows, *block.starts, strict=False):
        if number < resume:
            continue
        if not key and not value:
            if dash or (other and other[0] != "#"):
                raise _NotPlainError
            continue
        indent = len(spaces)
        column = start + indent
        level = 2 * indent + (1 if dash else 0)
        if level > here.level:
            if here.waiting is None:
                raise _NotPlainError
            here = _Open(here, level, number, column)
        else:
            while level < here.level:
                here = _close(here, file)
            if level != here.level:
                raise _NotPlainError
            if here.waiting is not None:
                _leave_empty(here)
        if dash:
            column += 2
            if key:
                here = _Open(here, level + 3, number, column)
        if key:
            if key in here.entries:
                raise _NotPlainError
            end = column + len(key)
            name_place = (file, number, column, number, end)
            if not value:
                here.waiting = (key, name_place)
                continue
            column = end + 1 + len(gap)
        elif not dash or ((":" in value or "：" in value) and _is_field(value, field_names)):
            raise _NotPlainError
        mark = value[0]
        node: Node
        if mark in "|>":
            node = _text_below(block, texts, number, column, here.level // 2)
            resume = node.place[3] + 1
        else:
            if value[-1] == " ":
                value = value.rstrip(" ")
            if len(value) <= LONGEST_SIGNS and mark in CURLY:
                raise _NotPlainError
            place = (file, number, column, number, column + len(value))
            node = _marked(value, place) if mark in _MARKED else Scalar(value, place)
        if key:
            here.entries[key] = Pair(key, name_place, node)
        else:
            here.items.append(node)
    while here is not root:
        here = _close(here, file)
    tree = root.entries[""].value if root.entries else None
    if not isinstance(tree, Mapping):
        raise _NotPlainError
    return tree


def _leave_empty(here: _Open) -> None:
    """Nothing stands behind or below the last field."""
    assert here.waiting is not None
    if not here.entries and here.outer is not None and here.outer.level == here.level - 3:
        # The first field of an item is rather a text that ends in a colon.
        raise _NotPlainError
    name, place = here.waiting
    file, line, _, _, end = place
    here.entries[name] = Pair(name, place, Scalar("", (file, line, end + 1, line, end + 1)))
    here.waiting = None


def _close(here: _Open, file: str) -> _Open:
    """Nothing more belongs to these fields or items. Returns that to which they belong."""
    outer = here.outer
    assert outer is not None
    node: Mapping | Sequence
    if here.items:
        _, _, _, end_line, end_column = here.items[-1].place
        node = Sequence(tuple(here.items), (file, here.line, here.column, end_line, end_column))
    else:
        if here.waiting is not None:
            _leave_empty(here)
        entries = tuple(here.entries.values())
        _, _, _, end_line, end_column = entries[-1].value.place
        node = Mapping(entries, (file, here.line, here.column, end_line, end_column))
    if outer.waiting is not None:
        name, place = outer.waiting
        outer.entries[name] = Pair(name, place, node)
        outer.waiting = None
    else:
        outer.items.append(node)
    return outer


def _is_field(text: str, field_names: Set[str]) -> bool:
    """Whether a text may be a field whose colon YAML does not see."""
    return any(
        (match := pattern.match(text)) is not None and field_key(match[1]) in field_names
        for pattern in (WIDE_COLON, TIGHT_COLON)
    )


def _marked(text: str, place: Place) -> Node:
    """A text in quotes, or what stands in brackets."""
    mark = text[0]
    if mark == "[":
        words = [Scalar(word[0], _part(place, *word.span())) for word in _WORDS.finditer(text)]
        return Sequence(tuple(words), place, True)
    if mark == "{":
        entries: dict[str, Pair] = {}
        start = 1
        for written in text[1:-1].split(", "):
            pair = _PAIR.fullmatch(written)
            if pair is None or pair[1] in entries:
                raise _NotPlainError
            node = Scalar(pair[2], _part(place, start + pair.start(2), start + pair.end(2)))
            entries[pair[1]] = Pair(pair[1], _part(place, start, start + pair.end(1)), node)
            start += len(written) + 2
        return Mapping(tuple(entries.values()), place, True)
    return Scalar(text[1:-1].replace("''", "'") if mark == "'" else text[1:-1], place, mark)


def _part(place: Place, start: int, end: int) -> Place:
    file, line, column, _, _ = place
    return file, line, column + start, line, column + end


def _text_below(block: Block, texts: Lines[str], number: int, column: int, level: int) -> Scalar:
    """The text on the lines below one that are indented deeper than ``level``; its mark stands in ``column``."""
    at = number - block.lines[0].number
    found: list[str] = []
    indent = 0
    for text in texts[at + 1 :]:
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
    mark = texts[at].rstrip()[-1]
    value = "\n".join(found)
    if mark == ">":
        value = fold_without_spaces(_LINE_ENDS.sub(lambda ends: ends[1] or " ", value), found)
    last = block.lines[at + len(found)]
    end = last.column + len(last.text.rstrip())
    return Scalar(value, (block.file, number, column, last.number, end), mark)
