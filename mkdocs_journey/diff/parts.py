"""What changed between two versions of one thing, field by field, as the model declares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from mkdocs_journey.diff.change import Change, ChangeKind, Spans, Where
from mkdocs_journey.diff.matching import Matches, Named, match, out_of_order
from mkdocs_journey.diff.texts import joined, value_text
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.parts import Content, Walkthrough
from mkdocs_journey.model.shapes import Fields, Free, Many, shapes_of
from mkdocs_journey.model.singular import singular

_APART = frozenset({"id", "aliases", "ignore", "phases", "steps", "emotion", "text", "name", "title", "custom"})
"""Fields that something else looks at: names and ids when things are matched, phases and steps with their places."""
_DERIVED = frozenset({"score", "label", "face", "signed"})


class Side(Struct, frozen=True):
    """A thing in one version of its document."""

    document: Document
    part: Any
    """Of a class of the model."""
    path: Path
    """Where its fields stand."""
    where: Where


def spans_of(before: Side, after: Side, *below: str | int) -> Spans:
    """Where a thing is written in both versions, or what is written nearest around it."""
    return Spans(
        before.document.place(*before.path, *below),
        after.document.place(*after.path, *below),
    )


class Lost(Struct, frozen=True):
    """An item that its place does not have any more, or that its place did not have before."""

    side: Side
    """The place."""
    lane: str
    item: Any
    path: Path
    with_place: bool = False
    """Whether the place itself came or went, and everything in it with it."""

    @property
    def key(self) -> tuple[str, str]:
        """The same for the same item in another place."""
        named = name_of(self.item)
        return self.lane, named.id or named.name


def compare_fields(thing: str, name: str, before: Side, after: Side, lane: str = "") -> Iterator[Change]:
    """Changes of the fields of one thing. Lists of things are left to :func:`compare_lists`."""
    part: type[BaseModel] = type(after.part)
    for field, shape in shapes_of(part).items():
        if field in _APART or field in _DERIVED:
            continue
        old, new = getattr(before.part, field), getattr(after.part, field)
        if old == new:
            continue
        told = _Told(thing, name, before, after, alias_of(part, field), lane)
        if isinstance(shape, Free):
            yield from _free(told, old, new)
        elif isinstance(shape, Fields):
            yield from _nested(told, shape.item, old, new)
        elif isinstance(shape, Many):
            if shape.item is None:
                yield from _texts(told, old, new)
        else:
            yield told.change(ChangeKind.CHANGED, value_text(old), value_text(new))


class _Told(Struct, frozen=True):
    """The field about which changes are told."""

    thing: str
    name: str
    before: Side
    after: Side
    field: str
    lane: str
    """In which the thing stands."""

    def change(self, kind: ChangeKind, before: str, after: str, *below: str | int) -> Change:
        path = (self.field, *below)
        # A list of texts that has become shorter has no such place any more.
        return Change(
            kind,
            self.thing,
            self.name,
            self.after.where,
            self.field,
            before,
            after,
            lane=self.lane,
            spans=spans_of(self.before, self.after, *path),
        )


def _texts(told: _Told, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Texts without fields of their own, such as ids of evidence: each that came or went."""
    if len(old) == 1 == len(new):
        yield told.change(ChangeKind.CHANGED, old[0], new[0])
        return
    for text in dict.fromkeys(old):
        if text not in new:
            yield told.change(ChangeKind.REMOVED, text, "")
    for text in dict.fromkeys(new):
        if text not in old:
            yield told.change(ChangeKind.ADDED, "", text)


