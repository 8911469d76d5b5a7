"""The matrix as a picture: each dot a link with a name, none hidden behind another."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

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
    """Where a link lies: per cent from the left and the top of the field."""
    x, y = re.fullmatch(r"--x:(-?[0-9.]+);--y:(-?[0-9.]+)", dot["style"]).groups()
    return float(x), float(y)


def drawn(field) -> list[tuple[float, float]]:
    """Where dots are drawn, in the same measure."""
    left, top, width, height = map(float, field.svg["viewBox"].split())
    dots = [(float(circle["cx"]), float(circle["cy"])) for circle in field.select("circle")]
    return [(100 * (x - left) / width, 100 * (y - top) / height) for x, y in dots]


def test_a_dot_stands_at_its_ratings_and_leads_to_its_place_on_the_map() -> None:
    field = picture(["{text: Call <them>, id: call, impact: 5, effort: 2}"])
    (dot,) = field.select(".journey-dot")
    assert (dot.name, dot["href"], text_of(dot)) == ("a", "map.md#journey-map--call", "1")
    assert (dot["aria-label"], dot["title"]) == (
        "1. Call <them>: impact 5, effort 2", "Call <them>: impact 5, effort 2",
    )  # fmt: skip
    assert place_of(dot) == (30, 10)
    assert drawn(field) == [pytest.approx((30, 10))]
    assert "is-quick-win" in dot["class"]


@pytest.mark.parametrize(("impact", "effort"), [(1, 1), (3, 3), (4, 2), (5, 5)])
def test_every_pair_of_ratings_has_its_field_and_quick_wins_stand_in_the_tint(impact: int, effort: int) -> None:
    field = picture([f"{{text: Call, impact: {impact}, effort: {effort}}}"])
    (dot,) = field.select(".journey-dot")
    assert place_of(dot) == (20 * effort - 10, 110 - 20 * impact)
    numbers = [float(number) for number in re.findall(r"-?[0-9.]+", field.select_one(".journey-good path")["d"])]
    circle = float(field.circle["cx"]), float(field.circle["cy"])
    tinted = all(min(side) < at < max(side) for at, side in zip(circle, (numbers[::2], numbers[1::2]), strict=True))
    filled = "journey-good" in field.circle.find_parent("g")["class"]
    assert tinted == filled == ("is-quick-win" in dot["class"]) == (impact >= HELPS_MUCH and effort <= LITTLE_WORK)


def test_every_link_lies_on_its_dot_and_dots_of_one_field_stand_beside_each_other() -> None:
    for number in range(2, 14):
        ratings = [f"{{text: O{n}, impact: {3 + n % 3}, effort: {1 + n % 3}}}" for n in range(number)]
        for opportunities in (ratings, [f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(min(number, 9))]):
            field = picture(opportunities)
            links, dots = sorted(map(place_of, field.select(".journey-dot"))), sorted(drawn(field))
            assert len(links) == len(opportunities)
            assert [pytest.approx(dot, abs=0.01) for dot in dots] == links
            centres = [(float(circle["cx"]), float(circle["cy"])) for circle in field.select("circle")]
            assert min(dist(*pair) for pair in combinations(centres, 2)) > 2 * float(field.circle["r"])


def test_where_there_are_too_many_the_last_dot_counts_the_rest() -> None:
    field = picture([f"{{text: O{n}, impact: 3, effort: 3}}" for n in range(12)])
    dots = field.select(".journey-dot")
    assert [text_of(dot) for dot in dots] == [*"12345678", "+4"]
    assert [dot.name for dot in dots] == [*["a"] * 8, "span"]
    assert len(drawn(field)) == 9


def test_no_link_stands_in_the_picture_itself() -> None:
    """Material's instant navigation sets the ``href`` of all it finds; that of a link in an SVG cannot be set."""
    field = picture(["{text: Call, impact: 5, effort: 2}"])
    assert field.svg.select("[href]") == []
    assert field.svg["aria-hidden"] == "true"


def test_there_is_no_picture_where_nothing_is_rated() -> None:
    assert picture(["Call them"]) is None
