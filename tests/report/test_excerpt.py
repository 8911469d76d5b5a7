"""Wherever a place is, however long its line: it is seen, it is underlined, and no column is wasted."""

from __future__ import annotations

import string
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_journey.place import Span
from mkdocs_journey.report.excerpt import excerpt
from mkdocs_journey.terminal_columns import widths, wrap

LETTERS = "".join(string.ascii_letters[index % 52] for index in range(600))


def of(line, begin, end, width):
    return excerpt([line], Span("a.md", 1, begin + 1, 1, end + 1), width)


@given(st.integers(0, 600), st.integers(0, 600), st.integers(0, 40), st.integers(20, 80))
def test_the_underline_stands_below_the_place(length, begin, wide, width):
    line = LETTERS[:length]
    begin = min(begin, length)
    end = min(begin + wide, length)
    shown = of(line, begin, end, width)
    below = shown.text[shown.before : shown.before + shown.length]
    assert below == line[begin : max(end, begin + 1)][: len(below)]
    assert shown.length == max(min(end - begin, len(shown.text.removesuffix("…")) - shown.before), 1)
    assert shown.before + shown.length <= width
    assert min(end - begin, width // 2) <= len(below)


@given(st.integers(0, 600), st.integers(0, 600), st.integers(20, 80))
def test_a_line_is_cut_only_where_it_must_be_and_then_fills_the_width(length, begin, width):
    line = LETTERS[:length]
    begin = min(begin, length)
    shown = of(line, begin, begin, width)
    room = width - (begin == length)
    if length <= room:
        assert shown.text == line
    else:
        assert len(shown.text) == room
        assert shown.text.strip("…") in line
        assert shown.text.startswith("…") != line.startswith(shown.text[:5])
        assert shown.text.endswith("…") != line.endswith(shown.text[-5:])


@given(st.integers(20, 80), st.integers(0, 600))
def test_a_quarter_of_the_width_stands_before_a_place_in_the_middle(width, begin):
    assume(begin > width and begin < 600 - width)
    assert of(LETTERS, begin, begin + 1, width).before == width // 4 + 1


def test_a_place_near_the_start_is_shown_from_the_start():
    assert [of(LETTERS, begin, begin + 1, 40).before for begin in (0, 37, 38, 39)] == [0, 37, 38, 11]


@given(st.text(alphabet="ab 花e\u0301", max_size=120), st.integers(20, 40))
def test_broken_sentences_keep_every_word_and_fill_their_lines(text, width):
    words = text.split()
    lines = wrap(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(sum(widths(line)) <= width for line in lines)
    for line, after in pairwise(lines):
        first = after.split(" ")[0]
        if first in words and sum(widths(first)) <= width // 2:
            assert sum(widths(line)) + 1 + sum(widths(first)) > width


def test_a_sentence_may_fill_a_line_to_its_last_column():
    assert wrap("abcde fghi klmnop qrst", 10) == ["abcde fghi", "klmnop", "qrst"]
    assert wrap("a" * 20 + " b", 10) == ["a" * 10, "a" * 10, "b"]
    assert wrap("a" * 18 + " b", 10) == ["a" * 10, "a" * 8 + " b"]
    assert wrap("", 10) == [""]
