"""What the search plugin reads of a map: its headings and words, without the hundreds of elements around them.

Search plugins read every page as HTML, element by element; a map would cost them more than all the rest of its page.
They are shown a page that says the same words under the same headings. Readers get the page as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.plugins import PluginCollection
    from mkdocs.structure.pages import Page

SEARCH_PLUGINS = frozenset({"search", "material/search"})

_EXCLUDED = re.compile(r"<(article|div|p|span)\b[^>]* data-search-exclude[ >].*?</\1>", re.DOTALL)
"""Our own excluded elements hold none of their own kind."""
_BESIDE_CONTENT = re.compile(
    r'<aside class="journey-ui journey-strip".*?</aside>|<span class="journey-ui journey-ref__card".*?</span>',
    re.DOTALL,
)
"""What we add to a page that is not ours. Their ends are the first ones: there is no such element in them."""
_VIEW = re.compile(r'<div class="journey-view__body".*</div>(?=</(?:section|div)>$)', re.DOTALL)
"""What a view shows, the last thing in its section; it stands on its map as well, where search finds it.

An attribute would not do: the search plugin of Material takes the first end of an element for that of the excluded one.
"""
_OTHER_TAGS = re.compile(r"<(?!/?(?:section|article|h[1-6])\b)[^>]*>")
_ATTRIBUTES = re.compile(r"<(section|article)\b[^>]*>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """A rendered block in the HTML of its page, known by how it begins and ends."""

    begin: str
    end: str
    length: int

    @classmethod
    def of(cls, html: str) -> DrawnBlock:
        """The stretch that a block's HTML will be."""
        return cls(html[:80], html[-80:], len(html))


def words_and_headings(html: str) -> str:
    """The HTML of a block without everything but its sections, headings and words.

    Sections stay, so that what follows a map belongs to the heading before it.
    """
    bare = _OTHER_TAGS.sub(" ", _EXCLUDED.sub(" ", _VIEW.sub("", html)))
    return _SPACE.sub(" ", _ATTRIBUTES.sub(r"<\1>", bare))


def lean_page(content: str, stretches: Sequence[DrawnBlock]) -> str:
    """The HTML of a page in which blocks are leaner, without strip and cards.

    A block that another plugin has changed meanwhile stays as it is.
    """
    pieces: list[str] = []
    position = 0
    for stretch in stretches:
        start = content.find(stretch.begin, position)
        end = start + stretch.length
        if start < 0 or not content.endswith(stretch.end, start, end):
            continue
        pieces += [content[position:start], words_and_headings(content[start:end])]
        position = end
    rest = "".join([*pieces, content[position:]])
    return _BESIDE_CONTENT.sub("", rest) if "data-search-exclude" in rest else rest


def show_search(plugins: PluginCollection, lean: Callable[[Page], str]) -> None:
    """Have the search plugin, and no other, read what ``lean`` makes of a page. May be called again."""
    searching = [plugin for name, plugin in plugins.items() if name in SEARCH_PLUGINS]
    handlers = plugins.events["page_context"]
    for index, handler in enumerate(handlers):
        if getattr(handler, "__self__", None) in searching:
            handlers[index] = _reading(handler, lean)


def _reading(handler: Callable[..., Any], lean: Callable[[Page], str]) -> Callable[..., Any]:
    def on_page_context(context: Any, *, page: Page, **others: Any) -> Any:
        content = page.content
        page.content = lean(page)
        try:
            return handler(context, page=page, **others)
        finally:
            page.content = content

    return on_page_context
