"""The script of a walk-through: what to do, what to open, what to look for, and room for what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_journey.model.lane import WalkPart
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.parts import Walkthrough
from mkdocs_journey.model.view import View
from mkdocs_journey.render.html.cell_html import items_html
from mkdocs_journey.render.html.elements import from_template
from mkdocs_journey.render.html.texts import Inline, Phrase, Text, Texts
from mkdocs_journey.render.map.cells import CellMaker
from mkdocs_journey.render.map.drawing import language_attributes
from mkdocs_journey.render.map.items import CellItems, ItemView
from mkdocs_journey.render.map.pains import pains_of
from mkdocs_journey.render.map.people import chip
from mkdocs_journey.render.map.sources import SourceLabels
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Way, way_to
from mkdocs_journey.views.selection import SelectedPlace
from mkdocs_journey.views.walkthrough import gather_script

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the walk, ready for ``journey/walkthrough.html``."""

    name: Inline
    way: Way
    number: str
    whole_phase: bool
    moment_of_truth: bool
    parts: tuple[tuple[str, CellItems], ...]
    """Headings and what stands below each of them: what to do, to open, to look for."""


def render_walkthrough(view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """The script; None where its map has nothing to walk through."""
    script = gather_script(view, surroundings.site)
    if script is None:
        return None
    entry = script.journey
    words = surroundings.words.of(entry.journey.lang)
    own = Texts(surroundings.inline, entry.document.block.file)
    sources = SourceLabels.of(entry.journey.evidence, words)
    # The ids belong to the map.
    maker = CellMaker(entry, surroundings, words, own, sources, pains_of(entry), whole=False)
    stretches = [
        (
            stretch.phase.number,
            way_to(surroundings, f"journey:{entry.id}#{stretch.phase.slug}", own(stretch.phase.phase.name), own.file),
            [_stop(place, maker) for place in stretch.stops],
        )
        for stretch in script.stretches
    ]
    whole = way_to(surroundings, f"journey:{entry.id}", own(entry.title), own.file)
    people = [chip(name, surroundings, own) for name in entry.journey.persona]
    last = Phrase(words, "walkthrough.last", {"walkthrough": _walked(script.last, maker)}) if script.last else None
    texts.convert()
    own.convert()
    level = surroundings.level + (1 if view.title else 0)
    names = words("text.comma").join(person.name for person in people)
    return from_template(
        environment,
        "journey/walkthrough.html",
        words=words,
        items=lambda found: items_html(found, words),
        whole=whole,
        people=people,
        note=words("walkthrough.note", persona=names or words("walkthrough.customer")),
        last=last,
        stretches=stretches,
        levels=[min(level + below, 6) for below in range(3)],
        language=language_attributes(words, surroundings.words),
    )


def _stop(place: SelectedPlace, maker: CellMaker) -> Stop:
    words, texts, lanes = maker.words, maker.texts, place.lanes
    name = texts(place.name)
    do = list(_items(place, maker, WalkPart.DO))
    if not do and place.step:
        do = [*maker.items("description", place.step.step.description, place.column)]
    to_open = list(_items(place, maker, WalkPart.OPEN))
    if place.step is None and place.phase.phase.detailed_by:
        to_open.append(ItemView(maker.journey_link(place.phase.phase.detailed_by)))
    parts = (("do", do), ("open", to_open), ("look_for", list(_signs(place, maker))))
    return Stop(
        name,
        way_to(maker.surroundings, place.address, name, texts.file),
        place.number,
        place.step is None,
        bool(lanes.moment_of_truth),
        tuple((words(f"walkthrough.{key}"), items) for key, items in parts if items),
    )


def _items(place: SelectedPlace, maker: CellMaker, part: WalkPart) -> Iterator[ItemView | Inline]:
    """What stands in the lanes with which one does the same."""
    for lane in lanes_that(lambda lane: lane.walk is part):
        values = getattr(place.lanes, lane, ())
        if part is WalkPart.PROMISE:
            for promise in values:
                text = maker.texts(promise.text)
                yield ItemView(Phrase(maker.words, f"walkthrough.{lane}", {"promise": text}))
        else:
            yield from maker.items(lane, values, place.column)


def _signs(place: SelectedPlace, maker: CellMaker) -> Iterator[ItemView | Inline]:
    """What to look for: promises, pain points, and how it should feel."""
    words, texts, lanes = maker.words, maker.texts, place.lanes
    yield from _items(place, maker, WalkPart.PROMISE)
    yield from _items(place, maker, WalkPart.LOOK_FOR)
    if lanes.emotion is not None:
        emotion = lanes.emotion
        score = "" if emotion.score is None else words.signed(emotion.score, sign=maker.entry.journey.scale.low < 0)
        feeling = texts(" ".join(filter(None, (score, emotion.label or emotion.face))))
        yield ItemView(Phrase(words, "walkthrough.feels", {"feeling": feeling}))


def _walked(walk: Walkthrough, maker: CellMaker) -> Joined:
    """When, by whom, and with what result."""
    parts: list[Text] = [maker.words.date(walk.date)] if walk.date else []
    parts += [maker.texts(text) for text in (walk.by, walk.result) if text]
    return Joined(parts, " · ")
