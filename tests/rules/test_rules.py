"""Every rule fires where it should, at the exact place, and nowhere else."""

from __future__ import annotations

import pytest

from mkdocs_journey.findings import LifeCycle
from mkdocs_journey.rules.table import CODES
from tests.rules.cases import Case, read_cases

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code} {case.name}" for case in CASES])
def test_a_rule_says_what_the_table_has(case: Case) -> None:
    assert case.found() == case.says


def test_every_rule_has_a_clean_case_and_a_firing_case() -> None:
    rules = [id_ for id_, code in CODES.items() if code.life is not LifeCycle.REMOVED]
    clean = {case.code for case in CASES if not case.says}
    firing = {case.code for case in CASES if case.says}
    assert [id_ for id_ in rules if id_ not in clean] == []
    assert [id_ for id_ in rules if id_ not in firing] == []
