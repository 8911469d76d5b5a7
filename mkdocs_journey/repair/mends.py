"""From what was meant to the lines to paste: each difference belongs to the finding that it mends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.message import NO_MESSAGE, message, sentences
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.new_lanes import declares_lanes
from mkdocs_journey.model.validate import read_lines
from mkdocs_journey.repair.causes import causes_only, moved_lines
from mkdocs_journey.repair.meanings import Reading, meanings
from mkdocs_journey.repair.repairing import Repair, repaired
from mkdocs_journey.repair.same_line import on_mended_line
from mkdocs_journey.repair.structural import Region, index_of, is_structural, what_is_wrong
from mkdocs_journey.repair.typed_lines import field_reading, typed_line
from mkdocs_journey.source.codes import ANCHOR, CONTROL_CHARACTER, HEADING, MERGE_KEY, OTHER_SPACE, TAG, UNREADABLE
from mkdocs_journey.source.text import Block

_WORD = re.compile(r"\w+")
_AS_THEY_STAND = frozenset({ANCHOR, TAG, UNREADABLE, CONTROL_CHARACTER})
"""Mistakes that are mended within their line, whatever becomes of its words."""
MOST_CHOICES = 3
"""Readings that an author is asked to choose from."""


def with_repairs(
    block: Block, findings: Sequence[Finding], feelings: dict[str, str], language: str = FALLBACK
) -> tuple[Finding, ...]:
    """The findings of a broken block with the mends by which the whole block is what was meant.

    Where that cannot be known, they stay as they are. ``feelings`` are the site's words with scores, ``language`` is
    its language.
    """
    errors = [finding for finding in findings if is_structural(finding) and index_of(block, finding) >= 0]
    if not errors:
        return tuple(findings)
    # A heading is a comment also where the block is sound; else what is broken because of it has the lines.
    only_headings = all(finding.code is HEADING for finding in errors)
    if not only_headings:
        errors = [finding for finding in errors if finding.code is not HEADING]
    if any(finding.code in (ANCHOR, MERGE_KEY) and not finding.mend.lines for finding in errors):
        # A part that is repeated by its name is nothing that was typed wrongly, and no line says it otherwise.
        return tuple(finding if _keeps_outline(finding, block) else _without_lines(finding) for finding in findings)
    known = {what_is_wrong(finding) for finding in findings if _may_stay(finding)}
    if any(finding.code is OTHER_SPACE for finding in errors):
        # Tabs before a phase and its steps say nothing of whose emotions they are.
        known |= {what_is_wrong(finding) for finding in findings if finding.code is codes.PHASE_EMOTION}
    two_names = _two_names(findings)

    @cache
    def read(lines: tuple[str, ...]) -> tuple[Document | None, list[Finding]]:
        return read_lines(block, lines, feelings, language)

    def said_by(lines: Sequence[str]) -> object | None:
        """What lines in place of those of the block say; None where there is an error that was not there before."""
        document, wrong = read(tuple(lines))
        errors = [one for one in wrong if one.severity is Severity.ERROR]
        if only_headings and any(one.code is HEADING for one in wrong):
            return None
        if not two_names <= _two_names(errors):
            # No line slipped where one thing has two fields that mean the same: it would go over to another thing.
            return None
        new = any(what_is_wrong(one) not in known for one in errors)
        return None if document is None or new else document.model

    lost = only_headings and _has_stray_heading(block.texts)
    repair = None if lost else _in_place(block, errors, said_by) or repaired(block.kind, block.texts, said_by)
    if repair is None:
        return tuple(finding if _keeps_outline(finding, block) else _without_lines(finding) for finding in findings)
    ways = (repair.lines, *repair.others)[:MOST_CHOICES]
    mends = [_mends(block, errors, lines) for lines in ways]
    readings = _readings(block, ways, [read(tuple(lines))[0] for lines in ways])
    mended = (_mended(finding, mends, block, readings) for finding in findings)
    wrong = read(tuple(repair.lines))[1]
    left = {what_is_wrong(finding) for finding in wrong if finding.severity is Severity.ERROR}
    return tuple(causes_only(mended, mends[0], left, block, moved_lines(block.texts, repair.lines)))


def _two_names(findings: Iterable[Finding]) -> frozenset[tuple[str, str]]:
    """The names of fields that stand in one part, are not the same, and mean the same."""
    twice = (one.message.values for one in findings if one.code is codes.FIELD_TWICE and not is_structural(one))
    return frozenset((str(values["one"]), str(values["other"])) for values in twice)


def _readings(block: Block, ways: Sequence[Sequence[str]], documents: Sequence[Document | None]) -> tuple[Reading, ...]:
    """What each of several ways to write a block says; nothing where there is but one."""
    if len(ways) < 2:
        return ()
    read = (
        Reading(block.texts, lines, document)
        for lines, document in zip(ways, documents, strict=True)
        if document is not None
    )
    return tuple(read)


def _in_place(
    block: Block, errors: Sequence[Finding], said_by: Callable[[Sequence[str]], object | None]
) -> Repair | None:
    """The block with each line mended where it stands, if nothing is wrong with it then: no line slipped."""
    texts = list(block.texts)
    for finding in errors:
        mend, index = finding.mend, index_of(block, finding)
        prefix = block.lines[index].prefix
        if not mend.first == mend.last == finding.span.line or not mend.lines[0].startswith(prefix):
            return None
        mended = mend.lines[0].removeprefix(prefix)
        renamed = finding.code is codes.UNKNOWN_FIELD and _same_outline(texts[index], mended, renamed=True)
        quoted = mend.certain and _same_level(texts[index], mended)
        deleted = finding.code in _AS_THEY_STAND and not mend.certain
        if texts[index] != block.texts[index] or not (renamed or quoted or deleted):
            return None
        texts[index] = mended
    return Repair(tuple(texts)) if said_by(texts) is not None else None


def _has_stray_heading(texts: Sequence[str]) -> bool:
    """Whether items stand deeper than a heading that stands in line with no item: nobody knows whose items they are."""
    lines = [line for line in (typed_line(text, row) for row, text in enumerate(texts)) if line is not None]
    columns = {line.columns[0] for line in lines if line.marker == "-"}
    return any(
        line.marker[:1] == "#"
        and line.columns[0] not in columns
        and below.marker
        and below.columns[0] > line.columns[0]
        for line, below in pairwise(lines)
    )


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


def _same_outline(typed: str, mended: str, *, renamed: bool = False) -> bool:
    """Whether a line stands where it stood, behind its own dash and, unless it is ``renamed``, its own field name."""
    before, after = typed_line(typed, 0), typed_line(mended, 0)
    if before is None or after is None:
        return before is after
    one, other = field_reading(before.text), field_reading(after.text)
    # A text with a colon in it looks like a field before it stands in quotes.
    same = renamed or one is None or other is None or one.name == other.name
    return before.columns == after.columns and before.marker == after.marker and same


def _same_level(typed: str, mended: str) -> bool:
    """Whether a line stands where it stood, an item if it was one, with the same words."""
    before, after = typed_line(typed, 0), typed_line(mended, 0)
    if before is None or after is None:
        return before is after
    same = before.columns == after.columns and bool(before.marker) == bool(after.marker)
    return same and _WORD.findall(before.text) == _WORD.findall(after.text)


def _without_lines(finding: Finding) -> Finding:
    mend = finding.mend
    return replace(finding, mend=Mend(mend.advice)) if mend.lines or mend.choices else finding


def _mends(block: Block, errors: Sequence[Finding], meant: Sequence[str]) -> dict[int, Region]:
    """By the index of a line on which there is an error: what is mended with it."""
    places = sorted({index_of(block, finding) for finding in errors})
    found: dict[int, list[Region]] = {}
    for region in _regions(block.texts, meant):
        nearest = min(places, key=lambda place: (region.distance(place), place))
        found.setdefault(nearest, []).append(region)
    joined = {place: _joined(regions, block.texts, meant) for place, regions in found.items()}
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


def _mended(finding: Finding, mends: Sequence[dict[int, Region]], block: Block, read: Sequence[Reading]) -> Finding:
    """The finding with the lines that mend it, or with a choice of them.

    ``mends`` are those of each reading, ``read`` tells what each says, where there are several.
    """
    index = index_of(block, finding)
    regions = list(dict.fromkeys(each.get(index) for each in mends))
    if None in regions and declares_lanes(finding):
        above = finding.mend.first - block.lines[0].number
        return _without_lines(finding) if any(_touches(each, above) for each in mends) else finding
    if None in regions or not is_structural(finding):
        touched = [each for each in mends if _touches(each, index)]
        if is_structural(finding) or touched:
            alone = touched[0] if len(mends) == 1 and not is_structural(finding) and touched else {}
            region = next((one for one in alone.values() if one.first <= index < one.end), None)
            return on_mended_line(finding, block, index, region) or _without_lines(finding)
        return finding
    offered = [_mend(block, region) for region in regions if region is not None]
    advice = finding.mend.advice
    if len(offered) > 1:
        advice = sentences(advice, message("It can be meant in more than one way."))
        every = [each.get(index) for each in mends]
        said = meanings([read[every.index(region)] for region in regions], index, len(block.texts))
        told = (replace(one, meaning=meaning) for one, meaning in zip(offered, said, strict=True))
        return replace(finding, mend=Mend(advice, choices=tuple(told)))
    (meant,) = offered
    if (finding.mend.lines, finding.mend.first, finding.mend.last) == (meant.lines, meant.first, meant.last):
        return replace(finding, mend=replace(finding.mend, certain=finding.mend.certain and len(mends) == 1))
    # What moves no line and changes no more than signs is as certain as it was.
    typed = [line.prefix + line.text for line in block.between(meant.first, meant.last)]
    signs = len(typed) == len(meant.lines) and all(map(_same_level, typed, meant.lines))
    return replace(finding, mend=replace(meant, advice=advice, certain=finding.mend.certain and signs))


def _touches(mends: dict[int, Region], index: int) -> bool:
    return any(one.first <= index < max(one.end, one.first + 1) for one in mends.values())


def _mend(block: Block, region: Region) -> Mend:
    number = block.lines[0].number
    prefix = block.lines[min(region.first, len(block.lines) - 1)].prefix
    lines = tuple(f"{prefix}{line}".rstrip() for line in region.mended)
    return Mend(NO_MESSAGE, lines, number + region.first, number + region.end - 1)
