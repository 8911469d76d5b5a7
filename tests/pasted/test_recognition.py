"""A diagram or a table in a block is one finding, with the same as a map to paste in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compiling import compile_pages, report
from tests.pasted.pasting import assert_pasted, found_in

FORMS = {
    "fields of pain points beside them": (
        """
        | Phase | Step | Emotion | Pains | Severity | Impact |
        |---|---|---|---|---|---|
        | Choose | Looks | +1 | No pictures<br>Bad light | 4<br>2 | 3 |
        | Choose | Asks | -1 | Nobody there | high | so so |
        | Pay | Pays | 0 | | 2 | |
        """,
        """
        phases:
          - name: Choose
            steps:
              - name: Looks
                emotion: +1
                pains:
                  - text: No pictures
                    severity: 4
                    impact: 3
                  - text: Bad light
                    severity: 2
                    impact: 3
              - name: Asks
                emotion: -1
                pains:
                  - text: Nobody there
                    severity: high
          - name: Pay
            steps:
              - name: Pays
                emotion: 0
        # Impact (Choose, Asks): so so
        # Severity (Pay, Pays): 2
        """,
        "This looks like a table in Markdown. Here it is as a map. One Impact beside several Pains is taken for each of them. Without a place in a map, so kept as comments: 2.",
    ),
    "steps with numbers and satisfaction": (
        """
        |  | Step 1 | Step 2 |
        |---|---|---|
        | Actions | Looks around | Asks |
        | Satisfaction | 3 | 2 |
        """,
        """
        emotion_scale: 1..5
        phases:
          - name: Phase 1
            steps:
              - name: Step 1
                emotion: 3
                actions: Looks around
              - name: Step 2
                emotion: 2
                actions: Asks
        """,
        "This looks like a table in Markdown. Here it is as a map. Satisfaction is taken for the emotion. What stands in no phase is put into one that is called Phase 1. Its scores have no scale: 1 to 5 is a proposal.",
    ),
    "rows of steps with numbers": (
        """
        | | Choose | Pay |
        |---|---|---|
        | Step 1 | Looks | Enters card |
        | Step 2 | Asks | Confirms |
        | Emotion | +1 | -1 |
        """,
        """
        phases:
          - name: Choose
            emotion: +1
            steps:
              - name: Looks
              - name: Asks
          - name: Pay
            emotion: -1
            steps:
              - name: Enters card
              - name: Confirms
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
    "a persona above a CSV": (
        """
        Persona,Mia
        Phase,Step,Emotion
        Choose,Looks,+1
        Pay,Pays,0
        """,
        """
        persona: Mia
        phases:
          - name: Choose
            steps:
              - name: Looks
                emotion: +1
          - name: Pay
            steps:
              - name: Pays
                emotion: 0
        """,
        "This looks like a table with commas (CSV). Here it is as a map.",
    ),
    "a persona in a row of its own": (
        """
        | Phase | Choose | Pay |
        |---|---|---|
        | Persona | Mia | Mia |
        | Emotion | +1 | -1 |
        """,
        """
        persona: Mia
        phases:
          - name: Choose
            emotion: +1
          - name: Pay
            emotion: -1
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
    "Mermaid": (
        """
        journey
            title My working day
            section Go to work
              Make tea: 5: Me
              Do work: 1: Me, Cat
            section Go home
              Sit down: 4
        """,
        """
        title: My working day
        emotion_scale: 1..5
        phases:
          - name: Go to work
            steps:
              - name: Make tea
                emotion: 5
                actors: Me
              - name: Do work
                emotion: 1
                actors:
                  - Me
                  - Cat
          - name: Go home
            steps:
              - name: Sit down
                emotion: 4
        """,
        "This looks like a Mermaid journey. Here it is as a map. Mermaid's scores have no scale: 1 to 5 is a proposal.",
    ),
    "Mermaid with what maps have no place for": (
        """
        journey
          accTitle: A day
          %% not so sure
          Wake up: 7: Me
          Get up: 2
        """,
        """
        emotion_scale: 1..5
        phases:
          - name: Phase 1
            steps:
              - name: Wake up
                emotion: Mermaid's score 7
                actors: Me
              - name: Get up
                emotion: 2
        # accTitle: A day
        # %% not so sure
        """,
        "This looks like a Mermaid journey. Here it is as a map. Tasks before the first section stand in a phase that is "
        "called Phase 1. Mermaid's scores have no scale: 1 to 5 is a proposal. Scores that are not on it stay as words. "
        "Without a place in a map, so kept as comments: 2.",
    ),
    "Mermaid with a colon in a section, and a task without anybody": (
        """
        journey
          section Pay: now
            Enters the card: 2:
        """,
        """
        emotion_scale: 1..5
        phases:
          - name: 'Pay: now'
            steps:
              - name: Enters the card
                emotion: 2
        """,
        "This looks like a Mermaid journey. Here it is as a map. Mermaid's scores have no scale: 1 to 5 is a proposal.",
    ),
    "a table below fields of ours": (
        """
        title: Borrowing a book
        owner: Ann

        | Phase | Emotion |
        |---|---|
        | Need | +1 |
        """,
        """
        title: Borrowing a book
        owner: Ann
        phases:
          - name: Need
            emotion: +1
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
    "a table in Markdown, phases across": (
        """
        | | Need | Borrow |
        |---|:---:|---|
        | Touchpoints | Website<br>Phone | Desk |
        | **Emotion** | +1 | -2 worn out |
        | Pain points | — | Queue: half an hour |
        | Colour of the day | red \\| blue | |
        """,
        """
        lanes:
          colour_of_the_day: Colour of the day
        phases:
          - name: Need
            emotion: +1
            touchpoints:
              - Website
              - Phone
            colour_of_the_day: red | blue
          - name: Borrow
            emotion: -2 worn out
            touchpoints: Desk
            pains: 'Queue: half an hour'
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
    "cells of a spreadsheet, a row for each step, a phase in its first row alone": (
        """
        Phase⇥Step⇥Touchpoint⇥Emotion (1-5)⇥Pain points
        Need⇥Sees a poster⇥Poster⇥3⇥
        ⇥Looks it up⇥Website⇥4⇥"Slow
        No map"
        Borrow⇥Asks⇥Desk⇥2⇥
        """,
        """
        emotion_scale: 1..5
        phases:
          - name: Need
            steps:
              - name: Sees a poster
                emotion: 3
                touchpoints: Poster
              - name: Looks it up
                emotion: 4
                touchpoints: Website
                pains:
                  - Slow
                  - No map
          - name: Borrow
            steps:
              - name: Asks
                emotion: 2
                touchpoints: Desk
        """,
        "This looks like cells of a spreadsheet. Here it is as a map.",
    ),
    "semicolons, below a title, without a column of steps": (
        """
        Borrowing a book;;
        Phase;Activity;Emotion
        Need;Sees a poster;4
        Need;Calls us;5
        Borrow;Signs;2
        """,
        """
        title: Borrowing a book
        emotion_scale: 1..5
        phases:
          - name: Need
            steps:
              - name: Sees a poster
                emotion: 4
              - name: Calls us
                emotion: 5
          - name: Borrow
            steps:
              - name: Signs
                emotion: 2
        """,
        "This looks like a table with semicolons (CSV). Here it is as a map. What stands under Activity names the steps. "
        "Its scores have no scale: 1 to 5 is a proposal.",
    ),
    "commas, phases across, one step in each": (
        """
        Borrowing a book,Need,Borrow
        Steps,Sees a poster,"Asks, then signs"
        Definition,Before the visit,At the desk
        Emotion,+1,-1
        """,
        """
        title: Borrowing a book
        phases:
          - name: Need
            definition: Before the visit
            steps:
              - name: Sees a poster
                emotion: +1
          - name: Borrow
            definition: At the desk
            steps:
              - name: Asks, then signs
                emotion: -1
        """,
        "This looks like a table with commas (CSV). Here it is as a map.",
    ),
    "phases that are called as lanes are, and what is not of a map as a whole": (
        """
        | Stage | Need | Search | Support |
        |---|---|---|---|
        | Actions | freeze | google | ask |
        | Feelings | -1 chilly | 0 | +2 |
        | Expectations | fast | cheap | |
        """,
        """
        lanes:
          expectations_lane: Expectations
        phases:
          - name: Need
            emotion: -1 chilly
            actions: freeze
            expectations_lane: fast
          - name: Search
            emotion: 0
            actions: google
            expectations_lane: cheap
          - name: Support
            emotion: +2
            actions: ask
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
    "shares for feelings": (
        """
        | Phase | Emotion | Owner |
        |---|---|---|
        | Need | 80% | Ann |
        """,
        """
        lanes:
          emotion_lane: Emotion
        phases:
          - name: Need
            owner: Ann
            emotion_lane: 80%
        """,
        "This looks like a table in Markdown. Here it is as a map. What stands for Emotion is no score, so it is a lane of "
        "the map's own.",
    ),
    "in German": (
        """
        | Phase | Schritt | Kontaktpunkte | Emotion |
        |---|---|---|---|
        | Bedarf | Sieht ein Plakat | Plakat | +1 |
        | Ausleihe | Fragt | Theke | -1 |
        """,
        """
        phases:
          - name: Bedarf
            steps:
              - name: Sieht ein Plakat
                emotion: +1
                touchpoints: Plakat
          - name: Ausleihe
            steps:
              - name: Fragt
                emotion: -1
                touchpoints: Theke
        """,
        "This looks like a table in Markdown. Here it is as a map.",
    ),
}


@pytest.mark.parametrize(("typed", "map_", "says"), FORMS.values(), ids=FORMS)
def test_what_was_drawn_elsewhere_is_one_finding_with_the_map_to_paste(typed: str, map_: str, says: str) -> None:
    assert_pasted(typed, map_, says)


WORD = st.text("ab1é:#'\"-{[&*!%@`|>~ß,.?", min_size=1, max_size=9).filter(lambda word: re.search(r"\w", word))
CELL = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4))
def test_no_word_of_a_table_is_lost(rows: list[tuple[str, str, str]]) -> None:
    typed = "\n".join("\t".join(row).replace('"', "”") for row in [("Step", "Thoughts", "Issue tracker"), *rows])
    (finding,) = found_in(typed)
    site = compile_pages({"map.md": "# Borrowing\n\n```journey\n" + "\n".join(finding.mend.lines) + "\n```\n"})
    (entry,) = site.atlas.journeys.values()
    steps = [step for phase in entry.journey.phases for step in phase.steps]
    shown = [(step.name, step.thoughts[0].text, step.custom["issue_tracker"][0].text) for step in steps]
    assert [[" ".join(cell.split()) for cell in row] for row in shown] == [
        [" ".join(cell.replace('"', "”").split()) for cell in row] for row in rows
    ]


