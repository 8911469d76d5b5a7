"""What stands above a map, and what is told about it below. Nothing that an author typed is lost.

Above stands what a reader needs at once, so that the curve is in the first screen: whose map it is, how far it can be
trusted, who answers for it, and where it hurts most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_journey.drawing.cells import CellMaker
from mkdocs_journey.drawing.mentions import pages_mentioning
from mkdocs_journey.drawing.people import Chip, chip
from mkdocs_journey.drawing.redesign import Redesign
from mkdocs_journey.drawing.sources import EvidenceMark, source_name
from mkdocs_journey.drawing.texts import DrawnText, Listed, WrittenText, worded
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.parts import Indicator, Item, Source, Walkthrough
from mkdocs_journey.views.moments import Moment


class Value(NamedTuple):
    """One value of a fact."""

    text: DrawnText
    hypothesis: bool = False
    """Whether nobody has observed it yet."""
    stamp: str = ""
    """Of a standing that is set off like a stamp: ``good``, ``draft`` or ``stale``."""
    notes: tuple[DrawnText, ...] = ()
    link: str = ""
    """Where the text leads."""
    evidence: EvidenceMark | None = None


class Fact(NamedTuple):
    """A term and its values."""

    term: str
    values: tuple[Value, ...]
    together: bool = False
    """Whether the values stand in one line."""
    separator: str = ""
    """What stands between them there."""


class Figure(NamedTuple):
    """An indicator: where it stands, where it stood and where it should be."""

    name: DrawnText
    value: DrawnText
    unit: DrawnText
    notes: tuple[DrawnText, ...]
    source: tuple[DrawnText, ...]


class WorstMoment(NamedTuple):
    """Where a map hurts most: the finding in a line."""

    score: str
    name: WrittenText
    address: str
    face: str
    """One of the names of :data:`mkdocs_journey.views.moments.FACES`."""


class Header(NamedTuple):
    """What is told of a map as a whole."""

    label: tuple[DrawnText, ...]
    title: WrittenText
    scenario: tuple[Value, ...]
    """Below the map, like the figures."""
    personas: tuple[Chip, ...]
    facts: tuple[Fact, ...]
    """In the line below the title."""
    figures: tuple[Figure, ...]
    about: tuple[Fact, ...]
    """What stands below the map."""
    anchor: str
    """By which links find the map; empty in a copy."""
    earlier: tuple[str, ...]
    """Anchors that it had before."""
    worst: WorstMoment | None = None
    """None where nothing lies below the neutral line."""


def brief_header(maker: CellMaker) -> Header:
    """The head of a copy of a part: whose map it is, and what it is called."""
    title, people = maker.texts(maker.entry.title), maker.entry.journey.persona
    personas = tuple(chip(name, maker.surroundings, maker.texts) for name in people)
    return Header((), title, (), personas, (), (), (), "", ())


def header_of(maker: CellMaker, plan: Redesign | None, earlier: tuple[str, ...], worst: Moment | None) -> Header:
    """The head of the maker's map; ``earlier`` are anchors that it had before, ``worst`` is its worst moment."""
    journey, words, texts = maker.entry.journey, maker.words, maker.texts
    label: list[DrawnText] = [words(f"map.{journey.state}")]
    if journey.redesigns:
        label.append(worded(words, "map.redesigns", {"journey": maker.journey_link(journey.redesigns)}))
    facts = [
        _fact(maker, "status", _status(maker, journey), together=True),
        _fact(maker, "owner", _lines(maker, journey.owner)),
    ]
    about = [
        _fact(maker, "customer_goal", _items(maker, journey.customer_goal)),
        _fact(maker, "expectations", _items(maker, journey.expectations)),
        _fact(maker, "scope", _scope(maker, journey)),
        _fact(maker, "insights", _items(maker, journey.insights)),
        _fact(maker, "resolved", _resolved(maker, plan)),
        _fact(
            maker, "dropped_steps", _lines(maker, *plan.dropped, file=plan.today.document.block.file) if plan else ()
        ),
        _fact(maker, "trigger", _items(maker, journey.trigger)),
        _fact(maker, "business_goal", _items(maker, journey.business_goal)),
        _fact(maker, "parent", (Value(maker.journey_link(journey.parent)),) if journey.parent else ()),
        _fact(maker, "stakeholders", tuple(_person(maker, name) for name in journey.stakeholders)),
        _fact(maker, "sponsor", _lines(maker, journey.sponsor)),
        _fact(
            maker,
            "contributors",
            tuple(Value(texts(one.name), notes=(texts(one.team),) if one.team else ()) for one in journey.contributors),
            together=True,
            separator=" ·",
        ),
        _fact(maker, "evidence", tuple(_source(maker, source) for source in journey.evidence)),
        _fact(maker, "walkthroughs", tuple(_walkthrough(maker, walk) for walk in journey.walkthroughs)),
        _fact(maker, "version", _lines(maker, journey.version)),
        _mentions(maker),
    ]
    return Header(
        tuple(label),
        texts(maker.entry.title),
        _items(maker, journey.scenario),
        tuple(chip(name, maker.surroundings, texts) for name in journey.persona),
        tuple(fact for fact in facts if fact),
        tuple(_figure(maker, indicator) for indicator in journey.indicators),
        tuple(fact for fact in about if fact),
        maker.entry.anchor,
        earlier,
        _worst(maker, worst) if worst is not None and worst.negative else None,
    )


