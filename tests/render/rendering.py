"""What the tests of renderers share: blocks in, parsed HTML out."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from bs4 import BeautifulSoup

from mkdocs_journey.atlas import find_target
from mkdocs_journey.compile import CompileOptions, Page, SiteContent, compile_site, page_title
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.languages.words import Words
from mkdocs_journey.render.html.inline import InlineMarkdown
from mkdocs_journey.render.html.templating import create_environment
from mkdocs_journey.render.surroundings import Surroundings
from tests.compiling import WITHOUT_METHOD

TODAY = date(2026, 11, 21)
ENVIRONMENT = create_environment()


def compiled(pages):
    """Compile pages, given as texts by path."""
    texts = {path: dedent(text).strip() + "\n" for path, text in pages.items()}
    pages = [Page(path, text, page_title(text)) for path, text in texts.items()]
    return compile_site(SiteContent(pages), CompileOptions(settings=WITHOUT_METHOD))


def surroundings(site, language="en", level=2, inline=None):
    """The place from which links lead to ``page#anchor``."""

    def links(address, file):
        if address.startswith(("https://", "mailto:")):
            return Link(address, address, outside=True)
        if address.startswith(("journey:", "persona:")):
            target = find_target(site.atlas, address)
            return Link(f"{target.page}#{target.anchor}", target.title) if target else None
        return None if "gone" in address else Link(f"/{file}/{address}", address)

    inline = inline or InlineMarkdown(["pymdownx.tilde"])
    return Surroundings(
        site=site,
        words=Words.load(language),
        inline=lambda texts, file: inline.convert(texts, lambda address: links(address, file)),
        links=links,
        today=TODAY,
        level=level,
    )


def parse(html):
    """The tree that a browser makes of it."""
    return BeautifulSoup(html, "html5lib").body


def text_of(element):
    """Its words, with single spaces."""
    return " ".join(element.get_text(" ").split()) if element else None