BLOCKS = {
    "a map in YAML with a tab": "title: Out\nphases:\n\t- name: Phase, Step, Emotion\n",
    "a map in YAML with commas": "title: Need, Borrow\nphases: [Need, Borrow\n",
    "a map in YAML below a word too many": "journey\ntitle: Out\nphases:\n  - name: Need\n    emotion: 2\n",
    "a map in YAML with a heading too many": "title: Out\nsection Need\nduration: 5 days\nphases: [Need]\n",
    "a list of names": "Need, Borrow, Return\nLater, Then, Now\n",
    "a table of something else": "| Fruit | Price |\n|---|---|\n| Plum | 3 |\n",
    "prose": "This journey is about a reader, who comes; and goes.\nThen again: 3: me\n",
}


@pytest.mark.parametrize("typed", BLOCKS.values(), ids=BLOCKS)
def test_what_is_no_map_from_elsewhere_is_told_as_before(typed: str) -> None:
    assert "JN042" not in [finding.code.id for finding in found_in(typed)]


def test_a_block_in_a_quote_keeps_its_marks() -> None:
    page = "> ```journey\n> | Phase | Emotion |\n> |---|---|\n> | Need | +1 |\n> ```\n"
    (finding,) = [one for one in compile_pages({"map.md": page}).findings if one.code.id == "JN042"]
    assert finding.mend.lines == ("> phases:", ">   - name: Need", ">     emotion: +1")
    assert report(compile_pages({"map.md": page})) == [str(finding)]
