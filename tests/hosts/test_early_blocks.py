"""A block that another plugin converts before its page is built is drawn all the same, and the build says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.building import build, write_site
from tests.compiling import journey

CONFIGURATION = """
    site_name: Test
    theme: {name: material, font: false}
    hooks: [neighbour.py]
    plugins: [search, journey: {pages: false, check: {ignore: [JN3]}}]
"""
NEIGHBOUR = """
from pathlib import Path

from markdown import Markdown


def on_EVENT(target, *, config, **others):
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    text = (Path(config.docs_dir) / "map.md").read_text("utf-8")
    (Path(config.config_file_path).parent / "early.html").write_text(markdown.convert(text), "utf-8")
"""
MAP = journey("{id: jacket, title: Buying a jacket, phases: [Need, Wear]}")
PAGES = {"map.md": MAP + "\n\nSee [](journey:jacket#wear).\n"}
WARNING = (
    "WARNING The journey block “{id: jacket, title: Buying a jacket, phases: [Need, Wear]}” is made into HTML by another "
    "plugin or hook before MkDocs builds any page, so nobody knows on which one it will stand. It is drawn as if there "
    "were no other page: it knows no journey or persona but those beside it, and its links stay as they are written."
)


def site_with(folder: Path, event: str) -> Path:
    configuration = write_site(folder, PAGES, CONFIGURATION)
    (folder / "neighbour.py").write_text(NEIGHBOUR.replace("EVENT", event), "utf-8")
    return configuration


@pytest.mark.parametrize("event", ["files", "nav"])
def test_a_map_that_is_converted_before_any_page_is_drawn_with_a_warning(event: str, tmp_path: Path) -> None:
    site = build(site_with(tmp_path, event), tmp_path / "site")
    early = (tmp_path / "early.html").read_text("utf-8")
    assert [words in early for words in ("Buying a jacket", "Need", 'href="#journey-jacket--wear"')] == [True] * 3
    assert site.log == (WARNING,)


def test_a_map_that_is_converted_when_all_pages_are_built_is_drawn_in_silence(tmp_path: Path) -> None:
    site = build(site_with(tmp_path, "env"), tmp_path / "site")
    assert "Need" in (tmp_path / "early.html").read_text("utf-8")
    assert site.log == ()


def test_a_rebuild_does_not_take_the_last_page_of_the_build_before_for_the_one_that_is_meant(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    configuration = site_with(tmp_path, "files")
    for command in ("serve", None):
        config = load_config(str(configuration), site_dir=str(tmp_path / "site"))
        if command:
            config.plugins.on_startup(command=command, dirty=False)
        caplog.clear()
        mkdocs_build(config)
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        WARNING.removeprefix("WARNING ")
    ]
