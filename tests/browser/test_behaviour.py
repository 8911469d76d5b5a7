"""What a reader does with a map: scroll, hide lanes, fill the window, print, do without JavaScript."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.browser.expecting import expect
from tests.browser.serving import served
from tests.building import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MAP = "journeys/go-live/"


@pytest.fixture(scope="module")
def address(example_site: BuiltSite) -> Iterator[str]:
    with served(example_site.folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + MAP)
    yield page
    page.close()


def test_a_lane_can_be_hidden_and_shown_again(page: Page) -> None:
    lane = page.locator(".journey-grid dd.journey-lane--thoughts").first
    expect(lane).to_be_visible()
    page.get_by_role("button", name="Lanes shown").click()
    page.get_by_role("checkbox", name="Thoughts").uncheck()
    expect(lane).to_be_hidden()
    page.get_by_role("checkbox", name="Thoughts").check()
    expect(lane).to_be_visible()


def test_full_view_fills_the_window_and_escape_leaves_it(page: Page) -> None:
    page.get_by_role("button", name="Full view").click()
    box = page.locator(".journey").first.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 1440)
    close = page.get_by_role("button", name="Close full view")
    expect(close).to_be_focused()
    assert close.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Full view", exact=True)).to_be_focused()
    assert page.locator(".journey.is-expanded").count() == 0


def test_the_controls_are_there_after_instant_navigation(
    browser: Browser, address: str, example_site: BuiltSite
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    # Instant navigation follows the links that the sitemap has; here the site has another address than it will have.
    sitemap = (
        (example_site.folder / "sitemap.xml").read_text("utf-8").replace("https://handbook.tidewell.example/", address)
    )
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="application/xml"))
    page.goto(address, wait_until="networkidle")
    page.evaluate("window.notReloaded = true")
    page.locator(f"article a[href*='{MAP}']").first.click()
    expect(page.get_by_role("button", name="Full view").first).to_be_visible()
    assert page.evaluate("window.notReloaded") is True
    assert page.locator(".journey-tools").count() == page.locator(".journey--tools").count()
    page.close()


@pytest.mark.parametrize("width", [1440, 1000])
def test_the_header_stays_while_the_map_scrolls(browser: Browser, address: str, width: int) -> None:
    """A map that fits scrolls with the page, below the site's header; one that is too wide scrolls by itself."""
    page = browser.new_page(viewport={"width": width, "height": 600})
    page.goto(address + MAP)
    page.locator(".journey-grid dd").last.evaluate("cell => cell.scrollIntoView({block: 'end'})")
    top = page.evaluate(
        """() => {
            const scroller = document.querySelector('.journey__scroll'), own = scroller.scrollHeight > scroller.clientHeight + 1;
            return own ? scroller.getBoundingClientRect().top : document.querySelector('.md-header').getBoundingClientRect().bottom;
        }"""
    )
    title = page.locator(".journey-phase__title").first.bounding_box()
    assert title is not None
    assert abs(title["y"] - top) < 12
    page.close()


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("width", [1440, 1280, 390])
def test_all_of_the_text_is_in_print(page: Page, paper: str, width: int) -> None:
    """Whatever the map looks like on the screen: in a narrower window a tall one scrolls by itself."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    words = page.evaluate(
        """() => [...document.querySelectorAll('.journey dd, .journey h2, .journey h3, .journey h4')]
            .filter(e => e.checkVisibility()).flatMap(e => e.textContent.match(/[\\p{L}]{4,}/gu) ?? [])"""
    )
    printed = PdfReader(io.BytesIO(page.pdf(format=paper, landscape=paper == "A3", prefer_css_page_size=True)))
    text = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in printed.pages))
    assert len(words) > 100
    assert sorted({word for word in words if word not in text}) == []


def test_nothing_is_missing_without_javascript(browser: Browser, address: str, page: Page) -> None:
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    without = plain.new_page()
    without.goto(address + MAP)
    expect(without.locator(".journey-grid dd").first).to_be_visible()
    assert without.locator(".journey-tools").count() == 0
    assert without.locator(".journey-grid").first.inner_text() == page.locator(".journey-grid").first.inner_text()
    plain.close()


def test_a_map_is_an_ordered_story_for_those_who_do_not_see_it(page: Page) -> None:
    story = page.locator(".journey").first.aria_snapshot()
    headings = re.findall(r'heading "(.*?)" \[level=(\d)\]', story)
    assert [level for _, level in headings[:4]] == ["2", "3", "4", "4"]
    assert headings[0][0] == "Contract to go-live waits twice, and nobody says why"
    assert re.search(r"- term: Emotion\n\s+- definition: \+1 glad", story)
