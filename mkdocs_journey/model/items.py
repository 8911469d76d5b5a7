"""What a value or a field says by itself: an empty cell, the begin of an item, a text that is a hypothesis."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.model.names import field_name, field_names, plain_name, standard_names
from mkdocs_journey.model.parts import Evidenced
from mkdocs_journey.model.values import closest
from mkdocs_journey.source.tree import Node, Scalar

EMPTY_CELL = frozenset({"", "—", "–", "-", "n/a", "N/A"})
"""Plain texts that stand for an empty cell."""
EMPTY_STARTS = frozenset({*(text[:1] for text in EMPTY_CELL), *filter(str.isspace, map(chr, range(0x3001)))})
"""With what a text begins that may stand for an empty cell: nothing, a sign or letter of those, or white space."""
_HYPOTHESIS = re.compile(r"\s*[(（][?？][)）]$")
ROUND_BRACKETS = (")", "）")
"""With what a text ends that may have ``(?)`` behind it."""


@cache
def required_names(part: type[BaseModel]) -> frozenset[str]:
    """The fields without which a part cannot be."""
    return frozenset(n for n, attribute in standard_names(part).items() if part.model_fields[attribute].is_required())


def begins_item(written: str, item: type[BaseModel]) -> bool:
    """Whether a name with a text behind it, and nothing more, is a field of an item, even a misspelt one.

    A label is a common word: *cost* begins a text, where it alone would not make an item.
    """
    name = plain_name(written)
    known = field_names(item, labels=False)
    if name in known or closest(name, list(known)) is not None:
        return True
    field = field_name(item, name)
    return field is not None and required_names(item) <= {field}


def with_hypothesis(data: dict[str, Any], part: type[BaseModel], main: str) -> dict[str, Any]:
    """The data of a part; ``(?)`` behind its main text is a field of its own."""
    text = data.get(main)
    if isinstance(text, str) and text.endswith(ROUND_BRACKETS) and issubclass(part, Evidenced):
        match = _HYPOTHESIS.search(text)
        if match is not None:
            data[main] = text[: match.start()]
            data.setdefault("hypothesis", "true")
    return data


def is_empty(node: Node) -> bool:
    """Whether a value stands for an empty cell."""
    if not isinstance(node, Scalar):
        return False
    text = node.value
    # Looking at the first character is enough for nearly all of the many texts.
    if text[:1] not in EMPTY_STARTS:
        return False
    text = text.strip()
    return not text or (text in EMPTY_CELL and not node.style)
