"""Which journeys, and which places on them, a view asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.values import plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.model.views import VIEWS


class SelectedPlace(Struct, frozen=True):
    """A phase or a step of a journey."""

    journey: JourneyEntry
    phase: PhaseEntry
    step: StepEntry | None
    """None for the phase as a whole."""
    column: tuple[int, int | None]
    """Positions of the phase and of the step in it."""

    @property
    def lanes(self) -> Lanes:
        """What stands there."""
        return self.step.step if self.step else self.phase.phase

    @property
    def path(self) -> Path:
        """Where it stands in its document."""
        return self.step.path if self.step else self.phase.path

    @property
    def name(self) -> str:
        """The name of the step, or of the phase."""
        return self.step.step.name if self.step else self.phase.phase.name

    @property
    def number(self) -> str:
        """As shown on the map: ``2.1``, or ``2``."""
        return self.step.number if self.step else self.phase.number

    @property
    def anchor(self) -> str:
        """Unique in the site."""
        return self.step.anchor if self.step else self.phase.anchor

    @property
    def address(self) -> str:
        """The link to it, as an author would write it."""
        part = f"{self.phase.slug}/{self.step.slug}" if self.step else self.phase.slug
        return f"journey:{self.journey.id}#{part}"

    @property
    def file(self) -> str:
        """Where its texts are written."""
        return self.journey.document.block.file

    @property
    def owner(self) -> str:
        """Who answers for it: what the step says, else what its phase says; "" where neither does."""
        owners = self.lanes.owner or self.phase.phase.owner
        return ", ".join(item.text for item in owners)

    @property
    def channels(self) -> tuple[str, ...]:
        """Channels of its touchpoints and of its lane of channels, each once."""
        named = [touchpoint.channel for touchpoint in self.lanes.touchpoints if touchpoint.channel]
        return tuple(dict.fromkeys([*named, *(item.text for item in self.lanes.channel)]))


def selected_journeys(view: View, atlas: Atlas) -> list[JourneyEntry]:
    """The journeys that a view asks for by ``journey``, ``persona`` and ``state``, in the order of the site.

    Where it names neither a journey nor a state, a view of today is about the maps of today. A retired map is kept for
    memory: it is shown only where it is asked for by its status, or by its name.
    """
    named = {entry.id for written in view.journey if (entry := named_journey(written, atlas)[0]) is not None}
    of_persona: set[str] | None = None
    if view.persona:
        personas = [persona for name in view.persona if (persona := atlas.persona(name)) is not None]
        of_persona = {entry.id for persona in personas for entry in atlas.journeys_of(persona)}
    wanted_state = view.state or ("current" if VIEWS[view.view].of_today and not view.journey else None)
    retired = "retired" in {word.casefold() for word in view.status}
    return [
        entry
        for entry in atlas.journeys.values()
        if (not view.journey or entry.id in named)
        and (of_persona is None or entry.id in of_persona)
        and (wanted_state is None or entry.journey.state == wanted_state)
        and (entry.journey.status != "retired" or retired or entry.id in named)
    ]


def named_journey(written: str, atlas: Atlas) -> tuple[JourneyEntry | None, str]:
    """The journey and the part of it that an author names as ``onboarding#go-live``; the part is "" for all of it."""
    # A title may hold the sign as well.
    if (entry := atlas.journey(written)) is not None:
        return entry, ""
    name, _, part = written.partition("#")
    return atlas.journey(name), part


def places_of(entry: JourneyEntry) -> Iterator[SelectedPlace]:
    """Every phase of a journey and every step, in order, each phase before its steps."""
    for p, phase in enumerate(entry.phases):
        yield SelectedPlace(entry, phase, None, (p, None))
        for s, step in enumerate(phase.steps):
            yield SelectedPlace(entry, phase, step, (p, s))


def selected_places(view: View, atlas: Atlas) -> list[SelectedPlace]:
    """The places that a view asks for: those of its journeys, less what ``phase``, ``channel`` and parts leave out."""
    parts: dict[str, set[str]] = {}
    for written in view.journey:
        entry, part = named_journey(written, atlas)
        if entry is not None:
            found = entry.place(part) if part else None
            parts.setdefault(entry.id, set()).add(found[0] if found else "")
    phases = {plain_word(name) for name in view.phase}
    channels = {plain_word(name) for name in view.channel}
    return [
        place
        for entry in selected_journeys(view, atlas)
        for place in places_of(entry)
        if _is_part(place, parts.get(entry.id, {""}))
        and (not phases or phases & {plain_word(place.phase.phase.name), place.phase.slug})
        and (not channels or channels & {plain_word(name) for name in place.channels})
    ]


def _is_part(place: SelectedPlace, anchors: set[str]) -> bool:
    return "" in anchors or place.anchor in anchors or place.phase.anchor in anchors


def is_wanted(wanted: Iterable[str], *names: str | None) -> bool:
    """Whether one of some names is wanted; all are where nothing is asked for. One text may name several."""
    words = {plain_word(name) for name in wanted}
    if not words:
        return True
    found = {plain_word(name) for name in names if name}
    return bool(words & (found | {plain_word(part) for name in found for part in name.split(",")}))
