"""A map lists the pages that refer to it."""

from __future__ import annotations

from mkdocs_journey.render.map.journey_map import render_map
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

MAP = """
    # Buying

    ```journey
    title: Buying
    phases:
      - name: Need
        steps:
          - name: It gets cold
            content: size.md
          - name: Looks
      - Buy
    ```
"""


def drawn(pages, map_=MAP):
    site = compiled({"map.md": map_, "size.md": "# Size", **pages})
    entry = site.atlas.journeys["buying"]
    return parse(render_map(entry, surroundings(site), ENVIRONMENT).html)


def help_of(body, anchor):
    """The items of help in the column with this anchor."""
    place = body.find(id=anchor).find_parent("section")
    return [
        text_of(item) for item in place.select(":scope > dl > dd li:not(li li)") or place.select(":scope > dl > dd")
    ]


def test_a_step_names_the_pages_that_mention_it_beside_its_own_help():
    body = drawn({"size.md": "[x](journey:buying#it-gets-cold)", "team.md": "[x](journey:buying#it-gets-cold)"})
    assert help_of(body, "journey-buying--need--it-gets-cold") == ["size.md", "Mentioned in: /team.md"]


def test_a_map_without_help_of_its_own_names_them_as_well():
    body = drawn({"a.md": "[x](journey:buying#looks) [y](journey:buying#buy)"})
    assert help_of(body, "journey-buying--need--looks") == ["Mentioned in: /a.md"]
    assert help_of(body, "journey-buying--buy") == ["Mentioned in: /a.md"]


def test_more_than_four_pages_are_folded_behind_three():
    body = drawn({f"{name}.md": "[x](journey:buying#looks)" for name in "abcde"})
    assert help_of(body, "journey-buying--need--looks") == [
        "Mentioned in: /a.md , /b.md , /c.md",
        "More pages: 2 /d.md /e.md",
    ]
    assert text_of(body.select_one("details summary")) == "More pages: 2"


def test_a_hidden_lane_of_help_stays_hidden():
    body = drawn(
        {"a.md": "[x](journey:buying#looks)"},
        MAP.replace("title: Buying", "title: Buying\n    lanes: {content: hidden}"),
    )
    assert "Mentioned" not in text_of(body)


def test_pages_that_refer_to_the_whole_journey_are_listed_about_the_map():
    body = drawn({"a.md": "[x](journey:buying)", "b.md": "[x](map.md#journey-buying)"})
    facts = body.select_one(".journey-about dl")
    assert text_of(facts) == "Mentioned in /a.md · /b.md"
