"""Every phase and step is a search result of its own that leads to its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.hosts.mkdocs.search import DrawnBlock, lean_page
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
    assert [(place, title) for place, (title, _) in found.items() if place.startswith("map/")] == [
        ("map/", "Jackets"),
        ("map/#journey-jacket", "Buying a jacket"),
        ("map/#journey-jacket--need", "Need"),
        ("map/#journey-jacket--need--it-gets-cold", "It gets cold"),
    ]
    words = found["map/#journey-jacket--need--it-gets-cold"][1]
    assert "chilly" in words
    assert "Looks &amp; &lt;b&gt;touches&lt;/b&gt;" in words
    assert "<b>touches" not in words


JOURNEY_LAST = "[search, {journey: {pages: false}}]"


def words_of(folder: Path, plugins: str) -> dict[str, list[str]]:
    """Every entry of the index as a list of words."""
    after = "\n## After\n\nThe end.\n"
    pages = {
        "map.md": "# Jackets\n\nBefore.\n\n" + MAP + "\nBetween.\n" + after,
        "mia.md": "```persona\nname: Mia\ngoals: Warm\n```\n\nMore.\n",
    }
    site = build_pages(folder, pages, f"{{site_name: T, theme: {{name: material, font: false}}, plugins: {plugins}}}")
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    return {
        entry["location"]: BeautifulSoup(f"{entry['title']} {entry['text']}", "html5lib").get_text(" ").split()
        for entry in index["docs"]
    }


def test_search_finds_the_same_words_in_a_lean_page_as_in_the_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lean = words_of(tmp_path / "lean", JOURNEY_LAST)
    assert lean == words_of(tmp_path / "other-order", "[{journey: {pages: false}}, search]")
    monkeypatch.setattr("mkdocs_journey.hosts.mkdocs.plugin.lean_page", lambda content, stretches: content)
    assert lean == words_of(tmp_path / "whole", JOURNEY_LAST)
    assert "Between." in lean["map/"]


def test_what_a_view_shows_is_found_on_its_map_only(tmp_path: Path) -> None:
    view = "```journeys\nview: atlas\ntitle: All maps\n```\n"
    site = build_pages(tmp_path, {"index.md": "# Home\n\nWelcome.\n\n" + view + "\nGoodbye.\n", "map.md": MAP})
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"]: (entry["title"], entry["text"]) for entry in index["docs"]}
    assert found[""] == ("Home", "<p>Welcome.</p> <p>Goodbye.</p>")
    assert [place for place, words in found.items() if "It gets cold" in " ".join(words)] == [
        "map/#journey-jacket--need--it-gets-cold"
    ]


def test_a_page_that_another_plugin_has_changed_is_read_as_it_is() -> None:
    html = "<section class='journey-ui'><p>Words</p></section>"
    assert lean_page(f"<p>a</p>{html}<p>b</p>", [DrawnBlock.of(html)]) == "<p>a</p><section> Words </section><p>b</p>"
    changed = "<p>a</p>" + html.replace("Words", "Other words") + "<p>b</p>"
    assert lean_page(changed, [DrawnBlock.of(html)]) == changed
