"""The readings of a block that cost least: every line is put where its field is legal and its neighbours stand.

A beam search over the lines: a state is what is open, and what was done so far. A line that stands where YAML wants it
costs nothing; whatever is done with one costs something, and the sum tells how far a reading is from what was typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel

from mkdocs_journey.repair.frames import Kind, OpenFrame
from mkdocs_journey.repair.line_readings import ReadState, read_line
from mkdocs_journey.repair.typed_lines import TypedLine

WIDTH = 24
"""Readings that are followed at the same time."""
FARTHEST = 4.5
"""A reading that costs so much more than the cheapest is followed no longer."""
ALIKE = 4
"""Of these, readings after which the same is open."""


def readings(lines: Sequence[TypedLine], root: type[BaseModel]) -> list[ReadState]:
    """Readings of all lines, the cheapest first; none where no reading was found."""
    states = [ReadState(0.0, (OpenFrame(Kind.PART, root, -1, None, 0, -1, 0, -1),), None)]
    for line in lines:
        found = sorted((other for state in states for other in read_line(state, line)), key=lambda one: one.cost)
        alike: Counter[tuple[OpenFrame, ...]] = Counter()
        states = []
        for state in found:
            alike[state.stack] += 1
            if alike[state.stack] <= ALIKE:
                states.append(state)
            if len(states) == WIDTH or state.cost > found[0].cost + FARTHEST:
                break
    return states
