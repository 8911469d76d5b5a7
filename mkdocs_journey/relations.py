"""Which pages have to do with which place of a journey, found in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple
from urllib.parse import unquote

from mkdocs_journey.atlas import Atlas, JourneyEntry, find_target
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.references.addresses import scheme_of, site_path, split_address

PlaceOnMap = Column | None
"""A column, or a phase as a whole; None for the whole journey."""
RelationKind = Literal["content", "link", "mention"]


class Relation(NamedTuple):
    """A page that has to do with a place of a journey."""

    page: str
    """Its path, as the host names it."""
    journey: str
    """The id of the journey."""
    column: PlaceOnMap
    """Where on the map."""
    kind: RelationKind
    """``content``: the map names the page as help or for a touchpoint. ``link``: it links to it somewhere else.
    ``mention``: the page links to the place."""


class Relations:
    """All relations of a site, each once: by page, along the map, help first."""

    def __init__(self, relations: Iterable[Relation] = ()) -> None:
        """Take relations in any order, as often as they were found."""
        by_page: dict[str, set[Relation]] = {}
        for relation in relations:
            by_page.setdefault(relation.page, set()).add(relation)
        # Many short lists are sorted sooner than one long one.
        self._by_page = {page: tuple(sorted(by_page[page], key=_order)) for page in sorted(by_page)}

    def __iter__(self) -> Iterator[Relation]:
        return chain.from_iterable(self._by_page.values())

    def of_page(self, page: str) -> tuple[Relation, ...]:
        """Everything that a page has to do with."""
        return self._by_page.get(page, ())

    def of_place(self, journey: str, column: PlaceOnMap) -> tuple[Relation, ...]:
        """The pages that have to do with exactly this place."""
        return self._by_place.get((journey, column), ())

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, PlaceOnMap], tuple[Relation, ...]]:
        found: dict[tuple[str, PlaceOnMap], list[Relation]] = {}
        for relation in self:
            found.setdefault((relation.journey, relation.column), []).append(relation)
        return {place: tuple(relations) for place, relations in found.items()}


def _order(relation: Relation) -> tuple[str, int, int, str]:
    phase, step = relation.column or (-1, None)
    return relation.journey, phase, -1 if step is None else step, relation.kind


NO_RELATIONS = Relations()
"""Of a site without journeys."""


def relate(atlas: Atlas, prose: Mapping[str, Iterable[str]]) -> Relations:
    """The relations of a site; ``prose`` has the addresses of journeys to which the prose of each page links.

    Only pages in ``prose`` are related to anything, and no page to a map that stands on it.
    """
    places = Destinations(atlas)
    found: list[Relation] = []
    for page, links in prose.items():
        for address in links:
            found += _mention(page, places.find(address, page))
    for journey in atlas.journeys.values():
        file = journey.document.block.file
        for reference in journey.document.addresses:
            place = places.find(reference.address, file)
            if place is not None and place.page in prose and place.page != journey.page:
                found.append(Relation(place.page, journey.id, _column(reference.path), _kind(reference.path)))
            found += _mention(journey.page, place)
    for persona in atlas.personas.values():
        if persona.page in prose:
            file = persona.document.block.file
            for reference in persona.document.addresses:
                found += _mention(persona.page, places.find(reference.address, file))
    return Relations(found)


class Destination(NamedTuple):
    """Where an address leads."""

    page: str
    journey: str = ""
    """The id of the journey to which it leads, if to any."""
    column: PlaceOnMap = None
    anchor: str = ""
    """Of the part of the journey, as it is today."""
    persona: str = ""
    """The id of the persona to which it leads, if to any."""


def _mention(page: str, place: Destination | None) -> Iterator[Relation]:
    if place is not None and place.journey and place.page != page:
        yield Relation(page, place.journey, place.column, "mention")


def _column(path: Path) -> PlaceOnMap:
    """The column of a map in which a value stands."""
    match path:
        case ("phases", int(phase), "steps", int(step), *_):
            return phase, step
        case ("phases", int(phase), *_):
            return phase, None
    return None


def _kind(path: Path) -> RelationKind:
    lane = path[4:] if "steps" in path[2:3] else path[2:]
    return "content" if lane[:1] == ("content",) or (lane[:1] == ("touchpoints",) and lane[-1] == "page") else "link"


class Destinations:
    """Finds out where addresses lead."""

    def __init__(self, atlas: Atlas) -> None:
        """Take the journeys and personas of the site."""
        self._atlas = atlas
        self._columns: dict[str, dict[str, PlaceOnMap]] = {}

    def find(self, address: str, file: str) -> Destination | None:
        """Where an address leads that is written in a file; None where that is outside of the site, or nowhere."""
        kind, _, rest = address.partition(":")
        if kind == "journey":
            target = find_target(self._atlas, address)
            journey = self._atlas.journey(unquote(rest.partition("#")[0])) if target else None
            return self._part(journey, target.anchor) if journey and target else None
        scheme = scheme_of(address)
        if scheme == "persona":
            persona = self._atlas.persona(unquote(rest).partition("#")[0])
            return Destination(persona.page, persona=persona.id) if persona else None
        page = None if scheme or address.startswith(("//", "#")) else site_path(address, file)
        return self._on_page(page, address) if page is not None else None

    def _on_page(self, page: str, address: str) -> Destination:
        if "#journey-" in address:
            id_, *names = unquote(split_address(address)[2]).removeprefix("journey-").split("--")
            journey = self._atlas.journey(id_)
            if journey is not None and journey.page == page:
                part = journey.parts.get("/".join(names))
                if part or not names:
                    return self._part(journey, part[0] if part else journey.anchor)
        if "#persona-" in address:
            persona = self._atlas.persona(unquote(split_address(address)[2]).removeprefix("persona-"))
            if persona is not None and persona.page == page:
                return Destination(page, persona=persona.id)
        return Destination(page)

    def _part(self, journey: JourneyEntry, anchor: str) -> Destination:
        columns = self._columns.get(journey.id)
        if columns is None:
            columns = self._columns[journey.id] = dict(_anchors(journey))
        return Destination(journey.page, journey.id, columns.get(anchor), anchor)


def _anchors(journey: JourneyEntry) -> Iterator[tuple[str, PlaceOnMap]]:
    """Every anchor of a map with its column."""
    for p, phase in enumerate(journey.phases):
        columns: list[tuple[str, Phase | Step, PlaceOnMap]] = [(phase.anchor, phase.phase, (p, None))]
        columns += [(step.anchor, step.step, (p, s)) for s, step in enumerate(phase.steps)]
        for anchor, lanes, column in columns:
            yield anchor, column
            for id_ in (*(pain.id for pain in lanes.pains), *(idea.id for idea in lanes.opportunities)):
                if id_:
                    yield f"{journey.anchor}--{id_}", column
