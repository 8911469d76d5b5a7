"""What is kept of a chart that pygal drew, and the picture that a page shows.

pygal's own picture brings a style sheet and a script for the whole page, the day on which it was drawn, a title, and
whatever its texts and links hold. Of all that only the geometry of paths, circles and rectangles is kept, as numbers.
How they look is said here in attributes, which every host leaves alone, with ``currentColor`` for the page's own
colours. So the same numbers give the same bytes, and nothing of a picture acts on the page around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

_GEOMETRY = {"path": ("d",), "circle": ("cx", "cy", "r"), "rect": ("x", "y", "width", "height")}
"""Shapes, and what tells where they are."""
_ELEMENT = {
    tag: Markup("<{} {}/>").format(tag, Markup(" ").join(Markup('{}="{{}}"').format(name) for name in names))
    for tag, names in _GEOMETRY.items()
}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
_TOKEN = re.compile(rf"[MLHVCZ]|{_NUMBER.pattern}", re.IGNORECASE)
"""A command of a path or one of its numbers; anything else is dropped."""

LINE = Markup('fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"')
"""How lines look."""
FILLED = Markup('fill="currentColor"')
"""How dots and bars look."""
HAIRLINE = Markup('fill="none" stroke="currentColor" stroke-opacity=".13"')
"""How the lines of a grid look."""
RULE = Markup('fill="none" stroke="currentColor" stroke-opacity=".55"')
"""How an axis looks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, a circle or a rectangle without anything but its place."""

    tag: str
    geometry: tuple[str, ...]
    """In the order of SVG: ``d``; ``cx``, ``cy``, ``r``; ``x``, ``y``, ``width``, ``height``."""

    def __html__(self) -> Markup:
        return _ELEMENT[self.tag].format(*self.geometry)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a drawing that is shown, in its own units."""

    left: float
    top: float
    width: float
    height: float


def shapes_in(drawing: Element, *groups: str) -> list[Shape]:
    """The shapes of a drawing in groups that are within each other, in the order in which they are drawn.

    A group is named by one or more of its classes. A shape that lacks a number is not one.
    """
    found = [drawing]
    for group in groups:
        names = set(group.split())
        found = [inner for outer in found for inner in outer.iter("g") if names <= set(inner.get("class", "").split())]
    return [shape for group in found for element in group.iter() if (shape := _shape(element)) is not None]


def picture(frame: Frame, layers: Iterable[Markup], attributes: Markup) -> Markup:
    """An SVG image of layers, each over those before it; ``attributes`` are those of the ``svg`` element.

    It has a size of its own for where no style sheet gives it another one.
    """
    size = [tidy(side) for side in (frame.left, frame.top, frame.width, frame.height)]
    return Markup('<svg viewBox="{}" width="{}" height="{}" {}>{}</svg>').format(
        " ".join(size), *size[2:], attributes, Markup().join(layers)
    )


def layer(shapes: Sequence[Shape | Markup], attributes: Markup) -> Markup:
    """Shapes that look alike; nothing where there are none."""
    if not shapes:
        return Markup()
    return Markup("<g {}>{}</g>").format(attributes, Markup().join(shapes))


def path(data: str) -> Shape:
    """A path of our own."""
    return Shape("path", (data,))


def tidy(value: float) -> str:
    """A coordinate with two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _shape(element: Element) -> Shape | None:
    # Comments and instructions have functions for tags.
    names = _GEOMETRY.get(element.tag) if isinstance(element.tag, str) else None
    if names is None:
        return None
    if element.tag == "path":
        return Shape("path", (_path_data(element.get("d", "")),))
    values = [element.get(name, "") for name in names]
    if not all(map(_NUMBER.fullmatch, values)):
        return None
    return Shape(element.tag, tuple(tidy(float(value)) for value in values))


def _path_data(written: str) -> str:
    data = ""
    for token in _TOKEN.findall(written):
        if token.isalpha():
            data += token
        else:
            data += f"{' ' if data and not data[-1].isalpha() else ''}{tidy(float(token))}"
    return data
