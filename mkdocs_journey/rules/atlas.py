"""Rules that look at all maps and personas of a site at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.model.document import Document
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.names import near_names
from mkdocs_journey.rules.pains import opportunities
from mkdocs_journey.rules.settings import Limits

AtlasRule = Callable[[Atlas, Limits], Iterator[tuple[Document, Finding]]]


def core_personas(atlas: Atlas, limits: Limits) -> Iterator[tuple[Document, Finding]]:
    """A team can keep a few personas in mind. Each further one is told; which of them are core, the team decides."""
    core = [entry for entry in atlas.personas.values() if entry.persona.tier == "core"]
    for number, entry in enumerate(core[limits.core_personas :], limits.core_personas + 1):
        place = entry.document.place("tier")
        said = message(
            "“{name}” is core persona number {number} of this site; a team can keep {most} in mind.",
            name=entry.name[:60],
            number=number,
            most=limits.core_personas,
        )
        advice = message("Write tier: secondary here, or for another one that fewer decisions depend on.")
        # The first ones are enough to choose from, however many there are.
        others = tuple(
            (other.document.place("tier"), message("“{name}” is core", name=other.name[:60])) for other in core[:4]
        )
        yield entry.document, Finding(codes.MANY_CORE_PERSONAS, place, said, Mend(advice), others)


ATLAS_RULES: tuple[AtlasRule, ...] = (core_personas, near_names, opportunities)


def check_atlas(atlas: Atlas, limits: Limits) -> dict[int, list[Finding]]:
    """Findings by the identity (``id()``) of the document that they are about."""
    found: dict[int, list[Finding]] = {}
    for rule in ATLAS_RULES:
        for document, finding in rule(atlas, limits):
            found.setdefault(id(document), []).append(finding)
    return found
