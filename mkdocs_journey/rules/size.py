"""Size: a map is taken in at a glance, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from operator import attrgetter

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.shapes import Many, shapes_of
from mkdocs_journey.quoting import quoted, without_markup
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap

_TEXT = attrgetter("text")


def extent(seen: ExaminedMap) -> Iterator[Finding]:
    """A map has not too many phases, and not too many columns."""
    limits = seen.limits
    phases, columns = len(seen.journey.phases), len(seen.columns)
    if phases > limits.phases:
        yield _too_many(
            seen,
            codes.MANY_PHASES,
            message(
                "This map has {number} phases; more than {most} are hard to keep in mind.",
                number=phases,
                most=limits.phases,
            ),
            message("Join phases with the same goal, or give the second half a map of its own."),
        )
    if columns > limits.steps:
        yield _too_many(
            seen,
            codes.MANY_STEPS,
            message(
                "This map is {number} steps long; beyond {most}, few people read to the end.",
                number=columns,
                most=limits.steps,
            ),
            message(
                "Keep the steps that decide, and move the detail of a phase to a map that it names with detailed_by:."
            ),
        )


def _too_many(seen: ExaminedMap, code: Code, said: Message, advice: Message) -> Finding:
    document = seen.document
    return Finding(code, document.keys.get(("phases",)) or document.place("phases"), said, Mend(advice))


def long_texts(seen: ExaminedMap) -> Iterator[Finding]:
    """A text in a cell is short, as it is shown: addresses of links and signs of markup do not count."""
    limit = seen.limits.characters
    if not _may_be_longer(seen, limit):
        return
    for path, text in sorted(_texts(seen)):
        if len(text) > limit and (length := len(without_markup(text))) > limit:
            yield seen.finding(
                codes.LONG_TEXT,
                path,
                message(
                    "“{text}” has {number} characters; in a cell, {most} are as many as people read.",
                    text=quoted(text),
                    number=length,
                    most=limit,
                ),
                message("Keep the point in the cell, and write the rest below the map."),
            )


def _may_be_longer(seen: ExaminedMap, limit: int) -> bool:
    """Whether any text of a map, with its markup, is longer than that. On most maps none is, so this is quick."""
    items: list[Item] = []
    others: list[str] = []
    for _, lanes in seen.places:
        values = lanes.__dict__
        for lane in lanes.model_fields_set & _item_lanes(lanes.__class__):
            items += values[lane]
        others += [touchpoint.name for touchpoint in lanes.touchpoints]
        if lanes.emotion is not None:
            items.append(lanes.emotion)
        if lanes.content or lanes.custom or lanes.moment_of_truth:
            others += [text for _, text in _other_texts((), lanes)]
    return max(map(len, chain(map(_TEXT, items), others)), default=0) > limit


def _texts(seen: ExaminedMap) -> Iterator[tuple[Path, str]]:
    """Every text of a map that stands in a cell."""
    for path, lanes in seen.places:
        for lane in lanes.model_fields_set & _item_lanes(lanes.__class__):
            for i, item in enumerate(getattr(lanes, lane)):
                yield (*path, lane, i, "text"), item.text
        for i, touchpoint in enumerate(lanes.touchpoints):
            yield (*path, "touchpoints", i, "name"), touchpoint.name
        if lanes.emotion is not None:
            yield (*path, "emotion", "text"), lanes.emotion.text
        yield from _other_texts(path, lanes)


def _other_texts(path: Path, lanes: Lanes) -> Iterator[tuple[Path, str]]:
    """Texts of help content, of lanes that the journey adds, and the reason of a moment of truth."""
    for i, page in enumerate(lanes.content):
        yield (*path, "content", i, "missing" if page.missing else "text"), page.missing or page.text or ""
    for lane, items in lanes.custom.items():
        for i, item in enumerate(items):
            yield (*path, "custom", lane, i, "text"), item.text
    if isinstance(lanes.moment_of_truth, str):
        yield (*path, "moment_of_truth"), lanes.moment_of_truth


@cache
def _item_lanes(part: type[Lanes]) -> frozenset[str]:
    """Fields of a step or a phase that hold a list of items with a text each."""
    return frozenset(
        name
        for name, shape in shapes_of(part).items()
        if isinstance(shape, Many) and shape.item is not None and issubclass(shape.item, Item)
    )


RULES = (extent, long_texts)
