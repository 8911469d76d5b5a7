"""A page by itself, for Markdown without MkDocs: its blocks know each other and nothing else."""

from __future__ import annotations

from mkdocs_journey.atlas import Atlas, find_target
from mkdocs_journey.compile import Page, Site, SiteContent, compile_site, page_title
from mkdocs_journey.drawing.surroundings import Link
from mkdocs_journey.languages.words import Words
from mkdocs_journey.references.addresses import SCHEMES, scheme_of
from mkdocs_journey.render.block import render_block
from mkdocs_journey.render.html.inline import InlineMarkdown
from mkdocs_journey.render.html.rendered import Card, Rendered
from mkdocs_journey.render.html.templating import create_environment
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.site.page_blocks import PageBlocks, compile_alone
from mkdocs_journey.site.today import build_day
from mkdocs_journey.source.fences import Fence

PAGE = "page.md"
"""What findings call the page: Markdown does not know the name of the file that it converts."""


class StandalonePage:
    """Draws the blocks of one page after another. Every persona is shown where its block stands."""

    def __init__(self) -> None:
        self._environment = create_environment()
        self._inline = InlineMarkdown([])
        self._words = Words.load()
        self._site = compile_site(SiteContent(()))
        self._blocks = PageBlocks(())
        self._title = ""

    def start(self, lines: list[str]) -> None:
        """Compile the page."""
        text = "\n".join(lines)
        self._title = page_title(text)
        self._site = compile_site(SiteContent([Page(PAGE, text, self._title)], persona_page=lambda id_: PAGE))
        self._blocks = PageBlocks(self._site.blocks.get(PAGE, ()))

    @property
    def site(self) -> Site:
        """The last page that was converted, with its findings."""
        return self._site

    def render(self, fence: Fence, level: int) -> Rendered:
        """The HTML of a block."""
        block = self._blocks.take(fence) or compile_alone(fence.block, PAGE, self._title).blocks[PAGE][0]
        links = _PageLinks(self._site.atlas)
        surroundings = Surroundings(
            self._site,
            self._words,
            lambda texts, file: self._inline.convert(texts, lambda address: links(address, file)),
            links,
            build_day(),
            level,
        )
        return render_block(block, PAGE, surroundings, self._environment)

    def find_address(self, address: str) -> tuple[str, str] | None:
        """A link within the page."""
        target = find_target(self._site.atlas, address)
        return (f"#{target.anchor}", target.title) if target else None

    def find_card(self, address: str) -> Card | None:
        """No card: nobody knows whether the style sheet is there that hides it."""
        return None


class _PageLinks:
    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def __call__(self, address: str, file: str) -> Link | None:
        scheme = scheme_of(address)
        if scheme in ("journey", "persona"):
            target = find_target(self._atlas, address)
            return Link(f"#{target.anchor}", target.title) if target else None
        if (scheme and scheme not in SCHEMES) or address.startswith("//"):
            return None
        return Link(address, address, bool(scheme))
