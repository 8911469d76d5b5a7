"""One odd cell among the feelings of a table is told, and the others keep their scores."""

from __future__ import annotations

import pytest

from tests.pasted.pasting import assert_pasted

HEAD = "This looks like cells of a spreadsheet. Here it is as a map. Its scores have no scale: 1 to 5 is a proposal."
ODD = ["1,5", "1.5", "80 %", "12 minutes"]


def assert_feelings(cell: str, feeling: str, more: str, says: str) -> None:
    """What becomes of a table whose row of feelings holds a cell between two scores.

    ``feeling`` is the line of the emotion that comes of it, if any, ``more`` what stands below the map.
    """
    assert_pasted(
        f"""
        Phase⇥Need⇥Borrow⇥Return
        Action⇥Looks⇥Asks⇥Walks
        Emotion⇥3⇥{cell}⇥5
        """,
        f"""
        emotion_scale: 1..5
        phases:
          - name: Need
            emotion: 3
            actions: Looks
          - name: Borrow{feeling}
            actions: Asks
          - name: Return
            emotion: 5
            actions: Walks{more}
        """,
        says,
    )


@pytest.mark.parametrize("cell", ODD)
def test_what_is_no_score_becomes_a_comment_and_is_told(cell: str) -> None:
    assert_feelings(
        cell,
        "",
        f"\n        # Emotion (Borrow): {cell}",
        f"{HEAD} “{cell}” is no score for Borrow: write the one that you mean there. "
        "Without a place in a map, so kept as comments: 1.",
    )


WRITTEN = ["", "happy", "4-5", "4/5", "🙂"]


@pytest.mark.parametrize("cell", WRITTEN)
def test_what_can_be_read_as_a_feeling_stays_one(cell: str) -> None:
    assert_feelings(cell, f"\n            emotion: {cell}" if cell else "", "", HEAD)
