"""Links to ids of yesterday still arrive."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.building import BuiltSite, build_pages
from tests.compiling import compile_pages, journey, report

MAP = (
    journey("""
    title: Buying
    aliases: [shopping, old_title]
    persona: Mia
    phases:
      - name: Need
        aliases: [want]
        steps:
          - name: Search
            aliases: [look, buy]
      - name: Buy
        pains: {text: Slow, id: slow}
""")
    + "\n```persona\nname: Mia\naliases: [maria]\n```\n"
)
CONFIGURATION = """
    site_name: Test
    theme: {name: material, font: false}
    plugins: [search, journey: {check: {ignore: [JN3]}}]
    validation: {links: {anchors: warn}}
"""
LINKS = """
    # Home

    [a](map.md#journey-shopping) [b](map.md#journey-shopping--want) [c](map.md#journey-buying--want--look)
    [d](map.md#journey-shopping--need--search) [e](journey:shopping#want) [f](personas/mia.md#persona-maria)
"""


def built(folder: Path) -> BuiltSite:
    return build_pages(folder, {"index.md": LINKS, "map.md": MAP}, CONFIGURATION, strict=True)


def test_every_combination_of_earlier_ids_is_an_anchor_beside_the_one_of_today(tmp_path: Path) -> None:
    page = built(tmp_path).page("map")
    found = {
        heading["id"]: [target["id"] for target in heading.select("span[id]")]
        for heading in page.select(".journey [id^=journey-]:is(h1, h2, h3, h4)")
    }
    assert found == {
        "journey-buying": ["journey-shopping"],
        "journey-buying--need": ["journey-buying--want", "journey-shopping--need", "journey-shopping--want"],
        "journey-buying--need--search": [
            "journey-buying--need--look",
            "journey-buying--need--buy",
            "journey-buying--want--search",
            "journey-buying--want--look",
            "journey-buying--want--buy",
            "journey-shopping--need--search",
            "journey-shopping--need--look",
            "journey-shopping--need--buy",
            "journey-shopping--want--search",
            "journey-shopping--want--look",
            "journey-shopping--want--buy",
        ],
        "journey-buying--buy": ["journey-shopping--buy"],
    }


def test_they_are_no_words_are_in_no_table_of_contents_and_stand_in_the_page_once(tmp_path: Path) -> None:
    site = built(tmp_path)
    page = site.page("map")
    assert "".join(target.get_text() for target in page.select(".journey :is(h1, h2, h3, h4) > span[id]")) == ""
    assert [name for name, number in Counter(tag["id"] for tag in page.select("[id]")).items() if number > 1] == []
    text = str(page.select(".md-sidebar")) + (site.folder / "search" / "search_index.json").read_text("utf-8")
    assert "shopping" not in text


def test_a_persona_keeps_its_earlier_anchor(tmp_path: Path) -> None:
    title = built(tmp_path).page("personas/mia").find(id="persona-mia")
    assert [target["id"] for target in title.select("span")] == ["persona-maria"]


def test_the_check_knows_earlier_anchors() -> None:
    linking = journey("title: Other\nphases:\n  - name: Go\n    content: map.md#journey-shopping--want")
    lost = journey("title: Lost\nphases:\n  - name: Go\n    content: map.md#journey-shopping--wish")
    site = compile_pages({"map.md": MAP, "other.md": linking, "lost.md": lost})
    assert [line.split(" Did")[0] for line in report(site)] == [
        "lost.md:5:14 JN209 The page map.md has no section “journey-shopping--wish”."
    ]
