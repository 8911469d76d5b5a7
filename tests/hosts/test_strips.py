"""A page of help tells where in which journey it comes up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.building import BuiltSite, build_pages
from tests.compiling import journey

MAP = "# Buying\n\n" + journey("""
    title: Buying takes too long
    id: buying
    insights: Read [the report](../report.md)
    phases:
      - name: Need
        steps:
          - name: It gets cold
            emotion: -1 chilly
            content: ../faq/size.md
          - name: Looks for a jacket
            emotion: +1 hopeful
            content: ../faq/size.md
      - name: Buy
        steps:
          - name: Asks for the size
            emotion: -2 lost
            content: ../faq/size.md
          - name: Pays
            content: ../faq/size.md
""")
PAGES = {
    "index.md": "# Home\n\n[Buying](journey:buying)\n",
    "maps/buying.md": MAP,
    "faq/size.md": "# Which size?\n\nThis one.\n",
    "report.md": "# Report\n",
}
OPTION = """
    site_name: Test
    theme: {{name: material, font: false}}
    plugins: [search, journey: {{strip: {strip}, check: {{ignore: [JN3]}}}}]
"""


def lines(element: Tag | BeautifulSoup | None, selector: str) -> list[str]:
    """The words of what a selector finds."""
    return [" ".join(found.get_text(" ").split()) for found in element.select(selector)] if element else []


def below_title(site: BuiltSite, page: str) -> list[str]:
    """What stands on a page after its title: ``aside``, ``p``."""
    return [element.name for element in site.page(page).select("article > *:not(h1)")]


def test_the_strip_names_the_places_the_most_painful_first_and_folds_the_fourth(tmp_path: Path) -> None:
    site = build_pages(tmp_path, PAGES, strict=True)
    strip = site.page("faq/size").select_one("article > h1 + aside.journey-strip")
    assert lines(strip, ".journey-strip > ul > li") == [
        "Buying › Asks for the size −2 lost",
        "Buying › It gets cold −1 chilly",
        "Buying › Looks for a jacket +1 hopeful",
    ]
    assert lines(strip, "details summary, details li") == ["More places: 1", "Buying › Pays"]
    assert next(a["href"] for a in strip.select("li a")) == "../../maps/buying/#journey-buying--buy--asks-for-the-size"
    assert strip["aria-label"] == "In the customer journey"


def test_the_curve_has_its_dot_at_the_step(tmp_path: Path) -> None:
    site = build_pages(tmp_path, PAGES, strict=True)
    curves = [curve.get("style", "") for curve in site.page("faq/size").select(".journey-strip .journey-spark")]
    dots = [tuple(part for part in style.split(";") if part[:4] in ("--x:", "--y:")) for style in curves]
    assert dots == [("--x:62.5", "--y:100"), ("--x:12.5", "--y:75"), ("--x:37.5", "--y:25"), ()]


def test_a_page_that_the_map_as_a_whole_names_has_a_simpler_line(tmp_path: Path) -> None:
    site = build_pages(tmp_path, PAGES, strict=True)
    strip = site.page("report").select_one(".journey-strip")
    assert lines(strip, "li") == ["Buying"]
    assert strip.select(".journey-spark, .journey-feel, details") == []


def test_no_strip_on_a_page_that_only_links_to_the_whole_journey_or_shows_a_block(tmp_path: Path) -> None:
    persona = "[x](journey:buying#pay)\n\n```persona\nname: Mia\n```\n"
    map_ = MAP.replace("chilly", "chilly\n        actors: '[Mia](persona:mia)'").replace(
        "name: Pays", "name: Pays\n        id: pay"
    )
    site = build_pages(
        tmp_path, {**PAGES, "maps/buying.md": map_, "people.md": persona + "```persona\nname: Tom\n```\n"}
    )
    shown = [page for page in ("", "maps/buying", "people", "personas/mia") if site.page(page).select(".journey-strip")]
    assert shown == []


@pytest.mark.parametrize(
    ("strip", "front_matter", "expected"),
    [
        ("above", "", ["aside", "p"]),
        ("below", "", ["p", "aside"]),
        ("off", "", ["p"]),
        ("off", "journey: {strip: above}", ["aside", "p"]),
        ("above", "journey: {strip: off}", ["p"]),
        ("above", "journey:\n  strip: below", ["p", "aside"]),
    ],
)  # fmt: skip
def test_its_place_is_an_option_of_the_site_and_of_the_page(
    tmp_path: Path, strip: str, front_matter: str, expected: list[str]
) -> None:
    page = f"---\n{front_matter}\n---\n# Size\n\nThis one.\n" if front_matter else PAGES["faq/size.md"]
    site = build_pages(tmp_path, {**PAGES, "faq/size.md": page}, OPTION.format(strip=strip), strict=True)
    assert below_title(site, "faq/size") == expected


def test_a_place_that_cannot_be_meant_is_told_and_the_option_of_the_site_holds(tmp_path: Path) -> None:
    page = "---\njourney: {strip: left}\n---\n# Size\n\nThis one.\n"
    site = build_pages(tmp_path, {**PAGES, "faq/size.md": page})
    assert site.log == ("WARNING faq/size.md:2:18 JN053 “left” is no place for a strip. strip is above, below or off.",)
    assert below_title(site, "faq/size") == ["aside", "p"]


def test_a_page_without_a_heading_has_its_strip_first(tmp_path: Path) -> None:
    site = build_pages(tmp_path, {**PAGES, "faq/size.md": "This one.\n"}, strict=True)
    assert [element.name for element in site.page("faq/size").select("article > *")] == ["h1", "aside", "p"]


def test_search_reads_neither_strip_nor_cards(tmp_path: Path) -> None:
    page = "# Which size?\n\nAs [here](journey:buying#asks-for-the-size).\n"
    site = build_pages(tmp_path, {**PAGES, "faq/size.md": page}, strict=True)
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    assert [(entry["title"], entry["text"]) for entry in index if entry["location"].startswith("faq")] == [
        ("Which size?", "<p>As here.</p>")
    ]
