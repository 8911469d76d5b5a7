"""Mends that understand maps: smallest cases, the lines to paste, and when none is certain."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Severity
from mkdocs_journey.report.findings.text import write_text
from mkdocs_journey.source.codes import HEADING
from tests.compiling import compile_pages
from tests.report.reporting import report

CASES = {
    "the line that names the steps is missing": (
        """
        phases:
          - name: Choose
              - name: Looks at the list
                emotion: +1
        """,
        ["    steps:", "      - name: Looks at the list"],
    ),
    "a second phase without its dash": (
        """
        phases:
          - name: Choose
            emotion: +1
            name: Borrow
            emotion: -1
        """,
        ["  - name: Borrow"],
    ),
    "a phase as a heading, with its steps": (
        """
        phases:
          - name: Choose
            steps:
              - Asks
          ## Pay
              - Pays by card
        """,
        ["  - name: Pay", "    steps:", "     - Pays by card"],
    ),
    "a step as a heading": (
        """
        phases:
          - name: Choose
            steps:
              ### Asks
              - Waits
        """,
        ["      - Asks"],
    ),
    "an outline": (
        """
        phases:
        - Choose
          - Looks around
          - Asks
        - Pay
          - Pays by card
        """,
        ["- name: Choose", "- name: Pay", "  steps:"],
    ),
    "a pain point that has fields and no text:": (
        """
        phases:
          - name: Choose
            pains:
              - Nobody is there
                severity: 3
        """,
        ["      - text: Nobody is there"],
    ),
    "a bold name of a lane": (
        """
        phases:
          - name: Choose
            **touchpoints:**
              - Web page
        """,
        ["    touchpoints:"],
    ),
    "a semicolon for the colon": (
        """
        phases:
          - name: Choose
            touchpoints;
              - Web page
        """,
        ["    touchpoints:"],
    ),
    "two dashes for one": (
        """
        phases:
          - - name: Choose
            emotion: +1
        """,
        ["  - name: Choose"],
    ),
    "a pain point without its dash, where others begin with another field": (
        """
        phases:
          - name: Choose
            pains:
              - severity: 2
                text: Nobody is there
              severity: 3
              text: Nobody answers
        """,
        ["      - severity: 3"],
    ),
    "phases that are counted": (
        """
        Phase 1: Choose
          emotion: +1
        Phase 2: Pay
        """,
        ["phases:", "  - name: Choose", "    emotion: +1", "  - name: Pay"],
    ),
    "phases that are counted and have no names": (
        """
        Phase 1:
          emotion: +1
        Phase 2:
          - Asks
        """,
        ["- name: Phase 1", "- name: Phase 2", "  steps:"],
    ),
    "steps that are counted, in German": (
        """
        phases:
          - name: Choose
            Schritt 1: Looks
            Schritt 2: Asks
        """,
        ["    steps:", "    - Looks", "    - Asks"],
    ),
    "fields in the column of the dash": (
        """
        phases:
        - name: A
          steps:
          - name: S
          emotion: -1
          - name: S2
          emotion: +1
        """,
        ["    emotion: -1", "    emotion: +1"],
    ),
    "an owner one column too far left": (
        """
        phases:
        - name: A
          pains:
          - p
           owner: Z
        """,
        ["  - text: p", "    owner: Z"],
    ),
    "two owners at the margin": (
        """
        phases:
        - name: A
        owner: X
        - name: B
        owner: Y
        """,
        ["  owner: X", "  owner: Y"],
    ),
    "feelings behind the names of phases, which may be names of lanes": (
        """
        phases:
          - Need: -1 chilly
          - Buy: +2
          - Return: the parcel
        """,
        ["  - name: Need", "    emotion: -1 chilly", "  - name: Buy", "    emotion: +2", "  - 'Return: the parcel'"],
    ),
    "headings below headings": (
        """
        phases:
          ## Choose
            emotion: +1
          ## Pay
            emotion: -1
        """,
        ["  - name: Choose", "  - name: Pay"],
    ),
}


def errors(fields: str) -> list[tuple[tuple[str, ...], bool]]:
    """The mended lines of each error of a map, and of headings, which are none, and whether the mend may be applied without asking."""
    site = compile_pages({"map.md": f"```journey\ntitle: Out\n{dedent(fields).strip()}\n```\n"})
    found = [finding.mend for finding in site.findings if finding.severity is Severity.ERROR or finding.code is HEADING]
    return [(mend.lines, mend.certain) for mend in found]


@pytest.mark.parametrize(("typed", "pasted"), CASES.values(), ids=CASES)
def test_the_lines_to_paste_are_those_that_were_meant(typed: str, pasted: list[str]) -> None:
    lines = [line for mended, _ in errors(typed) for line in mended]
    assert [line for line in pasted if line not in lines] == []


def test_items_of_a_lane_without_its_name_get_no_mend() -> None:
    found = errors("""
        phases:
          - name: Choose
            steps:
              - name: Looks
                emotion: +1
                  - Web page
                  - Shelf
                thoughts: Which one?
    """)
    assert found == [((), False)]


GOES_TO_SOMEBODY_ELSE = {
    "lists in the column of the dash": """
        phases:
          - name: A
            steps:
            - name: S
            pains:
            - p
            - name: S2
            pains:
            - q
    """,
    "steps at the margin": """
        phases:
        name: A
        steps:
        name: S
        emotion: -1
        name: S2
        emotion: +1
    """,
    "a text beside a name": """
        phases:
          - name: A
            steps:
              - name: S
                text: Walks there
                emotion: -1
    """,
}
"""Blocks whose lines could be put in order by giving some to another thing than the one below which they were typed."""


@pytest.mark.parametrize("typed", GOES_TO_SOMEBODY_ELSE.values(), ids=GOES_TO_SOMEBODY_ELSE)
def test_no_mend_gives_a_line_to_another_thing(typed: str) -> None:
    page = f"```journey\ntitle: Out\n{dedent(typed).strip()}\n```\n"
    found = compile_pages({"map.md": page}).findings
    pasted = corrected(page, [finding.mend for finding in found if finding.mend.lines])
    assert [finding for finding in compile_pages({"map.md": pasted}).findings if finding.severity is Severity.ERROR]
    assert [choice for finding in found for choice in finding.mend.choices] == []


MEANT_OTHERWISE = """```journey
title: Out
phases:
  - Choose
  - name: Pay
    steps:
      - Asks
- Leave
```
"""
CHOICE = """\
docs/map.md

  8:1  error JN026  This item starts in a column in which no item above it starts.
    |
  8 | - Leave
    | ^^^^^^^
    = Start it in the column of the items to which it belongs. It can be meant in more than one way.
    = Either write this, as a step of the phase Pay:
  8 |       - Leave
    = Or this, as a phase:
  8 |   - Leave
