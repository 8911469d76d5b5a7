"""The matrix as a picture: each dot a link with a name, none hidden behind another."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist
from statistics import fmean

import pytest

from mkdocs_journey.render.views import render_view
from mkdocs_journey.views.matrix import HELPS_MUCH, LITTLE_WORK
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of


def picture(opportunities: list[str]):
    """The field of a matrix of opportunities that are given as YAML mappings."""
    lines = "\n".join(f"      - {one}" for one in opportunities)
    journey = f"```journey\ntitle: Map\nphases:\n  - name: Need\n    pains: Slow\n    opportunities:\n{lines}\n```\n"
    site = compiled({"map.md": journey, "view.md": "```journeys\nview: matrix\n```"})
    view = parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)
    return view.select_one(".journey-matrix__field")


def place_of(dot) -> tuple[float, float]:
    """Per cent from the left and the top of the field."""
    left, top, width, height = map(float, dot.find_parent("svg")["viewBox"].split())
    x, y = float(dot.circle["cx"]), float(dot.circle["cy"])
    return round(100 * (x - left) / width, 1), round(100 * (y - top) / height, 1)


def test_a_dot_stands_at_its_ratings_and_leads_to_its_place_on_the_map() -> None:
    (dot,) = picture(["{text: Call <them>, id: call, impact: 5, effort: 2}"]).select(".journey-dot")
    assert (dot.name, dot["href"], text_of(dot.select_one("text"))) == ("a", "map.md#journey-map--call", "1")
    assert (dot["aria-label"], text_of(dot.title)) == (
        "1. Call <them>: impact 5, effort 2", "Call <them>: impact 5, effort 2",
    )  # fmt: skip
    assert place_of(dot) == (30, 10)
    assert "is-marked" in dot["class"]


@pytest.mark.parametrize(("impact", "effort"), [(1, 1), (3, 3), (4, 2), (5, 5)])
def test_every_pair_of_ratings_has_its_field_and_quick_wins_stand_in_the_tint(impact: int, effort: int) -> None:
    field = picture([f"{{text: Call, impact: {impact}, effort: {effort}}}"])
    (dot,) = field.select(".journey-dot")
    x, y = place_of(dot)
    assert (x, y) == (20 * effort - 10, 110 - 20 * impact)
    numbers = [float(number) for number in re.findall(r"-?[0-9.]+", field.select_one(".journey-good path")["d"])]
    circle = float(dot.circle["cx"]), float(dot.circle["cy"])
    tinted = all(min(side) < at < max(side) for at, side in zip(circle, (numbers[::2], numbers[1::2]), strict=True))
    assert tinted == ("is-marked" in dot["class"]) == (impact >= HELPS_MUCH and effort <= LITTLE_WORK)


def test_dots_of_one_field_stand_beside_each_other() -> None:
    for number in range(2, 10):
        dots = picture([f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(number)]).select(".journey-dot")
        centres = [(float(dot.circle["cx"]), float(dot.circle["cy"])) for dot in dots]
        assert len(centres) == number
        assert min(dist(*pair) for pair in combinations(centres, 2)) > 2 * float(dots[0].circle["r"])
        # Around the middle of their field.
        assert fmean(x for x, _ in map(place_of, dots)) == pytest.approx(50, abs=0.1)


def test_where_there_are_too_many_the_last_dot_counts_the_rest() -> None:
    dots = picture([f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(12)]).select(".journey-dot")
    assert [text_of(dot.select_one("text")) for dot in dots] == [*"12345678", "+4"]
    assert [dot.name for dot in dots] == [*["a"] * 8, "g"]


def test_there_is_no_picture_where_nothing_is_rated() -> None:
    assert picture(["Call them"]) is None
