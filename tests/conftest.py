"""What many tests share: a browser, and the example site, each made once; which tests are slow; nobody's settings."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from mkdocs_journey.languages import words
from tests.browser.chromium import FLAGS, ChromiumMissingError, find_or_install
from tests.building import BuiltSite, build
from tests.installing import MissingError
from tests.review.demonstration import build_review

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.engines.engine import Engine

ROOT = Path(__file__).parent.parent

SLOW_FOLDERS = tuple(ROOT / "tests" / name for name in ("benchmarks", "browser", "engines", "hostile", "slips"))
SLOW_FIXTURES = frozenset({"browser", "engine", "example_site", "reviewed_example"})

# A busy machine is no fault of a test, and a change should not fail on CI for what it has no part in: there the same
# examples are tried each time, elsewhere others in each run. What fails is printed with the line that repeats it.
settings.register_profile(
    "calm",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
    print_blob=True,
)
settings.load_profile("calm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what stands in a slow folder, or has a fixture that is slow."""
    for item in items:
        fixtures = SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        if fixtures or any(folder in item.path.parents for folder in SLOW_FOLDERS):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _nobodys_git() -> Iterator[None]:
    """Git as on a machine where nobody has set anything, not even a name; and not inside a hook of another repository."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(autouse=True)
def _log_of_mkdocs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """MkDocs' log is heard by tests, also after one that ran MkDocs' own command, which keeps it to itself, and after
    one that wanted silence.
    """
    log = logging.getLogger("mkdocs")
    monkeypatch.setattr(log, "propagate", True)
    level = log.level
    yield
    log.setLevel(level)


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
def say(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Writes a line where people see it while tests run, although what tests print is captured."""
    reporter = pytestconfig.pluginmanager.get_plugin("terminalreporter")
    capture = pytestconfig.pluginmanager.get_plugin("capturemanager")

    def say(line: str) -> None:
        with capture.global_and_fixture_disabled():
            reporter.ensure_newline()
            reporter.write_line(line)

    return say


@pytest.fixture(scope="session")
def browser(say: Callable[[str], None]) -> Iterator[Browser]:
    """Chromium. Where it is neither found nor installed, the test fails and says what to install."""
    from playwright.sync_api import sync_playwright

    try:
        path = find_or_install(say)
    except ChromiumMissingError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Iterator[Engine]:
    """Chromium as an engine: for what only one of them has to tell."""
    from tests.engines.chromium import Chromium

    engine = Chromium(browser)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def firefox(say: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Firefox. Where it is neither found nor installed, the test fails and says what to install."""
    from tests.engines.firefox import Firefox, find_or_install

    try:
        program = find_or_install(say)
    except MissingError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    engine = Firefox(program, tmp_path_factory.mktemp("firefox"))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def webkit(say: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """WebKit. Where it is neither found nor installed, the test fails and says what to install."""
    from tests.engines.webkit import WebKit, find_or_install

    try:
        find_or_install(say)
    except MissingError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    engine = WebKit(tmp_path_factory.mktemp("webkit"))
    yield engine
    engine.close()


@pytest.fixture(scope="session", params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each of three engines in turn: what holds in one browser holds in all."""
    engine: Engine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site, built strictly."""
    return build(ROOT / "example_site" / "mkdocs.yml", tmp_path_factory.mktemp("example") / "site", strict=True)


@pytest.fixture(scope="session")
def reviewed_example(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site with changes in one map, built for reviewers."""
    return build_review(tmp_path_factory.mktemp("reviewed"))
