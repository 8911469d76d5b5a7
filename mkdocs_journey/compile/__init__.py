"""The one pipeline: pages in, atlas and findings out. Every host, the command and the tests call it."""

from __future__ import annotations

from mkdocs_journey.compile.assembly import CompiledBlock, Site, assemble
from mkdocs_journey.compile.draft import Cache, DraftContext, Drafting
from mkdocs_journey.compile.input import AS_USUAL, CompileOptions, SiteContent
from mkdocs_journey.compile.page import Page, page_title

__all__ = ["Cache", "CompileOptions", "CompiledBlock", "Page", "Site", "SiteContent", "compile_site", "page_title"]


def compile_site(content: SiteContent, options: CompileOptions = AS_USUAL, cache: Cache | None = None) -> Site:
    """Compile a site. With the ``cache`` of an earlier time, only pages that have changed since are read again."""
    context = DraftContext(
        dict(options.feelings), options.settings.limits, options.today, options.language, options.advice
    )
    drafting = Drafting(content.read, context, cache or Cache())
    drafted = [drafting.draft(page) for page in content.pages]
    return assemble(drafted, drafting.finish(), content, options)
