"""The whole site: every journey and persona, their ids, and who refers to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from urllib.parse import unquote

from msgspec import Struct, field

from mkdocs_journey.foreign import NO_INVENTORIES, ForeignEntry, Inventories
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import slug
from mkdocs_journey.model.view import View

EntryType = TypeVar("EntryType")


class StepEntry(Struct, frozen=True):
    """A step in its place."""

    slug: str
    """Unique in its phase."""
    anchor: str
    """Unique in the site: ``journey-<id>--<phase>--<step>``."""
    number: str
    """As shown: ``2.1``."""
    step: Step
    path: Path
    """Where its fields stand in the document."""


class PhaseEntry(Struct, frozen=True):
    """A phase in its place."""

    slug: str
    """Unique in its map."""
    anchor: str
    """``journey-<id>--<phase>``."""
    number: str
    """As shown: ``2``."""
    phase: Phase
    path: Path
    """Where its fields stand in the document."""
    steps: tuple[StepEntry, ...]


class JourneyEntry(Struct, frozen=True, eq=False):
    """A journey in its place."""

    id: str
    title: str
    page: str
    """The page that shows it, as the host names it."""
    journey: Journey
    document: Document
    phases: tuple[PhaseEntry, ...]
    parts: Mapping[str, tuple[str, str]]
    """Anchor and title of every phase, step, pain and opportunity that a link can name, by each of its names."""

    @property
    def anchor(self) -> str:
        """Unique in the site."""
        return f"journey-{self.id}"

    def place(self, part: str) -> tuple[str, str] | None:
        """Anchor and title of a part, by the name that an author gives it in a link; None where there is none."""
        return self.parts.get(part) or self.parts.get(slug(part))

    @property
    def positions(self) -> tuple[Column, ...]:
        """Positions of the phase and the step of each of the columns; None for a phase without steps."""
        return tuple((p, s) for p, phase in enumerate(self.phases) for s in (range(len(phase.steps)) or (None,)))

    @property
    def columns(self) -> tuple[tuple[PhaseEntry, StepEntry | None], ...]:
        """The columns of the map in order; a phase without steps is a column of its own."""
        return tuple((phase, step) for phase in self.phases for step in (phase.steps or (None,)))


class PersonaEntry(Struct, frozen=True, eq=False):
    """A persona in its place."""

    id: str
    name: str
    page: str
    """The page that is about this persona."""
    source_page: str
    """The page on which its block stands."""
    persona: Persona
    document: Document

    @property
    def anchor(self) -> str:
        """Unique in the site."""
        return f"persona-{self.id}"


class ViewEntry(Struct, frozen=True, eq=False):
    """A view in its place."""

    page: str
    """The page that shows it."""
    view: View
    document: Document


class Target(Struct, frozen=True):
    """What a reference leads to."""

    page: str
    """The page that shows it; empty for something in another handbook."""
    anchor: str
    """Without ``#``; empty for the page as a whole."""
    title: str
    address: str = ""
    """Of something in another handbook: its whole address, ``https://…``."""


class Atlas(Struct, frozen=True):
    """All journeys and personas of a site, in the order of its pages."""

    journeys: Mapping[str, JourneyEntry] = field(default_factory=dict)
    """By id."""
    personas: Mapping[str, PersonaEntry] = field(default_factory=dict)
    """By id."""
    broken: frozenset[str] = frozenset()
    """Ids, titles and names of blocks that could not be read; references to them are not reported again."""
    unread: frozenset[str] = frozenset()
    """By what those may be known of which even that can only be told from their lines, or that are not drawn since
    what they are called belongs to another; references to them are not reported either."""
    foreign: Inventories = NO_INVENTORIES
    """Journeys and personas of other handbooks."""
    _journey_names: Mapping[str, JourneyEntry] = field(default_factory=dict)
    _persona_names: Mapping[str, PersonaEntry] = field(default_factory=dict)

    def journey(self, reference: str) -> JourneyEntry | None:
        """The journey with this id, alias, or title, where the title is unique."""
        return self.journeys.get(reference) or self._journey_names.get(reference)

    def persona(self, reference: str) -> PersonaEntry | None:
        """The persona with this id, alias, or name, where the name is unique."""
        return self.personas.get(reference) or self._persona_names.get(reference)

    def foreign_journey(self, reference: str) -> ForeignEntry | None:
        """The journey of another handbook that a reference means, unless it means one of this site."""
        return None if self.journey(reference) is not None else self.foreign.find("journey", reference)

    def foreign_persona(self, reference: str) -> ForeignEntry | None:
        """The persona of another handbook that a reference means, unless it means one of this site."""
        return None if self.persona(reference) is not None else self.foreign.find("persona", reference)

    def persona_name(self, reference: str) -> str:
        """The name of the persona that a reference means; the reference itself where nobody is known by it."""
        entry, foreign = self.persona(reference), self.foreign_persona(reference)
        return entry.name if entry is not None else foreign.title if foreign is not None else reference

    def is_unreadable(self, reference: str) -> bool:
        """Whether a reference means something that could not be read, so that nothing can be said of it."""
        return reference in self.broken or reference in self.unread or self.foreign.is_unread(reference)

    def journeys_of(self, persona: PersonaEntry) -> tuple[JourneyEntry, ...]:
        """The journeys that name a persona as theirs, in the order of the pages."""
        return self._by_persona.get(persona.id, ())

    _by_persona: Mapping[str, tuple[JourneyEntry, ...]] = field(default_factory=dict)


