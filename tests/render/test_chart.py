"""Charts: what is shown stands where arithmetic says, is the same each time, and does nothing but be seen."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from collections.abc import Callable
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.charts.chart import Plane, bullet, scatter, share_of, trend
from mkdocs_journey.render.charts.pictures import shapes_in
from mkdocs_journey.render.html.curves import curve_path
from mkdocs_journey.render.views.compare import APART, spread
from tests.render.rendering import parse

RATINGS = Plane(0.5, 5.5, (1.5, 2.5, 3.5, 4.5), (2.5, 3.5))
SHARES = st.one_of(st.none(), st.integers(0, 1000).map(lambda number: number / 1000))
CHARTS: dict[str, Callable[[], Markup]] = {
    "trend": lambda: trend((((0, 0.25), (0.5, None), (1, 1)), ((0, 0.5), (1, 0))), 0.5),
    "scatter": lambda: scatter([(3, 3), (5, 1)], [(1, 5)], RATINGS),
    "bullet": lambda: bullet(0.5, 0.25, 1),
}


def forget() -> None:
    """Have every chart drawn anew."""
    trend.cache_clear()
    bullet.cache_clear()


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def points(path: str) -> list[tuple[float, float]]:
    """The points of a path, those of its pieces one after the other."""
    found = numbers(path)
    return list(zip(found[::2], found[1::2], strict=True))


def where(svg, x: float, y: float) -> tuple[float, float]:
    """A place of a picture in per cent of its width from the left and of its height from the top."""
    left, top, width, height = numbers(svg["viewBox"])
    return round(100 * (x - left) / width, 1), round(100 * (y - top) / height, 1)


def test_a_curve_goes_through_its_scores_and_stops_where_nothing_was_measured() -> None:
    # Columns are 100 wide; 0 is the top of the scale, 100 its bottom.
    path = curve_path([2, -2, None, 0, 1], Scale(-2, 2))
    assert [re.findall(r"-?[\d.]+ -?[\d.]+", piece) for piece in path.split("M")[1:]] == [
        ["50 0", "83.33 0", "116.7 100", "150 100"], ["350 50", "383.3 50", "416.7 25", "450 25"],
    ]  # fmt: skip
    assert curve_path([None, 0, None, 1, None], Scale(-2, 2)) == ""


@given(st.lists(st.one_of(st.none(), st.integers(-2, 2)), min_size=2, max_size=12))
def test_a_curve_never_leaves_the_scale(scores: list[int | None]) -> None:
    # A Bézier curve stays within its control points.
    assert [y for _, y in points(curve_path(scores, Scale(-2, 2))) if not 0 <= y <= 100] == []


def test_a_line_over_time_is_a_stair_that_stops_where_nothing_is_known() -> None:
    # A twelfth of the height is free above the scale and below it.
    svg = parse(trend((((0, 1), (0.25, 0.5), (0.5, None), (0.75, 0), (1, 0.5)),), 0)).svg
    lines = [[where(svg, *point) for point in points(path["d"])] for path in svg.select(".journey-s0 path")]
    assert lines == [
        [(0, 8.3), (25, 8.3), (25, 50), (50, 50)],
        [(75, 91.7), (100, 91.7), (100, 50), (100, 50)],
    ]
    assert [where(svg, float(dot["cx"]), float(dot["cy"])) for dot in svg.select("circle")] == [(100, 50)]


@given(st.lists(st.tuples(st.floats(0.5, 5.5), st.floats(0.5, 5.5)), min_size=1, max_size=30))
def test_dots_stand_where_their_ratings_are(places: list[tuple[float, float]]) -> None:
    svg = parse(scatter(places[1:], places[:1], RATINGS)).svg
    found = [where(svg, float(dot["cx"]), float(dot["cy"])) for dot in svg.select("circle")]
    expected = [(20 * (x - 0.5), 20 * (5.5 - y)) for x, y in [*places[1:], *places[:1]]]
    assert [one for one, two in zip(found, expected, strict=True) if one != pytest.approx(two, abs=0.06)] == []
    assert [RATINGS.place(x, y) for x, y in [*places[1:], *places[:1]]] == [pytest.approx(one) for one in expected]
    assert len(svg.select(".journey-good circle")) == 1


def test_fields_of_the_plane_are_divided_and_its_corner_is_tinted() -> None:
    svg = parse(CHARTS["scatter"]()).svg
    corner, grid = svg.select("g")[:2]
    assert [where(svg, *point) for point in points(corner.path["d"])] == [(0, 40), (0, 0), (40, 0), (40, 40)]
    ends = [where(svg, *points(path["d"].split("h")[0].split("v")[0])[0]) for path in grid.select("path")]
    assert sorted(ends) == [(-2, 20), (-2, 40), (-2, 60), (-2, 80), (20, -2), (40, -2), (60, -2), (80, -2)]


@given(SHARES, SHARES, SHARES)
def test_bars_are_as_long_as_their_shares_and_marks_stand_at_theirs(
    value: float | None, baseline: float | None, target: float | None
) -> None:
    svg = parse(bullet(value, baseline, target)).svg
    left = numbers(svg["viewBox"])[0]
    lengths = [(float(bar["x"]) - left, float(bar["width"])) for bar in svg.select("rect")]
    assert lengths == ([] if not value else [pytest.approx((0, 100 * value), abs=0.01)])
    places = [points(path["d"].split("v")[0])[0][0] - left for path in svg.select("path")[1:]]
    assert places == pytest.approx([100 * share for share in (baseline, target) if share is not None], abs=0.01)


def test_bars_stand_in_the_middle_of_what_is_shown() -> None:
    svg = parse(bullet(0.5, 0, 1)).svg
    _, top, _, height = numbers(svg["viewBox"])
    bar = svg.rect
    assert float(bar["y"]) + float(bar["height"]) / 2 == pytest.approx(top + height / 2, abs=0.01)
    assert points(svg.path["d"].split("h")[0])[0][1] == top + height / 2


@pytest.mark.parametrize(
    "values", [(nan, 0, 1), (inf, 0, 1), (-inf, 0, 1), (1, -inf, inf), (0, nan, 1), (1e308, -1e308, 1e308)]
)
def test_what_is_no_number_has_no_share(values: tuple[float, float, float]) -> None:
    assert share_of(*values) is None


def test_a_share_never_leaves_the_scale() -> None:
    assert [share_of(value, 10, 20) for value in (None, 9, 10, 15, 20, 1e300)] == [None, 0, 0, 0.5, 1, 1]
    assert share_of(3, 3, 3) == 0


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_numbers_give_the_same_bytes(chart: str) -> None:
    drawn = []
    for _ in range(2):
        forget()
        drawn.append(CHARTS[chart]())
    assert drawn[0] == drawn[1]


KEPT = {
    "svg": {
        "viewBox",
        "width",
        "height",
        "class",
        "role",
        "aria-label",
        "aria-hidden",
        "overflow",
        "preserveAspectRatio",
    },
    "g": {"class", "fill", "stroke"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "rect": {"x", "y", "width", "height"},
}
LOOKS = {"fill-opacity", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin"}


@pytest.mark.parametrize("chart", CHARTS)
def test_a_picture_has_shapes_and_their_looks_and_nothing_else(chart: str) -> None:
    """No style sheet, script, id, event, comment, text or address: nothing that reaches beyond the picture."""
    html = str(CHARTS[chart]())
    body = parse(html)
    assert {
        f"{one.name}[{name}]"
        for one in body.find_all()
        for name in ["", *one.attrs]
        if name not in {"", *KEPT.get(one.name, ()), *LOOKS} or one.name not in KEPT
    } == set()
    assert re.findall(r"<!|pygal|Kozea|url\(|https?:", html) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_a_picture_has_no_more_decimals_than_can_be_seen(chart: str) -> None:
    assert re.findall(r"\d\.\d{3,}", str(CHARTS[chart]())) == []


def test_only_geometry_is_kept_of_a_drawing() -> None:
    from xml.etree import ElementTree

    drawing = ElementTree.fromstring(
        '<svg><g class="series serie-1"><!-- a --><path d="M0.001 -0.001 L1e1 2.555 url(#x);7" onclick="a()" id="b"/>'
        '<circle cx="1" cy="nan" r="2"/><rect x="1" y="2" width="3" height="4" style="fill: red"/><text>a</text>'
        '<a href="javascript:a()"><circle cx="1" cy="2" r="3" class="b"/></a></g><g class="serie-10"><path d="M1 1"/></g></svg>'
    )
    assert [shape.__html__() for shape in shapes_in(drawing, "serie-1")] == [
        '<path d="M0 0L10 2.56l7"></path>',
        '<rect x="1" y="2" width="3" height="4"></rect>',
        '<circle cx="1" cy="2" r="3"></circle>',
    ]  # fmt: skip


def test_pygal_gets_numbers_and_nothing_that_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    import pygal

    given: list[object] = []
    for kind in (pygal.XY, pygal.HorizontalBar):
        add = kind.add
        monkeypatch.setattr(kind, "add", lambda self, title, values, *, _add=add, **how: (given.extend([title, *values]), _add(self, title, values, **how))[1])  # fmt: skip
    forget()
    for chart in CHARTS.values():
        chart()
    flat = [part for one in given for part in (one if isinstance(one, tuple) else [one])]
    assert {type(part) for part in flat} <= {int, float, str, type(None)}
    assert {part for part in flat if isinstance(part, str)} == {""}


@given(st.lists(st.floats(0, 100), min_size=1, max_size=3))
def test_names_at_the_ends_of_curves_never_collide_and_never_leave_the_chart(positions: list[float]) -> None:
    places = spread(positions)
    assert all(0 <= place <= 100 for place in places)
    ordered = sorted(places)
    assert all(after - before >= APART - 1e-9 for before, after in itertools.pairwise(ordered))
    # A name stands above another one where its curve ends above the other.
    for i, one in enumerate(positions):
        assert [places[i] < places[j] for j, two in enumerate(positions) if one < two].count(False) == 0


def test_names_that_do_not_collide_stay_at_their_curves() -> None:
    assert spread([90, 10, 50]) == [90, 10, 50]


def test_pygal_is_not_loaded_before_a_chart_is_drawn() -> None:
    program = "import sys, mkdocs_journey.hosts.mkdocs.plugin, mkdocs_journey.render.charts.chart; print('pygal' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
