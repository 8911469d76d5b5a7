"""One way to use a browser engine, whichever it is: open a page, ask it, look at it, touch it, print it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tests.engines.picture import Picture


class Paper(NamedTuple):
    """A sheet, in millimetres."""

    width: int
    height: int


A4 = Paper(210, 297)
A4_LANDSCAPE = Paper(297, 210)
A3_LANDSCAPE = Paper(420, 297)
MARGIN = 10
"""Around what is printed, in millimetres: the wish of the reader, which a page may overrule."""

FORGET = """() => {
    try { Storage.prototype.setItem = () => {}; localStorage.clear(); sessionStorage.clear() } catch {}
}"""
"""Forgets what a page has stored before it is left, and lets it store nothing more. Pages without an address have none."""
TARGET = """(selector) => {
    const element = document.querySelector(selector);
    element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    const box = element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
}"""
BOX = """(selector) => {
    const {left, top, right, bottom} = document.querySelector(selector).getBoundingClientRect();
    return [left, top, right, bottom];
}"""
SETTLE = """async () => {
    await document.fonts.ready;
    const loading = [...document.images].filter((image) => image.loading !== "lazy" && !image.complete);
    await Promise.all(loading.map((image) => new Promise((done) => { image.onload = image.onerror = done })));
    for (const _ of [1, 2, 3]) await new Promise((done) => requestAnimationFrame(done));
}"""
"""What is told when fonts and pictures are there, and what scripts changed has been painted."""


class Engine(ABC):
    """A browser with one page. Sizes and places are CSS pixels, one of which is one pixel of a picture."""

    name: str

    @abstractmethod
    def load(self, address: str, width: int, height: int, *, dark: bool) -> None:
        """Load a page in a window of that size with nothing kept from the page before."""

    @abstractmethod
    def run(self, function: str, *arguments: Any) -> Any:
        """Call a function of the page, given as JavaScript, and return what it returns or promises, as JSON has it."""

    @abstractmethod
    def png(self) -> bytes:
        """What the window shows."""

    @abstractmethod
    def pdf(self, paper: Paper) -> bytes:
        """The page in print, with backgrounds, and :data:`MARGIN` where it does not ask for others."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press and release a key: a letter, or its name in JavaScript (``Escape``); ``Shift+Tab`` with another held."""

    @abstractmethod
    def move_to(self, x: float, y: float) -> None:
        """Move the pointer."""

    @abstractmethod
    def press_button(self) -> None:
        """Press and release the button of the mouse where the pointer is."""

    @abstractmethod
    def turn_wheel(self, x: float, y: float) -> None:
        """Turn the wheel where the pointer is, so far that the page would scroll by that much."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def open(self, address: str, *, width: int = 1440, height: int = 900, dark: bool = False) -> None:
        """Open a page from a server or a file, and wait until it can be looked at."""
        self.load(address, width, height, dark=dark)
        self.settle()

    def settle(self) -> None:
        """Wait until what happened has been painted."""
        self.run(SETTLE)

    def picture(self, selector: str | None = None, *, below: int = 0) -> Picture:
        """What the window shows, or of it an element that is scrolled to its middle: as much as is in the window.

        ``below`` are more rows below the element, for what hangs out of it.
        """
        from tests.engines.picture import Picture

        if selector is None:
            return Picture.from_png(self.png())
        self.run(TARGET, selector)
        self.settle()
        left, top, right, bottom = self.run(BOX, selector)
        return Picture.from_png(self.png()).cut(left, top, right, bottom + below)

    def hover(self, selector: str) -> None:
        self.move_to(*self.run(TARGET, selector))
        self.settle()

    def click(self, selector: str) -> None:
        self.hover(selector)
        self.press_button()
        self.settle()
