"""Values, lists, headings and fences as newcomers write them: the same map as the one that was meant.

A row is what was meant and what was typed; the map is the same at once, or once the offered lines are pasted.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Severity
from tests.compiling import compile_pages

HERE = Path(__file__).parent
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
    "reviewed: 2026-11", "reviewed: 11/12/2026",
]  # fmt: skip
KEPT = {
    "reviewed: last week": "version: 'Reviewed: last week'",
    "review_every: now and then": "version: 'Review every: now and then'",
    "lang: ours": "version: 'Lang: ours'",
}


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


@pytest.mark.parametrize("typed", KEPT)
def test_words_that_nobody_can_know_are_kept_as_words(typed: str) -> None:
    field = typed.partition(":")[0]
    (line,) = (line for line in MAP.splitlines() if line.startswith(f"{field}:"))
    (finding,) = compile_pages({"map.md": MAP.replace(line, typed)}).findings
    assert (finding.mend.lines, finding.mend.certain) == ((KEPT[typed],), False)


class Row(NamedTuple):
    """What somebody typed, and what comes of it."""

    name: str
    parts: dict[str, str]

    @property
    def typed(self) -> str:
        """The page as it was typed."""
        return self._page("typed")

    @property
    def before(self) -> str:
        """The page as it was meant."""
        return self._page("before")

    def _page(self, part: str) -> str:
        meant, written = self.parts.get("before"), self.parts[part]
        if self.parts["typed"].startswith("```") and "\n" in self.parts["typed"]:
            return f"# Out\n\n{written}\n"
        if meant is None:
            return f"{BORROWING}{written}\n"
        assert BORROWING.count(meant) == 1
        return BORROWING.replace(meant, written)


def read_rows() -> list[Row]:
    """The rows of newcomers.txt."""
    _, *rows = (HERE / "newcomers.txt").read_text("utf-8").split("\n=== ")
    found = []
    for text in rows:
        name, *parts = re.split(r"^--- ", text.replace("⇥", "\t").replace("⍽", "\xa0"), flags=re.MULTILINE)
        found.append(
            Row(name.strip(), {part.partition("\n")[0]: part.partition("\n")[2].rstrip("\n") for part in parts})
        )
    return found


BORROWING = (HERE / "newcomers.md").read_text("utf-8")
TYPED = read_rows()


def with_outcome(*outcomes: str) -> pytest.MarkDecorator:
    rows = [row for row in TYPED if set(outcomes) & row.parts.keys()]
    return pytest.mark.parametrize("row", rows, ids=[row.name for row in rows])


def pasted(page: str) -> str:
    """A page once everything that is offered is pasted, as often as something is."""
    for _ in range(3):
        page = corrected(page, [finding.mend for finding in compile_pages({"map.md": page}).findings])
    return page


def test_every_row_says_what_comes_of_it() -> None:
    outcomes = ("comes to", "shown", "told", "score", "leads to")
    assert [row.name for row in TYPED if len(set(outcomes) & row.parts.keys()) != 1] == []
    assert len(TYPED) >= 65


@with_outcome("comes to")
def test_what_a_newcomer_types_comes_to_the_map_that_was_meant(row: Row) -> None:
    after = pasted(row.typed)
    assert after == row.before or read(after) == read(row.before)
    assert read(row.before) is not None


@with_outcome("shown")
def test_a_text_is_shown_letter_by_letter(row: Row) -> None:
    (map_,) = compile_pages({"map.md": pasted(row.typed)}).atlas.journeys.values()
    first, second = map_.journey.phases[0].steps[:2]
    texts = {*(one.name for one in first.touchpoints), *(one.text for one in (*first.thoughts, *second.pains))}
    assert row.parts["shown"] in texts


@with_outcome("told")
def test_what_cannot_be_known_is_told_at_its_line(row: Row) -> None:
    found = compile_pages({"map.md": row.typed}).findings
    told = []
    for one in found:
        told.append(f"{one.span.line} {one.code.id}")
        told += [line for mend in one.mend.choices or (one.mend,) for line in mend.lines]
    assert "\n".join(told) == row.parts["told"]
    after = pasted(row.typed)
    assert after == row.typed or read(after) in (None, read(row.before))


@with_outcome("score")
def test_a_feeling_comes_to_stand_on_its_side_of_the_middle(row: Row) -> None:
    site = compile_pages({"map.md": pasted(row.typed)})
    (map_,) = site.atlas.journeys.values()
    emotion = map_.journey.phases[0].steps[0].emotion
    assert emotion is not None
    assert emotion.score is not None
    assert ("above 0" if emotion.score > 0 else "below 0") == row.parts["score"]
    assert [str(finding) for finding in site.findings] == []


@with_outcome("leads to")
def test_a_link_leads_to_the_place_that_was_meant(row: Row) -> None:
    page = pasted(row.typed)
    assert [str(finding) for finding in compile_pages({"map.md": page}).findings] == []
    drawn = BeautifulSoup(markdown(page, extensions=["fenced_code", "mkdocs_journey"]), "html5lib")
    (link,) = (link for link in drawn.select("p a") if "See " in link.parent.get_text())
    assert link["href"] == row.parts["leads to"]
