"""What a view asks for: journeys, personas, owners, phases and channels that must be somewhere in the site."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.findings import Finding
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.names import lane_name, lane_names, plain_name
from mkdocs_journey.model.values import closest, plain_word
from mkdocs_journey.model.view import View
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.references import codes
from mkdocs_journey.references.addresses import (
    ADD_A_PERSONA,
    NAME_A_JOURNEY,
    did_you_mean,
    no_journey,
    no_persona,
    unknown_part,
)
from mkdocs_journey.references.targets import ReferenceTargets


def check_view_names(document: Document, view: View, known: ReferenceTargets) -> Iterator[Finding]:
    """Findings about what a view asks for."""
    form = VIEWS[view.view]
    if form.takes("journey"):
        yield from _journeys(document, view, known)
    if form.takes("persona"):
        yield from _personas(document, view, known)
    if form.takes("lanes") and view.journey:
        yield from _lanes(document, view, known)
    # While a block is broken, what it names may be what is asked for.
    if known.atlas.broken:
        return
    for field, wanted, there in (
        ("owner", view.owner, known.owners),
        ("phase", view.phase, known.phases),
        ("channel", view.channel, known.channels),
    ):
        for i, name in enumerate(wanted if form.takes(field) else ()):
            if plain_word(name) in there:
                continue
            near = closest(plain_word(name), sorted(there))
            span = document.place(field, i)
            better = there[near] if near else None
            advice = did_you_mean(better, message("Write it as the maps do, or delete {field}:.", field=field))
            told = _on_no_map(field, shortened(name, LONGEST_NAME))
            yield Finding(codes.UNKNOWN_FILTER, span, told, mend(document.block, span, advice, better))


def _on_no_map(field: str, name: str) -> Message:
    if field == "owner":
        return message("No map has the owner “{name}”, so nothing is shown for it.", name=name)
    if field == "phase":
        return message("No map has the phase “{name}”, so nothing is shown for it.", name=name)
    return message("No map has the channel “{name}”, so nothing is shown for it.", name=name)


def _journeys(document: Document, view: View, known: ReferenceTargets) -> Iterator[Finding]:
    atlas = known.atlas
    for i, written in enumerate(view.journey):
        name, _, part = written.partition("#")
        # A title may hold the sign as well.
        entry: JourneyEntry | None = atlas.journey(written)
        if entry is not None or atlas.is_unreadable(name):
            continue
        span = document.place("journey", i)
        entry = atlas.journey(name)
        if entry is None:
            near = closest(name, [*atlas.journeys, *(other.title for other in atlas.journeys.values())])
            advice = did_you_mean(near, NAME_A_JOURNEY)
            better = f"{near}#{part}" if near and part else near
            yield Finding(codes.UNKNOWN_JOURNEY, span, no_journey(name), mend(document.block, span, advice, better))
        elif part and VIEWS[view.view].whole_journey:
            told = message(
                "The view {view} is about a whole map, so #{part} changes nothing.",
                view=view.view,
                part=shortened(part),
            )
            advice = message("Write journey: {name}.", name=shortened(name))
            yield Finding(codes.UNKNOWN_FILTER, span, told, mend(document.block, span, advice, name))
        elif part and entry.place(part) is None:
            yield unknown_part(part, span, entry.id, entry.parts, [phase.slug for phase in entry.phases])


def _personas(document: Document, view: View, known: ReferenceTargets) -> Iterator[Finding]:
    atlas = known.atlas
    for i, name in enumerate(view.persona):
        if atlas.is_unreadable(name) or atlas.persona(name) is not None:
            continue
        span = document.place("persona", i)
        near = closest(name, [*atlas.personas, *(other.name for other in atlas.personas.values())])
        advice = did_you_mean(near, ADD_A_PERSONA)
        yield Finding(codes.UNKNOWN_PERSONA, span, no_persona(name), mend(document.block, span, advice, near))


def _lanes(document: Document, view: View, known: ReferenceTargets) -> Iterator[Finding]:
    written = view.journey[0]
    entry = known.atlas.journey(written) or known.atlas.journey(written.partition("#")[0])
    if entry is None:
        return
    own = entry.journey.lanes
    for i, name in enumerate(view.lanes):
        if lane_name(name, own) is not None:
            continue
        span = document.place("lanes", i)
        standard = {**lane_names(), **{plain_name(lane): lane for lane in own}}
        near = closest(plain_name(name), list(standard))
        better = standard[near] if near else None
        advice = did_you_mean(better, message("Write a lane as the map does, such as {lane}.", lane="pains"))
        told = message("The map {id} has no lane “{name}”.", id=entry.id, name=shortened(name))
        yield Finding(codes.UNKNOWN_FILTER, span, told, mend(document.block, span, advice, better))
