"""Personas side by side: what each of them wants, likes and dislikes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from mkdocs_journey.atlas import PersonaEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.view import View

COMPARED = (
    "goals", "needs", "motivations", "jobs", "likes", "dislikes", "indifferent", "frustrations", "accessibility",
)  # fmt: skip
"""Fields that stand side by side, in their order."""
_TIERS = {"core": 0, "secondary": 1, None: 2, "anti": 3}


class ComparedField(Struct, frozen=True):
    """A field that at least one persona has."""

    name: str
    statements: tuple[tuple[Item, ...], ...]
    """Those of each persona, in the order of the personas."""


class PersonasFacts(Struct, frozen=True):
    """Personas in their order."""

    personas: tuple[PersonaEntry, ...]
    fields: tuple[ComparedField, ...]
    total: int
    """Number of personas before ``limit``."""


def gather(view: View, site: Site, today: date) -> PersonasFacts:
    """The personas that a view asks for, in the order of the site unless it wants another."""
    atlas = site.atlas
    named = {entry.id for name in view.persona if (entry := atlas.persona(name)) is not None}
    found = [entry for entry in atlas.personas.values() if not view.persona or entry.id in named]
    sort = (view.sort or "order").removeprefix("-")
    if sort == "name":
        found.sort(key=lambda entry: entry.name.casefold())
    elif sort == "tier":
        found.sort(key=lambda entry: _TIERS[entry.persona.tier])
    if view.sort and view.sort.startswith("-"):
        found.reverse()
    shown = tuple(found[: view.limit])
    fields = (
        ComparedField(name, tuple(getattr(entry.persona, name) for entry in shown))
        for name in COMPARED
        if any(getattr(entry.persona, name) for entry in shown)
    )
    return PersonasFacts(shown, tuple(fields), len(found))
