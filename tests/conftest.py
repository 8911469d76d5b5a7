"""What many tests share: a browser, and the example site, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_or_install
from tests.building import BuiltSite, build
from tests.review.demonstration import build_review

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where it is neither found nor installed, the test fails and says what to install."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site, built strictly."""
    return build(ROOT / "example_site" / "mkdocs.yml", tmp_path_factory.mktemp("example") / "site", strict=True)


@pytest.fixture(scope="session")
def reviewed_example(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site with changes in one map, built for reviewers."""
    return build_review(tmp_path_factory.mktemp("reviewed"))
