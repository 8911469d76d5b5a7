"""What a block names: journeys, personas, pain points, evidence, opportunities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from mkdocs_journey.atlas import Atlas, JourneyEntry, find_target
from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.parts import Evidenced
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shapes import Many, shapes_of
from mkdocs_journey.model.values import ascii_slug, closest
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.references import codes
from mkdocs_journey.references.addresses import ADD_A_PERSONA, NAME_A_JOURNEY, did_you_mean, no_journey, no_persona
from mkdocs_journey.references.targets import ReferenceTargets

_WITH_EVIDENCE = frozenset({"emotion"}) | {
    name
    for name, shape in shapes_of(Step).items()
    if isinstance(shape, Many) and shape.item is not None and issubclass(shape.item, Evidenced)
}
"""Lanes whose items may name their evidence."""
_EVIDENCE = attrgetter("evidence")
LONGEST_WAY = 100
"""Journeys that are followed along a field in search of a circle."""
_LIKE_AN_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+$")
"""Nobody writes a source in this form unless it is an id."""


def check_journey_names(document: Document, journey: Journey, known: ReferenceTargets) -> Iterator[Finding]:
    """Findings about what a map names."""
    yield from _journeys(document, journey, known.atlas)
    yield from _personas(document, journey, known.atlas)
    yield from _opportunities(document, journey, known)
    yield from _evidence(document, journey)


def check_persona_use(document: Document, persona: Persona, known: ReferenceTargets) -> Iterator[Finding]:
    """A persona belongs to a map, unless there is no map yet, or it is someone whom the company does not serve."""
    atlas = known.atlas
    if persona.tier == "anti" or not atlas.journeys or atlas.broken:
        return
    id_ = persona.id or ascii_slug(persona.name)
    entry = atlas.personas.get(id_ or "")
    people = known.people
    if entry is not None and entry.document is document and people is not None and entry.id not in people:
        told = message("No map is about {persona}.", persona=shortened(persona.name, LONGEST_NAME))
        advice = message(
            "Write persona: {id} on a map, name them under stakeholders:, or give them tier: anti.", id=entry.id
        )
        yield Finding(codes.PERSONA_WITHOUT_JOURNEY, document.place("name"), told, Mend(advice))


def _journeys(document: Document, journey: Journey, atlas: Atlas) -> Iterator[Finding]:
    named: list[tuple[Path, str | None]] = [(("redesigns",), journey.redesigns), (("parent",), journey.parent)]
    named += [(("phases", p, "detailed_by"), phase.detailed_by) for p, phase in enumerate(journey.phases)]
    for path, name in named:
        if not name or atlas.is_unreadable(name) or atlas.foreign_journey(name) is not None:
            continue
        span = document.place(*path)
        target = atlas.journey(name)
        if target is None:
            choices = [*atlas.journeys, *(other.title for other in atlas.journeys.values())]
            choices += atlas.foreign.references("journey")
            near = closest(name, choices)
            yield Finding(
                codes.UNKNOWN_JOURNEY,
                span,
                no_journey(name),
                mend(document.block, span, did_you_mean(near, NAME_A_JOURNEY), near),
            )
        elif path[0] in ("redesigns", "parent") and (way := _circle(target, document, str(path[0]), atlas)):
            told = message(
                "{field} leads back to this journey itself, by way of {journeys}.",
                field=path[-1],
                journeys=", ".join(way),
            )
            if target.document is document:
                told = message("This map names itself under {field}:.", field=path[-1])
            yield Finding(codes.CIRCLE, span, told, Mend(message("Name another journey.")))


def _circle(target: JourneyEntry, document: Document, field: str, atlas: Atlas) -> list[str]:
    """Titles on the way from a journey along a field back to the document itself; nothing where it leads elsewhere."""
    way: dict[str, str] = {}
    at: JourneyEntry | None = target
    while at is not None and at.id not in way and len(way) < LONGEST_WAY:
        if at.document is document:
            return list(way.values()) or [at.title]
        way[at.id] = at.title
        name = getattr(at.journey, field)
        at = atlas.journey(name) if name else None
    return []


def _personas(document: Document, journey: Journey, atlas: Atlas) -> Iterator[Finding]:
    named: list[tuple[Path, str | None]] = [(("persona", i), name) for i, name in enumerate(journey.persona)]
    named += [(("walkthroughs", i, "persona"), walk.persona) for i, walk in enumerate(journey.walkthroughs)]
    for path, name in named:
        if not name or atlas.is_unreadable(name) or atlas.persona(name) is not None:
            continue
        if atlas.foreign_persona(name) is not None:
            continue
        span = document.place(*path)
        choices = [*atlas.personas, *(other.name for other in atlas.personas.values())]
        near = closest(name, [*choices, *atlas.foreign.references("persona")])
        advice = did_you_mean(near, ADD_A_PERSONA)
        yield Finding(codes.UNKNOWN_PERSONA, span, no_persona(name), mend(document.block, span, advice, near))


def _opportunities(document: Document, journey: Journey, known: ReferenceTargets) -> Iterator[Finding]:
    """``fixes`` names pains of this map, or of the map that it redesigns; ``related`` any opportunity of the site."""
    pains: list[str] | None = None
    for path, lanes in lanes_of(journey):
        for i, opportunity in enumerate(lanes.opportunities):
            here: Path = (*path, "opportunities", i)
            if opportunity.fixes:
                if pains is None:
                    pains = sorted(_pains_in_reach(journey, known.atlas))
                yield from _fixes(document, here, opportunity.fixes, pains, journey, known.atlas)
            for j, name in enumerate(opportunity.related):
                if name in known.opportunities or known.atlas.broken or find_target(known.atlas, name) is not None:
                    continue
                near = closest(name, list(known.opportunities))
                yield Finding(
                    codes.UNKNOWN_OPPORTUNITY,
                    document.place(*here, "related", j),
                    message("There is no opportunity “{name}” on any map.", name=shortened(name)),
                    Mend(did_you_mean(near, message("Give that opportunity this id, or name one that is there."))),
                )


def _fixes(
    document: Document, path: Path, names: tuple[str, ...], pains: list[str], journey: Journey, atlas: Atlas
) -> Iterator[Finding]:
    there = frozenset(pains)
    for j, name in enumerate(names):
        if name in there or (journey.redesigns and atlas.is_unreadable(journey.redesigns)):
            continue
        near = closest(name, pains)
        span = document.place(*path, "fixes", j)
        advice = did_you_mean(near, message("Give the pain this id, or name one that is there."))
        told = message("There is no pain “{name}” on this map.", name=shortened(name))
        if journey.redesigns:
            told = message(
                "There is no pain “{name}” on this map, nor on the one that it redesigns.", name=shortened(name)
            )
        yield Finding(codes.UNKNOWN_PAIN, span, told, mend(document.block, span, advice, near))


def _pains_in_reach(journey: Journey, atlas: Atlas) -> set[str]:
    pains = pains_of(journey)
    if not journey.redesigns:
        return pains
    redesigned, foreign = atlas.journey(journey.redesigns), atlas.foreign_journey(journey.redesigns)
    if redesigned is not None:
        return pains | pains_of(redesigned.journey)
    return pains if foreign is None else pains | foreign.pains


def pains_of(journey: Journey) -> set[str]:
    """Ids and texts of all pains of a journey."""
    return {name for _, lanes in lanes_of(journey) for pain in lanes.pains for name in (pain.id, pain.text) if name}


def _evidence(document: Document, journey: Journey) -> Iterator[Finding]:
    """A statement names its source by id or says it in a few words; what looks like an id must be one."""
    ids = {source.id for source in journey.evidence if source.id}
    for path, lanes in lanes_of(journey):
        for below, part in ((path, lanes), *_parts(path, lanes)):
            for i, name in enumerate(part.evidence):
                if name in ids or not _LIKE_AN_ID.match(name):
                    continue
                near = closest(name, sorted(ids))
                span = document.place(*below, "evidence", i)
                advice = did_you_mean(near, message("List it under evidence: at the top of the map."))
                yield Finding(
                    codes.UNKNOWN_EVIDENCE,
                    span,
                    message("The map lists no evidence “{name}”.", name=shortened(name, LONGEST_NAME)),
                    mend(document.block, span, advice, near),
                )


def _parts(path: Path, lanes: Lanes) -> Iterator[tuple[Path, Evidenced]]:
    """Everything in the cells of a phase or step that may name its evidence."""
    values = lanes.__dict__
    named: list[str] = []
    for lane in lanes.model_fields_set & _WITH_EVIDENCE:
        value = values[lane]
        # The emotion is one part. The duration of a step is a list of items, that of a phase one text.
        some = value if type(value) is tuple else (value,) if lane == "emotion" and value is not None else ()
        if any(map(_EVIDENCE, some)):
            named.append(lane)
    # The order of a set is another in each run.
    for lane in sorted(named):
        if lane == "emotion":
            yield (*path, lane), values[lane]
        else:
            yield from (((*path, lane, i), item) for i, item in enumerate(values[lane]) if item.evidence)
