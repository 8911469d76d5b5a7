"""What an author declares under lanes wins over what a name means elsewhere."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages, journey

ROWS = [
    # what is declared, fields of a phase, and what the map has of its own
    ("{scope: In scope?}", "steps: [{name: S, scope: no}]", ["scope"]),
    ("{scope: In scope?}", "scope: From the order", []),
    ("{ideas: Ideas}", "ideas: A\n    opportunities: B", ["ideas"]),
    ("{ideas: Ideas, opportunities: Chances}", "ideas: A", ["ideas"]),
    ("{ideas: Ideas}", "ideas: A", []),
    ("{period: Time of day}", "steps: [{name: S, period: Morning}]", ["period"]),
    ("{pains: Frust}", "pains: A", []),
    ("{title: Headline}", "title: A", ["title"]),
]


@pytest.mark.parametrize(("lanes", "fields", "own"), ROWS)
def test_a_declared_lane_is_one(lanes: str, fields: str, own: list[str]) -> None:
    site = compile_pages({"map.md": journey(f"title: T\nlanes: {lanes}\nphases:\n  - name: A\n    {fields}\n")})
    assert [str(finding) for finding in site.findings if finding.code.id != "JN103"] == []
    (entry,) = site.atlas.journeys.values()
    phase = entry.journey.phases[0]
    assert sorted({*phase.custom, *(name for step in phase.steps for name in step.custom)}) == own
