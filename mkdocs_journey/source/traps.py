"""Traps of YAML: lines that look right to their author and mean something else, or nothing, to YAML."""

from __future__ import annotations

from collections.abc import Set

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.place import Span
from mkdocs_journey.source.draft_lines import DraftLines
from mkdocs_journey.source.mending import MendedLine, Trap
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.walk import walk


def find_traps(
    block: Block, field_names: Set[str], lists: Set[str] = frozenset(), labels: Set[str] = frozenset()
) -> tuple[list[Finding], list[MendedLine]]:
    """Find all traps of a block at once.

    ``field_names`` are all names and aliases of fields in lower case with underscores (``pain_points``),
    ``lists`` those whose lists can only be meant as lists, ``labels`` names of fields that a text may begin with as
    well.
    Returns the findings in the order of their places, each with its mended lines, and the text of the
    whole block as it is once everything is mended, for YAML to read.
    """
    lines = block.lines
    sheet = DraftLines(block.texts, field_names, lists, labels)
    walk(sheet)
    mended = [draft.mended() for drafts in sheet.outputs for draft in drafts]
    if not sheet.troubles:
        return [], mended
    troubles = sorted(sheet.troubles, key=lambda trouble: (trouble.line, trouble.column))
    findings: list[Finding] = []
    position = 0
    for first, last in _regions(sheet.regions + [(trouble.line, trouble.line) for trouble in troubles]):
        begin = position
        while position < len(troubles) and troubles[position].line <= last:
            position += 1
        here = troubles[begin:position]
        pasted = tuple(
            (lines[draft.line].prefix + draft.text).rstrip(" ")
            for drafts in sheet.outputs[first : last + 1]
            for draft in drafts
        )
        certain = all(trouble.certain for trouble in here)
        numbers = lines[first].number, lines[last].number
        findings.extend(_finding(block, trouble, pasted, numbers, certain) for trouble in here)
    return findings, mended


def _regions(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches of lines that overlap: what is mended together is pasted together."""
    regions: list[tuple[int, int]] = []
    for first, last in sorted(pairs):
        if regions and first <= regions[-1][1]:
            regions[-1] = (regions[-1][0], max(last, regions[-1][1]))
        else:
            regions.append((first, last))
    return regions


def _finding(block: Block, trouble: Trap, pasted: tuple[str, ...], numbers: tuple[int, int], certain: bool) -> Finding:
    line = block.lines[trouble.line]
    start, end = max(1, line.column + trouble.column), max(1, line.column + trouble.end_column)
    span = Span(block.file, line.number, start, line.number, end)
    if not trouble.mended:
        return Finding(trouble.code, span, trouble.message, Mend(trouble.advice))
    mend = Mend(trouble.advice, pasted, *numbers, certain)
    return Finding(trouble.code, span, trouble.message, mend)
