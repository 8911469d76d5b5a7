"""All rules of the method, applied to one map or persona."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mkdocs_journey.findings import Finding
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.rules import goals
from mkdocs_journey.rules.examined import ExaminedMap, examine
from mkdocs_journey.rules.settings import Limits

MAP_RULES: tuple[Callable[[ExaminedMap], Iterator[Finding]], ...] = (*goals.RULES,)


def check_method(document: Document, limits: Limits, today: date | None) -> list[Finding]:
    """What the method says of one sound block, without looking at the rest of the site."""
    if not isinstance(document.model, Journey):
        return []
    seen = examine(document, document.model, limits, today)
    return [finding for rule in MAP_RULES for finding in rule(seen)]
