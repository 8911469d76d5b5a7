"""What changed is said in one plain sentence, with its grade, for each pair of versions."""

from __future__ import annotations

import pytest

from mkdocs_journey.diff import compare_sites
from tests.diff.pairs import Pair, read_pairs, sound

PAIRS = read_pairs()


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_a_pair_is_told_as_the_table_has_it(pair: Pair) -> None:
    assert pair.found() == pair.says


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_nothing_has_changed_between_a_version_and_itself(pair: Pair) -> None:
    for pages in (pair.before, pair.after):
        assert compare_sites(sound(pages), sound(pages)) == ()


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_what_was_added_is_removed_when_the_versions_are_swapped(pair: Pair) -> None:
    there = compare_sites(sound(pair.before), sound(pair.after))
    back = compare_sites(sound(pair.after), sound(pair.before))
    swapped = {"added": "removed", "removed": "added"}

    def facts(changes: object, *, swap: bool = False) -> list[tuple[str, ...]]:
        return sorted(
            (swapped.get(c.kind, c.kind) if swap else str(c.kind), c.thing, c.field, *sorted((c.before, c.after)))
            for c in changes
            if c.kind != "reordered"
        )

    assert facts(back) == facts(there, swap=True)


def test_there_are_a_hundred_pairs_and_each_has_a_name_of_its_own() -> None:
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 100
