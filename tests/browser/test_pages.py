"""Every page of the example site, and maps of unusual shapes, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import served
from tests.building import BuiltSite, build, build_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
WALK = (HERE / "walk.js").read_text("utf-8")


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build(HERE / "shapes" / "mkdocs.yml", tmp_path_factory.mktemp("shapes") / "site")


MARKS = {"example_site": "journey-ui", "shapes": "journey-ui", "reviewed_example": "<ins>"}
"""Sites, and what stands on those of their pages that are looked at."""


@pytest.fixture(scope="module", params=MARKS)
def site(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[str]]]:
    """The address of a site, and its pages that show a map or a persona; of a review, those that show changes."""
    built: BuiltSite = request.getfixturevalue(request.param)
    ours = [path for path in built.folder.rglob("index.html") if MARKS[request.param] in path.read_text("utf-8")]
    pages = sorted(path.parent.relative_to(built.folder).as_posix() for path in ours)
    with served(built.folder) as address:
        yield address, ["" if page == "." else f"{page}/" for page in pages]


PLAIN_THEMES = """
    site_name: Plain
    theme: {name: THEME}
    plugins: [search, journey]
"""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_plain_themes_show_maps_and_personas_without_overflow(
    browser: Browser, tmp_path: Path, theme: str, width: int
) -> None:
    pages = {path.name: path.read_text("utf-8") for path in (HERE / "shapes" / "docs").glob("*.md")}
    built = build_pages(tmp_path, pages, PLAIN_THEMES.replace("THEME", theme))
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong = {}
    with served(built.folder) as address:
        for path in sorted(built.folder.rglob("index.html")):
            name = path.parent.relative_to(built.folder).as_posix()
            # Long words in the theme's own navigation leave its own box: only what is ours counts.
            open_page(page, f"{address}{name}/")
            found = page.evaluate("[...walk.overflow(), ...walk.clipped()]")
            if found := [sentence for sentence in found if not sentence.startswith("the page is")]:
                wrong[name] = found
            if page.evaluate("walk.points().some((distance) => distance > 0.5)"):
                wrong[name] = ["a point is off its column"]
    page.close()
    assert wrong == {}


def open_page(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.evaluate(WALK)


def test_no_page_says_an_error_or_asks_for_anything_outside(site: tuple[str, list[str]], browser: Browser) -> None:
    address, pages = site
    wrong: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: wrong.append(f"{page.url} {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(f"{page.url} {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else wrong.append(request.url),
    )
    for path in pages:
        page.goto(address + path, wait_until="networkidle")
    page.close()
    assert wrong == []


@pytest.mark.parametrize("width", [1440, 1280, 390, 320])
def test_no_text_overflows_or_is_clipped(site: tuple[str, list[str]], browser: Browser, width: int) -> None:
    address, pages = site
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong = {}
    for path in pages:
        open_page(page, address + path)
        if found := page.evaluate("[...walk.overflow(), ...walk.clipped()]"):
            wrong[path] = found
    page.close()
    assert wrong == {}


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_feelings_without_a_score_stand_below_the_scale_and_all_that_belongs_to_it(
    shapes: BuiltSite, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    with served(shapes.folder) as address:
        page.goto(f"{address}gaps/")
        rooms = page.evaluate("""() => [...document.querySelectorAll(".journey-grid")].map((grid) => {
            const boxes = (names) => [...grid.querySelectorAll(names)].map((one) => one.getBoundingClientRect())
            const words = boxes(".journey-lane--emotion .journey-pt--word")
            const scale = boxes(".journey-lanes small, .journey-pt:not(.journey-pt--word)")
            const marks = boxes(".journey-lane--emotion .journey-ev")
            return words.length ? [
                Math.min(...words.map((one) => one.top)) - Math.max(...scale.map((one) => one.bottom)),
                Math.min(...marks.map((one) => one.top)) - Math.max(...words.map((one) => one.bottom)),
            ] : []
        })""")
    page.close()
    assert [[room > 0 for room in one] for one in rooms] == [
        [True, True],
        [True, True],
        [],
    ]


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_the_points_of_every_curve_lie_on_their_columns(
    site: tuple[str, list[str]], browser: Browser, width: int
) -> None:
    address, pages = site
    page = browser.new_page(viewport={"width": width, "height": 900})
    worst: dict[str, float] = {}
    for path in pages:
        open_page(page, address + path)
        for distance in page.evaluate("walk.points()"):
            worst[path] = max(worst.get(path, 0), distance)
    page.close()
    assert worst
    assert {path: distance for path, distance in worst.items() if distance > 0.5} == {}


def test_the_keyboard_reaches_and_scrolls_every_grid(site: tuple[str, list[str]], browser: Browser) -> None:
    address, pages = site
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    scrolled = 0
    for path in pages:
        open_page(page, address + path)
        for index in range(page.locator(".journey__scroll").count()):
            grid = page.locator(".journey__scroll").nth(index)
            # The control before the grid, and one press of Tab from there.
            page.evaluate(
                """index => {
                    const all = [...document.querySelectorAll('a[href], button, input, [tabindex="0"]')].filter(e => e.checkVisibility());
                    all[all.indexOf(document.querySelectorAll('.journey__scroll')[index]) - 1].focus();
                }""",
                index,
            )
            page.keyboard.press("Tab")
            assert grid.evaluate("e => e === document.activeElement"), (path, index)
            if grid.evaluate("e => e.scrollWidth <= e.clientWidth + 1"):
                continue
            page.keyboard.press(
                "ArrowLeft" if grid.evaluate("e => getComputedStyle(e).direction") == "rtl" else "ArrowRight"
            )
            page.wait_for_function(
                "index => document.querySelectorAll('.journey__scroll')[index].scrollLeft !== 0", arg=index
            )
            scrolled += 1
    page.close()
    assert scrolled
