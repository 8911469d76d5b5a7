"""The page that is being drawn, and what its blocks are to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry, ViewEntry
from mkdocs_journey.compile import CompiledBlock
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.site.page_blocks import PageBlocks
from mkdocs_journey.source.fences import Fence, scan, split_lines

if TYPE_CHECKING:
    from mkdocs.structure.files import File


class ShownPage(Struct):
    """The page that is being drawn."""

    file: File
    blocks: PageBlocks
    markdown: str
    title: str
    takes_title: bool
    """Whether its first block gives it its title."""
    anchors: set[str] = field(default_factory=set)
    cards: int = 0
    """How many cards it has."""


def is_slice(block: CompiledBlock) -> bool:
    """Whether a block is a part of a map, as pages of help show it."""
    return isinstance(block.entry, ViewEntry) and VIEWS[block.entry.view.view].is_slice


def anchors_in(html: str) -> list[str]:
    """The ids in some HTML."""
    return re.findall(r' id="([^"]+)"', html)


def begins_with_block(markdown: str) -> bool:
    """Whether the first thing on a page is a block."""
    lines = split_lines(markdown)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    fences = scan(lines, "")
    return bool(fences) and fences[0].start == first


def block_title(block: CompiledBlock) -> str:
    """The title of a map, or the name of a persona; "" for anything else."""
    entry = block.entry
    if isinstance(entry, PersonaEntry):
        return entry.name
    return entry.title if isinstance(entry, JourneyEntry) else ""


def converted_early(fence: Fence) -> Message:
    """What to say of a block that is converted before any page is built."""
    words = " ".join(fence.words)
    begin = words if len(words) <= 60 else f"{words[:59]}…"
    return message(
        "The {kind} block “{begin}” is made into HTML by another plugin or hook before MkDocs "
        "builds any page, so nobody knows on which one it will stand. It is drawn as if there were no other page: it "
        "knows no journey or persona but those beside it, and its links stay as they are written.",
        kind=fence.stretch.language,
        begin=begin,
    )
