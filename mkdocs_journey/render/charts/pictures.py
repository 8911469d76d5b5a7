"""What is kept of a chart that pygal drew, and the picture that a page shows.

pygal's own picture brings a style sheet and a script for the whole page, the day on which it was drawn, a title, and
whatever its texts and links hold. Of all that only the geometry of paths, circles and rectangles is kept, as numbers.
How they look is said here in attributes, which every host leaves alone, with ``currentColor`` for the page's own
colours. So the same numbers give the same bytes, and nothing of a picture acts on the page around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.render.html.curves import number
from mkdocs_journey.render.html.elements import AttributeValue, Text, element

_GEOMETRY = {"path": ("d",), "circle": ("cx", "cy", "r"), "rect": ("x", "y", "width", "height")}
"""Shapes, and what tells where they are."""
_DECIMALS = 2
"""More than can be seen are not kept."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
_TOKEN = re.compile(rf"[MLHVCZ]|{_NUMBER.pattern}", re.IGNORECASE)
"""A command of a path or one of its numbers; anything else is dropped."""

Look = Mapping[str, AttributeValue]
"""Attributes by the names that :func:`element` has for them."""
LINE: Look = {
    "fill": "none", "stroke": "currentColor", "stroke_width": 2, "stroke_linecap": "round", "stroke_linejoin": "round",
}  # fmt: skip
FILLED: Look = {"fill": "currentColor"}
HAIRLINE: Look = {"fill": "none", "stroke": "currentColor", "stroke_opacity": ".13"}
"""The lines of a grid."""
RULE: Look = {"fill": "none", "stroke": "currentColor", "stroke_opacity": ".55"}
"""An axis."""


class DrawnShape(Struct, frozen=True):
    """A path, a circle or a rectangle without anything but its place."""

    tag: str
    geometry: tuple[str, ...]
    """In the order of SVG: ``d``; ``cx``, ``cy``, ``r``; ``x``, ``y``, ``width``, ``height``."""

    def __html__(self) -> Markup:
        return element(self.tag, **dict(zip(_GEOMETRY[self.tag], self.geometry, strict=True)))


class Frame(Struct, frozen=True):
    """The part of a drawing that is shown, in its own units."""

    left: float
    top: float
    width: float
    height: float


def shapes_in(drawing: Element, *groups: str) -> list[DrawnShape]:
    """The shapes of a drawing in groups that are within each other, in the order in which they are drawn.

    A group is named by one or more of its classes. A shape that lacks a number is not one.
    """
    found = [drawing]
    for group in groups:
        names = set(group.split())
        found = [inner for outer in found for inner in outer.iter("g") if names <= set(inner.get("class", "").split())]
    return [shape for group in found for node in group.iter() if (shape := _shape(node)) is not None]


def picture(frame: Frame, *layers: Text, **attributes: AttributeValue) -> Markup:
    """An SVG image of layers, each over those before it; ``attributes`` are those of the ``svg`` element.

    It has a size of its own for where no style sheet gives it another one.
    """
    size = [number(side, _DECIMALS) for side in (frame.left, frame.top, frame.width, frame.height)]
    return element("svg", *layers, viewBox=" ".join(size), width=size[2], height=size[3], **attributes)


def layer(*shapes: Text, **look: AttributeValue) -> Markup:
    """Shapes that look alike; nothing where there are none."""
    return element("g", *shapes, **look) if shapes else Markup()


def path(data: str) -> DrawnShape:
    """A path of our own."""
    return DrawnShape("path", (data,))


def _shape(node: Element) -> DrawnShape | None:
    # Comments and instructions have functions for tags.
    names = _GEOMETRY.get(node.tag) if isinstance(node.tag, str) else None
    if names is None:
        return None
    if node.tag == "path":
        return DrawnShape("path", (_path_data(node.get("d", "")),))
    values = [node.get(name, "") for name in names]
    if not all(map(_NUMBER.fullmatch, values)):
        return None
    return DrawnShape(node.tag, tuple(number(float(value), _DECIMALS) for value in values))


def _path_data(written: str) -> str:
    data = ""
    for token in _TOKEN.findall(written):
        if token.isalpha():
            data += token
        else:
            data += f"{' ' if data and not data[-1].isalpha() else ''}{number(float(token), _DECIMALS)}"
    return data
