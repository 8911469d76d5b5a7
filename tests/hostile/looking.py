"""What a page is made of: its elements, attributes and addresses, as a browser's parser sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

RUNNING = frozenset({"script", "style", "iframe", "frame", "object", "embed", "form", "base", "meta", "template"})
"""Elements that do something by being there."""
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcset", "data", "poster", "background", "xlink:href"})
LINKS = re.compile(r"(?!\s|//)(?:https?://|mailto:|(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)
"""How an address may begin: a scheme that is allowed, or a path within the site."""
WITHIN = re.compile(r"(?![\s\\/]{2})(?!\s*[a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""How an address may begin that is loaded with the page."""
MATHS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Sight:
    """What was seen of some HTML."""

    kinds: frozenset[str]
    """``element``, ``element[attribute]`` and ``element.class``, each once."""
    styles: frozenset[str]
    """Values of ``style``, with 0 for every number."""
    running: Counter[str]
    """How many there are of each running element."""
    wrong_addresses: tuple[str, ...]
    """Addresses that may not be followed or loaded."""
    text: str


def look(html: str) -> Sight:
    """See what some HTML is made of."""
    elements = list(_elements(html5lib.parse(html, namespaceHTMLElements=False)))
    attributes = [(element, name, value) for element in elements for name, value in element.items()]
    return Sight(
        frozenset(
            [
                *(element.tag for element in elements),
                *(f"{element.tag}[{name}]" for element, name, _ in attributes),
                *(f"{e.tag}.{word}" for e, name, value in attributes if name == "class" for word in value.split()),
            ]
        ),
        frozenset(MATHS.sub("0", value) for _, name, value in attributes if name == "style"),
        Counter(element.tag for element in elements if element.tag in RUNNING),
        tuple(
            f"{element.tag} {name}={value}"
            for element, name, value in attributes
            if name in ADDRESSES and not (LINKS if element.tag == "a" else WITHIN).match(value)
        ),
        "".join(_texts(elements)),
    )


def _elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _texts(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        if element.tag not in RUNNING:
            yield element.text or ""
        yield element.tail or ""
