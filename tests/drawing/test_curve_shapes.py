"""What is drawn of a curve: finished shapes that meet, end at the neutral line, and are red only below it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.drawing import curve
from mkdocs_journey.drawing.curve_shapes import Curve, Window, pictures_of, whole_curve
from mkdocs_journey.model.values import Scale
from tests.drawing.test_curve import maps


def drawn(drawn_map, guesses=()):
    scale, scores, widths = drawn_map
    return Curve(scale, tuple(scores), tuple(widths), guesses)


def ends(strokes):
    """Where each stroke begins and ends, with its look."""
    rounded = []
    for one in strokes:
        (left, top), (right, bottom) = one.segments[0][0], one.segments[-1][3]
        look = ("low" if one.low else "high") + (" guess" if one.guess else "")
        rounded.append((round(left), round(top), round(right), round(bottom), look))
    return rounded


def points(strokes):
    return [point for one in strokes for segment in one.segments for point in segment]


@given(maps())
def test_strokes_are_red_below_the_neutral_line_and_only_there(found):
    shapes = whole_curve(drawn(found))
    for one in shapes.strokes:
        for _, y in points([one]):
            assert y >= shapes.neutral - 1e-3 if one.low else y <= shapes.neutral + 1e-3


@given(maps())
def test_strokes_together_are_the_whole_curve(found):
    _, scores, widths = found
    strokes = whole_curve(drawn(found)).strokes
    expected = [(one[0][0] * 100, one[3][0] * 100) for one in curve.segments(scores, widths)]
    covered = sorted((segment[0][0], segment[3][0]) for one in strokes for segment in one.segments)
    assert sum(end - start for start, end in covered) == pytest.approx(sum(end - start for start, end in expected))
    assert all(before[1] <= behind[0] + 1e-6 for before, behind in pairwise(covered))


@given(maps(), st.data())
def test_a_part_of_a_curve_is_where_it_is_in_the_whole(found, data):
    whole = drawn(found)
    windows = whole.windows
    cut = data.draw(st.integers(1, len(windows)))
    first = windows[:cut]
    rest = [one._replace(left=one.left - windows[cut].left) for one in windows[cut:]] if cut < len(windows) else []
    pictures = pictures_of(whole, [first, rest] if rest else [first])
    moved = [(x + (windows[cut].left if k else 0), y) for k, one in enumerate(pictures) for x, y in points(one.strokes)]
    known = whole_curve(whole)
    low, high = (min(moved, default=(0, 0)), max(moved, default=(0, 0)))
    every = points(known.strokes)
    assert (low[0], high[0]) == pytest.approx((min(every, default=(0, 0))[0], max(every, default=(0, 0))[0]))


def test_a_curve_that_is_level_at_neutral_has_no_area_and_nothing_below():
    shapes = whole_curve(Curve(Scale(), (0, 0, 0), (1, 1, 1)))
    assert ends(shapes.strokes) == [(50, 50, 250, 50, "high")]
    assert shapes.areas == ()


def test_a_curve_turns_red_where_it_crosses_the_neutral_line():
    shapes = whole_curve(Curve(Scale(), (2, -2), (1, 1)))
    assert ends(shapes.strokes) == [(50, 0, 100, 50, "high"), (100, 50, 150, 100, "low")]
    assert ends(shapes.areas) == ends(shapes.strokes)


def test_what_is_supposed_is_dashed_within_its_own_column():
    shapes = whole_curve(Curve(Scale(), (1, 1, 1), (1, 1, 1), (False, True, False)))
    assert ends(shapes.strokes) == [
        (50, 25, 100, 25, "high"),
        (100, 25, 200, 25, "high guess"),
        (200, 25, 250, 25, "high"),
    ]
    assert ends(shapes.areas) == [(50, 25, 250, 25, "high")]


def test_a_wide_column_takes_the_room_that_its_picture_has():
    whole = Curve(Scale(), (0, 2), (4, 1))
    (picture,) = pictures_of(whole, [[Window(0, 4, 0, 50)]])
    assert (picture.width, ends(picture.strokes)) == (200, [(100, 50, 200, 5, "high")])


def test_nothing_lies_between_two_curves_where_one_of_them_was_not_measured():
    shapes = whole_curve(Curve(Scale(), (0, 1, 2), (1, 1, 1), other=(None, -1, -2)))
    assert [(one[0], other[0]) for one, other in shapes.gaps] == [((150.0, 25.0), (150.0, 75.0))]


def test_a_score_without_neighbours_is_a_place_of_its_own():
    assert whole_curve(Curve(Scale(), (2, None, 0), (1, 1, 2))).lone == ((50.0, 0.0), (300.0, 50.0))
