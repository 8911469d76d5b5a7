"""The card of a link in prose, as a reader meets it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.expecting import expect
from tests.browser.serving import served
from tests.building import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PAGE = "teams/onboarding/"


@pytest.fixture(scope="module")
def address(example_site: BuiltSite) -> Iterator[str]:
    with served(example_site.folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + PAGE)
    yield page
    page.close()


def reference(page: Page) -> tuple[Locator, Locator]:
    """The link to the wait for sign-on, and its card."""
    link = page.locator(".journey-ref > a", has_text="Dee waits for SSO metadata")
    return link, link.locator("+ .journey-ref__card")


def test_the_card_shows_on_hover_and_stays_while_the_pointer_is_on_it(page: Page) -> None:
    link, card = reference(page)
    expect(card).to_be_hidden()
    link.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("−2 stuck")
    card.hover()
    expect(card).to_be_visible()
    page.mouse.move(1, 1)
    expect(card).to_be_hidden()


def test_the_card_shows_on_focus_and_describes_its_link(page: Page) -> None:
    link, card = reference(page)
    link.focus()
    expect(card).to_be_visible()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()


def test_escape_puts_the_card_away_until_the_reader_comes_back(page: Page) -> None:
    link, card = reference(page)
    link.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(1, 1)
    link.hover()
    expect(card).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_every_card_stays_inside_the_window(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + PAGE)
    for link in page.locator(".journey-ref > a").all():
        link.focus()
        card = link.locator("+ .journey-ref__card")
        expect(card).to_be_visible()
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800
    page.close()


def test_without_javascript_the_card_shows_all_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    link, card = reference(page)
    link.hover()
    expect(card).to_be_visible()
    context.close()


def test_on_paper_there_is_no_card(page: Page) -> None:
    link, card = reference(page)
    link.hover()
    page.emulate_media(media="print")
    expect(card).to_be_hidden()
