"""Two mistakes in one line: what is offered for one of them does not bring the other one back."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages

OFFERED = {
    "persona\nname: Ana\nRolle: Einkäufer: B2B": {
        "JN103": ["role: 'Einkäufer: B2B'"], "JN006": ["Rolle: 'Einkäufer: B2B'"],
    },
    "persona\n名前：田中花子\n役割：購買": {
        "JN103": ["name: 田中花子", "role: 購買"], "JN015": ["名前: 田中花子\n役割: 購買"],
    },
    "journey\ntitle: T\nphases:\n  - name: A\n    gefühl: zufrieden: sehr": {
        "JN103": ["    emotion: 'zufrieden: sehr'"], "JN006": ["    gefühl: 'zufrieden: sehr'"],
        "JN126": ["    gefühl: '+1 zufrieden: sehr'", "    gefühl: '0 zufrieden: sehr'", "    gefühl: '-1 zufrieden: sehr'"],
    },
    "journey\ntitle: T\nphases:\n\t- name: A\n\t\tgefühl: -1": {
        "JN014": ["  - name: A\n    gefühl: -1"],
    },
    # what is wrong with emotions stays wrong, and moves no step out of its phase
    "journey\ntitle: T\nphases:\n\t- name: A\n\t\temotion: -1\n\t\tsteps:\n\t\t\t- name: B\n\t\t\t  emotion: +1": {
        "JN014": ["  - name: A\n    emotion: -1\n    steps:\n      - name: B\n        emotion: +1"],
    },
}  # fmt: skip
"""Blocks, with the lines that are offered, by the code of what is wrong."""


@pytest.mark.parametrize("typed", OFFERED)
def test_what_is_offered_for_a_line_has_all_that_is_wrong_with_it_mended(typed: str) -> None:
    findings = compile_pages({"map.md": f"```{typed}\n```\n"}, language="de").findings
    offered: dict[str, list[str]] = {}
    for one in findings:
        for mend in one.mend.choices or (one.mend,):
            if mend.lines:
                offered.setdefault(one.code.id, []).append("\n".join(mend.lines))
    assert offered == OFFERED[typed]
