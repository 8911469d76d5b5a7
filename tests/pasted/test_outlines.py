"""A flat list, headings and pairs of words are one finding, with the same as a map to paste in their place."""

from __future__ import annotations

import pytest

from tests.pasted.pasting import assert_pasted, found_in, plain

SAYS = "This looks like an outline. Here it is as a map."
FORMS = {
    "a flat list of a word processor": (
        """
        title: T
        1. Conocer
        • Emoción: +2
        • Dolores: • Caro • Lento
        2. Comprar
        • Emoción: -1
        """,
        """
        title: T
        phases:
          - name: Conocer
            emotion: +2
            pains:
              - Caro
              - Lento
          - name: Comprar
            emotion: -1
        """,
        SAYS,
    ),
    "steps behind bullets": (
        """
        1. Learn
        •⇥Sees the ad
        •⇥Emotion: +1
        •⇥Looks
        2. Buy
        •⇥Pays
        """,
        """
        phases:
          - name: Learn
            steps:
              - name: Sees the ad
                emotion: +1
              - name: Looks
          - name: Buy
            steps:
              - name: Pays
        """,
        f"{SAYS} What stands below a step is read as a part of it.",
    ),
    "one list of dashes": (
        """
        title: T
        - Learn
        - Emotion: 2
        - Mood board: Sun
        - Buy
        - Emotion: 5
        """,
        """
        title: T
        emotion_scale: 1..5
        lanes:
          mood_board: Mood board
        phases:
          - name: Learn
            emotion: 2
            mood_board: Sun
          - name: Buy
            emotion: 5
        """,
        f"{SAYS} Its scores have no scale: 1 to 5 is a proposal.",
    ),
    "headings with words": (
        """
        title: T
        ## Fase: Conocer
        ### Paso: Ve el anuncio
        Emoción: +1
        Dolores:
        - Caro
        - Lento
        ### Paso: Busca
        ## Fase: Comprar
        """,
        """
        title: T
        phases:
          - name: Conocer
            steps:
              - name: Ve el anuncio
                emotion: +1
                pains:
                  - Caro
                  - Lento
              - name: Busca
          - name: Comprar
        """,
        SAYS,
    ),
    "headings, the first of which is the title": (
        """
        # Borrowing
        ## Learn
        ### Looks
        Emotion: +1
        ## Buy
        """,
        """
        title: Borrowing
        phases:
          - name: Learn
            steps:
              - name: Looks
                emotion: +1
          - name: Buy
        """,
        SAYS,
    ),
    "pairs": (
        """
        Título: T
        Fase: Conocer
        Paso: Ve el anuncio
        Emoción: +2
        Paso: Busca
        Fase: Comprar
        Paso: Paga
        Emoción: muy bien 1,5
        """,
        """
        Título: T
        phases:
          - name: Conocer
            steps:
              - name: Ve el anuncio
                emotion: +2
              - name: Busca
          - name: Comprar
            steps:
              - name: Paga
                emotion: muy bien 1,5
        """,
        SAYS,
    ),
    "pairs with numbers, in German": (
        """
        Phase 1: Kennenlernen
        Schritt 1: Sieht Werbung
        Emotion: 1,5

        Phase 2: Kaufen
        Schritt 1: Bezahlt
        Emotion: -1
        """,
        """
        phases:
          - name: Kennenlernen
            steps:
              - name: Sieht Werbung
          - name: Kaufen
            steps:
              - name: Bezahlt
                emotion: -1
        # emotion (Sieht Werbung): 1,5
        """,
        f"{SAYS} “1,5” is no score for Sieht Werbung: write the one that you mean there. "
        "Without a place in a map, so kept as comments: 1.",
    ),
}


@pytest.mark.parametrize(("typed", "map_", "says"), FORMS.values(), ids=FORMS)
def test_an_outline_is_one_finding_with_the_map_to_paste(typed: str, map_: str, says: str) -> None:
    assert_pasted(typed, map_, says)


BLOCKS = {
    "fields of an item": "## Learn\nPains:\n- text: slow\n  severity: 4\n## Buy\n",
    "bullets below bullets": "1. Learn\n  • Looks\n    • slow\n2. Buy\n",
    "a feeling twice": "Phase: Learn\nEmotion: 1\nEmotion: 2\n",
    "texts with colons": "- Ana: looks\n- Ben\n- Ana: pays\n- Cy\n",
    "a step before any phase": "Step: Looks\nEmotion: 1\nPhase: Buy\nPhase: Pay\n",
}


@pytest.mark.parametrize("typed", BLOCKS.values(), ids=BLOCKS)
def test_an_outline_in_which_a_line_has_no_place_is_told_as_before(typed: str) -> None:
    assert "JN042" not in [finding.code.id for finding in found_in(plain(typed))]
