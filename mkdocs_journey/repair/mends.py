"""From what was meant to the lines to paste: each difference belongs to the finding that it mends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.model import codes
from mkdocs_journey.model.names import all_labels, all_names, names_of_lists
from mkdocs_journey.model.validate import validate
from mkdocs_journey.repair.repairing import Repair, repaired
from mkdocs_journey.source.codes import SOURCE_CODES
from mkdocs_journey.source.text import Block, MarginLines
from mkdocs_journey.source.yaml import read_yaml

_STRUCTURAL = frozenset(
    code.id
    for code in (
        *(code for code in SOURCE_CODES if code.severity is Severity.ERROR),
        codes.UNKNOWN_FIELD,
        codes.FIELD_TWICE,
        codes.MISSING_FIELD,
        codes.WRONG_SHAPE,
        codes.PHASE_EMOTION,
        codes.EMPTY_MAP,
    )
)


def is_structural(finding: Finding) -> bool:
    """Whether a finding may come of a line that stands in the wrong place, or is written wrongly as a whole."""
    return finding.code.id in _STRUCTURAL


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines of a block that are mended together; all indexes from 0, ends behind the last."""

    first: int
    end: int
    mended: tuple[str, ...]

    def distance(self, index: int) -> int:
        """How many lines lie between the region and a line."""
        return max(0, self.first - index, index - max(self.first, self.end - 1))


def with_repairs(block: Block, findings: Sequence[Finding], feelings: dict[str, str]) -> tuple[Finding, ...]:
    """The findings of a broken block with the mends by which the whole block is what was meant.

    Where that cannot be known, they stay as they are. ``feelings`` are the site's words with scores.
    """
    errors = [finding for finding in findings if is_structural(finding) and _index(block, finding) >= 0]
    if not errors:
        return tuple(findings)
    known = frozenset((finding.code.id, finding.message) for finding in findings if not is_structural(finding))

    def said_by(lines: Sequence[str]) -> object | None:
        """What lines in place of those of the block say; None where there is an error that was not there before."""
        meant = replace(block, lines=MarginLines(tuple(lines), 1))
        tree, wrong = read_yaml(meant, all_names(), names_of_lists(), all_labels())
        document, more = validate(meant, tree, feelings) if tree is not None else (None, [])
        errors = [one for one in (*wrong, *more) if one.severity is Severity.ERROR]
        new = any((one.code.id, one.message) not in known for one in errors)
        return None if document is None or new else document.model

    repair = repaired(block.kind, block.texts, said_by)
    if repair is None:
        return tuple(findings)
    mends = _mends(block, errors, repair)
    return tuple(_mended(finding, mends, block, repair) for finding in findings)


def _index(block: Block, finding: Finding) -> int:
    """Index of the line of a finding in its block; −1 for one that stands elsewhere."""
    if finding.span.file != block.file or not block.lines:
        return -1
    index = finding.span.line - block.lines[0].number
    return index if 0 <= index < len(block.lines) else -1


def _mends(block: Block, errors: Sequence[Finding], repair: Repair) -> dict[int, _Region]:
    """By the index of a line on which there is an error: what is mended with it."""
    places = sorted({_index(block, finding) for finding in errors})
    found: dict[int, list[_Region]] = {}
    for region in _regions(block.texts, repair.lines):
        nearest = min(places, key=lambda place: (region.distance(place), place))
        found.setdefault(nearest, []).append(region)
    joined = {place: _joined(regions, block.texts, repair.lines) for place, regions in found.items()}
    return {place: region for place, region in joined.items() if region is not None}


def _regions(typed: Sequence[str], mended: Sequence[str]) -> list[_Region]:
    """Where two texts differ; what is only inserted brings the line behind it along."""
    found: list[_Region] = []
    for kind, first, end, start, behind in SequenceMatcher(None, typed, mended, autojunk=False).get_opcodes():
        if kind == "insert" and first < len(typed):
            end, behind = end + 1, behind + 1
        if kind != "equal":
            found.append(_Region(first, end, tuple(mended[start:behind])))
    return found


def _joined(regions: Sequence[_Region], typed: Sequence[str], mended: Sequence[str]) -> _Region | None:
    """Several regions as one, with the lines between them."""
    lines: list[str] = []
    position = regions[0].first
    for region in regions:
        if region.first < position:
            return None
        lines += [*typed[position : region.first], *region.mended]
        position = region.end
    return _Region(regions[0].first, position, tuple(lines))


def _mended(finding: Finding, mends: dict[int, _Region], block: Block, repair: Repair) -> Finding:
    index = _index(block, finding)
    region = mends.get(index)
    if region is None or not is_structural(finding):
        touched = any(one.first <= index < max(one.end, one.first + 1) for one in mends.values())
        lines_stay = not is_structural(finding) and not touched
        return finding if lines_stay or not finding.mend.lines else replace(finding, mend=Mend(finding.mend.advice))
    number = block.lines[0].number
    prefix = block.lines[min(region.first, len(block.lines) - 1)].prefix
    lines = tuple(f"{prefix}{line}".rstrip() for line in region.mended)
    first, last = number + region.first, number + region.end - 1
    same = (finding.mend.lines, finding.mend.first, finding.mend.last) == (lines, first, last)
    if same:
        return replace(finding, mend=replace(finding.mend, certain=finding.mend.certain and not repair.others))
    advice = finding.mend.advice
    if repair.others:
        advice = f"{advice} It can be meant in more than one way; this is one of them.".strip()
    return replace(finding, mend=Mend(advice, lines, first, last))
