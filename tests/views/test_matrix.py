"""The matrix as a picture: each dot a link with a name, none hidden behind another."""

from __future__ import annotations

from collections import Counter

from mkdocs_journey.render.views import render_view
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of


def picture(opportunities: list[str]):
    """The field of a matrix of opportunities that are given as YAML mappings."""
    lines = "\n".join(f"      - {one}" for one in opportunities)
    journey = f"```journey\ntitle: Map\nphases:\n  - name: Need\n    pains: Slow\n    opportunities:\n{lines}\n```\n"
    site = compiled({"map.md": journey, "view.md": "```journeys\nview: matrix\n```"})
    view = parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)
    return view.select_one(".journey-matrix__field")


def test_a_dot_stands_at_its_ratings_and_leads_to_its_place_on_the_map() -> None:
    (dot,) = picture(["{text: Call <them>, id: call, impact: 5, effort: 2}"]).select(".journey-dot")
    assert (dot.name, dot["href"], text_of(dot)) == ("a", "map.md#journey-map--call", "1")
    assert (dot["aria-label"], dot["title"]) == (
        "1. Call <them>: impact 5, effort 2", "Call <them>: impact 5, effort 2",
    )  # fmt: skip
    assert dot["style"] == "--x:30;--y:10;--dx:0;--dy:0"
    assert "is-quick-win" in dot["class"]


def test_dots_of_one_field_stand_beside_each_other() -> None:
    for number in range(2, 10):
        dots = picture([f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(number)]).select(".journey-dot")
        assert len(dots) == number
        assert max(Counter(dot["style"] for dot in dots).values()) == 1


def test_where_there_are_too_many_the_last_dot_counts_the_rest() -> None:
    dots = picture([f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(12)]).select(".journey-dot")
    assert [text_of(dot) for dot in dots] == [*"12345678", "+4"]


def test_there_is_no_picture_where_nothing_is_rated() -> None:
    assert picture(["Call them"]) is None
