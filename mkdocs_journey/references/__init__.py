"""Whether everything that a block refers to is there."""

from __future__ import annotations

from mkdocs_journey.findings import Finding
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.references.addresses import check_address
from mkdocs_journey.references.content_texts import check_content_texts
from mkdocs_journey.references.names import check_journey_names, check_persona_use
from mkdocs_journey.references.targets import ReferenceTargets
from mkdocs_journey.references.view_names import check_view_names

__all__ = ["ReferenceTargets", "check_references"]


MOST_FINDINGS = 300
"""Of one block; more would only bury the others."""


def check_references(document: Document, known: ReferenceTargets) -> list[Finding]:
    """Findings about what a document refers to; the first of them, where there are hundreds."""
    found: list[Finding] = []
    if isinstance(document.model, Journey):
        found += check_journey_names(document, document.model, known)
        found += check_content_texts(document, document.model, known)
    elif isinstance(document.model, Persona):
        found += check_persona_use(document, document.model, known)
    else:
        found += check_view_names(document, document.model, known)
    for reference in document.addresses:
        if len(found) > MOST_FINDINGS:
            break
        found += check_address(document, reference, known)
    return found[:MOST_FINDINGS]
