"""A Python-Markdown extension that draws the blocks of a page. Needs neither superfences nor MkDocs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol
from xml.etree import ElementTree

from markdown import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_journey.hosts.markdown.prose_links import LinkHost, PutCardsIn, ResolveLinks
from mkdocs_journey.render.html.rendered import Rendered
from mkdocs_journey.source.fences import Fence, scan

if TYPE_CHECKING:
    from markdown import Markdown

ABOVE_EVERYTHING = 1_000
"""The page is looked at before anything changes it: tabs are still tabs."""
ABOVE_SUPERFENCES = 25.5
"""Priority of the preprocessor; superfences has 25."""
ABOVE_HIGHLIGHT = 35
"""Indented code is given back its text before anything highlights it (30)."""
ABOVE_TOC = 15
"""Headings must be in the tree before the table of contents (5) is made."""
BELOW_ATTRIBUTES = 7
"""Links have the classes that attr_list (8) gives them, and their texts before the table of contents wants them."""
BELOW_TOC = 4
BELOW_EVERYTHING = -100

_BLOCK = re.compile("\x02journeyblock([0-9]+)\x03")
_HEADING = re.compile("\x02journeyheading([0-9]+)\x03")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class PageHost(LinkHost, Protocol):
    """What the extension asks of the program that it works for."""

    def render(self, fence: Fence, level: int) -> Rendered:
        """The HTML of a block whose title is a heading of this level."""

    def start(self, lines: list[str]) -> None:
        """A page begins; ``lines`` are its Markdown without front matter."""


class JourneyExtension(Extension):
    """``journey`` and ``persona`` fences, and links with ``journey:`` and ``persona:``."""

    def __init__(self, **configs: Any) -> None:
        self.config = {"host": ["", "The program that knows the whole site; without one, a page stands alone."]}
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processors."""
        md.registerExtension(self)
        host = self.getConfig("host")
        if not host:
            from mkdocs_journey.hosts.markdown.standalone import StandalonePage

            host = StandalonePage()
        page = _PageBlocks(md, host)
        self._page = page
        md.preprocessors.register(_Begin(page), "journey-page", ABOVE_EVERYTHING)
        md.preprocessors.register(_TakeOut(page), "journey-blocks", ABOVE_SUPERFENCES)
        md.treeprocessors.register(_GiveBack(page), "journey-code", ABOVE_HIGHLIGHT)
        md.treeprocessors.register(_PutIn(page), "journey-blocks", ABOVE_TOC)
        links = ResolveLinks(md, host)
        md.treeprocessors.register(links, "journey-links", BELOW_ATTRIBUTES)
        md.treeprocessors.register(_NameHeadings(page), "journey-headings", BELOW_TOC)
        md.postprocessors.register(PutCardsIn(links), "journey-cards", BELOW_EVERYTHING)
        md.postprocessors.register(_Fill(page), "journey-blocks", BELOW_EVERYTHING)

    def reset(self) -> None:
        """Forget the page before."""
        self._page.reset()


class _PageBlocks:
    """The blocks of the page that is being converted."""

    def __init__(self, md: Markdown, host: PageHost) -> None:
        self.md = md
        self.host = host
        self.reset()

    def reset(self) -> None:
        self.fences: list[Fence] = []
        self.raw: list[str] = []
        self.rendered: dict[int, Rendered] = {}
        self.headings: list[str] = []

    def restore(self, text: str) -> str:
        """A text with the Markdown of blocks in the place of their marks."""
        return _BLOCK.sub(lambda match: self.raw[int(match[1])], text)


class _Begin(Preprocessor):
    """Tells the host that a page begins."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        self._page.host.start(lines)
        return lines


class _TakeOut(Preprocessor):
    """Takes blocks out of the Markdown and leaves a mark in the place of each."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        page = self._page
        page.fences = scan(tuple(lines), "")
        for fence in page.fences:
            width = len(fence.prefix)
            page.raw.append("\n".join(line[width:] for line in lines[fence.start : fence.end]))
        for number in range(len(page.fences) - 1, -1, -1):
            fence = page.fences[number]
            lines[fence.start : fence.end] = [f"{fence.prefix}\x02journeyblock{number}\x03"]
        return lines


