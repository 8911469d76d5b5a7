"""A Markdown page of the site, and the title that it gives itself."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_journey.source.fences import split_lines
from mkdocs_journey.source.front_matter import front_matter_length
from mkdocs_journey.source.text import Block

_TITLE = re.compile(r"^title:[^\S\n]*(['\"]?)(.*?)\1[^\S\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^# +(.+?)(?:\s+#+)?(?:\s*\{[^{}]*\})?\s*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)


class Page(Struct, frozen=True):
    """A Markdown page of the site."""

    path: str
    """As the host names it, relative to the documentation folder."""
    text: str
    """The whole file, front matter included."""
    title: str = ""
    """Serves a map that has none."""
    included: tuple[Block, ...] = ()
    """Blocks that come to the page from other files, through snippets. One that opens where a block of the page does
    takes its place: snippets stand inside of that."""


def page_title(text: str) -> str:
    """The title that a page gives itself: in its front matter, or as its first heading."""
    if text.startswith("---"):
        end = text.find("\n---", 3)
        match = _TITLE.search(text, 0, end) if end > 0 else None
        # Between two rules may stand a part of the page.
        if match is not None and match[2].strip() and front_matter_length(split_lines(f"{text[: end + 5]}\n")):
            return match[2].strip()
    fence = _FENCE.search(text)
    match = _HEADING.search(text, 0, fence.start() if fence else len(text))
    return match[1] if match else ""
