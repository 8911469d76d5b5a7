"""Reads the pairs of versions: a text with marked lines in, two sites out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mkdocs_journey.compile import Site
from mkdocs_journey.diff import compare_sites
from mkdocs_journey.diff.policy import grade_changes
from mkdocs_journey.drawing.sentences import plain, sentence
from mkdocs_journey.findings import Severity
from tests.compiling import compile_pages

HERE = Path(__file__).parent / "pairs"
KINDS = ("journey", "persona")


class Pair(NamedTuple):
    """Two versions of a few pages, and what is said of them."""

    name: str
    before: dict[str, str]
    after: dict[str, str]
    links: dict[str, int]
    says: list[str]

    def found(self) -> list[str]:
        """Every change as ``grade | map › phase › step | sentence``."""
        changes = compare_sites(sound(self.before), sound(self.after))
        lines = []
        for graded in grade_changes(changes, self.links):
            where = graded.change.where
            place = " › ".join(filter(None, (where.title, where.phase, where.step)))
            lines.append(f"{graded.grade} | {place} | {plain(sentence(graded))}")
        return lines


def sound(pages: dict[str, str]) -> Site:
    """The site of some pages, which must be without errors."""
    site = compile_pages(pages)
    assert [str(finding) for finding in site.findings if finding.severity is Severity.ERROR] == []
    return site


def read_pairs() -> list[Pair]:
    """All pairs of all tables in ``pairs``.

    A pair is ``=== what it is about``, then files, each below ``--- journey``, ``--- persona`` (the inside of a block
    on a page ``map.md`` or ``persona.md``) or ``--- path`` (a whole page), then ``--- says`` with a line for each
    change. Of the lines of a file, those with ``-`` in front are in the older version only, those with ``+`` in the
    newer one only, the others begin with a space. ``--- links`` gives numbers of pages that link to a lost anchor.
    """
    found = []
    for table in sorted(HERE.glob("*.txt")):
        for row in f"\n{table.read_text('utf-8')}".split("\n=== ")[1:]:
            name, *parts = f"{row.rstrip()}\n".split("\n--- ")
            before: dict[str, str] = {}
            after: dict[str, str] = {}
            links: dict[str, int] = {}
            says: list[str] = []
            for part in parts:
                title, _, body = part.partition("\n")
                if title == "says":
                    says = [line for line in body.split("\n") if line]
                elif title == "links":
                    links = {anchor: int(number) for anchor, number in map(str.split, body.strip().split("\n"))}
                else:
                    for pages, sign in ((before, "-"), (after, "+")):
                        lines = [line[1:] for line in body.rstrip("\n").split("\n") if line[:1] in ("", " ", sign)]
                        if any(lines):
                            pages.update([_page(title, lines)])
            found.append(Pair(name.strip(), before, after, links, says))
    return found


def _page(title: str, lines: list[str]) -> tuple[str, str]:
    text = "\n".join(lines) + "\n"
    if title in KINDS:
        return f"{'map' if title == 'journey' else title}.md", f"```{title}\n{text}```\n"
    return title, text
