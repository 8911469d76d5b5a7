"""Fields of phases and steps that nobody knows come with the lines that make lanes of them."""

from __future__ import annotations

from mkdocs_journey.corrections import corrected
from tests.compiling import compile_pages, journey

MAP = journey("""
    title: Diagnosis
    phases:
      - name: Symptoms
        loops to: Symptoms
        steps:
          - name: Wait
            Pro_tip: Write it down
            next: [Ask, Look]
    """)


def offered(page: str) -> list[tuple[int, tuple[str, ...], bool]]:
    """Of each error: the line before which lines are to be put, the lines, and whether --fix does it."""
    found = [one for one in compile_pages({"map.md": page}).findings if one.code.id == "JN101"]
    return [(one.mend.first, one.mend.lines, one.mend.certain) for one in found]


def test_the_first_of_them_has_the_lines_for_all() -> None:
    assert offered(MAP) == [
        (3, ("lanes:", "  loops_to: Loops to", "  pro_tip: Pro tip", "  next: Next"), False),
        (0, (), False),
        (0, (), False),
    ]


def test_with_the_lines_the_map_shows_every_word_of_them() -> None:
    (mend,) = (one.mend for one in compile_pages({"map.md": MAP}).findings if one.mend.lines)
    site = compile_pages({"map.md": corrected(MAP, [mend])})
    assert [str(one) for one in site.findings if one.code.id < "JN3"] == []
    phase = site.atlas.journeys["diagnosis"].journey.phases[0]
    texts = {name: [one.text for one in items] for part in (phase, *phase.steps) for name, items in part.custom.items()}
    assert texts == {"loops_to": ["Symptoms"], "pro_tip": ["Write it down"], "next": ["Ask", "Look"]}


def test_lanes_that_a_map_has_already_get_those_beside_them() -> None:
    assert offered(MAP.replace("phases:", "lanes: {device: Device}\nphases:", 1)) == [
        (3, ("lanes: {device: Device, loops_to: Loops to, pro_tip: Pro tip, next: Next}",), False),
        (0, (), False),
        (0, (), False),
    ]
    below = ("  loops_to: Loops to", "  pro_tip: Pro tip", "  next: Next")
    assert offered(MAP.replace("phases:", "lanes:\n  device: Device\nphases:", 1))[0] == (5, below, False)
    in_order = ("lanes:", "  emotion:", "  pains:", "  loops_to: Loops to", "  pro_tip: Pro tip", "  next: Next")
    assert offered(MAP.replace("phases:", "lanes: [emotion, pains]\nphases:", 1))[0] == (3, in_order, False)


def test_what_may_be_a_name_is_offered_as_no_lane() -> None:
    page = journey("title: T\nphases:\n  - name: A\n    steps:\n      - Look:\n          - Sees it\n")
    assert [lines for _, lines, _ in offered(page)] == [()]


def test_what_has_fields_of_its_own_is_no_lane() -> None:
    page = journey("title: T\nphases:\n  - name: A\n    rival: {who: them}\n")
    assert [lines for _, lines, _ in offered(page)] == [("    definition: 'Rival: who: them'",)]
