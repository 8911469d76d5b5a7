"""The picture of a curve: one path for each look, drawn in attributes that every program knows."""

from __future__ import annotations

from bs4 import BeautifulSoup

from mkdocs_journey.drawing.curve_shapes import Curve, whole_curve
from mkdocs_journey.drawing.spark import spark
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.html import curves


def looks(html):
    return [(" ".join(path.get("class", [])), path["d"]) for path in BeautifulSoup(html, "html.parser").select("path")]


def plot(*scores, **more):
    widths = (1,) * len(scores)
    return curves.plot(
        whole_curve(Curve(Scale(), scores, widths, more.pop("guesses", ()), **more)), 3, more.get("kind", "")
    )


def test_a_level_curve_is_one_black_line_on_the_axis():
    assert looks(plot(0, 0)) == [("is-axis", "M0 50H200"), ("", "M50 50C83.33 50 116.7 50 150 50")]


def test_a_curve_is_drawn_in_two_colours_with_what_lies_between_it_and_neutral():
    assert [name for name, _ in looks(plot(1, -1))] == ["is-axis", "is-area", "is-area is-low", "", "is-low"]


def test_what_is_supposed_has_a_look_of_its_own():
    assert [name for name, _ in looks(plot(1, 1, guesses=(True, True)))] == ["is-axis", "is-area", "is-guess"]


def test_another_curve_lies_behind_and_the_gap_takes_the_place_of_the_area():
    assert [name for name, _ in looks(plot(1, 1, other=(-1, -1)))] == ["is-axis", "is-gap", "is-other is-low", ""]


def test_a_single_score_is_drawn_in_a_small_curve_too():
    small = curves.spark_html(spark((2, None), (1, 1), Scale(), 0, None))
    assert looks(small) == [("is-grid", "M100 -10V110"), ("is-axis", "M0 50H200"), ("", "M30 0h40")]


def test_a_small_curve_has_a_dot_at_its_moment_and_it_is_red_below_neutral_only():
    low, high = (
        curves.spark_html(spark((2, -1), (1, 1), Scale(), column, score)) for column, score in ((1, -1), (0, 2))
    )
    styles = [BeautifulSoup(one, "html.parser").span["style"] for one in (low, high)]
    assert styles == ["--x:75;--y:75", "--x:25;--y:0;--mark:var(--journey-ink)"]