def _worst(maker: CellMaker, worst: Moment) -> WorstMoment:
    place = worst.step or worst.phase
    score = maker.words.signed(worst.score, sign=worst.scale.low < 0)
    return WorstMoment(score, maker.texts(worst.name), f"#{place.anchor}", worst.face)


def _fact(
    maker: CellMaker, key: str, values: Sequence[Value], *, together: bool = False, separator: str = ""
) -> Fact | None:
    return Fact(maker.words(f"fact.{key}"), tuple(values), together, separator) if values else None


def _mentions(maker: CellMaker) -> Fact | None:
    """Pages that refer to the journey as a whole."""
    pages = pages_mentioning(maker.entry, None, maker.surroundings)
    values = tuple(Value(page.title, link=page.address) for page in pages)
    return Fact(maker.words("relations.pages"), values, together=True, separator=" ·") if values else None


def _items(maker: CellMaker, items: Iterable[Item]) -> tuple[Value, ...]:
    return tuple(
        Value(
            maker.texts(item.text),
            item.hypothesis,
            evidence=maker.sources.mark(item, maker.texts),
        )
        for item in items
    )


def _lines(maker: CellMaker, *lines: str | None, file: str = "") -> tuple[Value, ...]:
    return tuple(Value(maker.texts(line, file)) for line in lines if line)


def _scope(maker: CellMaker, journey: Journey) -> tuple[Value, ...]:
    scope, values = journey.scope, []
    if scope and (scope.start or scope.end):
        key = "both" if scope.start and scope.end else "start" if scope.start else "end"
        ends = {"start": maker.texts(scope.start or ""), "end": maker.texts(scope.end or "")}
        values.append(Value(worded(maker.words, f"scope.{key}", ends)))
    if journey.duration:
        values.append(Value(maker.texts(journey.duration)))
    return tuple(values)


def _status(maker: CellMaker, journey: Journey) -> tuple[Value, ...]:
    words = maker.words
    due = journey.review_every.after(journey.reviewed) if journey.reviewed and journey.review_every else None
    late = due is not None and due < maker.surroundings.today
    notes: list[DrawnText] = []
    if journey.reviewed:
        notes.append(words("status.reviewed", date=words.date(journey.reviewed)))
    if due:
        notes.append(words("status.was_due" if late else "status.next_review", date=words.date(due)))
    values: list[Value] = []
    if journey.status:
        stamp = "good" if journey.status == "validated" else "draft"
        values.append(Value(words(f"status.{journey.status}"), stamp=stamp))
    if late:
        values.append(Value(words("status.overdue"), stamp="stale"))
    if notes:
        values.append(Value("", notes=tuple(notes)))
    return tuple(values)


def _resolved(maker: CellMaker, plan: Redesign | None) -> tuple[Value, ...]:
    if plan is None:
        return ()
    file = plan.today.document.block.file
    return tuple(Value(maker.texts(mark.pain.text, file)) for mark in plan.resolved_elsewhere)


def _person(maker: CellMaker, name: str) -> Value:
    entry, foreign = maker.surroundings.atlas.persona(name), maker.surroundings.atlas.foreign_persona(name)
    if foreign is not None:
        link = maker.surroundings.links(f"persona:{foreign.reference}", maker.texts.file)
        return Value(foreign.title, link=link.address if link else "")
    if entry is None:
        return Value(maker.texts(name))
    link = maker.surroundings.links(f"persona:{entry.id}", maker.texts.file)
    role = (maker.texts(entry.persona.role, entry.document.block.file),) if entry.persona.role else ()
    return Value(entry.name, notes=role, link=link.address if link else "")


def _source(maker: CellMaker, source: Source) -> Value:
    words, texts = maker.words, maker.texts
    notes: list[DrawnText] = []
    if source.kind and source.text:
        notes.append(texts(source.text))
    if source.outcome:
        notes.append(texts(source.outcome))
    link = maker.surroundings.links(source.link, texts.file) if source.link else None
    name: DrawnText = source_name(source, words) if source.kind or not source.text else texts(source.text)
    if not source.kind and (source.n or source.date):
        more = (
            words("evidence.number", n=source.n) if source.n else "",
            words.month(source.date) if source.date else "",
        )
        notes.insert(0, ", ".join(filter(None, more)))
    return Value(name, notes=tuple(notes), link=link.address if link else "")


def _walkthrough(maker: CellMaker, walk: Walkthrough) -> Value:
    words, texts = maker.words, maker.texts
    atlas = maker.surroundings.atlas
    parts: list[DrawnText] = []
    if walk.date:
        parts.append(words.date(walk.date))
    if walk.by:
        parts.append(texts(walk.by))
    if walk.persona:
        parts.append(atlas.persona_name(walk.persona))
    return Value(Listed(tuple(parts)), notes=(texts(walk.result),) if walk.result else ())


def _figure(maker: CellMaker, indicator: Indicator) -> Figure:
    words, texts = maker.words, maker.texts
    notes: list[DrawnText] = []
    if indicator.baseline and indicator.current:
        notes.append(worded(words, "indicator.baseline", {"value": texts(indicator.baseline)}))
    if indicator.target:
        notes.append(worded(words, "indicator.target", {"value": texts(indicator.target)}))
    source: list[DrawnText] = []
    if indicator.as_of:
        source.append(words.date(indicator.as_of))
    if indicator.source:
        source.append(texts(indicator.source))
    value = indicator.current or indicator.baseline or ""
    return Figure(
        texts(indicator.name),
        texts(value) if value else "–",
        texts(indicator.unit) if indicator.unit else "",
        tuple(notes),
        tuple(source),
    )
