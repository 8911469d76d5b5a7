"""A list in one line is told with the lines of a list, which say the same things one by one."""

from __future__ import annotations

import pytest

from mkdocs_journey.corrections import corrected
from tests.compiling import compile_pages, journey, report

ROWS = [
    # fields of a phase as typed, what it holds after the lines are pasted
    ("touchpoints: E-mail, DocuSign, phone", "touchpoints", ["E-mail", "DocuSign", "phone"]),
    ("steps: Signs, Waits", "steps", ["Signs", "Waits"]),
    ("systems:\n      - CRM; ERP", "systems", ["CRM", "ERP"]),
    ("actors: Nurse, doctor and porter", "actors", ["Nurse", "doctor", "porter"]),
    ("touchpoints: Portal, \\#help, Phone", "touchpoints", ["Portal, \\#help, Phone"]),
    ("channel: Mail | Chat", "channel", ["Mail", "Chat"]),
]


@pytest.mark.parametrize(("typed", "lane", "things"), ROWS)
def test_the_lines_make_a_list(typed: str, lane: str, things: list[str]) -> None:
    page = journey(f"title: T\nphases:\n  - name: A\n    {typed}\n")
    site = compile_pages({"map.md": page})
    mended = corrected(page, [finding.mend for finding in site.findings])
    after = compile_pages({"map.md": mended})
    assert report(after) == []
    (entry,) = after.atlas.journeys.values()
    items = getattr(entry.journey.phases[0], lane)
    assert [getattr(item, "name", None) or item.text for item in items] == things
