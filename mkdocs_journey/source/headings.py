"""Headings inside a block: ``## Second phase`` is a comment to YAML, and nobody sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source import codes
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Scalar, Sequence

_HEADING = re.compile(r"[ \t]*(#{2,6}[ \t]+([^\W_].*?))[ \t]*#*[ \t]*$")
"""Two number signs or more, and a text; one of them begins an ordinary comment, as do signs that only draw a line."""


def find_headings(block: Block, tree: Mapping | None) -> Iterator[Finding]:
    """Every line that is a heading to its author; what stands in a text of several lines belongs to that."""
    inside = _lines_of_texts(tree) if tree is not None else frozenset()
    for line in block.lines:
        match = _HEADING.match(line.text) if "##" in line.text else None
        if match is None or line.number in inside:
            continue
        span = Span(block.file, line.number, line.column + match.start(1), line.number, line.column + match.end(1))
        name = shortened(match[2], LONGEST_NAME)
        said = message("“{name}” is a comment here and is not shown.", name=name)
        advice = message(
            "If it is a phase or a step, write - name: {name} in its place. A comment has one # and a space.", name=name
        )
        yield Finding(codes.HEADING, span, said, Mend(advice))


def _lines_of_texts(tree: Node) -> frozenset[int]:
    """Lines on which a text goes on that begins above them."""
    found: set[int] = set()
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.update(range(node.span.line + 1, node.span.end_line + 1))
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        else:
            waiting.extend(entry.value for entry in node.entries)
    return frozenset(found)
