"""What stands on the pages of a PDF, as text and as two renderers paint it: MuPDF, and Chrome's own PDFium."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np

from tests.engines.picture import Picture

DPI = 96
"""One pixel of a picture is one of CSS."""


def _by_pdfium(data: bytes, dpi: int) -> list[Picture]:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        # What was rendered is copied: its memory is PDFium's.
        return [Picture(np.array(page.render(scale=dpi / 72).to_pil().convert("RGB"))) for page in document]


def _by_mupdf(data: bytes, dpi: int) -> list[Picture]:
    import pymupdf

    # What it thinks of the shades in Firefox's files is nothing that anybody sees.
    pymupdf.TOOLS.mupdf_display_errors(False)
    pictures = []
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            painted = page.get_pixmap(dpi=dpi, alpha=False)
            rows = np.frombuffer(painted.samples, np.uint8).reshape(painted.height, painted.stride)
            pictures.append(Picture(rows[:, : painted.width * 3].reshape(painted.height, painted.width, 3).copy()))
    return pictures


RENDERERS: dict[str, Callable[[bytes, int], list[Picture]]] = {"PDFium": _by_pdfium, "MuPDF": _by_mupdf}
Box = tuple[float, float, float, float]
Line = tuple[Box, str]


class Printed:
    """A PDF. Texts are compared without white space: renderers tell blanks from the gaps between letters."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._pictures: dict[tuple[str, int], list[Picture]] = {}

    def pictures(self, renderer: str, dpi: int = DPI) -> list[Picture]:
        """Its pages as one of :data:`RENDERERS` paints them."""
        if (renderer, dpi) not in self._pictures:
            self._pictures[renderer, dpi] = RENDERERS[renderer](self.data, dpi)
        return self._pictures[renderer, dpi]

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page, line by line."""
        return ["\n".join(text for _, text in page) for page in self.lines]

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of the first page, in points."""
        import pymupdf

        with pymupdf.open(stream=self.data, filetype="pdf") as document:
            return document[0].rect.width, document[0].rect.height

    @cached_property
    def lines(self) -> list[list[Line]]:
        """The lines of each page in the order in which they were written, with their boxes in points from the top left."""
        import pymupdf

        pymupdf.TOOLS.mupdf_display_errors(False)
        found: list[list[Line]] = []
        # Also what lies outside the page, and would be lost on paper, is told.
        flags = pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_MEDIABOX_CLIP
        with pymupdf.open(stream=self.data, filetype="pdf") as document:
            for page in document:
                blocks = page.get_text("dict", flags=flags, clip=pymupdf.INFINITE_RECT())["blocks"]
                lines = [line for block in blocks for line in block.get("lines", [])]
                found.append([(line["bbox"], "".join(span["text"] for span in line["spans"])) for line in lines])
        return found

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Which texts are on no page, nor run from one to the next."""
        every = squeezed("".join(self.texts))
        return [text for text in texts if squeezed(text) not in every]

    def torn(self, cells: Iterable[Sequence[str]]) -> list[str]:
        """Which cells, each given by its texts, begin on one page and end on another; the first text of each."""
        pages = [squeezed(text) for text in self.texts]
        found = []
        for cell in cells:
            places = [{number for number, page in enumerate(pages) if squeezed(text) in page} for text in cell]
            if all(places) and not set.intersection(*places):
                found.append(cell[0])
        return found

    def beyond_the_edge(self) -> list[str]:
        """Lines that the edge of the paper cuts, or that lie beyond it."""
        width, height = self.size
        return [
            text.strip()
            for page in self.lines
            for (left, top, right, bottom), text in page
            if text.strip() and (left < -1 or top < -1 or right > width + 1 or bottom > height + 1)
        ]

    def ends_with(self, headings: Sequence[str]) -> list[str]:
        """Which of some headings are the lowest line of a page other than the last, so that what they head is not there."""
        lowest = [max(page, key=lambda line: line[0][3])[1] for page in self.lines[:-1] if page]
        wanted = {squeezed(heading): heading for heading in headings}
        return [heading for line in lowest if (heading := wanted.get(re.sub(r"^[\d.]+", "", squeezed(line))))]

    def filled(self, margin: float = 0) -> list[float]:
        """How far down each page there is something: 1 where it is full to its margin, which is in millimetres."""
        share = margin / 25.4 * 72 / self.size[1]
        ends = [picture.filled()[1] for picture in self.pictures("PDFium", 48)]
        return [round(max(0.0, min(1.0, (end - share) / (1 - 2 * share))), 2) for end in ends]


def squeezed(text: str) -> str:
    """A text without white space and what only breaks lines, with letters for ligatures."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069]+", "", plain)