def build_atlas(
    journeys: Sequence[JourneyEntry],
    personas: Sequence[PersonaEntry],
    broken: Iterable[str] = (),
    unread: Iterable[str] = (),
    foreign: Inventories = NO_INVENTORIES,
) -> Atlas:
    """The atlas of entries whose ids are unique."""
    by_id = {entry.id: entry for entry in journeys}
    personas_by_id = {entry.id: entry for entry in personas}
    journey_names = _names((entry, (entry.title, *entry.journey.aliases)) for entry in journeys)
    persona_names = _names((entry, (entry.name, *entry.persona.aliases)) for entry in personas)
    by_persona: dict[str, list[JourneyEntry]] = {}
    for journey in journeys:
        for reference in dict.fromkeys(journey.journey.persona):
            found = personas_by_id.get(reference) or persona_names.get(reference)
            if found is not None and journey not in (named := by_persona.setdefault(found.id, [])):
                named.append(journey)
    return Atlas(
        by_id,
        personas_by_id,
        frozenset(broken),
        frozenset(unread),
        foreign,
        journey_names,
        persona_names,
        {id_: tuple(named) for id_, named in by_persona.items()},
    )


def _names(entries: Iterable[tuple[EntryType, tuple[str, ...]]]) -> dict[str, EntryType]:
    """Names that belong to one entry only."""
    found: dict[str, EntryType] = {}
    shared: set[str] = set()
    for entry, names in entries:
        for name in dict.fromkeys(names):
            if name in found:
                shared.add(name)
            found[name] = entry
    return {name: entry for name, entry in found.items() if name not in shared}


def journey_entry(id_: str, title: str, page: str, document: Document) -> JourneyEntry:
    """Put a journey in its place: slugs, anchors and numbers of its phases and steps."""
    journey = document.model
    assert isinstance(journey, Journey)
    phases: list[PhaseEntry] = []
    for p, phase in enumerate(journey.phases):
        phase_slug = phase.id or slug(phase.name)
        anchor = f"journey-{id_}--{phase_slug}"
        steps = tuple(
            StepEntry(step_slug, f"{anchor}--{step_slug}", f"{p + 1}.{s + 1}", step, ("phases", p, "steps", s))
            for s, step in enumerate(phase.steps)
            for step_slug in (step.id or slug(step.name),)
        )
        phases.append(PhaseEntry(phase_slug, anchor, str(p + 1), phase, ("phases", p), steps))
    return JourneyEntry(id_, title, page, journey, document, tuple(phases), _parts(f"journey-{id_}", phases))


def _parts(journey: str, phases: Sequence[PhaseEntry]) -> dict[str, tuple[str, str]]:
    """Slugs and aliases, ``phase/step``, and ids. A name that several things share is left out; a phase comes first."""
    found: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()

    def add(names: Iterable[str], anchor: str, title: str) -> None:
        for name in dict.fromkeys(names):
            if name in found and found[name][0] != anchor:
                shared.add(name)
            found.setdefault(name, (anchor, title))

    outer_names = {name for phase in phases for name in (phase.slug, *phase.phase.aliases)}
    for phase in phases:
        add((phase.slug, *phase.phase.aliases), phase.anchor, phase.phase.name)
    for phase in phases:
        for step in phase.steps:
            names = (step.slug, *step.step.aliases)
            inside = [f"{outer}/{name}" for outer in (phase.slug, *phase.phase.aliases) for name in names]
            add(inside, step.anchor, step.step.name)
            add((name for name in names if name not in outer_names), step.anchor, step.step.name)
    for lanes in (lanes for phase in phases for lanes in (phase.phase, *(s.step for s in phase.steps))):
        for part in lanes.pains:
            if part.id:
                add((part.id,), f"{journey}--{part.id}", part.text)
        for idea in lanes.opportunities:
            if idea.id:
                add((idea.id,), f"{journey}--{idea.id}", idea.text)
    return {name: place for name, place in found.items() if name not in shared}


def find_target(atlas: Atlas, address: str) -> Target | None:
    """What a ``journey:id#part`` or ``persona:id`` address leads to; None where there is no such thing."""
    kind, _, rest = address.partition(":")
    reference, _, part = unquote(rest).partition("#")
    if kind not in ("journey", "persona"):
        return None
    if kind == "persona":
        persona = atlas.persona(reference)
        if persona is None:
            return _foreign_target(atlas.foreign_persona(reference), "")
        return Target(persona.page, persona.anchor, persona.name)
    journey = atlas.journey(reference)
    if journey is None:
        return _foreign_target(atlas.foreign_journey(reference), part)
    if not part:
        return Target(journey.page, journey.anchor, journey.title)
    place = journey.place(part)
    return Target(journey.page, place[0], place[1]) if place else None


def _foreign_target(entry: ForeignEntry | None, part: str) -> Target | None:
    if entry is None:
        return None
    place = (entry.parts.get(part) or entry.parts.get(slug(part))) if part else (entry.address, entry.title)
    return Target("", "", place[1], place[0]) if place else None
