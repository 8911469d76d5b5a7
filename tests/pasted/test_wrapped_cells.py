"""Cells that were broken where they were narrow, and what is said of a table in the language of its site."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages
from tests.pasted.pasting import plain

TABLES = {
    "a name broken in two lines": (
        "de",
        """
        Phase⇥Schritt⇥Gefühl⇥Schmerzpunkte
        Kauf⇥Bezahlen⇥1⇥
        Kauf⇥"Warten
        lange"⇥-2⇥Kein Tracking
        """,
        """
        phases:
          - name: Kauf
            steps:
              - name: Bezahlen
                emotion: 1
              - name: Warten lange
                emotion: -2
                pains: Kein Tracking
        """,
    ),
    "the same in a table that names no phase twice": (
        "fr",
        """
        Phase⇥Étape⇥Émotion⇥Irritants
        Achat⇥Payer⇥1⇥
        Après⇥"Attendre
        longtemps"⇥-2⇥"Pas de suivi
        Pas d’aide"
        """,
        """
        phases:
          - name: Achat
            steps:
              - name: Payer
                emotion: 1
          - name: Après
            steps:
              - name: Attendre longtemps
                emotion: -2
                pains:
                  - Pas de suivi
                  - Pas d’aide
        """,
    ),
    "a phase broken in two lines, semicolons between": (
        "es",
        """
        Fase;Paso;Emoción
        "Después de
        la compra";Espera;-1
        "Después de
        la compra";Recibe;2
        """,
        """
        phases:
          - name: Después de la compra
            steps:
              - name: Espera
                emotion: -1
              - name: Recibe
                emotion: 2
        """,
    ),
    "several steps of one phase, one a line": (
        "en",
        """
        Phase⇥Steps⇥Pains
        Buy⇥"Pays
        Waits"⇥No tracking
        Use⇥Opens⇥
        """,
        """
        phases:
          - name: Buy
            pains: No tracking
            steps:
              - name: Pays
              - name: Waits
          - name: Use
            steps:
              - name: Opens
        """,
    ),
    "a row without a step, a cost without a pain point": (
        "de",
        """
        | Phase | Schritt | Gefühl | Schmerzpunkte | Schwere |
        |---|---|---|---|---|
        | Kauf | Bezahlen | 1 | – | 2 |
        | Kauf | | -1 | Warten | irgendwie |
        """,
        """
        phases:
          - name: Kauf
            steps:
              - name: Bezahlen
                emotion: 1
              - name: Schritt
                emotion: -1
                pains: Warten
        # Schwere (Kauf, Bezahlen): 2
        # Schwere (Kauf, Schritt): irgendwie
        """,
    ),
    "bars without a rule below the head": (
        "it",
        """
        titolo: Tabella
        fase | azione | emozione | problema
        ricerca | cerca | 1 | lento
        acquisto | paga | -1 | caro
        """,
        """
        titolo: Tabella
        phases:
          - name: ricerca
            emotion: 1
            actions: cerca
            pains: lento
          - name: acquisto
            emotion: -1
            actions: paga
            pains: caro
        """,
    ),
    "a score that Mermaid draws and its scale does not have": (
        "de",
        """
        journey
          Zu hoch: 9: Ich
        """,
        """
        emotion_scale: 1..5
        phases:
          - name: Phase 1
            steps:
              - name: Zu hoch
                emotion: Wert 9 aus Mermaid
                actors: Ich
        """,
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_table_becomes_a_map_in_the_language_of_its_site(case: str) -> None:
    language, typed, map_ = TABLES[case]
    page = f"```journey\n{plain(typed)}\n```\n"
    (found,) = compile_pages({"map.md": page}, language=language).findings
    assert (found.code.id, "\n".join(found.mend.lines)) == ("JN042", plain(map_))
