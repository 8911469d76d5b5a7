"""One finding for one cause: what comes of another mistake is not told beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.model import codes
from mkdocs_journey.repair.structural import Region, index_of, is_structural, what_is_wrong
from mkdocs_journey.source.codes import (
    FIELDS_BELOW_TEXT,
    NO_FIELD,
    OTHER_SPACE,
    SOURCE_CODES,
    TOO_DEEP_FIELD,
    WRONG_COLUMN,
)
from mkdocs_journey.source.text import Block

_TELLING = (OTHER_SPACE, WRONG_COLUMN, codes.MISSING_FIELD, FIELDS_BELOW_TEXT)
"""What is told of a line before anything else that comes of the same slip."""


def causes_only(
    findings: Iterable[Finding],
    mends: Mapping[int, Region],
    left: Collection[tuple[str, str]],
    block: Block,
    moved: Mapping[int, str],
) -> Iterator[Finding]:
    """The findings without those that come of another: what is no error any more once that is mended.

    ``left`` is what is wrong even then; ``moved`` are mended lines by the index of the line of which they come.
    """
    findings = tuple(findings)
    # Of a line that begins with a tab, nobody can say where it begins.
    odd = {index_of(block, finding) for finding in findings if finding.code is OTHER_SPACE}
    told: dict[int, Finding] = {}
    for finding in findings:
        index = index_of(block, finding)
        if finding.severity is not Severity.ERROR or index < 0 or what_is_wrong(finding) in left:
            yield finding
        elif index in odd and finding.code in (WRONG_COLUMN, TOO_DEEP_FIELD):
            continue
        elif (index in mends and is_structural(finding)) or _is_of_its_own(finding, index, mends, moved, block):
            told[index] = min(told.get(index, finding), finding, key=_rank)
    yield from told.values()


def _is_of_its_own(
    finding: Finding, index: int, mends: Mapping[int, Region], moved: Mapping[int, str], block: Block
) -> bool:
    """Whether the line of a finding is mended in a way of its own, and not only moved along with another."""
    anchor = next((place for place, region in mends.items() if region.first <= index < region.end), -1)
    if finding.code is NO_FIELD and index not in moved:
        return True
    if finding.code not in SOURCE_CODES or not {index, anchor} <= moved.keys():
        return False
    if block.texts[index].strip() != moved[index].strip():
        return True
    return finding.code is WRONG_COLUMN and _shift(block, index, moved) != _shift(block, anchor, moved)


def _shift(block: Block, index: int, moved: Mapping[int, str]) -> int:
    typed, mended = block.texts[index], moved[index]
    return (len(mended) - len(mended.lstrip())) - (len(typed) - len(typed.lstrip()))


def moved_lines(typed: Sequence[str], mended: Sequence[str]) -> dict[int, str]:
    """What lines become that stay one line, by their index."""
    found: dict[int, str] = {}
    for _, first, end, start, behind in SequenceMatcher(None, typed, mended, autojunk=False).get_opcodes():
        if end - first == behind - start:
            found |= dict(zip(range(first, end), mended[start:behind], strict=True))
    return found


def _rank(finding: Finding) -> int:
    """Of what is wrong with one line, the smallest tells best why."""
    return _TELLING.index(finding.code) if finding.code in _TELLING else len(_TELLING)
