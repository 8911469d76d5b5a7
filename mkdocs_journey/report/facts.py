"""A page with each of its blocks written one fact a line, so that a line tells of itself what it is about.

It is what ``git diff`` compares instead of the page, where it is told so: a changed line then says in which phase, in
which step and on which thing it stands, and lines that were only written in another way have not changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from mkdocs_journey.findings import Severity
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.names import (
    PARTS,
    all_labels,
    all_names,
    field_names,
    label_names,
    names_of_lists,
    other_names,
    plain_name,
    standard_names,
)
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.singular import singular, singulars
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.safe_text import plain
from mkdocs_journey.source.fences import Fence, outline_of, split_lines
from mkdocs_journey.source.text import Block, Line
from mkdocs_journey.source.tree import Mapping, Node, Place, Scalar, Sequence
from mkdocs_journey.source.yaml import read_yaml

BETWEEN = " › "
"""Stands between a place and what is in it."""
_COLUMNS = ("phases", "steps")
_LINE_END = re.compile(r"(\r\n|\n|\r)")
_CLOSING = " \t,:]}"
_ENDLESS = 1_000_000

_Path = tuple[str, ...]
_Fact = tuple[int, str]
"""The line of the file on which something is written, and what it says, with its place in front."""


def page_in_facts(text: str) -> str:
    """A page in which each block that can be read stands one fact a line; everything else is as it was."""
    outline = outline_of(text)
    pieces = _LINE_END.split(text)
    for stretch in reversed([stretch for stretch in outline.visible if stretch.ours]):
        facts = _facts_of(Fence(outline.lines, stretch, "", outline.first_line).block)
        if facts is not None:
            # Every other piece is a line end. The lines of the outline come behind the front matter.
            first, behind = (2 * (outline.first_line - 1 + index) for index in (stretch.start + 1, stretch.end - 1))
            end = pieces[first - 1]
            pieces[first:behind] = [piece for fact in facts for piece in (stretch.prefix + fact, end)]
    return "".join(pieces)


def file_in_facts(text: str) -> str:
    """A YAML file one fact a line if it is a map or a persona; any other file as it was."""
    lines = tuple(Line(line, number, 1) for number, line in enumerate(split_lines(text), 1))
    facts = _facts_of(Block("", "", lines, Span("", 1, 1, 1, 1)), _is_ours)
    return text if facts is None else "".join(f"{fact}\n" for fact in facts)


def _is_ours(tree: Mapping) -> bool:
    """Whether a file has the fields of a map or of a persona, and no others."""
    names = {plain_name(entry.name) for entry in tree.entries}
    for part, needed in ((Journey, "phases"), (Persona, "name")):
        known = field_names(part)
        if names <= known.keys() and needed in {known[name] for name in names}:
            return True
    return False


def _facts_of(block: Block, wanted: Callable[[Mapping], bool] = bool) -> list[str] | None:
    """The facts of a block; None where it cannot be read, or is none of ours."""
    tree, findings = read_yaml(block, all_names(), names_of_lists(), all_labels())
    broken = any(finding.code.severity is Severity.ERROR for finding in findings)
    if tree is None or broken or not wanted(tree):
        return None
    facts = [*_fields(tree, ()), *_comments(block, tree)]
    return [plain(text) for _, text in sorted(facts, key=lambda fact: fact[0])]


def _fields(mapping: Mapping, place: _Path, without: str | None = None) -> Iterator[_Fact]:
    for entry in mapping.entries:
        if entry.name != without:
            yield from _field(entry.name, entry.value, place, entry.name_place[1])


def _field(name: str, value: Node, place: _Path, line: int) -> Iterator[_Fact]:
    if isinstance(value, Sequence):
        if not value.items:
            yield _fact(line, place, f"{name}: []")
        for number, item in enumerate(value.items, 1):
            yield from _item(name, item, place, number)
    elif _lists().get(plain_name(name)) is not None and not (isinstance(value, Scalar) and value.blank):
        # One thing alone is a list of one.
        yield from _item(name, value, place, 1)
    elif isinstance(value, Mapping):
        if not value.entries:
            yield _fact(line, place, f"{name}: {{}}")
        yield from _fields(value, (*place, name))
    else:
        yield from _texts(value, place, f"{name}:")


def _item(name: str, item: Node, place: _Path, number: int) -> Iterator[_Fact]:
    if isinstance(item, Sequence):
        yield from _field(str(number), item, (*place, name), item.place[1])
        return
    lane = _lists().get(plain_name(name))
    # Phases and steps are places of their own; of what kind another thing is has to be said.
    word = "" if lane in _COLUMNS else singular(lane) if lane else name
    head = word if lane else f"{word}:"
    if isinstance(item, Scalar):
        yield from _texts(item, place, head)
        return
    texts = (entry for entry in item.entries if _line(entry.value))
    named = next((entry for entry in texts if plain_name(entry.name) in _main_names()), None)
    called = _line(named.value) if named else next(filter(None, (_line(entry.value) for entry in item.entries)), "")
    yield _fact(item.place[1], place, f"{head} {called or number}".strip())
    # Its own line has all of it.
    inner = f"{word} {shortened(called, LONGEST_NAME) or number}".strip()
    yield from _fields(item, (*place, inner), named.name if named else None)


def _texts(text: Scalar, place: _Path, head: str) -> Iterator[_Fact]:
    """A text, which may have several lines."""
    for number, line in enumerate(text.value.rstrip("\n").split("\n")):
        yield _fact(text.place[1] + number, place, f"{head} {line}".strip())


def _fact(line: int, place: _Path, text: str) -> _Fact:
    return line, BETWEEN.join((*place, text))


def _line(node: Node) -> str:
    """A text on one line; "" for what is no text."""
    return " ".join(node.value.split()) if isinstance(node, Scalar) else ""


def _comments(block: Block, tree: Mapping) -> Iterator[_Fact]:
    """What stands behind the last thing on each line, or on a line by itself: comments of the author."""
    ends: dict[int, int] = {}
    for _, first, _, end_line, end_column in _places(tree):
        ends |= dict.fromkeys(range(first, end_line), _ENDLESS)
        ends[end_line] = max(ends.get(end_line, 0), end_column)
    for line in block.lines:
        rest = line.text[max(0, ends.get(line.number, 0) - line.column) :].lstrip(_CLOSING)
        if rest.startswith("#"):
            yield line.number, rest.rstrip()


def _places(node: Node) -> Iterator[Place]:
    """Places of all names and texts."""
    if isinstance(node, Scalar):
        yield node.place
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.name_place
            yield from _places(entry.value)
    else:
        for item in node.items:
            yield from _places(item)


@cache
def _main_names() -> frozenset[str]:
    """Every name of the field that says what a thing is called."""
    return frozenset(plain_name(name) for name in ("name", "title", "text", *other_names("name")))


@cache
def _lists() -> dict[str, str]:
    """Every name of a list whose things have a word of their own, to its standard name."""
    known = {name: name for name in singulars()}
    # Another name for a list may be the very name of a field elsewhere: contributors have a team.
    fields = {name for part in PARTS for name in standard_names(part)}
    for name in singulars():
        known |= {plain_name(other): name for other in other_names(name) if other not in fields | known.keys()}
    # What a word means on a map comes before what it means in a persona.
    labels = [label for part in reversed(PARTS) for label in label_names(part).items() if label[1] in singulars()]
    return {written: name for written, name in labels if written not in fields} | known
