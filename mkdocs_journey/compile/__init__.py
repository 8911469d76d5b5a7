"""The one pipeline: pages in, atlas and findings out. Every host, the command and the tests call it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from mkdocs_journey.compile.assembly import CompiledBlock, Site, assemble
from mkdocs_journey.compile.draft import Cache, Drafting
from mkdocs_journey.compile.page import Page, page_title

__all__ = ["Cache", "CompiledBlock", "Page", "Site", "compile_site", "page_title"]


def compile_site(
    pages: Iterable[Page],
    read: Callable[[str], str | None] = lambda path: None,
    exists: Callable[[str], bool] = lambda path: True,
    persona_page: Callable[[str], str] = lambda id_: f"personas/{id_}.md",
    feelings: Mapping[str, str] | None = None,
    cache: Cache | None = None,
) -> Site:
    """Compile a site.

    ``read`` gives the text of a file in the documentation folder, or None; ``exists`` tells whether a
    path in that folder is a file of the site; ``persona_page`` names the page that a host will make for
    a persona without a page of its own; ``feelings`` are the site's words with scores.
    """
    with _collector_at_rest():
        drafting = Drafting(read, dict(feelings or {}), cache or Cache())
        return assemble([drafting.draft(page) for page in pages], exists, persona_page, drafting.finish())


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection meanwhile: nothing here makes cycles, and looking for them takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
