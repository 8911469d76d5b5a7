"""A line as it should be, where one place of it is written otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from mkdocs_journey.findings import Mend
from mkdocs_journey.message import Message
from mkdocs_journey.place import Span
from mkdocs_journey.source.text import Block

LONGEST_MENDED = 2_000
"""Characters of a line that is shown mended: nobody reads more, and hundreds of mistakes may stand in one."""


def written_at(block: Block, span: Span) -> str:
    """What is written at a place on one line, with quotation marks; "" for a place on several."""
    lines = block.between(span.line, span.end_line)
    if span.line != span.end_line or not lines:
        return ""
    return lines[0].text[span.column - lines[0].column : span.end_column - lines[0].column]


def mend_in(block: Block, span: Span, advice: Message, change: Callable[[str], str]) -> Mend:
    """A mend that changes what is written at ``span``; what stands in quotes stays in them."""
    written = written_at(block, span)
    if not written:
        return Mend(advice)
    marks = written[0] if written[0] in ("'", '"') and written[-1] == written[0] else ""
    inside = written[len(marks) : len(written) - len(marks)]
    return mend(block, span, advice, f"{marks}{change(inside)}{marks}")


def choice_of(advice: Message, mends: Sequence[tuple[Mend, Message]]) -> Mend:
    """A choice of mends, each with what it would mean; those without lines are left out."""
    return Mend(advice, choices=tuple(replace(one, meaning=meaning) for one, meaning in mends if one.lines))


def mend(block: Block, span: Span, advice: Message, replacement: str | None, *, certain: bool = False) -> Mend:
    """A mend; with ``replacement``, also the line in which it takes the place of ``span``."""
    if replacement is None or span.line != span.end_line:
        return Mend(advice)
    lines = block.between(span.line, span.line)
    if not lines:
        return Mend(advice)
    (line,) = lines
    if len(line.text) > LONGEST_MENDED:
        return Mend(advice)
    before, after = line.text[: span.column - line.column], line.text[span.end_column - line.column :]
    return Mend(advice, (f"{line.prefix}{before}{replacement}{after}",), span.line, span.line, certain)
