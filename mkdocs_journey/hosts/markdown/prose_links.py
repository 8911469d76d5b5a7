"""Links to journeys and personas in the prose of a page: where they lead, and the cards beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol
from xml.etree import ElementTree

from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_journey.render.html.rendered import Card

if TYPE_CHECKING:
    from markdown import Markdown

_MARK = re.compile("\x02journeycard([0-9]+)\x03")
_PLAIN_INSIDE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "label", "button", "a"})
"""Headings come back in tables of contents, and the others react to a click themselves."""


class LinkHost(Protocol):
    """What is asked about a link of the program that knows the site."""

    def find_address(self, address: str) -> tuple[str, str] | None:
        """For a ``journey:`` or ``persona:`` link: what to write in its place, and the title of the target."""

    def find_card(self, address: str) -> Card | None:
        """The card for a link to a journey, a place on its map, or a persona; None where it is to stay plain."""


class ResolveLinks(Treeprocessor):
    """Resolves links with ``journey:`` and ``persona:``, and leaves a mark where a card belongs."""

    def __init__(self, md: Markdown, host: LinkHost) -> None:
        super().__init__(md)
        self._host = host
        self.cards: list[str] = []

    def run(self, root: ElementTree.Element) -> None:
        """Look at every link."""
        self.cards.clear()
        self._look_into(root, plain=False)

    def _look_into(self, parent: ElementTree.Element, *, plain: bool) -> None:
        for index, child in enumerate(list(parent)):
            self._look_into(child, plain=plain or child.tag in _PLAIN_INSIDE)
            address = child.get("href", "") if child.tag == "a" else ""
            if address.startswith(("journey:", "persona:")):
                self._resolve(child, address)
            elif "#journey-" not in address and "#persona-" not in address:
                continue
            if not plain and child.tag == "a" and _is_words(child):
                parent[index] = self._accompanied(child, address)

    def _resolve(self, link: ElementTree.Element, address: str) -> None:
        found = self._host.find_address(address)
        if found is None:
            link.tag = "span"
            del link.attrib["href"]
            link.text = link.text or (address if not len(link) else "")
            return
        link.set("href", found[0])
        if not link.text and not len(link):
            link.text = found[1]

    def _accompanied(self, link: ElementTree.Element, address: str) -> ElementTree.Element:
        card = self._host.find_card(address)
        if card is None:
            return link
        link.set("aria-describedby", card.id)
        reference = ElementTree.Element("span", {"class": "journey-ref"})
        reference.tail, link.tail = link.tail, f"\x02journeycard{len(self.cards)}\x03"
        self.cards.append(card.html)
        reference.append(link)
        return reference


class PutCardsIn(Postprocessor):
    """Writes the cards where their marks are."""

    def __init__(self, links: ResolveLinks) -> None:
        super().__init__(links.md)
        self._links = links

    def run(self, text: str) -> str:
        """Fill in the marks of one page."""
        cards = self._links.cards
        return _MARK.sub(lambda match: cards[int(match[1])], text) if cards else text


def _is_words(link: ElementTree.Element) -> bool:
    """Whether a link is words in a sentence; one with a class is a button or the like, one with an image a picture."""
    return "class" not in link.attrib and link.find(".//img") is None
