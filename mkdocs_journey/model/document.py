"""A block after validation: the model, and where each of its values stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.place import Span
from mkdocs_journey.source.text import Block

Path = tuple[str | int, ...]
"""Fields and list positions from the block's root, e.g. ``("phases", 0, "steps", 1, "name")``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A valid block."""

    block: Block
    """As it stands in the file that holds the text."""
    model: Journey | Persona
    values: Mapping[Path, Span]
    """Place of each value."""
    keys: Mapping[Path, Span]
    """Place of each field's name."""

    def place(self, *path: str | int) -> Span:
        """Place of a value, or of the nearest thing around it that was written."""
        for end in range(len(path), 0, -1):
            if (found := self.values.get(path[:end])) is not None:
                return found
        return self.block.opening
