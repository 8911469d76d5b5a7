"""What the search adapter relies upon in MkDocs and Material. Where one of these fails, look at hosts/mkdocs/search.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.config import load_config

from mkdocs_journey.hosts.mkdocs.search import SEARCH_PLUGINS
from tests.building import BuiltSite, build, write_site
from tests.compiling import journey

PAGES = {
    "map.md": "# Jackets\n\n" + journey("{title: Buying a jacket, phases: [Need]}"),
    "plain.md": "# Plain\n\nWords.\n",
}
HOOK = """\
def on_page_context(context, *, page, config, nav):
    page.content = page.content.replace("<h1", "<p>Seen by a neighbour.</p><h1")
"""
THEMES = {
    "mkdocs": "{name: mkdocs}",
    "material": "{name: material, font: false}",
}


def configuration(theme: str, plugins: str = "[search, journey: {pages: false}]") -> str:
    return f"site_name: T\ntheme: {THEMES[theme]}\nplugins: {plugins}\nhooks: [hook.py]\n"


def indexed(site: BuiltSite) -> str:
    """Everything that search finds."""
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    return " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])


@pytest.mark.parametrize("theme", THEMES)
def test_mkdocs_keeps_the_handler_of_the_search_plugin_in_a_list_of_bound_methods(theme: str, tmp_path: Path) -> None:
    (tmp_path / "hook.py").write_text(HOOK, "utf-8")
    plugins = load_config(str(write_site(tmp_path, PAGES, configuration(theme)))).plugins
    (search,) = [plugin for name, plugin in plugins.items() if name in SEARCH_PLUGINS]
    handlers = plugins.events["page_context"]
    assert type(handlers) is list
    assert [handler.__func__.__qualname__ for handler in handlers if getattr(handler, "__self__", None) is search] == [
        "SearchPlugin.on_page_context"
    ]


@pytest.mark.parametrize("plugins", ["[search, journey: {pages: false}]", "[journey: {pages: false}, search]"])
@pytest.mark.parametrize("theme", THEMES)
def test_search_alone_reads_the_lean_page_and_nothing_but_it(
    theme: str, plugins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lean = "<h1 id='jackets'>Jackets</h1><p>Lean words.</p>"
    monkeypatch.setattr(
        "mkdocs_journey.hosts.mkdocs.plugin.lean_page", lambda content, blocks: lean if blocks else content
    )
    (tmp_path / "hook.py").write_text(HOOK, "utf-8")
    site = build(write_site(tmp_path, PAGES, configuration(theme, plugins)), tmp_path / "site")
    found = indexed(site)
    assert ("Lean words." in found, "Need" in found, "Words." in found) == (True, False, True)
    page = site.page("map").get_text(" ")
    assert ("Lean words." in page, "Need" in page, page.count("Seen by a neighbour.")) == (False, True, 1)
    assert site.page("plain").get_text(" ").count("Seen by a neighbour.") == 1
