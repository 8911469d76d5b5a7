"""Pixels, and what can be asked of them."""

from __future__ import annotations

import io
import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Colour = tuple[int, int, int]
CLOSE = 48
"""How far a channel of a colour may be off: engines smooth edges, and mix colours, in ways of their own."""


class Run(NamedTuple):
    """Pixels below each other that are not of the background."""

    x: int
    top: int
    height: int


class Picture:
    """Pixels: rows of red, green and blue."""

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        self.pixels = pixels

    @classmethod
    def from_png(cls, data: bytes) -> Picture:
        return cls(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    def cut(self, left: float, top: float, right: float, bottom: float) -> Picture:
        """A part, as far as there are pixels; those that it touches at its edge belong to it."""
        rows = slice(max(0, math.floor(top)), max(0, math.ceil(bottom)))
        return Picture(self.pixels[rows, max(0, math.floor(left)) : max(0, math.ceil(right))])

    def at(self, x: float, y: float) -> Colour:
        """The colour of a pixel."""
        red, green, blue = (int(one) for one in self.pixels[int(y), int(x)])
        return red, green, blue

    def is_colour(self, colour: Colour, close: int = CLOSE) -> NDArray[np.bool_]:
        """Which pixels have a colour, or nearly."""
        return (np.abs(self.pixels.astype(np.int16) - np.array(colour, np.int16)) <= close).all(axis=2)

    def share(self, colour: Colour, close: int = CLOSE) -> float:
        """The share of the pixels that have a colour: 0 to 1."""
        return float(self.is_colour(colour, close).mean())

    def background(self) -> Colour:
        """The colour that most pixels have."""
        packed = self.pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
        colours, counts = np.unique(packed, return_counts=True)
        most = int(colours[counts.argmax()])
        return most >> 16, most >> 8 & 255, most & 255

    def ink(self, close: int = CLOSE) -> NDArray[np.bool_]:
        """Which pixels are clearly not of the background."""
        return ~self.is_colour(self.background(), close)

    def filled(self, close: int = CLOSE) -> tuple[float, float]:
        """Where ink begins and ends, as shares of the height; ``(0, 0)`` without any."""
        rows = np.flatnonzero(self.ink(close).any(axis=1))
        return (float(rows[0] / self.height), float((rows[-1] + 1) / self.height)) if len(rows) else (0.0, 0.0)

    def thickest(self, mask: NDArray[np.bool_]) -> list[Run]:
        """In each column that has any, the longest run of pixels of a mask from the top down."""
        runs = []
        for x in range(mask.shape[1]):
            edges = np.flatnonzero(np.diff(np.concatenate(([0], mask[:, x].astype(np.int8), [0]))))
            heights = edges[1::2] - edges[::2]
            if len(heights):
                longest = int(heights.argmax())
                runs.append(Run(x, int(edges[2 * longest]), int(heights[longest])))
        return runs

    def save(self, path: str) -> None:
        """Write a PNG for people who want to look."""
        Image.fromarray(np.ascontiguousarray(self.pixels)).save(path)
