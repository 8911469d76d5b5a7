"""The instruments find what is wrong, and nothing else: pages with faults that were put there on purpose."""

from __future__ import annotations

from collections.abc import Callable

from tests.engines import instruments
from tests.engines.engine import Engine
from tests.engines.instruments import Seen, Shift, SmallTarget
from tests.engines.typed import typed_texts

Show = Callable[[str], str]

WORDS = """
<style>* { margin: 0; font: 16px/20px sans-serif } summary::marker { content: "" }</style>
<div class="journey-ui">
  <p>Seen in full</p>
  <dl><dt>Why</dt><dd>−1 <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">uneasy</span></dd></dl>
  <dl><dt>Why</dt><dd style="position: absolute; clip-path: inset(50%)">cut away</dd></dl>
  <p style="display: none">hidden</p>
  <p style="visibility: hidden">a ghost</p>
  <p style="color: #fff">white on white</p>
  <p style="font-size: 1px; line-height: 1px">dust</p>
  <p style="height: 0; overflow: hidden">shut in</p>
  <details><summary>More</summary><p>folded away</p></details>
  <div style="width: 100px; overflow-x: auto"><p style="width: 900px; padding-left: 800px">far right</p></div>
</div>
"""


def test_texts_are_told_that_nobody_sees_and_why(engine: Engine, shown: Show) -> None:
    engine.open(shown(WORDS))
    typed = [
        "Seen in full", "uneasy", "cut away", "hidden", "a ghost", "white on white", "dust", "shut in", "folded away",
        "far right", "forgotten",
    ]  # fmt: skip
    assert [(one.text, one.why) for one in instruments.unseen(engine, typed)] == [
        ("uneasy", "clipped"),
        ("cut away", "clipped"),
        ("hidden", "not displayed"),
        ("a ghost", "invisible"),
        ("white on white", "same colour"),
        ("dust", "tiny"),
        ("shut in", "clipped"),
        ("folded away", "folded"),
        ("forgotten", "absent"),
    ]


def test_what_an_author_typed_is_what_readers_should_find() -> None:
    page = """
        ```journey
        title: Buying *a* jacket
        id: buying
        persona: mia
        phases:
          - name: Need
            emotion: -1 chilly
            pains:
              - {text: "Cold [feet](help.md)", severity: high, id: feet}
              - It will pass (?)
            content: [help.md]
        ```
        """
    page = "\n".join(line.removeprefix("        ") for line in page.split("\n"))
    assert typed_texts(page) == ["Buying a jacket", "Need", "chilly", "Cold feet", "It will pass"]


SCREEN = """
<style>
  * { margin: 0; box-sizing: border-box }
  .md-header { position: sticky; top: 0; height: 50px; background: #ccc }
  div, header { width: 100px } #map { scroll-margin-top: 50px }
</style>
<header class="md-header"></header>
<div id="before" style="height: 600px"></div><div id="map" style="height: 300px"></div>
<div id="long" style="height: 900px"></div><div id="after" style="height: 900px"></div><div id="none" hidden></div>
"""


def test_what_is_in_the_first_screen_is_told_after_an_anchor_was_opened(engine: Engine, shown: Show) -> None:
    engine.open(f"{shown(SCREEN)}#map", width=1280, height=800)
    assert instruments.first_screen(engine, ["#before", "#map", "#long", "#after", "#none", "#map, #long"]) == {
        "#before": Seen("outside", (0, -550, 100, 50)),
        "#map": Seen("whole", (0, 50, 100, 350)),
        "#long": Seen("cut", (0, 350, 100, 1250)),
        "#after": Seen("outside", (0, 1250, 100, 2150)),
        "#none": Seen("absent", None),
        "#map, #long": Seen("cut", (0, 50, 100, 1250)),
    }


TARGETS = """
<style>* { margin: 0 } button { all: unset; position: absolute; width: 19px; height: 19px }</style>
<div class="journey-ui" style="height: 200px">
  <button style="left: 0; top: 0" aria-label="A"></button><button style="left: 20px; top: 0" aria-label="B"></button>
  <button style="left: 100px; top: 0" aria-label="C"></button>
  <button style="left: 200px; top: 0; width: 24px; height: 24px" aria-label="D"></button>
  <p style="position: absolute; top: 100px">A sentence with <a href="#">a link</a>.</p>
</div>
"""


def test_targets_are_told_that_are_too_small_and_whether_there_is_room_around(engine: Engine, shown: Show) -> None:
    engine.open(shown(TARGETS))
    assert instruments.small_targets(engine) == [
        SmallTarget("button “A”", 19, 19, spaced=False),
        SmallTarget("button “B”", 19, 19, spaced=False),
        SmallTarget("button “C”", 19, 19, spaced=True),
    ]


WIDE = """
<style>* { margin: 0 }</style>
<div class="journey-ui"><p style="width: 400px">Too wide</p>
<div style="overflow-x: auto"><p style="width: 900px">It scrolls</p></div></div>
"""


def test_a_page_is_told_that_is_wider_than_the_window_and_by_what(engine: Engine, shown: Show) -> None:
    engine.open(shown(WIDE), width=320)
    assert instruments.overflow(engine) == (80, ["p “Too wide”"])
    assert instruments.elements(engine, ".journey-ui") == [4]


MOVING = """
<style>* { margin: 0 } div { height: 300px; background: #ccc }</style>
<p id="late"></p><div class="OURS">It moves</div>
<script>requestAnimationFrame(() => requestAnimationFrame(() => { late.style.height = "300px" }))</script>
"""


def test_a_shift_of_layout_is_told_and_whether_ours_moved(chromium: Engine, shown: Show) -> None:
    chromium.open(shown(MOVING.replace("OURS", "journey-ui")))
    ours = instruments.shifts(chromium)
    chromium.open(shown(MOVING.replace("OURS", "other")))
    others = instruments.shifts(chromium)
    assert (ours.all, ours.ours, others.ours) == (others.all, others.all, 0)
    assert ours.all > 0.1
    chromium.open(shown("<p class=journey-ui>It stays</p>"))
    assert instruments.shifts(chromium) == Shift(0, 0)
