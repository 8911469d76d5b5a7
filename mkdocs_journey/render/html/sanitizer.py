"""Takes out of HTML all that may do harm, and leads its addresses to where they end."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import TYPE_CHECKING

from mkdocs_journey.render.html.elements import Text, as_markup, cleaned

if TYPE_CHECKING:
    import nh3
    from markupsafe import Markup

    from mkdocs_journey.drawing.surroundings import Link

Resolve = Callable[[str], "Link | str | None"]
"""From an address as written to the one for ``href`` or ``src``; None where it may not be followed.

Where it gives a :class:`Link`, the title of the target fills a link without words.
"""

AMPERSAND = "\ufdd0"
"""Stands for ``&`` on the way through Markdown, which would take ``&lt;`` for an entity. No character."""

_ATTRIBUTES = r'(?: [\w-]+="[^"]*")*'
_LINK = re.compile(rf"<a{_ATTRIBUTES}>|</a>")
_EMPTY_LINK = re.compile(r'(<a href="([^"]*)"[^>]*>)\s*(</a>)')
_DEAD_LINK = re.compile(r'<a(?: (?!href=)[\w-]+="[^"]*")*>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(rf"<img{_ATTRIBUTES}>")
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SKIPPED = re.compile(r"[\x00-\x20\x7f\u00a0\u200b-\u200f\u2028\u2029\ufeff]")
"""What browsers, or their readers, pass over before and in a scheme."""

_OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto"})
_WRITTEN_SCHEMES = _OUTSIDE_SCHEMES | {"journey", "persona"}

_SHAPE = {
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule", "clip-rule",
    "opacity", "transform",
}  # fmt: skip
_ALLOWED: dict[str, set[str]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height", "class"},
    "span": {"class"},
    "code": {"class"},
    "kbd": {"class"},
    **{tag: set() for tag in ("strong", "em", "b", "i", "del", "ins", "mark", "sub", "sup", "br")},
    "svg": {"xmlns", "viewBox", "width", "height", "class", *_SHAPE},
    "g": {*_SHAPE},
    "path": {"d", *_SHAPE},
    "circle": {"cx", "cy", "r", *_SHAPE},
    "ellipse": {"cx", "cy", "rx", "ry", *_SHAPE},
    "rect": {"x", "y", "width", "height", "rx", "ry", *_SHAPE},
    "polygon": {"points", *_SHAPE},
    "polyline": {"points", *_SHAPE},
    "line": {"x1", "y1", "x2", "y2", *_SHAPE},
}


class Sanitizer:
    """Takes out of HTML all that may do harm. Costly to set up, so one serves all texts."""

    def __init__(self) -> None:
        self._attributes = _Attributes()
        self._nh3: nh3.Cleaner | None = None

    def clean(self, html: str, resolve: Resolve) -> Markup:
        """What is left of a piece of HTML, with its addresses resolved."""
        if self._nh3 is None:
            import nh3

            self._nh3 = nh3.Cleaner(
                tags=set(_ALLOWED),
                attributes=_ALLOWED,
                attribute_filter=self._attributes,
                url_schemes=set(_WRITTEN_SCHEMES),
                link_rel=None,
            )
        self._attributes.titles.clear()
        self._attributes.resolve = resolve
        try:
            html = self._nh3.clean(html)
        finally:
            self._attributes.resolve = _nowhere
        if "<a" in html:
            html = _DEAD_LINK.sub(r"\1", html)
            html = _EMPTY_LINK.sub(self._with_title, html)
        if "<img" in html:
            html = _IMAGE.sub(_image_or_words, html)
        return cleaned(html.replace(AMPERSAND, "&amp;"))

    def _with_title(self, match: re.Match[str]) -> str:
        return f"{match[1]}{escape(self._attributes.titles.get(unescape(match[2]), match[2]))}{match[3]}"


def _nowhere(address: str) -> None:
    """Leads no address anywhere."""


class _Attributes:
    """Decides about the values of attributes.

    The cleaner holds on to it, and Python does not see what a cleaner holds: nothing here may lead back to the
    cleaner, or none of it would ever be given up. So an address's way is known only while something is cleaned.
    """

    __slots__ = ("resolve", "titles")

    def __init__(self) -> None:
        self.resolve: Resolve = _nowhere
        self.titles: dict[str, str] = {}
        """Of the pages that the addresses lead to, by resolved address."""

    def __call__(self, tag: str, attribute: str, value: str) -> str | None:
        """The value that an attribute keeps; None takes the attribute away."""
        if attribute in ("href", "src"):
            return self._address(value.replace(AMPERSAND, "&").strip(), within_site=attribute == "src")
        return None if attribute in _SHAPE and "(" in value and attribute != "transform" else value

    def _address(self, written: str, within_site: bool) -> str | None:
        """The final address, where both the written and the resolved one are harmless."""
        if not _has_scheme_of(_WRITTEN_SCHEMES, written) or not _has_scheme_of(_WRITTEN_SCHEMES, unescape(written)):
            return None
        found = self.resolve(written)
        if found is None:
            return None
        address = found if isinstance(found, str) else found.address
        if not _has_scheme_of(_OUTSIDE_SCHEMES, address) or (within_site and _leaves_site(address)):
            return None
        self.titles[address] = address if isinstance(found, str) else found.title
        return address


def _image_or_words(match: re.Match[str]) -> str:
    if ' src="' in match[0]:
        return match[0]
    words = _ALTERNATIVE.search(match[0])
    return words[1].replace("<", "&lt;").replace(">", "&gt;") if words else ""


def _has_scheme_of(allowed: frozenset[str], address: str) -> bool:
    """Whether an address is relative or has an allowed scheme, as a browser reads it."""
    scheme = _SCHEME.match(_SKIPPED.sub("", address))
    return scheme is None or scheme[1].lower() in allowed


def _leaves_site(address: str) -> bool:
    plain = address.strip().replace("\\", "/")
    return plain.startswith("//") or _SCHEME.match(plain) is not None


def without_links(text: Text) -> Markup:
    """A text without its links, for what is a link as a whole."""
    html = as_markup(text)
    return cleaned(_LINK.sub("", html)) if "<a" in html else html
