"""What every output is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from mkdocs_journey.findings import Finding
from mkdocs_journey.languages.words import Words


class Report(Struct, frozen=True):
    """The findings of one check, and what is needed to show them."""

    findings: tuple[Finding, ...]
    """In the order in which they are told."""
    lines: Callable[[str], Sequence[str]]
    """The lines of a file, without line ends, by its name in a span; empty where it cannot be read."""
    path: Callable[[str], str]
    """The path of a file relative to the repository, with ``/``, by its name in a span."""
    pages: int = 0
    """Pages that were read."""
    journeys: int = 0
    """Journeys and personas that were read."""
    personas: int = 0
    words: Words = field(default_factory=Words.load)
    """Of the language in which all of it is told."""
