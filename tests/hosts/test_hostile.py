"""Nothing that stands in a block is ever live in a page or in the search index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.reference import holds
from mkdocs_journey.model.shapes import Fields, Free, Many, One, shapes_of
from tests.building import BuiltSite, build_pages

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) [x](JaVaScRiPt&colon;alert(1)) [y](data:text/html,<script>alert(1)</script>)",
    '"><svg onload=alert(1)> {: onclick="alert(1)" } {% include "x" %} {{ config.site_name }} {# c #}',
    "--></section></article><iframe src=https://evil.example></iframe><style>*{display:none}</style>",
    "![x](https://evil.example/x.png) <https://evil.example/a> url(https://evil.example/b) '); --line:url('https://evil.example/c",
]
PLAIN = {"id", "aliases", "lang", "file"}
"""Fields whose values are checked before anything is shown."""


def filled(part: type, payload: str) -> dict[str, Any]:
    """A mapping with the payload in every field of a part that takes a text."""
    fields: dict[str, Any] = {}
    for name, shape in shapes_of(part).items():
        info = part.model_fields[name]
        key = info.alias or name
        if key in PLAIN or (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("derived")):
            continue
        if isinstance(shape, One) and shape.item is None:
            if holds(part, name) in ("text", "reference", "`true` or text"):
                fields[key] = payload
        elif isinstance(shape, One) and part.__name__ == "Step":
            fields[key] = payload
        elif isinstance(shape, Fields):
            fields[key] = filled(shape.item, payload)
        elif isinstance(shape, Free):
            fields[key] = {payload: payload} if key not in ("lanes", "feelings") else {}
        elif isinstance(shape, Many) and shape.item is not None:
            fields[key] = [filled(shape.item, payload)]
        elif isinstance(shape, Many):
            fields[key] = [payload]
    return fields


def block(kind: str, fields: dict[str, Any], number: int) -> str:
    """JSON is YAML in one line a value: every text is quoted."""
    lines = [
        f"id: {kind}-{number}",
        *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()),
    ]
    return f"```{kind}\n" + "\n".join(lines) + "\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    pages = {}
    for number, payload in enumerate(PAYLOADS):
        pages[f"journey-{number}.md"] = block("journey", filled(Journey, payload), number)
        pages[f"persona-{number}.md"] = block("persona", filled(Persona, payload), number)
        pages[f"broken-{number}.md"] = f"# Broken\n\n```journey\n{payload}\ntitle: {payload}\nphases: {payload}\n```\n"
    return build_pages(tmp_path_factory.mktemp("hostile"), pages)


def live(page: BeautifulSoup) -> list[str]:
    """Elements inside our components that do or load something."""
    found = []
    for part in page.select(".journey-ui"):
        for element in part.find_all(True):
            if element.name in ("script", "style", "iframe", "object", "embed", "link", "meta", "form", "img"):
                found.append(element.name)
            found += [name for name in element.attrs if name.startswith("on") or name in ("srcdoc", "formaction")]
            found += [
                value
                for name, value in element.attrs.items()
                if name in ("href", "src", "action")
                and not str(value).startswith(("#", ".", "http", "mailto:", "journey-", "persona-"))
            ]
            if "evil.example" in element.get("style", "") or "evil.example" in element.get("src", ""):
                found.append(element["style"])
    return found


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_every_field_with_a_payload_is_shown_as_text(site: BuiltSite, number: int) -> None:
    for kind in ("journey", "persona"):
        page = site.page(f"{kind}-{number}")
        shown = page.select_one(".journey, .journey-persona")
        assert shown is not None, site.log
        assert "alert(1)" in shown.get_text() or "evil.example" in str(shown)
        assert live(page) == []
        # The macros plugin would take these for commands; a parser shows them, so the page's own characters count.
        written = (site.folder / f"{kind}-{number}" / "index.html").read_text("utf-8")
        written = written.split('class="journey-ui', 1)[1].split("<footer")[0]
        assert [mark for mark in ("{{ config", "{% include", "{# c") if mark in written] == []


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_broken_block_with_a_payload_is_shown_as_text(site: BuiltSite, number: int) -> None:
    page = site.page(f"broken-{number}")
    assert page.select(".journey-error")
    assert live(page) == []


def test_the_search_index_holds_the_payloads_as_text(site: BuiltSite) -> None:
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    for entry in index["docs"]:
        for field in ("title", "text"):
            parsed = BeautifulSoup(entry[field], "html5lib")
            assert not parsed.body.find_all(["script", "img", "iframe", "svg", "style"]), entry


def test_the_same_payload_is_live_where_it_is_allowed(tmp_path: Path) -> None:
    page = build_pages(
        tmp_path, {"index.md": "# Home\n\n<div class='journey-ui'><img src=x onerror=alert(1)></div>\n"}
    ).page("")
    assert live(page) == ["img", "onerror", "x"]


def test_a_title_is_never_live_outside_the_map_either(site: BuiltSite) -> None:
    for number in range(len(PAYLOADS)):
        page = site.page(f"journey-{number}")
        assert not [s for s in page.select("script") if "alert(1)" in s.get_text() and "title" not in s.get_text()[:20]]
        assert not page.select(
            ".md-nav [onerror], .md-nav [onload], .md-nav script, head iframe, .md-nav iframe, .md-header iframe"
        )
