"""What the search plugin reads of a map: its headings and words, without the hundreds of elements around them.

Search plugins read every page as HTML, element by element; a map would cost them more than all the rest of its page.
They are shown a page that says the same words under the same headings. Readers get the page as it is.

To that end, the search plugin's own handler of ``page_context`` is put into another one, in the list of handlers that
MkDocs keeps. That list is no part of what MkDocs documents, and nothing that is documented would do:

- Neither search plugin takes records from others, and their indexes have neither a common form nor a public name.
- ``data-search-exclude`` and ``search: {exclude: true}`` are Material's alone, they take the words away as well, and
  what the former excludes is read all the same.
- Two handlers of ours, one before and one behind the search plugin's (``CombinedEvent``, ``event_priority``), would
  have every other plugin and hook of that priority between them. There are some that change ``page.content``, such as
  those that put something before headings: they would change the lean page, which readers would get then.

Where the list is not as it is expected, the search plugin reads the page as it is: the same words, more slowly. What
is relied upon is tested by ``tests/hosts/test_search_contract.py``, so that a new MkDocs or Material cannot change it
unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

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


class DrawnBlock(Struct, frozen=True):
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
    handlers = getattr(plugins, "events", {}).get("page_context", [])
    for index, handler in enumerate(handlers):
        if getattr(handler, "__self__", None) in searching:
            handlers[index] = _reading(handler, lean)


def _reading(handler: Callable[..., Any], lean: Callable[[Page], str]) -> Callable[..., Any]:
    def on_page_context(context: Any, *, page: Page, **others: Any) -> Any:
        content, page.content = page.content, lean(page)
        if page.content == content:
            # What the search plugin changes on a page without blocks is nobody else's.
            return handler(context, page=page, **others)
        try:
            return handler(context, page=page, **others)
        finally:
            page.content = content

    return on_page_context
