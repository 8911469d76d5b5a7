"""Which compiled block a fence on a rendered page is."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mkdocs_journey.compile import CompiledBlock, Page, Site, SiteContent, compile_site
from mkdocs_journey.source.fences import Fence
from mkdocs_journey.source.text import Block


def block_key(kind: str, words: Iterable[str]) -> tuple[str, str]:
    """What tells the blocks of a page apart. White space does not count: Markdown changes it on the way."""
    return kind, " ".join(words).replace("\x02", "").replace("\x03", "")


class PageBlocks:
    """The compiled blocks of one page, found by what is written in them."""

    def __init__(self, blocks: Iterable[CompiledBlock]) -> None:
        """Take the blocks in the order in which they stand on the page."""
        self._blocks: dict[tuple[str, str], list[CompiledBlock]] = {}
        for block in blocks:
            self._blocks.setdefault(block_key(block.fence.kind, block.fence.text.split()), []).append(block)

    def take(self, fence: Fence) -> CompiledBlock | None:
        """The next block with these words; the last of them stays for whoever asks again."""
        blocks = self._blocks.get(block_key(fence.stretch.language, fence.words))
        if not blocks:
            return None
        return blocks.pop(0) if len(blocks) > 1 else blocks[0]


def compile_alone(fence: Block, path: str, title: str) -> Site:
    """The site of a block that was not there when the page was read: something wrote it while the page was built."""
    page = Page(path, "", title, (replace(fence, file=path),))
    return compile_site(SiteContent([page], persona_page=lambda id_: path))
