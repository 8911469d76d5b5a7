"""Which pages have to do with which place of a journey."""

from __future__ import annotations

from mkdocs_journey.compile import Site
from mkdocs_journey.relations import Relation
from tests.compiling import compile_pages, report

MAP = """\
# Buying

```journey
title: Buying
aliases: [shopping]
phases:
  - name: Need
    emotion: -1 chilly
  - name: Search
    aliases: [look-around]
    steps:
      - name: Compare
        aliases: [weigh-up]
        emotion: 0
        pains: {text: Too many jackets, id: choice}
```
"""


def related(site: Site) -> list[tuple[object, ...]]:
    assert report(site) == []
    return [(one.page, one.journey, one.column, one.kind) for one in site.relations]


def test_a_page_that_a_cell_names_is_related_to_that_place_once():
    site = compile_pages({
        "buy.md": """
            ```journey
            title: Buying
            insights: Read [the report](report.md)
            phases:
              - name: Need
                content: [sizes.md, "[Sizes](sizes.md#table)"]
                steps:
                  - name: Search
                    touchpoints: {name: Shop, page: shop.md}
                    actions: Reads [the shop page](shop.md) and [a foreign one](https://example.org/a.md)
                    content: [sizes.md, leaflet.pdf, https://example.org/, buy.md]
            ```
        """,
        "leaflet.pdf": "", "report.md": "# Report\n", "shop.md": "# Shop\n", "sizes.md": "# Sizes\n## Table\n",
    })  # fmt: skip
    assert related(site) == [
        ("report.md", "buying", None, "link"),
        ("shop.md", "buying", (0, 0), "content"),
        ("shop.md", "buying", (0, 0), "link"),
        ("sizes.md", "buying", (0, None), "content"),
        ("sizes.md", "buying", (0, 0), "content"),
    ]


def test_a_page_that_links_to_a_place_mentions_it():
    site = compile_pages({
        "buy.md": MAP,
        "faq/a.md": "[Buying](journey:buying), [](journey:buying#need), [](journey:buying#compare)\n",
        "faq/b.md": "[b](journey:buying#choice) `[c](journey:buying#need)` and [Nina](persona:nina)\n",
        "people.md": "```persona\nname: Nina\ntier: anti\nquote: I [compare](journey:buying#compare)\n```\n",
    })  # fmt: skip
    assert related(site) == [
        ("faq/a.md", "buying", None, "mention"),
        ("faq/a.md", "buying", (0, None), "mention"),
        ("faq/a.md", "buying", (1, 0), "mention"),
        ("faq/b.md", "buying", (1, 0), "mention"),
        ("people.md", "buying", (1, 0), "mention"),
    ]


def test_an_ordinary_link_to_page_and_anchor_is_a_mention_as_well():
    site = compile_pages({
        "maps/buy.md": MAP,
        "faq/a.md": """
            [a](../maps/buy.md#journey-buying--need) `[b](../maps/buy.md#journey-buying)`
            [c](../maps/buy.md#journey-buying--search--compare "C") [d][d] [e](../maps/other.md#journey-buying)

            ```
            [f](../maps/buy.md#journey-buying)
            ```

            [d]: ../maps/buy.md#journey-buying--search
        """,
        "faq/b.md": '<a href="../maps/buy.md#journey-buying--choice">x</a> [y](https://x.org/#journey-buying)\n',
    })  # fmt: skip
    assert related(site) == [
        ("faq/a.md", "buying", (0, None), "mention"),
        ("faq/a.md", "buying", (1, None), "mention"),
        ("faq/a.md", "buying", (1, 0), "mention"),
        ("faq/b.md", "buying", (1, 0), "mention"),
    ]


def test_earlier_ids_lead_to_the_place_that_has_them_as_aliases():
    site = compile_pages({
        "buy.md": MAP,
        "a.md": "[x](journey:shopping#look-around)\n",
        "b.md": "[x](buy.md#journey-shopping--look-around--weigh-up)\n",
        "c.md": "[x](buy.md#journey-shopping)\n",
    })  # fmt: skip
    assert related(site) == [
        ("a.md", "buying", (1, None), "mention"),
        ("b.md", "buying", (1, 0), "mention"),
        ("c.md", "buying", None, "mention"),
    ]


def test_maps_that_link_to_each_other_are_related_but_no_map_to_its_own_page():
    site = compile_pages({
        "buy.md": MAP.replace("chilly", "chilly\n    why: It is [cold](journey:winter#frost)") + "[](journey:buying)\n",
        "winter.md": "```journey\ntitle: Winter\nphases:\n  - Frost\n```\n[back](#journey-winter)\n",
    })  # fmt: skip
    assert related(site) == [
        ("buy.md", "winter", (0, None), "mention"),
        ("winter.md", "buying", (0, None), "link"),
    ]


def test_relations_are_found_by_page_and_by_place():
    site = compile_pages({"buy.md": MAP, "a.md": "[](journey:buying#need)\n", "b.md": "[](journey:buying#need)\n"})
    need = (0, None)
    first, second = Relation("a.md", "buying", need, "mention"), Relation("b.md", "buying", need, "mention")
    assert site.relations.of_page("b.md") == (second,)
    assert site.relations.of_place("buying", need) == (first, second)
    assert site.relations.of_place("buying", None) == site.relations.of_page("buy.md") == ()


def test_the_title_of_every_page_is_known_in_the_order_of_pages():
    site = compile_pages({"z.md": "# Zebra\n", "buy.md": MAP, "a.md": "text\n"})
    assert list(site.page_titles.items()) == [("z.md", "Zebra"), ("buy.md", "Buying"), ("a.md", "")]
