"""The curve is data: it meets its scores, stays on the scale, and stops where nothing was measured."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.drawing import curve
from mkdocs_journey.model.values import Scale

SCALES = st.builds(lambda low, span: Scale(low, low + span), st.integers(-10, 5), st.integers(1, 20))


@st.composite
def maps(draw):
    """A scale and the scores of up to twelve columns of different widths, some of them not measured."""
    scale = draw(SCALES)
    scores = draw(st.lists(st.none() | st.integers(scale.low, scale.high), min_size=1, max_size=12))
    widths = draw(st.lists(st.integers(1, 4), min_size=len(scores), max_size=len(scores)))
    return scale, scores, [float(width) for width in widths]


def centres(widths):
    return [sum(widths[:column]) + width / 2 for column, width in enumerate(widths)]


@given(maps())
def test_the_curve_passes_through_every_score_that_has_a_neighbour(drawn):
    _, scores, widths = drawn
    met = {point for segment in curve.segments(scores, widths) for point in (segment[0], segment[3])}
    expected = {
        (centres(widths)[column], float(scores[column])) for run in curve.runs(scores) if len(run) > 1 for column in run
    }
    assert met == expected


@given(maps())
def test_the_curve_never_leaves_the_scale_and_is_monotone_between_neighbours(drawn):
    _, scores, widths = drawn
    for segment in curve.segments(scores, widths):
        ys = [curve.split(segment, share / 20)[0][3][1] for share in range(21)]
        low, high = sorted((segment[0][1], segment[3][1]))
        assert all(low - 1e-9 <= y <= high + 1e-9 for y in ys)
        rising = segment[0][1] <= segment[3][1]
        assert all((b - a if rising else a - b) >= -1e-9 for a, b in itertools.pairwise(ys))


@given(maps())
def test_nothing_is_drawn_across_a_missing_score(drawn):
    _, scores, widths = drawn
    joined = {(column, column + 1) for run in curve.runs(scores) for column in run[:-1]}
    starts = [segment[0][0] for segment in curve.segments(scores, widths)]
    assert starts == [centres(widths)[column] for column, _ in sorted(joined)]


def test_a_peak_and_a_trough_are_flat():
    assert curve.slopes([0.5, 1.5, 2.5, 3.5], [0, 2, -1, -1]) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (Scale(-2, 2), [2, 1, 0, -1, -2]),
        (Scale(1, 5), [5, 4, 3, 2, 1]),
        (Scale(0, 10), [10, 5, 0]),
        (Scale(0, 1), [1, 0]),
        (Scale(-5, 5), [5, 0, -5]),
    ],
)
def test_the_axis_has_few_and_even_ticks(scale, expected):
    assert curve.ticks(scale) == expected


@given(SCALES)
def test_the_top_of_the_scale_is_0_and_the_bottom_100(scale):
    assert (curve.y(scale.high, scale), curve.y(scale.low, scale)) == (0, 100)


@pytest.mark.parametrize(
    ("scores", "column", "expected"),
    [
        ([0, 2, 0], 1, curve.Placement(extreme=True, below=False, beside=False)),
        ([0, -2, 0], 1, curve.Placement(extreme=True, below=True, beside=False)),
        ([0, 1, 2], 1, curve.Placement(extreme=False, below=True, beside=True)),
        ([2, 1, 0], 1, curve.Placement(extreme=False, below=False, beside=True)),
        ([1, 2], 0, curve.Placement(extreme=False, below=False, beside=False)),
        ([-1, -2], 0, curve.Placement(extreme=False, below=True, beside=False)),
        ([0, 2], 0, curve.Placement(extreme=False, below=True, beside=False)),
        ([2, 1, 1], 1, curve.Placement(extreme=True, below=False, beside=False)),
        ([-2, -2, 0], 1, curve.Placement(extreme=True, below=True, beside=False)),
        ([2, 1, 2], 1, curve.Placement(extreme=True, below=True, beside=False)),
        ([None, 1, None], 1, curve.Placement(extreme=True, below=False, beside=False)),
    ],
)
def test_a_label_keeps_off_its_own_curve(scores, column, expected):
    assert curve.placement(scores, column) == expected
