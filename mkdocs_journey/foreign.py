"""What other handbooks have: their journeys and personas, as their inventories tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from mkdocs_journey.findings import Finding


class ForeignEntry(Struct, frozen=True):
    """A journey or a persona of another handbook."""

    reference: str
    """As this site refers to it: name of the inventory, slash, id."""
    title: str
    """Without markup."""
    address: str
    """The whole address at which it is shown: ``https://…``."""
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of a journey: address and title of whatever on it a link can name, by each of its names."""
    phases: tuple[str, ...] = ()
    """Of a journey: the names by which links know its phases."""
    pains: frozenset[str] = frozenset()
    """Of a journey: ids and texts of its pain points."""


class Inventory(Struct, frozen=True):
    """The journeys and personas of one other handbook, by id, earlier id and title."""

    journeys: Mapping[str, ForeignEntry] = field(default_factory=dict)
    personas: Mapping[str, ForeignEntry] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, ForeignEntry]:
        """What it has of a kind: ``journey`` or ``persona``."""
        return self.personas if kind == "persona" else self.journeys


class Inventories(Struct, frozen=True):
    """The other handbooks that a site names. A reference to them begins with the name: ``sales/onboarding``."""

    by_name: Mapping[str, Inventory | None] = field(default_factory=dict)
    """None for one of which nothing is known, because it has never been read."""
    findings: tuple[Finding, ...] = ()
    """About those that cannot be read."""

    def find(self, kind: str, reference: str) -> ForeignEntry | None:
        """The journey or persona that a reference means."""
        name, _, inside = reference.partition("/")
        inventory = self.by_name.get(name)
        return inventory.of(kind).get(inside) if inventory is not None else None

    def is_unread(self, reference: str) -> bool:
        """Whether nothing can be said of a reference, because the handbook that it begins with was never read."""
        name, slash, _ = reference.partition("/")
        return bool(slash) and name in self.by_name and self.by_name[name] is None

    def references(self, kind: str) -> Iterator[str]:
        """Every reference by id that would be understood."""
        for inventory in self.by_name.values():
            if inventory is not None:
                yield from dict.fromkeys(entry.reference for entry in inventory.of(kind).values())


NO_INVENTORIES = Inventories()
