"""A list in one text, with bullets, dashes or numbers in it, is told with the lines of a list."""

from __future__ import annotations

import pytest

from mkdocs_journey.corrections import corrected
from tests.compiling import compile_pages, journey, report

DEAR_SLOW = ["Dear", "Slow"]
LISTS = {
    # fields of a phase as typed: what it holds after the lines are pasted
    "pains: • Dear • Slow": DEAR_SLOW,
    "pains: Dear • Slow • Loud": ["Dear", "Slow", "Loud"],
    "pains: 1. Dear 2. Slow": DEAR_SLOW,
    "pains: 1.Dear 2.Slow": DEAR_SLOW,
    "pains: a) Dear, b) Slow": DEAR_SLOW,
    "pains: (1) Dear (2) Slow and (3) Loud": ["Dear", "Slow", "Loud"],
    "pains: i) Dear ii) Slow": DEAR_SLOW,
    "pains: - Dear - Slow": DEAR_SLOW,
    "pains: -Dear -Slow": DEAR_SLOW,
    "pains: – Dear – Slow": DEAR_SLOW,
    "pains: - 2 keys - 3 forms": ["2 keys", "3 forms"],
    "pains: ①高い②遅い": ["高い", "遅い"],
    "pains: ・高い・遅い": ["高い", "遅い"],
    "pains: 1、贵2、慢": ["贵", "慢"],
    "pains: 一、贵 二、慢": ["贵", "慢"],
    "pains:\n      - Loud\n      - • Dear • Slow": ["Loud", "Dear", "Slow"],
    "pains:\n      - text: 1) Dear 2) Slow": DEAR_SLOW,
    "pains: |\n      - Dear\n      - Slow": DEAR_SLOW,
    "pains: >\n      1. Dear\n      2. Slow,\n      and loud": ["Dear", "Slow, and loud"],
    "steps: 1. Signs 2. Waits": ["Signs", "Waits"],
}


@pytest.mark.parametrize("typed", LISTS)
def test_the_lines_make_a_list(typed: str) -> None:
    page = journey(f"title: T\nphases:\n  - name: A\n    {typed}\n")
    site = compile_pages({"map.md": page})
    after = compile_pages({"map.md": corrected(page, [finding.mend for finding in site.findings])})
    assert report(after) == []
    (entry,) = after.atlas.journeys.values()
    (phase,) = entry.journey.phases
    found = [item.text for item in phase.pains] or [step.name for step in phase.steps]
    assert (len(site.findings), found) == (1, LISTS[typed])


TEXTS = [
    "Phase 1. A", "3.5", "1.5 hours", "1.", "a) b", "1. FC Köln", "1. FC Köln steigt in die 2. Bundesliga ab", "1. 2. 2026", "1. und 2. Klasse",
    "1. März bis 2. April", "1-2 days", "A. Smith B. Jones", "Dear – slow – loud", "Dear and *slow*",
    "Waits 1) for the nurse", "Dear · slow", "'• Dear • Slow'", "-2 cold -3 warm", "a) Dear", "'- 3 to - 5'",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_like_a_list_stays_one_text(text: str) -> None:
    assert report(compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n    pains: {text}\n")})) == []


def test_where_other_fields_stand_beside_it_its_author_decides_whose_they_are() -> None:
    typed = "pains:\n      - text: • Dear • Slow\n        severity: 4"
    site = compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n    {typed}\n")})
    assert [(finding.code.id, finding.mend.lines) for finding in site.findings] == [("JN125", ())]
