"""Values, lists, headings and fences as newcomers write them: the same map as the one that was meant.

A row is what was meant and what was typed; the map is the same at once, or once the offered lines are pasted.
"""

from __future__ import annotations

import pytest

from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Severity
from tests.compiling import compile_pages

MAP = """```journey
title: Borrowing a drill
lang: en
reviewed: 2026-11-13
review_every: 6mo
phases:
  - name: Choose
    steps:
      - name: Looks at the list
        touchpoints:
          - Web page
          - Shelf
        pains:
          - text: The list has no pictures
            severity: 4
  - Borrow
  - Return
```
"""

ROWS = [
    ("severity: 4", "severity: 4/5"), ("severity: 4", "severity: 4 out of 5"), ("severity: 4", "severity: 7/10"),
    ("severity: 4", "severity: 80 %"), ("severity: 4", "severity: ★★★★☆"), ("severity: 4", "severity: H"),
    ("reviewed: 2026-11-13", "reviewed: 13.11.2026"), ("reviewed: 2026-11-13", "reviewed: 13 November 2026"),
    ("reviewed: 2026-11-13", "reviewed: 13/11/2026"), ("reviewed: 2026-11-13", "reviewed: 13.11.26"),
    ("review_every: 6mo", "review_every: 6 months"), ("review_every: 6mo", "review_every: every six months"),
    ("review_every: 6mo", "review_every: twice a year"), ("review_every: 6mo", "review_every: 2x per year"),
    ("lang: en", "lang: English"), ("lang: en", "lang: Englisch"),
    ("        touchpoints:\n          - Web page\n          - Shelf\n", "        touchpoints: Web page, Shelf\n"),
    ("        touchpoints:\n          - Web page\n          - Shelf\n", "        touchpoints:\n          - Web page; Shelf\n"),
    ("  - Return\n", "  ## Return\n"),
    ("```journey\ntitle: Borrowing a drill\n", "```journey title: Borrowing a drill\n"),
    ("```journey\ntitle: Borrowing a drill\n", "```journey Borrowing a drill\n"),
    ("```journey\n", "```yaml journey\n"), ("```journey\n", "```customer-journey\n"), ("```journey\n", "``` Journey\n"),
    ("```journey\n", "~~~ journey map\n"), ("```journey\n", "```jouney\n"),
    ("  - Return\n```\n", "  - Return\n````\n"), ("  - Return\n```\n", "  - Return\n"),
]  # fmt: skip
TOLD = [
    "reviewed: 2026-11", "reviewed: 11/12/2026", "reviewed: last week", "review_every: now and then", "lang: ours",
]  # fmt: skip


def read(page: str) -> object | None:
    """What the page says; None where something is wrong with it."""
    site = compile_pages({"map.md": page})
    if any(finding.severity is Severity.ERROR for finding in site.findings):
        return None
    return [entry.journey.model_dump() for entry in site.atlas.journeys.values()]


@pytest.mark.parametrize(("meant", "typed"), ROWS, ids=[repr(typed) for _, typed in ROWS])
def test_what_was_meant_is_read_or_offered(meant: str, typed: str) -> None:
    assert MAP.count(meant) == 1
    page = MAP.replace(meant, typed)
    for _ in range(3):
        page = corrected(page, [finding.mend for finding in compile_pages({"map.md": page}).findings])
    assert read(page) == read(MAP) != []


@pytest.mark.parametrize("typed", TOLD)
def test_what_nobody_can_know_is_told_and_not_guessed(typed: str) -> None:
    field = typed.partition(":")[0]
    (line,) = (line for line in MAP.splitlines() if line.startswith(f"{field}:"))
    (finding,) = compile_pages({"map.md": MAP.replace(line, typed)}).findings
    assert (finding.span.line, finding.mend.lines) == (MAP.splitlines().index(line) + 1, ())
