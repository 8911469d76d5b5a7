"""What is looked at: sites that are served once, and instruments that are fetched once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.serving import served
from tests.building import BuiltSite, build_pages
from tests.engines import axe, nu
from tests.installing import MissingError, Say
from tests.npm_packages import PackageMissingError

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def example(example_site: BuiltSite) -> Iterator[str]:
    """The address of the example site."""
    with served(example_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def review(reviewed_example: BuiltSite) -> Iterator[str]:
    """The address of the example site with changes in one map, built for reviewers."""
    with served(reviewed_example.folder) as address:
        yield address


@pytest.fixture(scope="session")
def looks_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Small maps, each on a page of its own in plain Material."""
    pages = {path.name: path.read_text("utf-8") for path in sorted((HERE / "looks").glob("*.md"))}
    return build_pages(tmp_path_factory.mktemp("looks"), pages)


@pytest.fixture(scope="session")
def looks(looks_site: BuiltSite) -> Iterator[str]:
    """The address of the small maps."""
    with served(looks_site.folder) as address:
        yield address


Fetch = Callable[[Path, Say], object]


@pytest.fixture(scope="session")
def fetched(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory, say: Say
) -> Callable[[Fetch], object]:
    """Fetches an instrument into pytest's cache; a test fails that cannot have it, and says what to install."""
    cache = getattr(pytestconfig, "cache", None)
    folder = cache.mkdir("instruments") if cache is not None else tmp_path_factory.mktemp("instruments")

    def fetch(how: Fetch) -> object:
        try:
            return how(folder, say)
        except (MissingError, PackageMissingError) as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None

    return fetch


@pytest.fixture(scope="session")
def axe_script(fetched: Callable[[Fetch], object]) -> str:
    return str(fetched(axe.script))


@pytest.fixture(scope="session")
def nu_jar(fetched: Callable[[Fetch], object]) -> Path:
    return Path(str(fetched(nu.jar)))


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[str], str]:
    """Writes a page with some HTML in its body; its address."""

    def show(body: str) -> str:
        path = tmp_path / "page.html"
        path.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>{body}', "utf-8")
        return path.as_uri()

    return show
