"""A page one fact a line: what each line says, and that everything else is left as it is."""

from __future__ import annotations

import re
import textwrap

import pytest

from mkdocs_journey.report.facts import file_in_facts, page_in_facts
from tests.hostile.naughty import STRINGS, block, journey, persona
from tests.report.runner import commands

MAP = """\
---
title: "A page"
---
# Onboarding   \t

Words — as they are.

```journey title="x"
title: Contract to go-live
owner: Onboarding  # until May
aliases: [old, older]
scope: {from: The signature, to: The first week}
scenario: |
  She signs.
  # She waits.
# Ask Mia
phases:
  - name: Contract
    wait: 2d
    steps:
      - name: Silence
        emotion: -2 lost
        thoughts: Is anybody there?
        pains:
          - {text: Nobody tells me, owner: Onboarding, evidence: [calls, mails]}
          - Six days
        pains_of_ours: []
        gains:
  - Work
```

    ```journey
    title: code
    ```
"""
FACTS = [
    "title: Contract to go-live",
    "owner: Onboarding",
    "# until May",
    "aliases: old",
    "aliases: older",
    "scope › from: The signature",
    "scope › to: The first week",
    "scenario: She signs.",
    "scenario: # She waits.",
    "# Ask Mia",
    "Contract",
    "Contract › wait: 2d",
    "Contract › Silence",
    "Contract › Silence › emotion: -2 lost",
    "Contract › Silence › thought Is anybody there?",
    "Contract › Silence › pain Nobody tells me",
    "Contract › Silence › pain Nobody tells me › owner: Onboarding",
    "Contract › Silence › pain Nobody tells me › piece of evidence calls",
    "Contract › Silence › pain Nobody tells me › piece of evidence mails",
    "Contract › Silence › pain Six days",
    "Contract › Silence › pains_of_ours: []",
    "Contract › Silence › gains:",
    "Work",
]


def facts(page: str) -> list[str]:
    """The lines of the first block of ours."""
    return re.search(
        r"^ *`{3,}(?:journeys?|persona).*?\n(.*?)^ *`{3,}$", page_in_facts(page), re.MULTILINE | re.DOTALL
    )[1].splitlines()


def block_of(fields: str, kind: str = "journey") -> str:
    return f"```{kind}\n{textwrap.dedent(fields)}```\n"


def test_each_line_says_in_which_phase_and_step_and_of_what_it_is() -> None:
    assert facts(MAP) == FACTS


def test_everything_outside_of_a_block_stays_as_it_is() -> None:
    before, _, rest = MAP.partition("title: Contract")
    after = rest[rest.index("```") :]
    assert page_in_facts(MAP) == before + "\n".join(FACTS) + "\n" + after


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phases: [{name: A, pains: [x]}]\n", "phases:\n  - name: A\n    pains: x\n"),
        ("phases:\n- pains: 'x'\n  name: \"A\"\n", "phases:\n  - name: A\n    pains:\n      - text: x\n"),
        ("owner: A\n\n\nphases: B\n", "owner:   A\nphases:\n  - B\n"),
    ],
)
def test_what_is_only_written_in_another_way_has_not_changed(one: str, other: str) -> None:
    assert facts(block_of(one)) == facts(block_of(other))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("stages:\n  - label: A\n    pain points: [x]\n", ["A", "A › pain x"]),
        ("Vaiheet:\n  - Nimi: A\n    Kipupisteet: [x]\n", ["A", "A › pain x"]),
        ("contributors:\n  - {name: Lena, team: Support}\n", ["contributor Lena", "contributor Lena › team: Support"]),
        ("walkthroughs: {date: 2026-05-01, by: Mia}\n",
         ["walk-through 2026-05-01", "walk-through 2026-05-01 › date: 2026-05-01", "walk-through 2026-05-01 › by: Mia"]),
        ("phases:\n  - {name: A, our_lane: [x, {text: y, link: z.md}]}\n",
         ["A", "A › our_lane: x", "A › our_lane: y", "A › our_lane y › link: z.md"]),
        (f"phases:\n  - {{name: {'long ' * 30}, wait: 2d}}\n",
         ["long " * 29 + "long", f"{('long ' * 12)[:59].rstrip()}… › wait: 2d"]),
        ("phases:\n  - emotion: 1\n", ["1", "1 › emotion: 1"]),
        ("phases: [{}, []]\n", ["1", "phases › 2: []"]),
        ("ignore: {JN313: In May}\nfeelings: {}\n", ["ignore › JN313: In May", "feelings: {}"]),
    ],
)  # fmt: skip
def test_every_form_in_which_maps_are_written_is_understood(fields: str, expected: list[str]) -> None:
    assert facts(block_of(fields)) == expected


@pytest.mark.parametrize(
    "page",
    [
        "",
        "# No map\n\ttabs\r\nand\rends",
        block_of("title: A\ntitle: B\n"),
        block_of("- a list\n"),
        block_of("thoughts: Note: to self\n"),
        block_of("x: &a 1\n"),
        block_of("[" * 5_000 + "\n"),
        block_of(""),
        "```journey\ntitle: never closed\n",
        "<!--\n```journey\ntitle: hidden\n```\n-->\n",
    ],
)
def test_what_cannot_be_read_or_is_no_block_stays_as_it_is(page: str) -> None:
    assert page_in_facts(page) == page


def test_a_block_that_can_be_read_is_told_beside_one_that_cannot() -> None:
    broken = block_of("title: A\ntitle: B\n")
    page = f"{broken}\n{block_of('phases: [A]')}"
    assert (
        page_in_facts(f"{broken}\n{block_of('phases: [{name: A}]' + chr(10))}")
        == f"{broken}\n{block_of('A' + chr(10))}"
    )
    assert page_in_facts(page.replace("\n", "\r\n")).startswith(broken.replace("\n", "\r\n"))


def test_indented_blocks_and_windows_line_ends_stay_so() -> None:
    page = "> - x\n\n!!! note\n\n    ```persona\n    name: Mia\n    goals: [a, b]\n    ```\n".replace("\n", "\r\n")
    assert page_in_facts(page) == page.replace("goals: [a, b]", "goal a\r\n    goal b")


def test_a_file_that_is_a_map_or_a_persona_is_told_and_no_other() -> None:
    assert file_in_facts("# schema\ntitle: T\nphases:\n  - A\n") == "# schema\ntitle: T\nA\n"
    assert file_in_facts("name: Mia\ngoals: [Warm]\n") == "name: Mia\ngoal Warm\n"
    for other in ("site_name: T\nnav: [a.md]\n", "name: CI\non: push\njobs: {}\n", "stages: [a]\nx: {script: y}\n",
                  "title: T\n", "- a\n", "", "a: b: c\n", "\ufeffname: \x07\nphases: 1\n"):  # fmt: skip
        assert file_in_facts(other) == other


@pytest.mark.slow
def test_no_text_of_a_block_steers_a_terminal_or_a_build_log() -> None:
    told = 0
    for text in STRINGS:
        for page in (journey(text, "map"), persona([text], "mia"), block("journeys", {"view": text, "owner": text})):
            found = page_in_facts(page)
            if found == page:
                continue
            told += 1
            inside = "\n".join(found.splitlines()[1:-1])
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", inside), text
            assert [one for one in commands(inside) if one.name not in ("error", "warning")] == [], text
    assert told > 1_000
