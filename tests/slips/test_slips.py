"""What people's hands do to a map is mended as it was meant, or told; a mend never makes another map of it."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.slips.maps import MAPS
from tests.slips.oracle import Outcome, judge
from tests.slips.slips import typed


@pytest.fixture(scope="module")
def outcomes() -> Counter[tuple[str, Outcome]]:
    """How often each slip came out how."""
    return Counter(
        (slip, judge("\n".join(lines) + "\n", meant).outcome)
        for meant in MAPS.values()
        for slip, _, lines in typed(tuple(meant.splitlines()))
    )


def test_most_slips_are_mended_as_they_were_meant(outcomes: Counter[tuple[str, Outcome]]) -> None:
    by_outcome = Counter[Outcome]()
    for (_, outcome), number in outcomes.items():
        by_outcome[outcome] += number
    right = by_outcome[Outcome.SAME] + by_outcome[Outcome.MENDED]
    print(f"{right} of {by_outcome.total()} slips: {right / by_outcome.total():.1%}")
    assert right / by_outcome.total() >= 0.95


def test_no_mend_makes_another_map(outcomes: Counter[tuple[str, Outcome]]) -> None:
    wrong = {key: number for key, number in outcomes.items() if key[1] in (Outcome.DIFFERENT, Outcome.SILENT)}
    assert {slip: (outcome, number) for (slip, outcome), number in wrong.items()} == {}


def test_what_is_written_twice_is_told_and_left_to_its_author(outcomes: Counter[tuple[str, Outcome]]) -> None:
    assert {outcome for (slip, outcome) in outcomes if slip == "written twice"} == {Outcome.TOLD}
