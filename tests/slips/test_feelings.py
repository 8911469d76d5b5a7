"""What people write for a feeling has the score that they meant, or is told with a line that gives it one."""

from __future__ import annotations

import pytest

from mkdocs_journey.corrections import corrected
from mkdocs_journey.findings import Mend
from tests.compiling import compile_pages
from tests.slips.oracle import Outcome, judge, offered

MAP = """\
title: Borrowing a bicycle
phases:
  - name: Choose
    steps:
      - name: Looks around
        emotion: {}
  - name: Borrow
    emotion: -1 unsure
"""
AS_MEANT = [
    # typed, meant, outcome
    ("curious +1", "+1 curious", Outcome.SAME),
    ("+1 - curious", "+1 curious", Outcome.SAME),
    ("curious (+1)", "+1 curious", Outcome.SAME),
    ("curious：＋１", "+1 curious", Outcome.SAME),
    ("'curious: +1'", "+1 curious", Outcome.SAME),
    ("curious: +1", "+1 curious", Outcome.MENDED),
    ("curious 1", "+1 curious", Outcome.MENDED),
    ("– 1 unsure", "-1 unsure", Outcome.MENDED),
    ("-1unsure", "-1 unsure", Outcome.MENDED),
    ("8 curious", "+1 curious", Outcome.TOLD),
]
SIDES = [
    # typed, the side of the middle on which it is meant
    ("happy", 1), ("frustrated", -1), (":)", 1), (":-(", -1), ("👍", 1), ("★☆☆☆☆", -1), ("★★★☆☆", 0),
    ("very relieved", 1), ("😡😡", -1), ("--", -1), ("Neutral", 0),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant", "outcome"), AS_MEANT)
def test_a_feeling_is_read_as_it_was_meant_or_told(typed: str, meant: str, outcome: Outcome) -> None:
    assert judge(MAP.format(typed), MAP.format(meant)).outcome is outcome


@pytest.mark.parametrize(("typed", "side"), SIDES)
def test_a_feeling_in_a_word_or_a_sign_comes_to_stand_on_its_side_of_the_middle(typed: str, side: int) -> None:
    text = f"```journey\n{MAP.format(typed)}```\n"
    mends: list[Mend] = offered(compile_pages({"map.md": text}).findings)
    site = compile_pages({"map.md": corrected(text, mends)})
    assert [str(finding) for finding in site.findings] == []
    (entry,) = site.atlas.journeys.values()
    emotion = entry.journey.phases[0].steps[0].emotion
    assert emotion is not None
    assert emotion.score is not None
    assert (emotion.score > 0) - (emotion.score < 0) == side
