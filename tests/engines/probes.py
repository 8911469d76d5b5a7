"""Probes: what the pixels of a page or of a print say about one thing that has gone wrong before."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.engines import instruments
from tests.engines.engine import BOX, MARGIN, Engine, Paper
from tests.engines.paper import Printed
from tests.engines.picture import CLOSE, Picture

LINE = 0.85
"""The share of a word's width that a line below it or through it covers at least; letters alone never do."""
TO_THE_CURVE = "(end) => { document.querySelector('.journey-grid .journey-lane--emotion')?.scrollIntoView({block: 'center', behavior: 'instant'}); const s = document.querySelector('.journey__scroll'); if (s) s.scrollLeft = (end ? s.scrollWidth : 0) * (getComputedStyle(s).direction === 'rtl' ? -1 : 1) }"
ONE_LINE = """(selector) => {
    document.querySelectorAll("[data-probe]").forEach((one) => one.removeAttribute("data-probe"));
    const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && one.getClientRects().length === 1 && one.getBoundingClientRect().width > 8);
    all.forEach((one, number) => one.setAttribute("data-probe", number));
    return all.map((one) => one.textContent.trim());
}"""
CELLS = """() => [...document.querySelectorAll(".journey dd")].filter((cell) => cell.checkVisibility()).map((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim();
        if (text.length > 3 && !walker.currentNode.parentElement.closest("[role=tooltip], [hidden]")) texts.push(text);
    }
    return [texts[0], texts.at(-1)];
}).filter(([text]) => text)"""
HEADINGS = "() => [...document.querySelectorAll('article :is(h1, h2, h3, h4)')].map((one) => one.textContent.replace('¶', '').trim())"


class Sheets(NamedTuple):
    """What a page becomes on paper."""

    pages: int
    filled: list[float]
    """How far down each page there is something."""
    missing: list[str]
    """Texts of cells that are nowhere."""
    torn: list[str]
    """Cells that begin on one page and end on another."""
    headings_last: list[str]
    beyond_the_edge: list[str]


class Slab(NamedTuple):
    """The box of a solid bar, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def badly_painted_dots(engine: Engine) -> list[str]:
    """Dots of the curve which are not filled with their colour, or are and should be rings; told with what is there."""
    wrong = []
    for end in (False, True):
        engine.run(TO_THE_CURVE, end)
        engine.settle()
        picture = engine.picture()
        for dot in instruments.dots(engine):
            middle = picture.cut(round(dot.x) - 1, round(dot.y) - 1, round(dot.x) + 2, round(dot.y) + 2)
            filled = middle.share(dot.colour) == 1
            if filled == dot.hollow:
                wrong.append(f"{dot.text}: {middle.at(1, 1)} and not {dot.colour}")
    return list(dict.fromkeys(wrong))


def number_of_dots(engine: Engine) -> int:
    """How many dots the curve has that are in the window when one scrolls to it."""
    engine.run(TO_THE_CURVE, False)
    return len(instruments.dots(engine))


def without_line(engine: Engine, selector: str, colour: str | None = None) -> list[str]:
    """Words, each on one line, that no line crosses or underlines; a line in a colour, a property of CSS, if one is given."""
    wanted = None
    if colour is not None:
        value = engine.run(
            f"(name) => getComputedStyle(document.querySelector({selector!r})).getPropertyValue(name)", colour
        )
        wanted = instruments.colour(engine, value)
    found = []
    for number, text in enumerate(engine.run(ONE_LINE, selector)):
        if not line_rows(engine.picture(f"[data-probe='{number}']", below=4), wanted):
            found.append(text)
    return found


def line_rows(picture: Picture, colour: tuple[int, int, int] | None = None) -> int:
    """How many rows of pixels are a line from side to side: the thickness of an underline."""
    mask = picture.ink(CLOSE // 2) if colour is None else picture.is_colour(colour, CLOSE)
    return int((mask.mean(axis=1) >= LINE).sum())


def edge_shade(engine: Engine, selector: str = ".journey__scroll", *, start: bool = False) -> float | None:
    """How much darker (or, in the dark, lighter) what scrolls is at its edge than 40 px inside, from 0 to 255.

    None where nothing is cut at that edge.
    """
    cut = engine.run(
        "(s, start) => { const one = document.querySelector(s), at = Math.abs(one.scrollLeft); return start ? at > 1 : at + one.clientWidth < one.scrollWidth - 1 }",
        selector,
        start,
    )
    return edge_darkness(engine, selector, start=start) if cut else None


def edge_darkness(engine: Engine, selector: str = ".journey__scroll", *, start: bool = False) -> float:
    """The same, whether or not anything is cut there."""
    # Nothing may be centred sideways: in WebKit a scroller with padding would move its own content by that.
    engine.run("(s) => document.querySelector(s).scrollIntoView({block: 'center', inline: 'nearest'})", selector)
    engine.settle()
    grey = engine.picture().cut(*engine.run(BOX, selector)).pixels.astype(float).mean(axis=2)
    if start:
        grey = grey[:, ::-1]
    # Rows without text at the edge are most of them.
    return abs(float(np.median(grey[:, -42:-36].mean(axis=1) - grey[:, -5:-2].mean(axis=1))))


def slabs(picture: Picture, width: int = 24, height: int = 10) -> list[Slab]:
    """Solid bars of at least that size, each with the rows of pixels that it takes, from the top down."""
    found = _all_in(picture.ink(96), width, height)
    rows = np.flatnonzero(found.any(axis=1))
    bands = np.split(rows, np.flatnonzero(np.diff(rows) > height) + 1) if len(rows) else []
    slabs = []
    for band in bands:
        columns = np.flatnonzero(found[band].any(axis=0))
        slabs.append(Slab(int(columns[0]), int(band[0]), int(columns[-1]) + width, int(band[-1]) + height))
    return slabs


def _all_in(mask: NDArray[np.bool_], width: int, height: int) -> NDArray[np.bool_]:
    """Where a window of a size holds nothing else: told at its upper left corner."""
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), int)
    sums[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    inside = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    return inside == width * height


def on_paper(engine: Engine, paper: Paper) -> Sheets:
    """What becomes of the open page on paper."""
    cells = engine.run(CELLS)
    printed = Printed(engine.pdf(paper))
    return Sheets(
        len(printed.texts),
        printed.filled(MARGIN),
        printed.missing(dict.fromkeys(text for cell in cells for text in cell)),
        printed.torn(cells),
        printed.ends_with(engine.run(HEADINGS)),
        printed.beyond_the_edge(),
    )
