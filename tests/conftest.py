"""What many tests share: a browser, and the example site, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from mkdocs_journey.languages import words
from tests.browser.chromium import FLAGS, find_or_install
from tests.building import BuiltSite, build
from tests.review.demonstration import build_review

ROOT = Path(__file__).parent.parent


_AS_READERS_SEE_IT = words._unknown


@pytest.fixture(scope="session", autouse=True)
def no_word_is_missing() -> Iterator[None]:
    """A key without words, which a reader would see as it is, fails the first test that meets it."""

    def refuse(key: str) -> str:
        raise AssertionError(f"There are no words for {key}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_unknown", refuse)
        yield


@pytest.fixture
def unknown_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a test see what becomes of a key without words."""
    _AS_READERS_SEE_IT.cache_clear()
    monkeypatch.setattr(words, "_unknown", _AS_READERS_SEE_IT)


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
