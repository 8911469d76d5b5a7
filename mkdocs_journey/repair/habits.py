"""What somebody does in the same way on many lines of a block is one mistake, told once and mended at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, counted, message, sentences
from mkdocs_journey.model import codes as of_fields
from mkdocs_journey.place import Span
from mkdocs_journey.source import codes
from mkdocs_journey.source.text import Block

_HABITS = frozenset(
    {
        codes.FIELDS_BELOW_TEXT,
        codes.NO_SPACE_AFTER_COLON,
        codes.OTHER_SPACE,
        codes.FULL_WIDTH_COLON,
        codes.FULL_WIDTH_COMMA,
        codes.CURLY_QUOTES,
        codes.OTHER_MARKER,
        codes.NO_SPACE_AFTER_DASH,
        codes.INVISIBLE,
        codes.ANCHOR,
        codes.MERGE_KEY,
        of_fields.UNKNOWN_FIELD,
    }
)
"""Mistakes of a keyboard, of another program, or of a word taken for a field: whoever makes one makes it everywhere."""
MANY = 3
"""Lines from which on one finding for all is kinder than the same one for each."""
MOST_RELATED = 5
"""Further places that are named; more would only bury what is to be done."""


def told_once(block: Block, findings: Iterable[Finding], typed: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a block with those that say the same joined into the first of them, and so their mends.

    ``typed`` are those of the block before it was found out what was meant: all places are among these.
    """
    places: dict[tuple[str, str], set[Span]] = {}
    for finding in typed:
        if finding.code in _HABITS:
            places.setdefault(_said(finding), set()).add(finding.span)
    places = {said: spans for said, spans in places.items() if len({span.line for span in spans}) >= MANY}
    alike: dict[tuple[str, str] | int, list[Finding]] = {}
    for number, finding in enumerate(findings):
        alike.setdefault(_said(finding) if _said(finding) in places else number, []).append(finding)
    return tuple(_joined(block, same, places.get(_said(same[0]), set())) for same in alike.values())


def _said(finding: Finding) -> tuple[str, str]:
    # Names of anchors differ, and are one habit.
    return finding.code.id, "" if finding.code is codes.ANCHOR else finding.message


def _joined(block: Block, same: Sequence[Finding], places: Iterable[Span]) -> Finding:
    first, *others = sorted(same, key=lambda finding: finding.span)
    further = sorted(span for span in places if span.line != first.span.line)
    number = len({span.line for span in further})
    if not number:
        return first
    more = counted(number, "So it is on {number} more line.", "So it is on {number} more lines.")
    related = tuple((span, message("here as well")) for span in further[:MOST_RELATED])
    mends = [one.mend for one in (first, *others)]
    mend = first.mend if first.mend.choices else _joined_mend(block, first.mend.advice, mends)
    return replace(first, message=sentences(first.message, more), mend=mend, related=first.related + related)


def _joined_mend(block: Block, advice: Message, mends: Sequence[Mend]) -> Mend:
    """All lines that are mended, with those between them; of mends that are not certain, none beside certain ones."""
    offered = {(one.first, one.last, one.lines): one for one in mends if one.first}
    certain = [one for one in offered.values() if one.certain]
    parts = sorted(certain or offered.values(), key=lambda one: one.first)
    if not parts:
        return Mend(advice)
    lines: list[str] = []
    position = parts[0].first
    for one in parts:
        if one.first < position:
            return replace(parts[0], advice=advice)
        lines += [line.prefix + line.text for line in block.between(position, one.first - 1)]
        lines += one.lines
        position = one.last + 1
    return Mend(advice, tuple(line.rstrip() for line in lines), parts[0].first, position - 1, bool(certain))
