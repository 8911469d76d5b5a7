"""A persona in two columns of a table is one finding, with the persona to paste in its place."""

from __future__ import annotations

import pytest

from tests.pasted.pasting import assert_pasted, found_in

OWN = "What no field of a persona holds stands under names of your own."
FORMS = {
    "cells of a spreadsheet": (
        """
        Nombre⇥Ana
        Edad⇥34
        Objetivos⇥1. Ahorrar tiempo 2. Aprender
        Frustraciones⇥Colas
        ⇥Formularios
        """,
        """
        name: Ana
        demographics:
          Edad: 34
        goals:
          - Ahorrar tiempo
          - Aprender
        frustrations:
          - Colas
          - Formularios
        """,
        f"This looks like cells of a spreadsheet. Here it is as a persona. {OWN}",
    ),
    "a table in Markdown, with what its columns are": (
        """
        | Field | Value |
        |---|---|
        | Name | Ann |
        | Role | Nurse |
        | Goals | Time<br>Rest |
        | On her way to work | She reads what her colleagues wrote the night before |
        """,
        """
        name: Ann
        role: Nurse
        goals:
          - Time
          - Rest
        sections:
          On her way to work:
            - She reads what her colleagues wrote the night before
        # Field: Value
        """,
        f"This looks like a table in Markdown. Here it is as a persona. {OWN} "
        "Without a place in a persona, so kept as comments: 1.",
    ),
    "semicolons, names across": (
        """
        Name;Rolle;Ziele
        Anna;Pflegerin;Ruhe
        """,
        """
        name: Anna
        role: Pflegerin
        goals: Ruhe
        """,
        "This looks like a table with semicolons (CSV). Here it is as a persona.",
    ),
}


@pytest.mark.parametrize(("typed", "persona", "says"), FORMS.values(), ids=FORMS)
def test_a_table_is_one_finding_with_the_persona_to_paste(typed: str, persona: str, says: str) -> None:
    assert_pasted(typed, persona, says, "persona")


@pytest.mark.parametrize(
    "typed", ["Role\tNurse\nGoals\tRest", "Plum\t3\nPear\t4", "Name\tAnn\tBen\nRole\tA\tB\nAge\t3\t4"]
)
def test_a_table_without_one_name_is_no_persona(typed: str) -> None:
    assert "JN042" not in [finding.code.id for finding in found_in(typed, "persona")]
