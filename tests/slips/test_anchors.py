"""Anchors, aliases and tags of YAML: one finding for one cause, and never a line that makes a text of them."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages

CASES = [
    ("phases:\n  - &a\n    name: One", [("JN033", 3, ("  -",))]),
    ("phases: &a\n  - name: One", [("JN033", 2, ("phases:",))]),
    ("phases:\n  - name: One\n    pains: &a\n      - text: Slow\n      - Dear", [("JN033", 4, ("    pains:",))]),
    ("phases:\n  - !x\n    name: One", [("JN034", 3, ("  -",))]),
    ("phases: !!seq\n  - name: One", [("JN034", 2, ("phases:",))]),
    ("phases:\n  - name: &a One\n    actions: *a", [("JN033", 3, ()), ("JN033", 4, ())]),
    ("phases:\n  - name: &a One\n    pains: [*a, *a]\n    gains: [*a]\n    needs: *a", [("JN033", 3, ())]),
    ("phases:\n  - name: One\n    <<: *a", [("JN035", 4, ())]),
    ("phases:\n  - name: One\n    pains:\n      - &a\n      - R&D", [("JN001", 5, ("      - '&a'",))]),
]


@pytest.mark.parametrize(("lines", "told"), CASES)
def test_one_finding_for_one_cause(lines: str, told: list[tuple[str, int, tuple[str, ...]]]) -> None:
    found = compile_pages({"map.md": f"```journey\n{lines}\ntitle: T\n```\n"}).findings
    assert [(one.code.id, one.span.line, one.mend.lines) for one in found] == told


def test_many_are_told_once_with_their_number() -> None:
    lines = ["a: &a [x]", *(f"b{n}: &b{n} [*a, *a]" for n in range(9))]
    page = "```journey\ntitle: T\nphases: [One]\nlanes: {}\n" + "\n".join(lines) + "\n```\n"
    found = [str(one) for one in compile_pages({"map.md": page}).findings if one.code.id == "JN033"]
    assert found == [
        "map.md:5:4 JN033 &a gives a name to a part of the block, which is not supported. So it is on 9 more lines. "
        "Delete it, or put the text in quotes."
    ]
