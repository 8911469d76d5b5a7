"""Anchors that the parts of a map had under earlier ids, so that links from outside still arrive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from mkdocs_journey.atlas import Atlas, JourneyEntry, PersonaEntry
from mkdocs_journey.model.values import slug

MOST = 1_000
"""Of one map: where ids of a journey, its phases and its steps have all changed, a few aliases make many anchors."""


def earlier_anchors(entry: JourneyEntry, atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """Earlier anchors of a map by the anchor of today; none that lead to something else as well."""
    found: dict[str, list[str]] = {}
    for anchor, earlier in islice(_earlier(entry, atlas), MOST):
        found.setdefault(anchor, []).append(earlier)
    return {anchor: tuple(dict.fromkeys(earlier)) for anchor, earlier in found.items()}


def earlier_persona_anchors(entry: PersonaEntry, atlas: Atlas) -> tuple[str, ...]:
    """Earlier anchors of a persona."""
    return tuple(f"persona-{alias}" for alias in _ids(entry.persona.aliases) if atlas.persona(alias) is entry)


def _earlier(entry: JourneyEntry, atlas: Atlas) -> Iterator[tuple[str, str]]:
    aliases = [alias for alias in _ids(entry.journey.aliases) if atlas.journey(alias) is entry and alias != entry.id]
    journeys = [entry.id, *aliases]
    today = {anchor for anchor, _ in entry.parts.values()}
    for alias in aliases:
        yield entry.anchor, f"journey-{alias}"
    for phase in entry.phases:
        phases = [phase.slug, *_parts(entry, phase.phase.aliases, "", phase.anchor)]
        for journey in journeys:
            for outer in phases:
                anchor = f"journey-{journey}--{outer}"
                if anchor not in today:
                    yield phase.anchor, anchor
        for step in phase.steps:
            steps = [step.slug, *_parts(entry, step.step.aliases, f"{phase.slug}/", step.anchor)]
            for journey in journeys:
                for outer in phases:
                    for inner in steps:
                        anchor = f"journey-{journey}--{outer}--{inner}"
                        if anchor not in today:
                            yield step.anchor, anchor


def _parts(entry: JourneyEntry, aliases: tuple[str, ...], before: str, anchor: str) -> list[str]:
    """Aliases of a part that mean nothing else on the map."""
    return [alias for alias in _ids(aliases) if entry.parts.get(before + alias, ("", ""))[0] == anchor]


def _ids(aliases: tuple[str, ...]) -> Iterator[str]:
    """Those that can be part of an anchor."""
    return (alias for alias in dict.fromkeys(aliases) if alias and alias == slug(alias))
