"""Naughty strings in every field of both blocks: nothing of them is ever live in a page or in the search index.

What a page may be made of is not listed here: it is whatever a site of the same shape is made of whose texts mean
no harm and use all markup that a text may have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mkdocs_journey.model.views import VIEWS
from tests.browser.serving import served
from tests.building import BuiltSite, build_pages
from tests.hostile.looking import Sight, look
from tests.hostile.naughty import MARKED_UP, OURS, STRINGS, TOGETHER, block, in_groups, journey, persona, refused

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def pages_of(drawn: Sequence[str], wrong: Sequence[str]) -> dict[str, str]:
    """Pages that have texts in every field: where they are drawn, and where they are refused."""
    pages = {"index.md": "# Home\n", "picture.png": ""}
    for number, some in enumerate(in_groups(drawn, 12)):
        pages[f"journeys-{number}.md"] = "\n".join(
            journey(text, f"journey-{number}-{i}") for i, text in enumerate(some)
        )
    for number, text in enumerate(drawn[: min(len(OURS), len(drawn) - 1)]):
        pages[f"persona-{number}.md"] = persona([text], f"persona-{number}")
    for number, some in enumerate(in_groups(drawn, 3)):
        pages[f"personas-{number}.md"] = persona(some, f"personas-{number}")
    # A page for each view: all of them show the same texts.
    pages |= {f"view-{view}.md": _view(view) for view in VIEWS}
    for number, some in enumerate(in_groups(wrong, 24)):
        blocks = [
            *(block("journey", refused(text)) for text in some),
            *(f"``````persona\n{text}\n``````\n" for text in some),
        ]
        pages[f"refused-{number}.md"] = "\n".join(blocks)
    return pages


def _view(view: str) -> str:
    """A block that shows everything, or the first map where it shows one."""
    journey = "journey: [journey-0-0]\n" if VIEWS[view].one_journey or view == "compare" else ""
    return f"``````journeys\nview: {view}\n{journey}``````\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return build_pages(tmp_path_factory.mktemp("naughty"), pages_of(TOGETHER, STRINGS))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    many_errors = block("journey", {f"field {number}": "" for number in range(99)})
    number = "``````journey\ntitle: Numbers\nindicators: {name: NPS, baseline: 1, current: 2, target: 3}\nphases: [a]\n``````\n"
    words = "``````journey\ntitle: Words\nphases: [{name: a, emotion: at sea}]\n``````\n"
    more = {"many.md": many_errors, "number.md": number, "words.md": words}
    pages = {**pages_of(MARKED_UP, MARKED_UP), **more}
    return build_pages(tmp_path_factory.mktemp("harmless"), pages)


def sights(site: BuiltSite) -> dict[str, Sight]:
    """Every page of a site, by its address."""
    pages = sorted(site.folder.rglob("*.html"))
    return {path.relative_to(site.folder).as_posix(): look(path.read_text("utf-8")) for path in pages}


@pytest.fixture(scope="module")
def seen(site: BuiltSite) -> dict[str, Sight]:
    return sights(site)


@pytest.fixture(scope="module")
def allowed(harmless: BuiltSite) -> dict[str, Sight]:
    return sights(harmless)


def test_a_naughty_page_is_made_of_nothing_that_a_harmless_one_is_not_made_of(
    seen: dict[str, Sight], allowed: dict[str, Sight]
) -> None:
    kinds = frozenset().union(*(sight.kinds for sight in allowed.values()))
    styles = frozenset().union(*(sight.styles for sight in allowed.values()))
    running = [sight.running for sight in allowed.values()]
    assert {name: more for name, sight in seen.items() if (more := sight.kinds - kinds)} == {}
    assert {name: more for name, sight in seen.items() if (more := sight.styles - styles)} == {}
    assert {name: sight.running for name, sight in seen.items() if sight.running not in running} == {}


def test_every_address_is_of_an_allowed_kind(seen: dict[str, Sight]) -> None:
    assert {name: wrong for name, sight in seen.items() if (wrong := sight.wrong_addresses)} == {}


def test_every_map_is_drawn_and_every_wrong_block_is_a_box(seen: dict[str, Sight]) -> None:
    boxes = {name for name, sight in seen.items() if any(".journey-error" in kind for kind in sight.kinds)}
    assert boxes == {name for name in seen if name.startswith("refused-")}


def test_words_without_marks_are_on_the_page_as_they_were_written(seen: dict[str, Sight]) -> None:
    shown = "".join(sight.text for name, sight in seen.items() if name.startswith("journeys-"))
    plain = [text for text in STRINGS if re.fullmatch(r"[\w ,.]+", text) and text.strip() == text]
    assert len(plain) > 100
    assert [text for text in plain if text not in shown] == []


def test_no_template_language_finds_a_command_of_its_own(site: BuiltSite) -> None:
    for path in site.folder.rglob("index.html"):
        written = path.read_text("utf-8").partition('class="journey-ui')[2].partition("<footer")[0]
        assert [mark for mark in ("{{ config", "{% include", "{# c") if mark in written] == [], path


def test_the_search_index_holds_words_and_no_element(site: BuiltSite) -> None:
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    texts = [entry[field] for entry in index for field in ("title", "text")]
    assert [text for text in texts if "<" in text] == []
    assert any("&lt;script&gt;" in text for text in texts)


def test_the_log_of_a_build_has_one_line_for_a_finding_and_no_control_character(site: BuiltSite) -> None:
    assert [line for line in site.log if CONTROL.search(line)] == []
    assert any(line.startswith("WARNING refused-0.md:") for line in site.log)


LOAD_IMAGES = """() => Promise.all([...document.images].map((image) => {
    image.loading = 'eager'
    return image.complete || new Promise((done) => { image.onload = image.onerror = done })
}))"""
"""Loads what is otherwise only loaded when somebody scrolls there."""


def watched(page: Page, site: BuiltSite) -> Iterator[str]:
    """What the pages of a site do in a browser besides being shown: dialogs, requests outside, errors."""
    found: list[str] = []
    with served(site.folder) as address:

        def outside(route: Route) -> None:
            if route.request.url.startswith((address, "data:", "blob:")):
                route.continue_()
            else:
                found.append(f"request {route.request.url}")
                route.abort()

        page.on("dialog", lambda dialog: (found.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: found.append(f"error {error}"))
        page.route("**/*", outside)
        # Setting up the search takes long on every page, and another test looks at its index.
        index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
        page.route("**/search_index.json", lambda route: route.fulfill(json={**index, "docs": index["docs"][:1]}))
        for path in sorted(site.folder.rglob("index.html")):
            # What stands on these stands on other pages too.
            if path.parent.name.startswith("personas-"):
                continue
            page.goto(f"{address}{path.relative_to(site.folder).as_posix()}", wait_until="load")
            page.evaluate(LOAD_IMAGES)
            yield from (f"{path.parent.name}: {event}" for event in found)
            found.clear()


def test_a_browser_shows_no_dialog_and_asks_for_nothing_outside(browser: Browser, site: BuiltSite) -> None:
    page = browser.new_page()
    assert list(watched(page, site)) == []
    page.close()


LIVE = {
    "index.md": "# Home\n\n<div class='journey-ui'><img src=x onerror=alert(1)><b onclick=a() style='top:1px'>b</b>\n"
    "<script>alert(2)</script><img src='https://evil.example/x.png'><a href='javascript:a()'>c</a></div>\n"
}


def test_the_same_strings_are_noticed_where_they_are_live(browser: Browser, tmp_path: Path) -> None:
    """The positive control: each of the tests above fails for this page."""
    clean = look((build_pages(tmp_path / "clean", {"index.md": "# Home\n"}).folder / "index.html").read_text("utf-8"))
    live = build_pages(tmp_path / "live", LIVE)
    sight = look((live.folder / "index.html").read_text("utf-8"))
    assert {"img[onerror]", "b[onclick]", "div.journey-ui"} <= sight.kinds - clean.kinds
    assert sight.running - clean.running == {"script": 1}
    assert sight.styles - clean.styles == {"top:0px"}
    assert sight.wrong_addresses == ("img src=https://evil.example/x.png", "a href=javascript:a()")
    page = browser.new_page()
    assert sorted(watched(page, live)) == [
        "site: dialog 1", "site: dialog 2", "site: request https://evil.example/x.png",
    ]  # fmt: skip
    page.close()
