"""From the text of a block to a tree that knows where everything stood."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

import yaml

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.place import Span
from mkdocs_journey.source import codes
from mkdocs_journey.source.building import MAXIMUM_DEPTH, Builder, Refused, nested_too_deep
from mkdocs_journey.source.headings import find_headings
from mkdocs_journey.source.mending import literally
from mkdocs_journey.source.plain_yaml import read_plain
from mkdocs_journey.source.syntax import plain_sentence
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.traps import find_traps
from mkdocs_journey.source.tree import Mapping

MAXIMUM_CHARACTERS = 100_000
MAXIMUM_LINES = 3_000
MAXIMUM_INDENTATION = 256
# Each language writes numbers in its own way, so these stand in the sentence.
_TOO_LONG = message("This block is too large: more than 100,000 characters or 3,000 lines.")
_DEEPER = MAXIMUM_DEPTH + 1
_TOO_DEEP = re.compile(rf"^[^\S\n]{{{MAXIMUM_INDENTATION}}}(?=.*\S)|\[{{{_DEEPER}}}|\{{{{{_DEEPER}}}", re.MULTILINE)

_DEEP = ("[" * _DEEPER, "{" * _DEEPER)


class ParserMissingError(RuntimeError):
    """PyYAML is installed without the C parser that this package needs."""

    def __init__(self) -> None:
        super().__init__(
            "PyYAML was installed without its fast parser (libyaml). Install a package that has it: "
            "pip install --force-reinstall --only-binary :all: pyyaml"
        )


def read_yaml(
    block: Block, field_names: Set[str], lists: Set[str] = frozenset(), labels: Set[str] = frozenset()
) -> tuple[Mapping | None, list[Finding]]:
    """Read the fields of a block, with everything that is wrong with its lines.

    ``field_names`` are all names and aliases of fields in lower case with underscores, ``lists`` those whose
    lists can only be meant as lists, ``labels`` names of fields that a text may begin with as well. The tree is built
    from the mended lines, so that it may be there next to errors; it is ``None`` where nothing can be read. Raises
    nothing but :class:`ParserMissingError`, whatever the text.
    """
    texts = block.texts
    text = "\n".join(texts)
    if len(text) - text.count("\n") > MAXIMUM_CHARACTERS or len(texts) > MAXIMUM_LINES:
        return None, [_at_opening(block, codes.TOO_LARGE, _TOO_LONG, message("Split it."))]
    depth = _nested_too_deep(block, text, max(map(len, texts), default=0))
    if depth is not None:
        return None, [depth]
    _loader()  # Without the parser, nothing works: it is better to know at once.
    tree = read_plain(block, texts, field_names)
    found: list[Finding] = []
    if tree is None:
        tree, found = read_with_parser(block, field_names, lists, labels)
    if "##" in text and (headings := list(find_headings(block, tree))):
        found = sorted([*found, *headings], key=_by_place)
    return tree, found


def read_with_parser(
    block: Block, field_names: Set[str], lists: Set[str] = frozenset(), labels: Set[str] = frozenset()
) -> tuple[Mapping | None, list[Finding]]:
    """The long way of :func:`read_yaml`, which can read everything within its limits."""
    findings, mended = find_traps(block, field_names, lists, labels)
    builder = Builder(block, mended)
    tree: Mapping | None = None
    try:
        tree = builder.build(_loader()(builder.text))
    except Refused as refused:
        findings.append(refused.finding)
    except yaml.MarkedYAMLError as error:
        findings.append(_syntax(builder, error))
    except yaml.YAMLError:
        findings.append(_at_opening(block, codes.UNREADABLE, message("This block cannot be read.")))
    # What is empty only because lines were taken away is not empty to its author.
    taken = any(not finding.mend.lines for finding in findings)
    findings.extend(other for other in builder.findings if not (taken and other.code is codes.EMPTY))
    findings.sort(key=_by_place)
    return tree, findings


def _by_place(finding: Finding) -> tuple[int, int, str]:
    return finding.span.line, finding.span.column, finding.code.id


def text_of(block: Block, span: Span) -> str:
    """The text of a block at a place, as it was written; lines are joined by ``\\n``."""
    texts = []
    for line in block.between(span.line, span.end_line):
        start = span.column - line.column if line.number == span.line else 0
        end = span.end_column - line.column if line.number == span.end_line else len(line.text)
        texts.append(line.text[max(0, start) : max(0, end)])
    return "\n".join(texts)


def _loader() -> Any:
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        raise ParserMissingError
    return loader


def _nested_too_deep(block: Block, text: str, longest: int) -> Finding | None:
    """Thousands of brackets and endless indentation are refused before anything looks for their ends.

    ``longest`` is the number of characters of the longest line.
    """
    # The expression is slow: most blocks have nothing in which it could find anything.
    if longest < MAXIMUM_INDENTATION and not any(deep in text for deep in _DEEP):
        return None
    match = _TOO_DEEP.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start())
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
    span = block.span(line, column, line, column + len(match[0]))
    return nested_too_deep(span)


def _at_opening(block: Block, code: Code, said: Message, advice: Message = NO_MESSAGE) -> Finding:
    return Finding(code, block.opening, said, Mend(advice))


def _syntax(builder: Builder, error: yaml.MarkedYAMLError) -> Finding:
    sentence = plain_sentence(str(error.problem))
    mark = error.problem_mark
    if sentence.at_context and error.context_mark is not None:
        mark = error.context_mark
    span = builder.line_span(mark.line, mark.column) if mark is not None else builder.block.opening
    if sentence.of_escape and mark is not None and (start := error.context_mark) is not None:
        quoted = builder.line_span(start.line, start.column)
        return Finding(codes.UNREADABLE, span, sentence.message, literally(builder.block, quoted, sentence.advice))
    return Finding(codes.UNREADABLE, span, sentence.message, Mend(sentence.advice))
