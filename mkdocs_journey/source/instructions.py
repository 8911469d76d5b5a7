"""What YAML has besides texts, lists and fields, and what is said of it: anchors and tags."""

from __future__ import annotations

from mkdocs_journey.message import Message, message
from mkdocs_journey.quoting import LONGEST_EXCERPT, shortened

DELETE_OR_QUOTE = message("Delete it, or put the text in quotes.")
TAG = message("A word that starts with ! is an instruction to YAML, which is not supported.")


def named_part(anchor: str) -> tuple[Message, Message]:
    """What is said of an anchor, and the advice."""
    name = shortened(anchor, LONGEST_EXCERPT)
    return message("&{name} gives a name to a part of the block, which is not supported.", name=name), DELETE_OR_QUOTE
