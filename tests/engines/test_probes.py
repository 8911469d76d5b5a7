"""The probes find what is painted wrong, and nothing else: pages with faults that were put there on purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.engines import probes
from tests.engines.engine import A4, Engine
from tests.engines.paper import RENDERERS, Printed

Show = Callable[[str], str]

DOTS = """
<style>
  .journey-pt { position: absolute; width: 100px; height: 50px; color: #b3261e }
  .journey-pt::before { content: ""; position: absolute; top: 20px; left: 45px; width: 10px; height: 10px; border-radius: 50% }
  .filled::before { background: currentcolor }
  .journey-pt--hyp::before { box-sizing: border-box; border: 2px solid }
</style>
<div class="journey-grid"><div class="journey-lane--emotion" style="position: relative; height: 80px">
  <b class="journey-pt filled" style="left: 0">−1 filled</b>
  <b class="journey-pt" style="left: 100px">−1 white</b>
  <b class="journey-pt journey-pt--hyp" style="left: 200px">−1 ring</b>
  <b class="journey-pt journey-pt--hyp filled" style="left: 300px">−1 no ring</b>
</div></div>
"""


def test_dots_are_told_that_are_holes_or_should_be_rings(engine: Engine, shown: Show) -> None:
    engine.open(shown(DOTS))
    assert probes.number_of_dots(engine) == 4
    assert probes.badly_painted_dots(engine) == [
        "−1 white: (255, 255, 255) and not (179, 38, 30)",
        "−1 no ring: (179, 38, 30) and not (179, 38, 30)",
    ]


LINES = """
<style>
  p { font: 16px/32px sans-serif } ins, del { text-decoration-line: none }
  ins { --line: #00695c } del { --line: #b3261e; color: #555 }
  ins.lined { text-decoration-line: underline } del.lined { text-decoration-line: line-through }
  .lined { text-decoration-color: var(--line); text-decoration-thickness: 2px; text-decoration-skip-ink: none; text-underline-offset: 4px }
</style>
<p><del class="lined">Lined old words</del> <ins class="lined">Lined new words</ins></p>
<p><del>Plain old words</del> <ins>Plain new words</ins></p>
"""


def test_words_are_told_that_no_line_crosses_or_underlines(engine: Engine, shown: Show) -> None:
    engine.open(shown(LINES))
    assert probes.without_line(engine, "del", "--line") == ["Plain old words"]
    assert probes.without_line(engine, "ins", "--line") == ["Plain new words"]
    assert probes.without_line(engine, "ins") == ["Plain new words"]


CUT = """
<div class="journey__scroll" style="position: relative; width: 300px; height: 200px; overflow-x: auto; scrollbar-width: none">
  <p style="width: WIDTHpx">Words</p>
  <i style="position: sticky; left: 280px; display: block; width: 20px; height: 100px; background: linear-gradient(to right, #0000, SHADE)"></i>
</div>
"""


@pytest.mark.parametrize(
    ("width", "shade", "expected"), [("900", "#0004", True), ("900", "#0000", False), ("100", "#0004", None)]
)
def test_the_shade_at_an_edge_is_measured_where_something_is_cut(
    engine: Engine, shown: Show, width: str, shade: str, expected: bool | None
) -> None:
    engine.open(shown(CUT.replace("WIDTH", width).replace("SHADE", shade)))
    found = probes.edge_shade(engine)
    assert (found if found is None else found > 4) is expected


SHEETS = """
<style>
  @page { margin: 10mm } * { margin: 0 } p, dl, dd, h2 { font: 16px/20px sans-serif }
  .bar { height: 12px; width: 200px; background: #223; print-color-adjust: exact } .line { height: 2px }
</style>
<div class="bar"></div><div class="bar line" style="margin-top: 30px"></div>
<article class="journey"><h2 style="margin-top: 500px; break-after: auto">Last heading</h2>
<dl><dd style="break-before: page">Alone on its page</dd>
<dd>It begins here <div style="break-before: page">and ends there</div></dd>
<dd style="position: absolute; left: -9000px">Beyond the edge</dd></dl></article>
"""


def test_pages_tell_what_is_torn_lost_and_left_at_their_end(chromium: Engine, shown: Show) -> None:
    chromium.open(shown(SHEETS))
    printed = Printed(chromium.pdf(A4))
    for renderer in RENDERERS:
        (bar,) = probes.slabs(printed.pictures(renderer)[0])
        assert (bar.right - bar.left in (200, 201), bar.bottom - bar.top in (12, 13)) == (True, True), renderer
    found = probes.on_paper(chromium, A4)
    assert [found.pages, found.torn, found.headings_last] == [3, ["It begins here"], ["Last heading"]]
    assert [0.5 < found.filled[0] < 0.6, *(filled < 0.1 for filled in found.filled[1:])] == [True, True, True]
    assert found.missing == ["Beyond the edge"]
