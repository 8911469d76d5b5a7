"""Every phase and step is a search result of its own that leads to its place."""

from __future__ import annotations

import json
from pathlib import Path

from tests.building import build_pages
from tests.compiling import journey

MAP = journey("""
    id: jacket
    title: Buying a jacket
    phases:
      - name: Need
        definition: From the first frost
        steps:
          - name: It gets cold
            emotion: -1 chilly
            actions: Looks & <b>touches</b>
""")


def test_a_step_is_found_by_its_words_and_leads_to_its_place(tmp_path: Path) -> None:
    site = build_pages(tmp_path, {"map.md": "# Jackets\n\n" + MAP}, strict=True)
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"]: (entry["title"], entry["text"]) for entry in index["docs"]}
    assert [(place, title) for place, (title, _) in found.items()] == [
        ("map/", "Jackets"),
        ("map/#journey-jacket", "Buying a jacket"),
        ("map/#journey-jacket--need", "Need"),
        ("map/#journey-jacket--need--it-gets-cold", "It gets cold"),
    ]
    words = found["map/#journey-jacket--need--it-gets-cold"][1]
    assert "chilly" in words
    assert "Looks &amp; &lt;b&gt;touches&lt;/b&gt;" in words
    assert "<b>touches" not in words