def _free(told: _Told, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        was, is_ = old.get(key), new.get(key)
        if was != is_:
            kind = (
                ChangeKind.CHANGED
                if key in old and key in new
                else ChangeKind.ADDED
                if key in new
                else ChangeKind.REMOVED
            )
            yield told.change(kind, _free_text(key, was), _free_text(key, is_), key)


def _free_text(key: str, value: Any) -> str:
    if value is None:
        return ""
    text = joined(value) if isinstance(value, tuple) else str(value)
    return f"{key}: {text}" if text else key


def _nested(told: _Told, part: type[BaseModel], old: Any, new: Any) -> Iterator[Change]:
    """The fields of a part that is all of one field, such as ``scope``."""
    for field in shapes_of(part):
        was, is_ = getattr(old, field, None), getattr(new, field, None)
        if was != is_:
            name = alias_of(part, field)
            before, after = (joined(v) if isinstance(v, tuple) else value_text(v) for v in (was, is_))
            label = f"{told.field}.{name}"
            change = told.change(ChangeKind.CHANGED, before, after, name)
            yield replace(change, field=label)


def compare_lists(before: Side, after: Side) -> Iterator[Change | Lost]:
    """Changes of what stands in the lists of a thing: lanes of a step, goals of a persona, indicators of a map.

    What came or went is given as :class:`Lost`, older things with the older side, since it may stand elsewhere.
    """
    for lane, old, new in lanes_of_both(before.part, after.part):
        if old == new:
            continue
        below = (lane,) if lane in type(after.part).model_fields else ("custom", lane)
        if _is_one_value(type(after.part), lane) and len(old) == 1 == len(new):
            yield from _one_value(before, after, lane, old[0], new[0])
            continue
        matches = match([name_of(item) for item in old], [name_of(item) for item in new])
        for i, j in matches.pairs:
            was = Side(before.document, old[i], (*before.path, *below, i), before.where)
            is_ = Side(after.document, new[j], (*after.path, *below, j), after.where)
            yield from compare_items(lane, was, is_, guess=matches.guesses.get((i, j), ""))
        yield from (Lost(before, lane, old[i], (*before.path, *below, i)) for i in matches.removed)
        yield from (Lost(after, lane, new[j], (*after.path, *below, j)) for j in matches.added)
        yield from _order(before, after, lane, below, matches)


def _one_value(before: Side, after: Side, lane: str, old: Any, new: Any) -> Iterator[Change]:
    where, thing = after.where, _thing_of(after.where)
    below = (lane,)
    if old.text != new.text:
        spans = spans_of(before, after, *below, 0)
        yield Change(ChangeKind.CHANGED, thing, where.place, where, lane, old.text, new.text, lane=lane, spans=spans)
    was = Side(before.document, old, (*before.path, *below, 0), before.where)
    is_ = Side(after.document, new, (*after.path, *below, 0), after.where)
    yield from compare_fields(singular(lane), new.text, was, is_, lane)


def _thing_of(where: Where) -> str:
    return "step" if where.step else "phase" if where.phase else where.kind


def compare_items(lane: str, before: Side, after: Side, *, guess: str = "", moved: bool = False) -> Iterator[Change]:
    """Changes of one item of a lane that is known to be the same: its place, its text, its id, its fields."""
    thing = singular(lane)
    old, new = name_of(before.part), name_of(after.part)
    spans = spans_of(before, after)
    if moved:
        yield Change(
            ChangeKind.MOVED, thing, new.name, after.where, "", before.where.place, after.where.place,
            origin=before.where, lane=lane, spans=spans,
        )  # fmt: skip
    if old.name != new.name:
        yield Change(
            ChangeKind.RENAMED,
            thing,
            new.name,
            after.where,
            "",
            old.name,
            new.name,
            lane=lane,
            guess=guess,
            spans=spans,
        )
    if old.id != new.id and (old.id or new.id):
        gone = _item_anchor(before, old.id) if old.id and lane in ("pains", "opportunities") else ()
        yield Change(
            ChangeKind.RENAMED, thing, new.name, after.where, "id", old.id, new.id, lane=lane, gone=gone, spans=spans
        )
    yield from compare_fields(thing, new.name, before, after, lane)


def _item_anchor(side: Side, id_: str) -> tuple[str, ...]:
    return (f"journey-{side.where.id}--{id_}",)


def item_change(kind: ChangeKind, lost: Lost) -> Change:
    """An item that was added or removed."""
    named = name_of(lost.item)
    span = lost.side.document.place(*lost.path)
    removed = kind is ChangeKind.REMOVED
    gone = _item_anchor(lost.side, named.id) if removed and named.id and lost.lane in ("pains", "opportunities") else ()
    return Change(
        kind,
        singular(lost.lane),
        named.name,
        lost.side.where,
        lane=lost.lane,
        gone=gone,
        spans=Spans(before=span) if removed else Spans(after=span),
    )


def _order(before: Side, after: Side, lane: str, below: Path, matches: Matches) -> Iterator[Change]:
    """One change for a lane in which things stand in another order."""
    if not out_of_order(matches.pairs):
        return
    yield Change(
        ChangeKind.REORDERED,
        singular(lane),
        after.where.place,
        after.where,
        lane=lane,
        spans=spans_of(before, after, *below),
    )


def name_of(item: Any) -> Named:
    """An item as it is told apart from its neighbours."""
    if isinstance(item, Content):
        return Named("", item.page or item.text or item.missing or "")
    if isinstance(item, Walkthrough):
        return Named("", ", ".join(filter(None, (value_text(item.date), item.by))))
    return Named(getattr(item, "id", None) or "", getattr(item, "text", None) or getattr(item, "name", None) or "")


def lanes_of_both(old: Any, new: Any) -> Iterator[tuple[str, tuple[Any, ...], tuple[Any, ...]]]:
    """Every list of things of two parts of one class, and every lane that a map has added."""
    part: type[BaseModel] = type(new)
    for field in _lists(part):
        yield field, getattr(old, field), getattr(new, field)
    was, is_ = getattr(old, "custom", {}), getattr(new, "custom", {})
    for lane in dict.fromkeys((*was, *is_)):
        yield lane, was.get(lane, ()), is_.get(lane, ())


@cache
def _lists(part: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        field
        for field, shape in shapes_of(part).items()
        if isinstance(shape, Many) and shape.item is not None and field not in _APART and shape.item is not Emotion
    )


def _is_one_value(part: type[BaseModel], lane: str) -> bool:
    """Whether a list mostly holds one text; a lane that the map adds may hold anything."""
    shape = shapes_of(part).get(lane)
    return isinstance(shape, Many) and shape.one_value


def alias_of(part: type[BaseModel], field: str) -> str:
    """The name of a field as an author writes it."""
    return part.model_fields[field].alias or field
