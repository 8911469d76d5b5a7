"""Builds MkDocs sites from a few lines, and tells what came of it."""

from __future__ import annotations

import logging
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.theme import Theme

MATERIAL = """
    site_name: Test
    theme: {name: material, font: false}
    plugins: [search, journey: {check: {ignore: [JN3]}}]
"""
"""Most tests are about one thing on a map; that the map has no goal and no owner is not it."""


@dataclass(frozen=True)
class BuiltSite:
    """A site as files, and what the build said."""

    folder: Path
    log: tuple[str, ...]
    """``LEVEL message`` of every record at INFO or above from the plugin, and of every warning from MkDocs."""

    def page(self, address: str = "") -> BeautifulSoup:
        """A page, by the address of its folder or file."""
        path = self.folder / address
        return BeautifulSoup((path / "index.html" if path.is_dir() else path).read_text("utf-8"), "html5lib")

    def exists(self, address: str) -> bool:
        return (self.folder / address).exists()


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        ours = record.name == "mkdocs.plugins.mkdocs_journey"
        if ours or record.levelno >= logging.WARNING:
            self.lines.append(f"{record.levelname} {record.getMessage()}")


def build(configuration: Path, folder: Path, *, strict: bool = False) -> BuiltSite:
    """Build a site; with ``strict``, warnings abort."""
    records = _Records()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(records)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(configuration), site_dir=str(folder), strict=strict)
        _remember_templates(config.theme)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    finally:
        logger.removeHandler(records)
        logger.setLevel(level)
    return BuiltSite(folder, tuple(records.lines))


class _Templates(BytecodeCache):
    """Templates of themes as Jinja compiled them: most of the time of a small build. It looks whether they changed."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_TEMPLATES = _Templates()


def _remember_templates(theme: Theme) -> None:
    make = theme.get_env

    def get_env() -> Environment:
        environment = make()
        environment.bytecode_cache = _TEMPLATES
        return environment

    theme.get_env = get_env


def write_site(folder: Path, pages: Mapping[str, str], configuration: str = MATERIAL) -> Path:
    """Write pages and mkdocs.yml into a folder; the path of mkdocs.yml."""
    for path, text in pages.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    path = folder / "mkdocs.yml"
    path.write_text(textwrap.dedent(configuration), encoding="utf-8")
    return path


def build_pages(
    folder: Path, pages: Mapping[str, str], configuration: str = MATERIAL, *, strict: bool = False
) -> BuiltSite:
    """Write and build a site."""
    return build(write_site(folder, pages, configuration), folder / "site", strict=strict)