class _GiveBack(Treeprocessor):
    """What turns out to be code, or the inside of raw HTML that is shown as it is, gets its text back."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, root: ElementTree.Element) -> None:
        if not self._page.fences:
            return
        for element in root.iter("code"):
            if element.text and "\x02journeyblock" in element.text:
                element.text = type(element.text)(self._page.restore(element.text))


class _PutIn(Treeprocessor):
    """Puts an empty box with the block's headings where its mark is."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, root: ElementTree.Element) -> None:
        if self._page.fences:
            for parent in list(root.iter()):
                _split_text(parent, 0, parent.text)
                for child in list(parent):
                    _split_text(parent, list(parent).index(child) + 1, child.tail, child)
            _lift_out_of_paragraphs(root)
            self._draw(root)

    def _draw(self, root: ElementTree.Element) -> None:
        level = 0
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                level = int(element.tag[1])
            elif element.tag == "journey-block":
                number = int(element.get("data-number", "0"))
                self._fill(element, number, min(level + 1, 4))

    def _fill(self, box: ElementTree.Element, number: int, level: int) -> None:
        page = self._page
        rendered = page.rendered[number] = page.host.render(page.fences[number], level)
        for heading in rendered.headings:
            element = ElementTree.SubElement(box, f"h{heading.level}", {"id": heading.id})
            element.text = f"\x02journeyheading{len(page.headings)}\x03"
            page.headings.append(heading.text)


def _split_text(
    parent: ElementTree.Element, index: int, text: str | None, before: ElementTree.Element | None = None
) -> None:
    """Replace the marks in a stretch of text inside ``parent`` by boxes."""
    if not text or "\x02journeyblock" not in text:
        return
    pieces = _BLOCK.split(text)
    if before is None:
        parent.text = pieces[0]
    else:
        before.tail = pieces[0]
    for offset, (number, tail) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
        box = ElementTree.Element("journey-block", {"data-number": number})
        box.tail = tail
        parent.insert(index + offset, box)


def _lift_out_of_paragraphs(root: ElementTree.Element) -> None:
    """A block cannot stand inside a paragraph: the paragraph ends before it and a new one begins after it."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag != "p" or child.find("journey-block") is None:
                continue
            at = list(parent).index(child)
            parent.remove(child)
            for offset, piece in enumerate(_pieces(child)):
                parent.insert(at + offset, piece)


def _pieces(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    current = ElementTree.Element("p", paragraph.attrib)
    current.text = paragraph.text
    for child in list(paragraph):
        if child.tag != "journey-block":
            current.append(child)
            continue
        if len(current) or (current.text or "").strip():
            yield current
        tail, child.tail = child.tail, "\n"
        yield child
        current = ElementTree.Element("p", paragraph.attrib)
        current.text = (tail or "").lstrip("\n")
    current.tail = paragraph.tail
    if len(current) or (current.text or "").strip():
        yield current


class _NameHeadings(Treeprocessor):
    """When the table of contents is made, the boxes give way to the rendered blocks, and headings get their words."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, root: ElementTree.Element) -> None:
        page = self._page
        if not page.fences:
            return
        for box in list(root.iter("journey-block")):
            number = box.get("data-number")
            for child in list(box):
                box.remove(child)
            box.attrib.clear()
            # The serializer writes an element without a tag as nothing but its text.
            box.tag = None  # type: ignore[assignment]
            box.text = f"\x02journeyblock{number}\x03"
        if page.headings:
            self._name(getattr(page.md, "toc_tokens", []))
            page.md.toc = self._words(getattr(page.md, "toc", ""))  # type: ignore[attr-defined]

    def _name(self, tokens: list[dict[str, Any]]) -> None:
        for token in tokens:
            for key in ("name", "html"):
                if key in token:
                    token[key] = self._words(token[key])
            self._name(token["children"])

    def _words(self, text: str) -> str:
        return _HEADING.sub(lambda match: html.escape(self._page.headings[int(match[1])], quote=False), text)


class _Fill(Postprocessor):
    """Writes the rendered blocks into the page."""

    def __init__(self, page: _PageBlocks) -> None:
        super().__init__(page.md)
        self._page = page

    def run(self, text: str) -> str:
        page = self._page
        if not page.fences:
            return text
        text = _HEADING.sub(lambda match: html.escape(page.headings[int(match[1])], quote=False), text)
        return _BLOCK.sub(lambda match: self._block(int(match[1])), text)

    def _block(self, number: int) -> str:
        # A mark that the tree never showed stands in raw HTML, where superfences would draw it as well.
        rendered = self._page.rendered.get(number) or self._page.host.render(self._page.fences[number], 2)
        return rendered.html


def makeExtension(**configs: Any) -> JourneyExtension:  # noqa: N802 - Python-Markdown's name
    """The extension, for ``markdown_extensions: [mkdocs_journey]``."""
    return JourneyExtension(**configs)
