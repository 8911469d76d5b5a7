"""The anchors that a Markdown page is going to have, as far as its text tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mkdocs_journey.source.fences import outline_of

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$|(\S.*)\n(?:=+|-+)[ \t]*$)", re.MULTILINE)
_WRITTEN = re.compile(r"\{[^{}\n]*?#([^\s{}.]+)[^{}\n]*\}|\b(?:id|name)=[\"']([^\"'\s]+)[\"']")
_ATTRIBUTES = re.compile(r"\s*\{[^{}\n]*\}\s*$")
_MARKUP = re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])|<[^>\n]*>|&\w+;|:[\w-]+:")
_MADE_LATER = re.compile(r"\{\{|\{%|^[ \t]*:::|^[ \t>]*;*-+8<-|^[ \t]*\[TOC\]", re.MULTILINE)
_NUMBER = re.compile(r"_\d+$")


def find_anchors(text: str) -> frozenset[str] | None:
    """Anchors of a page in the form of :func:`plain_anchor`: those of headings, and ids that are written in it.

    ``None`` where parts of the page come from somewhere else, so that nobody can tell.
    """
    if _MADE_LATER.search(text):
        return None
    prose = _prose(text)
    written = (first or second for first, second in _WRITTEN.findall(prose))
    return frozenset(plain_anchor(name) for name in (*written, *_headings(prose)))


def headings_of(text: str) -> list[str]:
    """The headings of a page, without markup."""
    return list(_headings(_prose(text)))


def _headings(prose: str) -> Iterator[str]:
    for atx, setext in _HEADING.findall(prose):
        yield _MARKUP.sub(lambda match: match[1] or "", _ATTRIBUTES.sub("", atx or setext))


def _prose(text: str) -> str:
    """The page without what stands in fences."""
    outline = outline_of(text)
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    return "\n".join("" if number in fenced else line for number, line in enumerate(outline.lines))


def plain_anchor(anchor: str) -> str:
    """An anchor without what sites differ in: case, accents, hyphens, and the number that tells equal ones apart.

    Letters that a site may leave out (作業) stay out of it, so that nothing is said of them.
    """
    letters = unicodedata.normalize("NFKD", _NUMBER.sub("", anchor)).casefold()
    return "".join(c for c in letters if c.isascii() and c.isalnum())
