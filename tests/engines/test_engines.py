"""Three engines do the same for whoever asks them: a page is opened, asked, looked at, touched and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.engine import A3_LANDSCAPE, A4, Engine
from tests.engines.paper import RENDERERS, Printed

PAGE = """<!doctype html>
<html lang="en">
<title>A page</title>
<style>
  * { margin: 0; box-sizing: border-box; font: 16px/20px sans-serif }
  body { background: #fff; height: 3000px; padding: 20px }
  #box { width: 200px; height: 100px; background: #c00 }
  #box:hover { background: #00c }
  @media (prefers-color-scheme: dark) { body { background: #000 } }
  @media print { #box { background: #0a0; print-color-adjust: exact } }
</style>
<div id="box"></div>
<button onclick="document.title = 'Clicked'">Button</button>
<input>
<p id="end" style="position: absolute; top: 2900px">The end</p>
"""
RED, BLUE, GREEN, WHITE, BLACK = (204, 0, 0), (0, 0, 204), (0, 170, 0), (255, 255, 255), (0, 0, 0)


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("dark", [False, True])
def test_a_page_is_opened_at_a_size_in_light_or_dark(engine: Engine, address: str, width: int, dark: bool) -> None:
    engine.open(address, width=width, height=844, dark=dark)
    assert engine.run("(a, b) => [innerWidth, innerHeight, devicePixelRatio, a + b]", 1, 2) == [width, 844, 1, 3]
    picture = engine.picture()
    assert (picture.width, picture.height) == (width, 844)
    assert picture.at(10, 10) == (BLACK if dark else WHITE)
    assert engine.picture("#box").share(RED) == 1


def test_hands_reach_the_page(engine: Engine, address: str) -> None:
    engine.open(address)
    engine.hover("#box")
    assert engine.picture("#box").share(BLUE) == 1
    engine.click("button")
    assert engine.run("() => document.title") == "Clicked"
    engine.press("Tab")
    engine.press("a")
    engine.press("Shift+Tab")
    assert engine.run("() => [document.querySelector('input').value, document.activeElement.tagName]") == [
        "a",
        "BUTTON",
    ]
    engine.turn_wheel(0, 300)
    scrolled = "async () => { while (!scrollY) await new Promise(requestAnimationFrame); return scrollY }"
    assert engine.run(scrolled) > 0


def test_a_page_that_is_opened_knows_nothing_of_the_one_before(engine: Engine, address: str) -> None:
    engine.open(address)
    engine.hover("#box")
    engine.run("() => { document.title = 'Changed' }")
    engine.open(address + "#end")
    assert engine.run("() => [document.title, document.querySelector('#box').matches(':hover'), scrollY > 1000]") == [
        "A page",
        False,
        True,
    ]


@pytest.mark.parametrize("paper", [A4, A3_LANDSCAPE])
def test_a_page_is_printed_and_seen_by_two_renderers(engine: Engine, address: str, paper: tuple[int, int]) -> None:
    engine.open(address)
    printed = Printed(engine.pdf(A3_LANDSCAPE if paper == A3_LANDSCAPE else A4))
    assert [round(side / 72 * 25.4) for side in printed.size] == list(paper)
    assert "".join(printed.texts).count("The end") == 1
    for renderer in RENDERERS:
        first = printed.pictures(renderer)[0]
        assert 0 < first.share(GREEN) < 0.2, renderer
        assert first.share(RED) == 0, renderer
