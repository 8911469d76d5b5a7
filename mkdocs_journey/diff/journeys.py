"""What changed on one map: its head, its phases and steps, and everything that stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry
from mkdocs_journey.diff.change import Change, ChangeKind, Spans, Where
from mkdocs_journey.diff.columns import Columns, match_columns
from mkdocs_journey.diff.matching import out_of_order
from mkdocs_journey.diff.parts import (
    Lost,
    Side,
    compare_fields,
    compare_items,
    compare_lists,
    item_change,
    spans_of,
)
from mkdocs_journey.diff.texts import score_text, value_text
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.lane_table import lane_row
from mkdocs_journey.model.values import Scale

_FIVE = Scale()
"""The scale from −2 to +2."""


def journey_where(entry: JourneyEntry) -> Where:
    """The map as a whole."""
    return Where("journey", entry.id, entry.title, entry.page, anchor=entry.anchor)


def compare_journeys(before: JourneyEntry, after: JourneyEntry) -> Iterator[Change]:
    """Everything that changed on a map, but for its id, its title and its file."""
    old = Side(before.document, before.journey, (), journey_where(before))
    new = Side(after.document, after.journey, (), journey_where(after))
    yield from compare_fields("journey", after.title, old, new)
    lost: list[Lost] = []
    yield from _keep_lost(compare_lists(old, new), lost)
    columns = match_columns(before, after)
    phases = columns.phases
    changed = _Map(before, after, dict(phases.pairs))
    for p, q in phases.pairs:
        yield from _phase(changed, p, q, guess=phases.guesses.get((p, q), ""))
        yield from _keep_lost(changed.lists((p, None), (q, None)), lost)
    for p in phases.removed:
        yield from changed.came_or_went(ChangeKind.REMOVED, (p, None))
        lost += _all_lost(changed.side(before, (p, None)))
    for q in phases.added:
        yield from changed.came_or_went(ChangeKind.ADDED, (q, None))
        lost += _all_lost(changed.side(after, (q, None)))
    yield from _reordered(changed, [((p, None), (q, None)) for p, q in out_of_order(phases.pairs)])
    yield from _steps(changed, columns, lost)
    yield from _items_elsewhere(before, lost)


def _keep_lost(found: Iterator[Change | Lost], lost: list[Lost]) -> Iterator[Change]:
    for one in found:
        if isinstance(one, Lost):
            lost.append(one)
        else:
            yield one


class _Map(Struct, frozen=True):
    """Two versions of a map."""

    before: JourneyEntry
    after: JourneyEntry
    phases: dict[int, int]
    """Positions of the same phases."""

    def side(self, entry: JourneyEntry, column: Column) -> Side:
        """A phase or a step in one version."""
        phase = entry.phases[column[0]]
        step = None if column[1] is None else phase.steps[column[1]]
        where = replace(
            journey_where(entry),
            phase=phase.phase.name,
            step=step.step.name if step else "",
            column=column,
            anchor=step.anchor if step else phase.anchor,
        )
        path = step.path if step else phase.path
        return Side(entry.document, step.step if step else phase.phase, path, where)

    def lists(self, old: Column, new: Column) -> Iterator[Change | Lost]:
        """What changed in the lanes of a phase or a step."""
        return compare_lists(self.side(self.before, old), self.side(self.after, new))

    def thing(
        self,
        kind: ChangeKind,
        old: Column | None,
        new: Column | None,
        field: str = "",
        values: tuple[str, str] = ("", ""),
        *,
        guess: str = "",
    ) -> Change:
        """A change of a phase or a step as a whole."""
        was = self.side(self.before, old) if old is not None else None
        is_ = self.side(self.after, new) if new is not None else None
        side = is_ or was
        assert side is not None
        moved = kind is ChangeKind.MOVED and was is not None
        return Change(
            kind,
            "step" if side.where.step else "phase",
            side.where.place,
            side.where,
            field,
            *values,
            origin=was.where if moved and was else None,
            gone=self._gone(old, new),
            guess=guess,
            spans=Spans(*(side.document.place(*side.path, "name") if side else None for side in (was, is_))),
        )

    def came_or_went(self, kind: ChangeKind, column: Column) -> Iterator[Change]:
        """A phase or a step that is new, or not there any more, and the moment of truth that it is."""
        old, new = (column, None) if kind is ChangeKind.REMOVED else (None, column)
        yield self.thing(kind, old, new)
        side = self.side(self.before, column) if old else self.side(self.after, column)
        if moment := value_text(side.part.moment_of_truth):
            yield self.thing(kind, old, new, "moment_of_truth", (moment, "") if old else ("", moment))

    def _gone(self, old: Column | None, new: Column | None) -> tuple[str, ...]:
        """The anchor that a phase or a step had, where the newer version does not know it as an alias either."""
        if old is None:
            return ()
        was = self.side(self.before, old)
        if new is None:
            return (was.where.anchor,)
        is_ = self.side(self.after, new)
        if was.where.phase != is_.where.phase and was.where.step and self.phases.get(old[0]) != new[0]:
            return (was.where.anchor,)
        # The anchor of a step begins with that of its phase, and that with the one of the map.
        slug = was.where.anchor.rpartition("--")[2]
        own = is_.where.anchor.rpartition("--")[2]
        return () if slug == own or slug in is_.part.aliases else (was.where.anchor,)


def _phase(changed: _Map, p: int, q: int, *, guess: str) -> Iterator[Change]:
    old, new = (p, None), (q, None)
    yield from _named(changed, old, new, guess=guess)
    was, is_ = changed.side(changed.before, old), changed.side(changed.after, new)
    yield from compare_fields("phase", is_.where.phase, was, is_)
    yield from _emotion(was, is_, changed.before.journey.scale, changed.after.journey.scale)


def _named(changed: _Map, old: Column, new: Column, *, guess: str) -> Iterator[Change]:
    """Another name, or another id under the same name."""
    was, is_ = changed.side(changed.before, old), changed.side(changed.after, new)
    if was.part.name != is_.part.name:
        yield changed.thing(ChangeKind.RENAMED, old, new, "", (was.part.name, is_.part.name), guess=guess)
        return
    slugs = [side.where.anchor.rpartition("--")[2] for side in (was, is_)]
    if slugs[0] != slugs[1]:
        yield changed.thing(ChangeKind.RENAMED, old, new, "id", (slugs[0], slugs[1]))


def _steps(changed: _Map, found: Columns, lost: list[Lost]) -> Iterator[Change]:
    old, new = found.old, found.new
    for i, j in found.steps:
        was, is_ = old[i], new[j]
        columns = was.column, is_.column
        if changed.phases.get(was.p) != is_.p:
            yield changed.thing(ChangeKind.MOVED, *columns, "", (was.phase.phase.name, is_.phase.phase.name))
        yield from _named(changed, *columns, guess=found.guesses.get((i, j), ""))
        sides = changed.side(changed.before, columns[0]), changed.side(changed.after, columns[1])
        yield from compare_fields("step", sides[1].where.step, *sides)
        yield from _emotion(*sides, changed.before.journey.scale, changed.after.journey.scale)
        yield from _keep_lost(changed.lists(*columns), lost)
    taken_old, taken_new = {i for i, _ in found.steps}, {j for _, j in found.steps}
    for i, one in enumerate(old):
        if i not in taken_old:
            yield from changed.came_or_went(ChangeKind.REMOVED, one.column)
            lost += _all_lost(changed.side(changed.before, one.column))
    for j, one in enumerate(new):
        if j not in taken_new:
            yield from changed.came_or_went(ChangeKind.ADDED, one.column)
            lost += _all_lost(changed.side(changed.after, one.column))
    for p, q in changed.phases.items():
        here = [(old[i].s, new[j].s) for i, j in found.steps if old[i].p == p and new[j].p == q]
        columns_of = [((p, s), (q, t)) for s, t in out_of_order(here)]
        yield from _reordered(changed, columns_of)


def _emotion(before: Side, after: Side, old_scale: Scale, new_scale: Scale) -> Iterator[Change]:
    old: Emotion | None = before.part.emotion
    new: Emotion | None = after.part.emotion
    if old == new and old_scale == new_scale:
        return
    where = after.where
    spans = spans_of(before, after, "emotion")
    if old is None or new is None:
        if old is new:
            return
        text = (old or new).text  # type: ignore[union-attr]
        kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
        spans = spans._replace(before=None) if old is None else spans._replace(after=None)
        yield Change(kind, "emotion", text, where, lane="emotion", spans=spans)
        return
    drop = 0.0
    if old.score is not None and new.score is not None:
        drop = _FIVE.of_another(old.score, old_scale) - _FIVE.of_another(new.score, new_scale)
    # On another scale, another number may say the same.
    if drop or (old.score is None) != (new.score is None):
        values = score_text(old.score, sign=old_scale.low < 0), score_text(new.score, sign=new_scale.low < 0)
        yield Change(
            ChangeKind.CHANGED, "emotion", where.place, where, "score", *values, lane="emotion", drop=drop, spans=spans
        )
    if (old.label, old.face) != (new.label, new.face):
        values = old.label or old.face, new.label or new.face
        yield Change(ChangeKind.CHANGED, "emotion", where.place, where, "feeling", *values, lane="emotion", spans=spans)
    sides = (
        Side(before.document, old, (*before.path, "emotion"), before.where),
        Side(after.document, new, (*after.path, "emotion"), where),
    )
    yield from compare_fields("emotion", where.place, *sides, lane="emotion")


def _reordered(changed: _Map, columns: Sequence[tuple[Column, Column]]) -> Iterator[Change]:
    """Phases or steps that stand before or after others than they did."""
    for old, new in columns:
        side = changed.side(changed.after, new)
        phase, step = side.where.column or (0, None)
        siblings = changed.after.phases if step is None else changed.after.phases[phase].steps
        at = phase if step is None else step
        names = [one.phase.name if isinstance(one, PhaseEntry) else one.step.name for one in siblings]
        # After which one it stands now; empty where it is the first.
        yield changed.thing(ChangeKind.REORDERED, old, new, "", ("", names[at - 1] if at else ""))


def _all_lost(side: Side) -> list[Lost]:
    """Everything in the lanes of a place that came or went as a whole."""
    empty = Side(side.document, type(side.part).model_construct(name=side.part.name), side.path, side.where)
    return [replace(one, with_place=True) for one in compare_lists(side, empty) if isinstance(one, Lost)]


def _items_elsewhere(before: JourneyEntry, lost: Sequence[Lost]) -> Iterator[Change]:
    """Items that went from one place of the map to another, and those that really came or went.

    Of what went or came with a whole step, only what other things hang on is told; the step says the rest.
    """
    went: dict[tuple[str, str], list[Lost]] = {}
    for one in lost:
        if one.side.document is before.document:
            went.setdefault(one.key, []).append(one)
    came = [one for one in lost if one.side.document is not before.document]
    added: list[Lost] = []
    for one in came:
        same = went.get(one.key)
        if same:
            origin = same.pop(0)
            old = Side(origin.side.document, origin.item, origin.path, origin.side.where)
            new = Side(one.side.document, one.item, one.path, one.side.where)
            yield from compare_items(one.lane, old, new, moved=True)
        else:
            added.append(one)
    gone = [one for rest in went.values() for one in rest]
    for kind, found in ((ChangeKind.REMOVED, gone), (ChangeKind.ADDED, added)):
        yield from (item_change(kind, one) for one in found if not one.with_place or _is_told_apart(one.lane))


def _is_told_apart(lane: str) -> bool:
    row = lane_row(lane)
    return row is not None and row.about.told_apart
