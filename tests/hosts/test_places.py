"""Fences are drawn in any place where Markdown has a block, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.hosts.markdown.extension import JourneyExtension
from mkdocs_journey.hosts.markdown.standalone import StandalonePage
from mkdocs_journey.render.html.rendered import Rendered
from mkdocs_journey.source.fences import Fence, split_lines
from mkdocs_journey.source.front_matter import front_matter_length

PLACES = Path(__file__).parent.parent / "source" / "places.md"
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.details",
    "pymdownx.tabbed", "pymdownx.superfences", "pymdownx.blocks.admonition",
]  # fmt: skip
OPTIONS = {"pymdownx.tabbed": {"alternate_style": True}}


def convert(text: str, extensions: list[str]) -> BeautifulSoup:
    md = markdown.Markdown(
        extensions=extensions, extension_configs={k: v for k, v in OPTIONS.items() if k in extensions}
    )
    return BeautifulSoup(md.convert(text), "html5lib")


def test_scanner_and_renderer_agree_on_a_page_with_every_place() -> None:
    text = PLACES.read_text("utf-8")
    site = compile_site(SiteContent([Page("places.md", text)]))
    scanned = [block.fence.text for block in site.blocks["places.md"]]
    drawn: list[str] = []

    class Recording(StandalonePage):
        def render(self, fence: Fence, level: int) -> Rendered:
            drawn.append(fence.block.text)
            return Rendered(f"<b class='drawn'>{len(drawn) - 1}</b>")

    lines = split_lines(text)
    body = "\n".join(lines[front_matter_length(lines) :])
    page = BeautifulSoup(
        markdown.markdown(
            body, extensions=[*EXTENSIONS, JourneyExtension(host=Recording())], extension_configs=OPTIONS
        ),
        "html5lib",
    )
    # Footnotes are drawn where the page ends.
    assert sorted(drawn[int(mark.get_text())] for mark in page.select(".drawn")) == sorted(scanned)


@pytest.mark.parametrize("extensions", [
    ["mkdocs_journey"],
    ["fenced_code", "mkdocs_journey"],
    ["mkdocs_journey", "pymdownx.superfences"],
    ["pymdownx.extra", "mkdocs_journey"],
    ["codehilite", "extra", "mkdocs_journey"],
    ["pymdownx.highlight", "pymdownx.superfences", "mkdocs_journey"],
])  # fmt: skip
def test_a_map_is_drawn_whatever_draws_code(extensions: list[str]) -> None:
    page = convert("```journey\ntitle: Map\nphases: [Need]\n```\n\n```python\nprint(1)\n```\n", extensions)
    assert [title.get_text() for title in page.select(".journey__title")] == ["Map"]
    assert "print" in page.select_one("code, pre").get_text()


def test_text_around_a_block_in_one_paragraph_stays() -> None:
    page = convert("before\n```journey\ntitle: Map\nphases: [Need]\n```\nafter\n", ["mkdocs_journey"])
    assert [element.name for element in page.body.find_all(recursive=False)] == ["p", "section", "p"]
    assert [p.get_text().strip() for p in page.body.find_all("p", recursive=False)] == ["before", "after"]


def test_maps_and_phases_stand_in_the_table_of_contents() -> None:
    md = markdown.Markdown(extensions=["toc", "mkdocs_journey"])
    md.convert(
        "# Page\n\n```journey\ntitle: 'A & <b>B</b> {: #x }'\nphases:\n  - name: Need\n    steps: [Look, Buy]\n```\n\n## After\n"
    )

    def outline(tokens: list[dict]) -> list:
        return [(token["name"], token["id"], outline(token["children"])) for token in tokens]

    assert outline(md.toc_tokens) == [
        ("Page", "page", [
            ("A &amp; &lt;b&gt;B&lt;/b&gt; {: #x }", "journey-a-b-b-b-x", [("Need", "journey-a-b-b-b-x--need", [])]),
            ("After", "after", []),
        ]),
    ]  # fmt: skip


def test_a_map_below_a_heading_counts_on_from_it() -> None:
    page = convert(
        "# Page\n\n## Maps\n\n```journey\ntitle: Map\nphases:\n  - name: Need\n    steps: [Look]\n```\n",
        ["mkdocs_journey"],
    )
    assert [(h.name, h.get_text()) for h in page.select("h1, h2, h3, h4, h5, h6")] == [
        ("h1", "Page"), ("h2", "Maps"), ("h3", "Map"), ("h4", "Need"), ("h5", "Look"),
    ]  # fmt: skip
