"""Chromium, by Playwright, as the tests in ``tests/browser`` use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.engines.engine import MARGIN, Engine, Paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Chromium(Engine):
    """A page of a Chromium that somebody else started and ends."""

    name = "Chromium"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._at: tuple[float, float] = (0, 0)
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """Playwright's own view of the page, for what only Chromium can."""
        assert self._page is not None, "No page is open."
        return self._page

    def load(self, address: str, width: int, height: int, *, dark: bool) -> None:
        self.close()
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        self._page = context.new_page()
        self._page.goto(address, wait_until="load")

    def run(self, function: str, *arguments: Any) -> Any:
        return self.page.evaluate(f"(all) => ({function})(...all)", list(arguments))

    def png(self) -> bytes:
        return self.page.screenshot()

    def pdf(self, paper: Paper) -> bytes:
        margin = f"{MARGIN}mm"
        return self.page.pdf(
            width=f"{paper.width}mm",
            height=f"{paper.height}mm",
            margin={"top": margin, "bottom": margin, "left": margin, "right": margin},
            print_background=True,
        )

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def move_to(self, x: float, y: float) -> None:
        self._at = (x, y)
        self.page.mouse.move(x, y)

    def press_button(self) -> None:
        self.page.mouse.click(*self._at)

    def turn_wheel(self, x: float, y: float) -> None:
        self.page.mouse.wheel(x, y)

    def close(self) -> None:
        if self._page is not None:
            self._page.context.close()
            self._page = None
