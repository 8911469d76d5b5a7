"""Instruments: small functions, each of which measures one thing of the page that an engine has open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tests.engines.engine import Engine

SEEING = Path(__file__).with_name("seeing.js").read_text("utf-8")
OURS = ".journey-ui"
LEAST_TARGET = 24
"""WCAG 2.2, 2.5.8: pixels on each side of a target."""
Place = Literal["whole", "cut", "outside", "absent"]
Box = tuple[float, float, float, float]


class Seen(NamedTuple):
    """How much of something is in the window, and its box: left, top, right, bottom."""

    place: Place
    box: Box | None


class Unseen(NamedTuple):
    """A text that somebody typed and nobody sees."""

    text: str
    place: str
    why: Literal["folded", "not displayed", "invisible", "tiny", "clipped", "same colour", "absent"]


class SmallTarget(NamedTuple):
    """A target that is smaller than it should be."""

    name: str
    width: float
    height: float
    spaced: bool
    """Whether no other target is near, which WCAG accepts."""


class Shift(NamedTuple):
    """Shifts of layout, added up: of the whole page, and those in which something of ours moved."""

    all: float
    ours: float


class Dot(NamedTuple):
    """A dot of the curve: its centre in the window, and the colour that it should have."""

    x: float
    y: float
    colour: tuple[int, int, int]
    hollow: bool
    text: str


def first_screen(engine: Engine, selectors: Sequence[str]) -> dict[str, Seen]:
    """What of each selector is in the window now, below a header that stays there."""
    found = _ask(engine, "(all) => seeing.firstScreen(all)", list(selectors))
    return {selector: Seen(one["place"], one["box"] and tuple(one["box"])) for selector, one in found.items()}


def unseen(engine: Engine, typed: Iterable[str], inside: str = OURS) -> list[Unseen]:
    """Which texts, or pieces of texts, of those that were typed are there and not seen, or are not there at all.

    What only has to be scrolled to is seen. What is folded away is told as ``folded``.
    """
    return [Unseen(**one) for one in _ask(engine, "(...all) => seeing.unseen(...all)", list(typed), inside)]


def small_targets(engine: Engine, inside: str = OURS, least: float = LEAST_TARGET) -> list[SmallTarget]:
    """Targets that are smaller on a side, except links in running text."""
    return [SmallTarget(**one) for one in _ask(engine, "(...all) => seeing.smallTargets(...all)", inside, least)]


def elements(engine: Engine, selector: str) -> list[int]:
    """How many elements each match has, with itself."""
    counts: list[int] = _ask(engine, "(one) => seeing.elements(one)", selector)
    return counts


def overflow(engine: Engine, inside: str = OURS) -> tuple[float, list[str]]:
    """By how many pixels the page is wider than the window, and what of ours reaches out."""
    found = _ask(engine, "(one) => seeing.overflow(one)", inside)
    return found["wider"], found["by"]


def shifts(engine: Engine, inside: str = OURS) -> Shift:
    """Shifts of layout since the page was opened. Chromium alone tells them."""
    return Shift(**_ask(engine, "(one) => seeing.shifts(one)", inside))


def boxes(engine: Engine, selector: str) -> list[Box]:
    """The boxes of all matches that are shown, one for each line: left, top, right, bottom, in the window."""
    return [tuple(box) for box in _ask(engine, "(one) => seeing.boxes(one)", selector)]


def dots(engine: Engine) -> list[Dot]:
    """The dots of curves that are in the window."""
    return [Dot(**{**one, "colour": tuple(one["colour"])}) for one in _ask(engine, "() => seeing.dots()")]


def colour(engine: Engine, text: str) -> tuple[int, int, int]:
    """A colour of CSS as red, green and blue."""
    red, green, blue, _ = _ask(engine, "(one) => seeing.colour(one)", text)
    return red, green, blue


def _ask(engine: Engine, function: str, *arguments: object) -> Any:
    engine.run(f"() => {{ if (!window.seeing) {SEEING} }}")
    return engine.run(function, *arguments)
