"""Judges what becomes of a slip: the mends are pasted as they are offered, and the map is held against the one meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mkdocs_journey.compile import Site
from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Finding, Mend, Severity
from tests.compiling import compile_pages

MOST_ROUNDS = 3


class Outcome(StrEnum):
    """What became of a slip."""

    SAME = "read as it was meant"
    MENDED = "mended as it was meant"
    TOLD = "told, without a mend that ends it"
    DIFFERENT = "clean, and another map"
    SILENT = "another map, without a word"


@dataclass(frozen=True, slots=True)
class Judged:
    """A slip and its outcome."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    """Of the map as it was typed."""
    text: str
    """After the last round."""


def judge(typed: str, meant: str) -> Judged:
    """Compile a block as it was typed, and paste its mends."""
    goal = model_of(_site(meant))
    assert goal is not None
    text = typed
    site = _site(text)
    first = site.findings
    for _ in range(MOST_ROUNDS):
        mends = offered(site.findings)
        if not mends:
            break
        text = _paste(text, mends)
        site = _site(text)
    model = model_of(site)
    told = any(finding.severity is not Severity.INFO or finding.mend.advice for finding in first)
    if model == goal:
        return Judged(Outcome.MENDED if text != typed else Outcome.SAME, first, text)
    if model is None:
        return Judged(Outcome.TOLD, first, text)
    if not told:
        return Judged(Outcome.SILENT, first, text)
    # What is told and stays a clean map of its own is no lie only where nothing was pasted.
    return Judged(Outcome.DIFFERENT if text != typed or not _is_told(first) else Outcome.TOLD, first, text)


def offered(findings: tuple[Finding, ...]) -> list[Mend]:
    """The mends that somebody would paste, one for each finding that has one."""
    return [finding.mend for finding in findings if finding.mend.first > 0]


def model_of(site: Site) -> dict[str, Any] | None:
    """The only map of a site as plain data; None where it is broken."""
    if any(finding.severity is Severity.ERROR for finding in site.findings):
        return None
    entries = list(site.atlas.journeys.values())
    return entries[0].journey.model_dump() if len(entries) == 1 else None


def _is_told(findings: tuple[Finding, ...]) -> bool:
    return bool(findings)


def _site(text: str) -> Site:
    return compile_pages({"map.md": f"```journey\n{text}```\n"})


def _paste(text: str, mends: list[Mend]) -> str:
    page = corrected(f"```journey\n{text}```\n", mends)
    return page.removeprefix("```journey\n").removesuffix("```\n")
