"""All rules of the method, applied to one map or persona."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mkdocs_journey.findings import Finding
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.rules import curve, evidence, goals, lanes, pains, promises, size, touchpoints, upkeep, wording
from mkdocs_journey.rules.examined import ExaminedMap, examine
from mkdocs_journey.rules.settings import Limits

MAP_RULES: tuple[Callable[[ExaminedMap], Iterator[Finding]], ...] = (
    *goals.RULES,
    *upkeep.RULES,
    *lanes.RULES,
    *pains.RULES,
    *touchpoints.RULES,
    *promises.RULES,
    *evidence.RULES,
    *curve.RULES,
    *size.RULES,
    *wording.RULES,
)


def check_method(document: Document, limits: Limits, today: date | None, language: str = "en") -> list[Finding]:
    """What the method says of one sound block, without looking at the rest of the site.

    A retired map is kept for memory, so nothing is asked of it. ``language`` is that of the site, for maps that do
    not name theirs; without ``today``, nothing is out of date.
    """
    if isinstance(document.model, Persona):
        persona = document.model
        return [
            *upkeep.persona_review(document, persona, today),
            *evidence.persona_evidence(document, persona, limits, today),
        ]
    if not isinstance(document.model, Journey) or document.model.status == "retired":
        return []
    seen = examine(document, document.model, limits, today, language)
    return [finding for rule in MAP_RULES for finding in rule(seen)]
