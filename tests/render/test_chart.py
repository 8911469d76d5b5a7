"""Charts: what pygal reckons is where it should be, and what is drawn of it is safe."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.charts.chart import bars, curve_paths, scatter
from mkdocs_journey.render.views.compare import APART, spread


def points(path: str) -> list[tuple[float, float]]:
    """The points of a path, those of its pieces one after the other."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_curve_goes_through_its_scores_and_stops_where_nothing_was_measured() -> None:
    # Columns are 100 wide; 0 is the top of the scale, 100 its bottom.
    one, two = curve_paths([[2, -2, None, 0, 1], [None, 0, None, 1, None]], Scale(-2, 2))
    assert one.count("M") == 2
    assert [point for point in points(one) if point[0] in (50, 150, 350, 450)] == [
        (50, 0), (150, 100), (350, 50), (450, 25),
    ]  # fmt: skip
    assert not [x for x, _ in points(one) if 150 < x < 350]
    assert two == ""


@given(st.lists(st.one_of(st.none(), st.integers(-2, 2)), min_size=2, max_size=12))
def test_a_curve_never_leaves_the_scale(scores: list[int | None]) -> None:
    (path,) = curve_paths([scores], Scale(-2, 2))
    assert [y for _, y in points(path) if not 0 <= y <= 100] == []


def test_dots_stand_where_their_ratings_are() -> None:
    assert scatter([(1, 1), (5, 5), (3, 2)], 0.5, 5.5) == [(10, 90), (90, 10), (50, 70)]


def test_bars_are_as_long_as_their_shares() -> None:
    assert bars([0.5, 0, 1, 0.25]) == [50, 0, 100, 25]


@pytest.mark.parametrize("function", [lambda: bars([]), lambda: scatter([], 0, 1), lambda: curve_paths([[1]], Scale())])
def test_nothing_is_drawn_of_nothing(function) -> None:
    assert function() in ([], [""])


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
