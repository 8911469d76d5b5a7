"""Mends that are certain, applied to the text of a file; every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from mkdocs_journey.findings import Finding, Mend

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def certain_mends(findings: Iterable[Finding]) -> dict[str, list[Mend]]:
    """The mends that may be applied without asking, by file, each once: several findings may share one."""
    found: dict[str, dict[tuple[int, int, tuple[str, ...]], Mend]] = {}
    for finding in findings:
        mend = finding.mend
        if mend.certain and mend.first > 0:
            found.setdefault(finding.span.file, {})[(mend.first, mend.last, mend.lines)] = mend
    return {file: list(mends.values()) for file, mends in found.items()}


def corrected(text: str, mends: Iterable[Mend]) -> str:
    """The text with the lines of the mends in place of those that they replace.

    Of two mends for one line, the first is applied; the other is found again in the text that comes of it.
    """
    return traced(text, mends)[0]


def traced(text: str, mends: Iterable[Mend]) -> tuple[str, list[int]]:
    """The text as :func:`corrected` gives it, and for each of its lines the line of ``text`` from which it comes."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = [line for line in _LINE.findall(text.removeprefix(mark)) if line]
    ending = next((_ending(line) for line in lines if _ending(line)), "\n")
    last_is_open = bool(lines) and not _ending(lines[-1])
    if last_is_open:
        lines[-1] += ending
    pieces: list[str] = []
    origins: list[int] = []
    position = 1
    for mend in sorted(mends, key=lambda mend: (mend.first, mend.last)):
        if mend.first < position or mend.last > len(lines):
            continue
        pieces += lines[position - 1 : mend.first - 1]
        pieces += _merged(lines[mend.first - 1 : mend.last], mend.lines, ending)
        origins += range(position, mend.first)
        origins += (max(mend.first, min(mend.first + row, mend.last)) for row in range(len(pieces) - len(origins)))
        position = max(mend.last, mend.first - 1) + 1
    origins += range(position, len(lines) + 1)
    merged = "".join([*pieces, *lines[position - 1 :]])
    return mark + (merged.removesuffix(ending) if last_is_open else merged), origins


def _merged(replaced: list[str], mended: tuple[str, ...], ending: str) -> list[str]:
    """The mended lines with the line ends of those that they replace. A line that is the same stays untouched."""
    old, new = [line.rstrip() for line in replaced], [line.rstrip() for line in mended]
    merged: list[str] = []
    for kind, first, end, start, behind in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            merged += replaced[first:end]
        else:
            endings = map(_ending, replaced[first:end])
            merged += [line + next(endings, ending) for line in mended[start:behind]]
    return merged


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
