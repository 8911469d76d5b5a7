"""1,000 blocks, changed at random: each gives a map, or findings with a place inside the block. Nothing else."""

from __future__ import annotations

import random
import re
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.findings import Severity

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parent.parent / "example_site" / "docs"
BLOCK = re.compile(r"^```(journey|persona)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHARACTERS = "\t  :-#'\"[]{}&*!|>%@`,?\\\u00a0\u3000\u200b：“”😡é作\x07\x00\x85\u2028~=<>/"
LINES = [
    "emotion: 9",
    "- x",
    "phases:",
    "&a b",
    "<<: *a",
    "x: |",
    "  - ",
    "---",
    "%YAML 1.2",
    "? a",
    "id: A B",
    "- [a](javascript:x)",
]


def blocks() -> list[tuple[str, str]]:
    """Every block of the example site that stands in a page."""
    return [
        (match[1], match[2]) for path in sorted(DOCS.rglob("*.md")) for match in BLOCK.finditer(path.read_text("utf-8"))
    ]


def mutate(body: str, chance: random.Random) -> str:
    """Change keys, indentation, types or characters in up to three places."""
    lines = body.split("\n")
    for _ in range(chance.randint(1, 3)):
        row = chance.randrange(len(lines))
        line = lines[row]
        match chance.randrange(8):
            case 0:
                lines[row] = " " * chance.randint(0, 9) + line.lstrip()
            case 1:
                del lines[row : row + chance.randint(1, 3)]
            case 2:
                lines.insert(row, lines[chance.randrange(len(lines))])
            case 3:
                at = chance.randint(0, len(line))
                lines[row] = line[:at] + chance.choice(CHARACTERS) * chance.randint(1, 3) + line[at:]
            case 4:
                at = chance.randint(0, len(line))
                lines[row] = line[:at] + line[at + chance.randint(1, 4) :]
            case 5:
                lines[row] = re.sub(r"\w+(?=:)", lambda m: "".join(chance.sample(m[0], len(m[0]))), line, count=1)
            case 6:
                lines[row] = (
                    line.partition(":")[0]
                    + ": "
                    + chance.choice(["[", "{a", "[a, b]", "{}", "yes", "10", "~", "- -", "''"])
                )
            case 7:
                lines.insert(row, " " * chance.randint(0, 6) + chance.choice(LINES))
        lines = lines or [""]
    return "\n".join(lines)


def test_a_thousand_mutated_blocks_give_maps_or_findings_with_a_place() -> None:
    chance = random.Random(20261121)
    sources = blocks()
    md = markdown.Markdown(extensions=["toc", "mkdocs_journey"])
    outcomes = {"drawn": 0, "refused": 0}
    for _ in range(1_000):
        kind, body = chance.choice(sources)
        text = f"# Page\n\n```{kind}\n{mutate(body, chance)}\n```\n"
        site = compile_site(SiteContent([Page("page.md", text, "Page")]))
        compiled = [block for found in site.blocks.values() for block in found]
        if not compiled:  # the mutation broke the fence itself: it is code now
            continue
        (block,) = compiled
        last = text.count("\n")
        outside = [
            str(finding) for finding in site.findings if not 3 <= finding.span.line <= last or finding.span.column < 1
        ]
        assert outside == [], text
        errors = [finding for finding in site.findings if finding.severity is Severity.ERROR]
        assert bool(block.entry) != bool(errors), text
        page = BeautifulSoup(md.reset().convert(text), "html.parser")
        maps, boxes = page.select(".journey, .journey-persona"), page.select(".journey-error")
        assert (len(maps), len(boxes)) == ((1, 0) if block.entry else (0, 1)), text
        assert not page.select("script, style, iframe, [onclick], [onerror]"), text
        outcomes["drawn" if maps else "refused"] += 1
    assert min(outcomes.values()) > 100, outcomes
