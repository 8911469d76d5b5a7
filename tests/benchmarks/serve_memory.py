"""How the memory of ``mkdocs serve`` grows while a site is built again and again.

Run: python -m tests.benchmarks.serve_memory [REBUILDS] [mkdocs.yml]

Builds a site (the example site, 60 times, if not said otherwise; at least seven) in one process as ``mkdocs serve`` does: plugins are
told once that serving begins, and the configuration is read anew for every build after the first. Before each rebuild
a page changes, as somebody writes it. Prints the memory that the process holds after each build, and by how much it
grows with a rebuild once the first five are done.
"""

from __future__ import annotations

import logging
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

EXAMPLE = Path(__file__).parent.parent.parent / "example_site" / "mkdocs.yml"
SETTLED = 5
"""Rebuilds after which every cache of MkDocs, of its plugins and of Python is as full as it will be."""
GOAL = 0.2
"""MB a rebuild."""


def rebuilds(configuration: Path, number: int, site: Path) -> Iterator[None]:
    """Build a site as ``serve`` does, once and then again so many times; yields after each build."""
    begun = load_config(str(configuration), site_dir=str(site))
    begun.plugins.on_startup(command="serve", dirty=False)
    page = next(Path(begun.docs_dir).rglob("*.md"))
    written = page.read_text("utf-8")
    build(begun)
    del begun
    yield
    for count in range(number):
        page.write_text(f"{written}\nChange {count}.\n", "utf-8")
        config = load_config(str(configuration), site_dir=str(site))
        build(config)
        del config
        yield
    page.write_text(written, "utf-8")


def resident_megabytes() -> float:
    """Memory that this process holds at the moment, as Linux counts it."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[1]) / 1024


def growth(megabytes: list[float]) -> float:
    """Megabytes that a rebuild adds, by the line through the measures after the settled ones."""
    settled = megabytes[SETTLED:]
    return statistics.linear_regression(range(len(settled)), settled).slope


def main(number: int = 60, configuration: Path = EXAMPLE) -> None:
    """Build the site again and again, and print what came of it."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(configuration.parent, copy, ignore=shutil.ignore_patterns(".*", "site"))
        megabytes = []
        for count, _ in enumerate(rebuilds(copy / configuration.name, number, Path(folder) / "built")):
            megabytes.append(resident_megabytes())
            if count % 5 == 0:
                print(f"after {count} rebuilds: {megabytes[-1]:.1f} MB", flush=True)
    print(f"{number} rebuilds: memory grows by {growth(megabytes):.3f} MB a rebuild (goal {GOAL:g} MB)")


if __name__ == "__main__":
    main(*(convert(argument) for convert, argument in zip((int, Path), sys.argv[1:], strict=False)))
