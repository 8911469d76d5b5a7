"""The lanes of a map: their order, their names, and which of them form the service blueprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journey.languages.words import Words

PHASE_LANES = ("definition", "period", "customer_goal", "business_goal", "goal_status", "value", "detailed_by")
"""Only a phase has these."""
STORY_LANES = ("description", "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs")
FEELING_LANES = ("emotion", "why", "moment_of_truth")
OUTCOME_LANES = ("pains", "gains", "opportunities", "content")
WORK_LANES = ("owner", "metrics", "promise", "keeps", "risk", "wait", "duration")
BLUEPRINT_LANES = ("frontstage", "backstage", "support", "systems", "processes")

CUSTOM = "*"
"""Where the lanes that a journey adds stand in :data:`ORDER`."""
ORDER = (
    *PHASE_LANES, *STORY_LANES, *FEELING_LANES, *OUTCOME_LANES, CUSTOM, *WORK_LANES, "physical", *BLUEPRINT_LANES,
    "evidence",
)  # fmt: skip
"""The default order: what happens, how it feels, what follows from it, who does the work."""

HIDDEN = "hidden"
"""What an author writes in place of a name to leave a lane out."""

_VOICES = {"customer_goal": "goal", "actions": "actions", "thoughts": "thoughts", "emotion": "emotion"}
_LINES = {
    "frontstage": "interaction",
    "backstage": "visibility",
    "support": "internal",
    "systems": "internal",
    "processes": "internal",
}


_DEFAULT = {name: position for position, name in enumerate(ORDER) if name != CUSTOM}


class Lane(NamedTuple):
    """A lane as a journey shows it."""

    name: str
    """The field's name, or the author's own for a lane that the journey adds."""
    label: str
    note: str
    """A second line under the label."""
    voice: str
    """How the lane speaks: ``goal``, ``actions``, ``thoughts``, ``emotion``, or plainly."""


@dataclass(frozen=True, slots=True)
class ShownLanes:
    """The lanes that a journey may show."""

    positions: Mapping[str, int]
    """Place of each lane in the journey's order; a hidden lane has none."""
    written: Mapping[str, str]
    words: Words

    def lane(self, name: str) -> Lane:
        """A lane with its label: the journey's, else the language's, else the name as the author wrote it."""
        label = self.written.get(name, "")
        own = label or self.words.get(f"lane.{name}") or name[:1].upper() + name[1:].replace("_", " ")
        return Lane(name, own, "" if label else self.words.get(f"lane_note.{name}"), _VOICES.get(name, ""))


def lanes_of(written: Mapping[str, str], words: Words) -> ShownLanes:
    """The lanes of a journey that has ``written`` under ``lanes``.

    Where every value is empty, it is a list, and its order comes first; otherwise it gives names to lanes, adds
    lanes, and hides them.
    """
    if not written:
        return ShownLanes(_DEFAULT, written, words)
    added = [name for name in written if name not in _DEFAULT]
    order = [name for place in ORDER for name in (added if place == CUSTOM else (place,))]
    if not any(written.values()):
        order = [*written, *(name for name in order if name not in written)]
    shown = [name for name in order if written.get(name, "").casefold() != HIDDEN]
    return ShownLanes({name: position for position, name in enumerate(shown)}, written, words)


def blueprint_line(name: str, drawn: set[str]) -> str:
    """The line of a service blueprint that lies above a lane: ``interaction``, ``visibility``, ``internal`` or "".

    ``drawn`` are the blueprint lanes that the map has drawn above; a line is drawn once, and the line of internal
    interaction only below people.
    """
    line = _LINES.get(name, "")
    if line == "internal" and (not drawn & {"frontstage", "backstage"} or drawn & {"support", "systems", "processes"}):
        return ""
    return line
