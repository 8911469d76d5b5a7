"""What is painted on the screen is what is meant, in every engine that a test names."""

from __future__ import annotations

import pytest

from tests.engines import instruments, probes
from tests.engines.engine import Engine
from tests.engines.kinds import KINDS, MAPS

SHADE = 4
"""Of 255: from so much on, a reader sees it."""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["go-live", "renewal-outcome-sheet"])
def test_the_dots_of_a_curve_are_filled_and_those_of_a_hypothesis_are_rings(
    engine: Engine, example: str, name: str, dark: bool
) -> None:
    engine.open(example + MAPS[name], dark=dark)
    assert probes.number_of_dots(engine) > 2
    assert probes.badly_painted_dots(engine) == []


@pytest.mark.parametrize(("words", "colour"), [("del", "--journey-alarm"), ("ins", "--journey-good")])
def test_a_review_strikes_old_words_out_and_underlines_new_ones(
    engine: Engine, review: str, words: str, colour: str
) -> None:
    engine.open(review + MAPS["go-live"])
    assert engine.run(probes.ONE_LINE, f".journey {words}")
    assert probes.without_line(engine, f".journey {words}", colour) == []


def test_old_and_new_words_of_a_review_do_not_touch(engine: Engine, review: str) -> None:
    engine.open(review + MAPS["go-live"])
    old, new = (instruments.boxes(engine, f".journey {words}") for words in ("del", "ins"))
    touching = [
        (one, other)
        for one in old
        for other in new
        if one[0] < other[2] + 2 and other[0] < one[2] + 2 and one[1] < other[3] - 8 and other[1] < one[3] - 8
    ]
    assert (len(old) > 5, len(new) > 5, touching) == (True, True, [])


def test_links_on_a_persona_are_underlined(engine: Engine, example: str) -> None:
    engine.open(example + KINDS["persona"])
    assert engine.run(probes.ONE_LINE, ".journey-persona li a")
    assert probes.without_line(engine, ".journey-persona li a") == []


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
def test_no_page_is_wider_than_the_smallest_window(engine: Engine, example: str) -> None:
    """In Chromium, ``tests/browser`` asks that of every page."""
    found = {}
    for name, path in KINDS.items():
        engine.open(example + path, width=320, height=844)
        found[name] = instruments.overflow(engine)
    assert found == dict.fromkeys(KINDS, (0, []))


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
@pytest.mark.parametrize("name", MAPS)
def test_the_first_screen_of_a_map_shows_where_it_hurts_most_and_the_whole_curve(
    engine: Engine, example: str, name: str
) -> None:
    engine.open(example + MAPS[name], width=1440, height=900)
    anchor = engine.run("() => document.querySelector('.journey .journey__title').id")
    engine.open(f"{example}{MAPS[name]}#{anchor}", width=1440, height=900)
    wanted = [".journey__title", ".journey__head > .journey-facts", ".journey-phase > .journey-curve", ".journey-pt"]
    assert {name: seen.place for name, seen in instruments.first_screen(engine, wanted).items()} == dict.fromkeys(
        wanted, "whole"
    )


@pytest.mark.parametrize("dark", [False, True])
def test_an_edge_beyond_which_a_map_goes_on_has_a_shade_until_one_is_there(
    engine: Engine, looks: str, dark: bool
) -> None:
    engine.open(looks + "counter/", width=1024, dark=dark)
    assert (probes.edge_shade(engine) or 0) > SHADE
    engine.run("() => { const one = document.querySelector('.journey__scroll'); one.scrollLeft = one.scrollWidth }")
    engine.settle()
    assert probes.edge_darkness(engine) < 1
