"""Whether anything is planned for a place on the map."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.method.remedies import is_planned, names_of, plans_in
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.rules.examined import ExaminedMap


def has_remedy(seen: ExaminedMap, path: Path) -> bool:
    """Whether an opportunity serves a step or a phase.

    It stands at the step or its phase, at a step of the phase, or it fixes a pain point there from anywhere on the
    map. One that was dropped serves nothing.
    """
    phase = seen.journey.phases[int(path[1])]
    around: Sequence[Lanes] = (phase, phase.steps[int(path[3])]) if len(path) > 2 else (phase, *phase.steps)
    if any(is_planned(opportunity) for lanes in around for opportunity in lanes.opportunities):
        return True
    names = {name for lanes in around for pain in lanes.pains for name in names_of(pain)}
    return bool(names) and not plans_in(seen.places).named.isdisjoint(names)
