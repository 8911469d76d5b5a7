"""From what was meant to the lines to paste: each difference belongs to the finding that it mends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.names import all_labels, all_names, names_of_lists
from mkdocs_journey.model.validate import validate
from mkdocs_journey.repair.causes import causes_only, moved_lines
from mkdocs_journey.repair.repairing import Repair, repaired
from mkdocs_journey.repair.structural import Region, index_of, is_structural, what_is_wrong
from mkdocs_journey.repair.typed_lines import field_reading, typed_line
from mkdocs_journey.source.text import Block, MarginLines
from mkdocs_journey.source.yaml import read_yaml

_WORD = re.compile(r"\w+")


def with_repairs(block: Block, findings: Sequence[Finding], feelings: dict[str, str]) -> tuple[Finding, ...]:
    """The findings of a broken block with the mends by which the whole block is what was meant.

    Where that cannot be known, they stay as they are. ``feelings`` are the site's words with scores.
    """
    errors = [finding for finding in findings if is_structural(finding) and index_of(block, finding) >= 0]
    if not errors:
        return tuple(findings)
    known = {what_is_wrong(finding) for finding in findings if _may_stay(finding)}

    def read(lines: Sequence[str]) -> tuple[Document | None, list[Finding]]:
        meant = replace(block, lines=MarginLines(tuple(lines), 1))
        tree, wrong = read_yaml(meant, all_names(), names_of_lists(), all_labels())
        document, more = validate(meant, tree, feelings) if tree is not None else (None, [])
        return document, [one for one in (*wrong, *more) if one.severity is Severity.ERROR]

    def said_by(lines: Sequence[str]) -> object | None:
        """What lines in place of those of the block say; None where there is an error that was not there before."""
        document, wrong = read(lines)
        new = any(what_is_wrong(one) not in known for one in wrong)
        return None if document is None or new else document.model

    repair = repaired(block.kind, block.texts, said_by)
    if repair is None:
        return tuple(finding if _keeps_outline(finding, block) else _without_lines(finding) for finding in findings)
    mends = _mends(block, errors, repair)
    mended = (_mended(finding, mends, block, repair) for finding in findings)
    left = {what_is_wrong(finding) for finding in read(repair.lines)[1]}
    return tuple(causes_only(mended, mends, left, block, moved_lines(block.texts, repair.lines)))


def _may_stay(finding: Finding) -> bool:
    """Whether a mistake may be left when the lines stand where they belong: nothing of it comes of where they stand."""
    return not is_structural(finding) or finding.code is codes.UNKNOWN_FIELD


def _keeps_outline(finding: Finding, block: Block) -> bool:
    """Whether a mend leaves every line where it stands, behind its own dash and field name.

    What moves lines would be a guess where no reading of the whole block is without a mistake.
    """
    mend = finding.mend
    if not is_structural(finding) or finding.code is codes.UNKNOWN_FIELD or not mend.first:
        return True
    typed = [line.prefix + line.text for line in block.between(mend.first, mend.last)]
    return len(typed) == len(mend.lines) and all(map(_same_outline, typed, mend.lines))


def _same_outline(typed: str, mended: str) -> bool:
    before, after = typed_line(typed, 0), typed_line(mended, 0)
    if before is None or after is None:
        return before is after
    one, other = field_reading(before.text), field_reading(after.text)
    # A text with a colon in it looks like a field before it stands in quotes.
    same = one is None or other is None or one.name == other.name
    return before.columns == after.columns and before.marker == after.marker and same


def _same_level(typed: str, mended: str) -> bool:
    """Whether a line stands where it stood, an item if it was one, with the same words."""
    before, after = typed_line(typed, 0), typed_line(mended, 0)
    if before is None or after is None:
        return before is after
    same = before.columns == after.columns and bool(before.marker) == bool(after.marker)
    return same and _WORD.findall(before.text) == _WORD.findall(after.text)


def _without_lines(finding: Finding) -> Finding:
    return replace(finding, mend=Mend(finding.mend.advice)) if finding.mend.lines else finding


def _mends(block: Block, errors: Sequence[Finding], repair: Repair) -> dict[int, Region]:
    """By the index of a line on which there is an error: what is mended with it."""
    places = sorted({index_of(block, finding) for finding in errors})
    found: dict[int, list[Region]] = {}
    for region in _regions(block.texts, repair.lines):
        nearest = min(places, key=lambda place: (region.distance(place), place))
        found.setdefault(nearest, []).append(region)
    joined = {place: _joined(regions, block.texts, repair.lines) for place, regions in found.items()}
    return {place: region for place, region in joined.items() if region is not None}


def _regions(typed: Sequence[str], mended: Sequence[str]) -> list[Region]:
    """Where two texts differ; what is only inserted brings the line behind it along."""
    found: list[Region] = []
    for kind, first, end, start, behind in SequenceMatcher(None, typed, mended, autojunk=False).get_opcodes():
        if kind == "insert" and first < len(typed):
            end, behind = end + 1, behind + 1
        if kind != "equal":
            found.append(Region(first, end, tuple(mended[start:behind])))
    return found


def _joined(regions: Sequence[Region], typed: Sequence[str], mended: Sequence[str]) -> Region | None:
    """Several regions as one, with the lines between them."""
    lines: list[str] = []
    position = regions[0].first
    for region in regions:
        if region.first < position:
            return None
        lines += [*typed[position : region.first], *region.mended]
        position = region.end
    return Region(regions[0].first, position, tuple(lines))


def _mended(finding: Finding, mends: dict[int, Region], block: Block, repair: Repair) -> Finding:
    index = index_of(block, finding)
    region = mends.get(index)
    if region is None or not is_structural(finding):
        touched = any(one.first <= index < max(one.end, one.first + 1) for one in mends.values())
        lines_stay = not is_structural(finding) and not touched
        return finding if lines_stay else _without_lines(finding)
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
    # What moves no line and changes no more than signs is as certain as it was.
    typed = [line.prefix + line.text for line in block.between(first, last)]
    signs = len(typed) == len(lines) and all(map(_same_level, typed, lines))
    return replace(finding, mend=Mend(advice, lines, first, last, finding.mend.certain and signs and not repair.others))
