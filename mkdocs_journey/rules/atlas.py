"""Rules that look at all maps and personas of a site at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.findings import Finding
from mkdocs_journey.model.document import Document
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.settings import Limits

AtlasRule = Callable[[Atlas, Limits], Iterator[tuple[Document, Finding]]]


def core_personas(atlas: Atlas, limits: Limits) -> Iterator[tuple[Document, Finding]]:
    """A team can keep a few personas in mind; all further ones are told."""
    core = [entry for entry in atlas.personas.values() if entry.persona.tier == "core"]
    for entry in core[limits.core_personas :]:
        message = (
            f"This site has {len(core)} core personas; {limits.core_personas} are as many as a team keeps in mind."
        )
        place = entry.document.place("tier")
        yield entry.document, Finding(codes.MANY_CORE_PERSONAS, place, message)


ATLAS_RULES: tuple[AtlasRule, ...] = (core_personas,)


def check_atlas(atlas: Atlas, limits: Limits) -> dict[int, list[Finding]]:
    """Findings by the identity (``id()``) of the document that they are about."""
    found: dict[int, list[Finding]] = {}
    for rule in ATLAS_RULES:
        for document, finding in rule(atlas, limits):
            found.setdefault(id(document), []).append(finding)
    return found
