"""Mends that are certain, applied to the text of a file; every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    lines = [line for line in _LINE.findall(text) if line]
    ending = next((_ending(line) for line in lines if _ending(line)), "\n")
    pieces: list[str] = []
    position = 1
    for mend in sorted(mends, key=lambda mend: (mend.first, mend.last)):
        if mend.first < position or mend.last > len(lines):
            continue
        pieces += lines[position - 1 : mend.first - 1]
        replaced = lines[mend.first - 1 : mend.last]
        pieces += _merged(replaced, mend.lines, ending)
        position = max(mend.last, mend.first - 1) + 1
    return "".join([*pieces, *lines[position - 1 :]])


def _merged(replaced: list[str], mended: tuple[str, ...], ending: str) -> list[str]:
    """The mended lines with the line ends of those that they replace. A line that is the same stays untouched."""
    if len(replaced) == len(mended):
        return [
            old if old.rstrip() == new.rstrip() else new + _ending(old)
            for old, new in zip(replaced, mended, strict=True)
        ]
    last = _ending(replaced[-1]) if replaced else ending
    return [*(line + ending for line in mended[:-1]), mended[-1] + last]


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
