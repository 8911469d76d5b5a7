"""One finding for one cause: whatever is broken is told where it is broken, and nowhere else."""

from __future__ import annotations

import pytest

from mkdocs_journey.findings import Severity
from tests.compiling import compile_pages, report
from tests.slips.maps import MAPS
from tests.slips.slips import typed

OUT = """\
```journey
title: Going out
id: out
persona: mia
redesigns: today
parent: day
phases:
  - name: Leave
    detailed_by: Finding the keys
    thoughts:
      - Where are [the keys](journey:keys#search)
      - See [](persona:mia)
    opportunities:
      - text: A hook by the door
        fixes: lost
```
"""
TODAY = """\
```journey
title: Going out today
id: today
aliases: [yesterday]
phases:
  - name: Leave
    pains:
      - id: lost
        text: The keys are lost
```
"""
DAY = "```journey\ntitle: A day\nid: day\nphases:\n  - Morning\n```\n"
KEYS = "```journey\ntitle: Finding the keys\nid: keys\nphases:\n  - Search\n```\n"
MIA = "```persona\nname: Mia Berg\nid: mia\nrole: Baker\n```\n"
PROSE = "[Keys](journey:keys#search), [the day before](journey:yesterday), [Mia](<persona:Mia Berg>), [](today.md#journey-today)\n"
VIEW = "```journeys\nview: compare\njourney: [today, out]\npersona: mia\n```\n"
SITE = {
    "out.md": OUT,
    "today.md": TODAY,
    "day.md": DAY,
    "keys.md": KEYS,
    "mia.md": MIA,
    "words.md": PROSE,
    "view.md": VIEW,
}


def codes(pages: dict[str, str]) -> list[str]:
    """Where each finding stands, and its code."""
    return [f"{one.span.file} {one.code.id}" for one in compile_pages(pages).findings]


def test_the_site_is_without_a_finding_before_it_is_broken() -> None:
    assert report(compile_pages(SITE)) == []


@pytest.mark.parametrize("page", ["today.md", "day.md", "keys.md", "mia.md"])
@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("colour: red", "JN101"),
        ("id: twice", "JN032"),
        ("owner: &team Sales", "JN001"),
        ("owner: !!str Sales", "JN034"),
        ("<<: {owner: Sales}", "JN035"),
        ("owner: [Sales", "JN002"),
        ("owner: Sales: inside", "JN006"),
        ("reviewed: soon", "JN108"),
        ("? owner", "JN025"),
    ],
)
def test_what_is_broken_is_not_unknown_where_it_is_named(page: str, added: str, code: str) -> None:
    text = SITE[page].replace("\nid: ", f"\n{added}\nid: ", 1)
    assert codes({**SITE, page: text}) == [f"{page} {code}"]


@pytest.mark.parametrize(
    ("page", "typed", "slip", "code"),
    [
        ("mia.md", "```persona", "```Persona", "JN050"),
        ("mia.md", "```persona", "```{persona .wide}", "JN051"),
        ("mia.md", "```persona", "```personna", "JN050"),
        ("keys.md", "Search\n```\n", "Search\n", "JN052"),
        ("mia.md", "name: Mia Berg", "nmae: Mia Berg", "JN101"),
        ("mia.md", "id: mia", "id: Mia!", "JN116"),
        ("today.md", "id: lost", "id: Lost it", "JN116"),
        ("today.md", "  - name: Leave", "  - nmae: Leave", "JN101"),
        ("day.md", DAY[11:-4], "file: day.yml\n", "JN130"),
    ],
)
def test_what_cannot_be_found_is_told_where_it_stands(page: str, typed: str, slip: str, code: str) -> None:
    assert SITE[page].count(typed) == 1
    assert codes({**SITE, page: SITE[page].replace(typed, slip)}) == [f"{page} {code}"]


def test_a_map_whose_id_is_taken_is_told_once() -> None:
    keys = KEYS.replace("id: keys", "id: out")
    assert codes(
        {"out.md": DAY.replace("day", "out"), "keys.md": keys, "x.md": "[](<journey:Finding the keys>)\n"}
    ) == ["keys.md JN118"]


def test_what_is_named_and_written_nowhere_is_still_told() -> None:
    pages = {**SITE, "mia.md": MIA.replace("role:", "colour:"), "day.md": DAY.replace("id: day", "id: week")}
    assert codes(pages) == ["out.md JN202", "mia.md JN101"]


def test_a_block_that_is_indented_with_tabs_gives_one_finding_that_mends_it() -> None:
    lines = MAPS["steps"].splitlines()
    tabbed = ["\t" * ((len(line) - len(line.lstrip())) // 2) + line.lstrip() for line in lines]
    (finding,) = compile_pages({"map.md": "```journey\n" + "\n".join(tabbed) + "\n```\n"}).findings
    assert str(finding) == (
        "map.md:7:1 JN014 Here stands a tab, which does not count as a space. "
        "So it is on 32 more lines. Write plain spaces."
    )
    assert finding.mend.lines == tuple(lines[5:])


@pytest.mark.parametrize(
    ("sign", "other", "code"),
    [("- ", "• ", "JN019"), ("- ", "* ", "JN019"), ("- ", "-", "JN020"), (": ", ":", "JN013"), (":", "：", "JN015")],
)
def test_what_is_typed_in_the_same_way_everywhere_gives_one_finding(sign: str, other: str, code: str) -> None:
    assert codes({"map.md": f"```journey\n{MAPS['steps'].replace(sign, other)}```\n"}) == [f"map.md {code}"]


def test_a_field_that_steps_do_not_have_is_told_once_however_many_have_it() -> None:
    steps = "".join(f"      - name: Step {number}\n        notes: many\n" for number in range(4))
    text = f"```journey\ntitle: Out\nphases:\n  - name: Need\n    steps:\n{steps}```\n"
    (said,) = report(compile_pages({"map.md": text}))
    assert said.startswith("map.md:7:9 JN101 “notes” is no field of a step. So it is on 3 more lines. ")


@pytest.mark.slow
@pytest.mark.parametrize("name", MAPS)
def test_every_slip_of_the_hand_gives_one_finding_at_the_most(name: str) -> None:
    several = [
        (slip, index, report(site))
        for slip, index, lines in typed(tuple(MAPS[name].splitlines()))
        for site in (compile_pages({"map.md": "```journey\n" + "\n".join(lines) + "\n```\n"}),)
        if sum(finding.severity is not Severity.INFO for finding in site.findings) > 1
    ]
    assert several == []
