"""The script of a walk-through as it is shown: what to do, what to open, what to look for at each step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.contents import field_items
from mkdocs_journey.drawing.items import CellItems, ItemView
from mkdocs_journey.drawing.pains import pains_of
from mkdocs_journey.drawing.people import Chip, chip
from mkdocs_journey.drawing.sources import SourceLabels
from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import DrawnText, Linked, TextsOfFile, Worded, WrittenText, WrittenTexts, worded
from mkdocs_journey.model.lane import WalkPart
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.parts import Walkthrough
from mkdocs_journey.views.selection import SelectedPlace
from mkdocs_journey.views.walkthrough import Script


class Stop(NamedTuple):
    """A step of the walk, or a phase as a whole."""

    name: WrittenText
    way: DrawnText
    """The same as a link to its place on the map."""
    number: str
    whole_phase: bool
    moment_of_truth: bool
    parts: tuple[tuple[str, CellItems], ...]
    """Headings and what stands below each of them: what to do, to open, to look for."""


class ScriptPhase(NamedTuple):
    """A phase of the walk."""

    number: str
    way: DrawnText
    """Its name as a link to its place on the map."""
    stops: tuple[Stop, ...]


class ScriptView(NamedTuple):
    """The whole walk."""

    whole: DrawnText
    """The title of the map as a link to it."""
    people: tuple[Chip, ...]
    note: str
    """Whose eyes to walk with."""
    last: Worded | None
    """The latest time that somebody walked through it."""
    phases: tuple[ScriptPhase, ...]
    written: tuple[TextsOfFile, ...]
    """All texts of authors in it."""


def script_view(script: Script, surroundings: Standpoint) -> ScriptView:
    """The script of a map in the language of the map."""
    entry = script.journey
    words = surroundings.words.of(entry.journey.lang)
    texts = WrittenTexts(entry.document.block.file)
    sources = SourceLabels.of(entry.journey.evidence, words)
    # The ids belong to the map.
    maker = CellMaker(entry, surroundings, words, texts, sources, pains_of(entry), whole=False)
    phases = tuple(
        ScriptPhase(
            one.phase.number,
            _way(maker, f"journey:{entry.id}#{one.phase.slug}", texts(one.phase.phase.name)),
            tuple(_stop(place, maker) for place in one.stops),
        )
        for one in script.phases
    )
    people = tuple(chip(name, surroundings, texts) for name in entry.journey.persona)
    names = words("text.comma").join(person.name for person in people)
    return ScriptView(
        _way(maker, f"journey:{entry.id}", texts(entry.title)),
        people,
        words("walkthrough.note", persona=names or words("walkthrough.customer")),
        worded(words, "walkthrough.last", {"walkthrough": _walked(script.last, maker)}) if script.last else None,
        phases,
        texts.by_file(),
    )


def _way(maker: CellMaker, address: str, text: WrittenText) -> DrawnText:
    link = maker.surroundings.links(address, text.file)
    return Linked(link.address, text) if link else text


def _stop(place: SelectedPlace, maker: CellMaker) -> Stop:
    words, lanes = maker.words, place.lanes
    name = maker.texts(place.name)
    do = list(_items(place, maker, WalkPart.DO))
    if not do and place.step:
        do = [*maker.items("description", place.step.step.description, place.column)]
    to_open = list(_items(place, maker, WalkPart.OPEN))
    if place.step is None and place.phase.phase.detailed_by:
        to_open.append(ItemView(maker.journey_link(place.phase.phase.detailed_by)))
    parts = (("do", do), ("open", to_open), ("look_for", list(_signs(place, maker))))
    return Stop(
        name,
        _way(maker, place.address, name),
        place.number,
        place.step is None,
        bool(lanes.moment_of_truth),
        tuple((words(f"walkthrough.{key}"), tuple(items)) for key, items in parts if items),
    )


def _items(place: SelectedPlace, maker: CellMaker, part: WalkPart) -> Iterator[ItemView | WrittenText]:
    """What stands in the lanes with which one does the same."""
    for lane in lanes_that(lambda lane: lane.walk is part):
        values = getattr(place.lanes, lane, ())
        if part is WalkPart.PROMISE:
            for promise in values:
                text = maker.texts(promise.text)
                yield ItemView(worded(maker.words, f"walkthrough.{lane}", {"promise": text}))
        elif values:
            yield from field_items(maker, lane, values, place.column)


def _signs(place: SelectedPlace, maker: CellMaker) -> Iterator[ItemView | WrittenText]:
    """What to look for: promises, pain points, and how it should feel."""
    words, texts, lanes = maker.words, maker.texts, place.lanes
    yield from _items(place, maker, WalkPart.PROMISE)
    yield from _items(place, maker, WalkPart.LOOK_FOR)
    if lanes.emotion is not None:
        emotion = lanes.emotion
        score = "" if emotion.score is None else words.signed(emotion.score, sign=maker.entry.journey.scale.low < 0)
        feeling = texts(" ".join(filter(None, (score, emotion.label or emotion.face))))
        yield ItemView(worded(words, "walkthrough.feels", {"feeling": feeling}))


def _walked(walk: Walkthrough, maker: CellMaker) -> Worded:
    """When, by whom, and with what result."""
    parts: list[DrawnText] = [maker.words.date(walk.date)] if walk.date else []
    parts += [maker.texts(text) for text in (walk.by, walk.result) if text]
    return Worded(tuple(one for part in parts for one in (" · ", part))[1:])
