"""What opportunities would fix: the pain points that they name, else those of the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Opportunity, Pain


def is_planned(opportunity: Opportunity) -> bool:
    """Whether an opportunity would fix anything: one that was dropped does not, one that is done did."""
    return opportunity.status != "dropped"


def names_of(pain: Pain) -> tuple[str, ...]:
    """What opportunities may call a pain point under ``fixes``: its id and its text."""
    text = (pain.text,) if pain.text else ()
    return (pain.id, *text) if pain.id and pain.id != pain.text else text


def reaching(path: Path) -> tuple[Path, ...]:
    """From where an opportunity that names no pain point means those of a step or a phase: from there, or its phase."""
    return (path, path[:2]) if len(path) > 2 else (path,)


class Plans(NamedTuple):
    """What the opportunities of a map are about, but for those that were dropped."""

    named: frozenset[str]
    """Pain points by their names, on this map or on the one that it redesigns."""
    places: frozenset[Path]
    """Steps and phases with an opportunity that names none."""

    def would_fix(self, path: Path, pain: Pain) -> bool:
        """Whether one of them is about a pain point of this map, in the step or phase with this path."""
        return not (self.named.isdisjoint(names_of(pain)) and self.places.isdisjoint(reaching(path)))


def plans_in(places: Iterable[tuple[Path, Lanes]]) -> Plans:
    """What is planned on a map; ``places`` are its phases and steps."""
    named: set[str] = set()
    at: set[Path] = set()
    for path, lanes in places:
        for opportunity in filter(is_planned, lanes.opportunities):
            named.update(opportunity.fixes)
            if not opportunity.fixes:
                at.add(path)
    return Plans(frozenset(named), frozenset(at))
