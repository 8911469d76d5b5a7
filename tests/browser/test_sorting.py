"""Tables of views sort by a click on the name of a column, and by the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.expecting import expect
from tests.browser.serving import served
from tests.building import build_pages
from tests.compiling import journey

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MAP = journey("""
    title: Map
    phases:
      - name: Need
        pains:
          - {text: Banana, severity: 2, frequency: 1}
          - {text: äpple, severity: 4, frequency: 5, id: a}
          - {text: Cherry, severity: 3, frequency: 4, id: c}
        opportunities:
          - {text: One, fixes: [a], impact: 2, effort: 1}
          - {text: Two, fixes: [c], impact: 5, effort: 2, related: [One]}
""")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pages = {"map.md": MAP, "index.md": "# Home\n\n```journeys\nview: backlog\n```\n"}
    folder: Path = tmp_path_factory.mktemp("sorting")
    with served(build_pages(folder, pages).folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    yield page
    page.close()


def shown(page: Page) -> list[str]:
    """The first words of each row."""
    return [text.split("\n")[0] for text in page.locator(".journey-table tbody th").all_inner_texts()]


def order(page: Page) -> list[str | None]:
    """By which column rows are sorted, as a screen reader is told."""
    return [head.get_attribute("aria-sort") for head in page.locator(".journey-table thead th").all()]


def test_the_page_comes_in_the_order_of_priority_with_related_rows_together(page: Page) -> None:
    assert shown(page) == ["äpple", "Cherry", "Banana"]
    assert order(page) == [None, None, "descending", None, None, None]
    assert page.locator("tr.follows").count() == 1


def test_a_click_sorts_words_as_a_reader_does_and_another_one_turns_them_round(page: Page) -> None:
    head = page.get_by_role("button", name="Pain point")
    head.click()
    assert shown(page) == ["äpple", "Banana", "Cherry"]
    assert order(page) == ["ascending", None, None, None, None, None]
    # Rows that belong together do not stand together any more.
    expect(page.locator("tr.follows")).to_have_count(0)
    head.press("Enter")
    assert shown(page) == ["Cherry", "Banana", "äpple"]


def test_numbers_sort_by_their_size_and_what_has_none_is_the_least(page: Page) -> None:
    head = page.get_by_role("button", name="Priority")
    head.click()
    assert shown(page) == ["Banana", "äpple", "Cherry"]
    head.click()
    assert shown(page) == ["äpple", "Cherry", "Banana"]
    expect(page.locator("tr.follows")).to_have_count(1)


def test_without_javascript_there_is_a_table_and_no_button(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert shown(page) == ["äpple", "Cherry", "Banana"]
    assert page.locator(".journey-table button").count() == 0
    context.close()