"""


def test_what_may_be_meant_in_more_than_one_way_is_a_choice() -> None:
    found = compile_pages({"map.md": MEANT_OTHERWISE}).findings
    assert [[choice.lines for choice in finding.mend.choices] for finding in found] == [
        [("      - Leave",), ("  - Leave",)]
    ]
    shown = write_text(report(*found, files={"map.md": MEANT_OTHERWISE}), colour=False)
    assert shown.startswith(CHOICE)
    assert corrected(MEANT_OTHERWISE, [finding.mend for finding in found]) == MEANT_OTHERWISE


def test_a_text_below_another_may_be_more_of_it_or_one_of_its_own_so_nothing_is_certain() -> None:
    found = errors("""
        phases:
          - name: Choose
            touchpoints:
              - Web page
                Shelf
    """)
    assert [certain for _, certain in found] == [False]


def test_a_field_that_is_written_twice_gets_no_mend() -> None:
    found = errors("""
        phases:
          - name: Choose
            emotion: +1
            emotion: -1
    """)
    assert found == [((), False)]


def test_a_field_that_nothing_has_becomes_neither_a_text_nor_a_step() -> None:
    found = errors("""
        phases:
          - name: Choose
            loops_to: First symptoms
            steps:
              - name: Asks
                next: Pay
    """)
    assert found == [(("lanes:", "  loops_to: Loops to", "  next: Next"), False), ((), False)]


def test_beside_a_field_that_nothing_has_the_rest_is_mended_as_it_was_meant() -> None:
    typed = """
        phases:
          - name: Choose
              - name: Looks at the list
                emotion: +1
          - name: Pay
            loops_to: Choose
    """
    assert "  - name: Choose\n    steps:\n      - name: Looks at the list\n" in mended(typed)
    assert "    loops_to: Choose\n" in mended(typed)


def test_where_nothing_can_be_known_no_line_is_moved() -> None:
    found = errors("""
        phases:
          - name: Choose
              - name: Looks at the list
            emotion: +1
            emotion: -1
    """)
    assert [lines for lines, _ in found if lines] == []


def test_a_field_that_holds_one_text_is_not_meant_where_a_list_stands_below() -> None:
    found = errors("""
        phases:
          - Listing
          - name: Detail
            detail:
              - Select frequency
            loops_to: Listing
    """)
    assert [lines for lines, _ in found] == [("lanes:", "  detail: Detail", "  loops_to: Loops to"), ()]


SECOND_LEVEL = {
    "after a tab": "phases:\n• Conocer\n\to Lee el correo\n\to Ve el vídeo\n• Configurar\n",
    "after spaces": "phases:\n• Conocer\n   o Lee el correo\n   o Ve el vídeo\n• Configurar\n",
}


@pytest.mark.parametrize("typed", SECOND_LEVEL.values(), ids=SECOND_LEVEL)
def test_the_bullet_o_of_a_word_processor_is_no_word_of_a_sentence(typed: str) -> None:
    phases = compile_pages({"map.md": mended(typed)}).atlas.journeys["out"].journey.phases
    names = [(phase.name, [step.name for step in phase.steps]) for phase in phases]
    assert names == [("Conocer", ["Lee el correo", "Ve el vídeo"]), ("Configurar", [])]


def test_the_word_o_goes_on_a_sentence() -> None:
    typed = "phases:\n  - name: A\n    thoughts: llama por teléfono\n      o escribe un correo\n"
    assert "thoughts: llama por teléfono o escribe un correo\n" in mended(typed)


def test_a_second_level_that_may_be_the_first_is_for_its_author_to_say() -> None:
    assert {lines for lines, _ in errors("phases:\n  • Conocer\n\to Lee el correo\n  • Configurar\n")} == {()}


def test_a_field_name_with_an_apostrophe_is_no_item() -> None:
    found = errors("phases:\n  - name: A\n    Ce qu'elle ressent: soulagée\n    steps: [B]\n")
    assert {lines for lines, _ in found} == {("    definition: 'Ce qu''elle ressent: soulagée'",)}


def test_fields_behind_bullets_below_a_numbered_phase_are_its_fields() -> None:
    typed = "phases:\n1. Choose\n   • Emotion: -1 worried\n   • Actions: Reads\n2. Use\n"
    assert mended(typed).endswith(
        "phases:\n  - name: Choose\n    emotion: -1 worried\n    actions: Reads\n  - name: Use\n```\n"
    )


NAMES_AS_KEYS = {
    "a list below it": (
        "- Detail:\n      - Ask\n      - Look",
        "- name: Detail\n    steps:\n      - Ask\n      - Look",
    ),
    "a list in line with it": ("- Detail:\n    - Ask\n    - Look", "- name: Detail\n    steps:\n    - Ask\n    - Look"),
    "a list behind it": ("- Detail: [Ask, Look]", "- name: Detail\n    steps: [Ask, Look]"),
    "fields below it": ("- Detail:\n      emotion: +1 fine", "- name: Detail\n    emotion: +1 fine"),
}


@pytest.mark.parametrize(("typed", "meant"), NAMES_AS_KEYS.values(), ids=NAMES_AS_KEYS)
def test_a_phase_whose_name_stands_as_a_field_name_is_one_with_steps(typed: str, meant: str) -> None:
    assert mended(f"phases:\n  - Landing\n  {typed}\n") == (
        f"```journey\ntitle: Out\nphases:\n  - Landing\n  {meant}\n```\n"
    )


def test_whose_list_stands_below_the_name_of_a_step_is_for_its_author_to_say() -> None:
    typed = "phases:\n  - name: A\n    steps:\n      - Look:\n          - Sees it\n      - Zig: [x, y]\n"
    assert {lines for lines, _ in errors(typed)} == {()}


def mended(fields: str) -> str:
    """A map once all mends of its errors are pasted."""
    page = f"```journey\ntitle: Out\n{dedent(fields).strip()}\n```\n"
    found = compile_pages({"map.md": page}).findings
    return corrected(page, [one.mend for one in found if one.mend.first and one.severity is Severity.ERROR])


def test_a_comment_stays_a_comment() -> None:
    typed = """
        phases:
          - name: Choose
            emotion: +1 curious # seen in May
            pains:
              - Nobody is there
                severity: 3
    """
    assert "emotion: +1 curious # seen in May\n" in mended(typed)


def test_a_list_in_brackets_that_goes_on_below_is_left_alone() -> None:
    typed = """
        phases:
          - name: Choose
            touchpoints: [Web page,
              Shelf]
            pains:
              - Nobody is there
                severity: 3
    """
    assert "touchpoints: [Web page,\n      Shelf]\n" in mended(typed)
