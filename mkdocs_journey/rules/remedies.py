"""Whether anything is planned for a place on the map."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.model.document import Path
from mkdocs_journey.model.journey import Lanes
from mkdocs_journey.rules.examined import ExaminedMap


def has_remedy(seen: ExaminedMap, path: Path) -> bool:
    """Whether an opportunity serves a step or a phase.

    It stands at the step or its phase, at a step of the phase, or it fixes a pain point there from anywhere on the
    map. One that was dropped serves nothing.
    """
    fixed: set[str] = set()
    for place, lanes in seen.places:
        for opportunity in lanes.opportunities:
            if opportunity.status != "dropped":
                if place == path[: len(place)] or path == place[: len(path)]:
                    return True
                fixed.update(opportunity.fixes)
    return any(pain.text in fixed or pain.id in fixed for lanes in _around(seen, path) for pain in lanes.pains)


def _around(seen: ExaminedMap, path: Path) -> Iterator[Lanes]:
    """A step with its phase, or a phase with its steps."""
    for place, lanes in seen.places:
        if place == path[: len(place)] or path == place[: len(path)]:
            yield lanes
