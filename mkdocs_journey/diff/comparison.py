"""What every output of changes is made of: the changes, by map and by place, and a line that sums each map up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.diff import Change, ChangeKind, Grade, Graded, Where, graded_changes
from mkdocs_journey.diff.texts import short_commit
from mkdocs_journey.place import Span

_COMMIT = re.compile(r"[0-9a-f]{40,64}")


class Comparison(Struct, frozen=True):
    """Two versions of a site and what changed."""

    changes: tuple[Graded, ...]
    before: Site
    after: Site
    before_name: str
    """What people call the older version."""
    after_name: str
    earlier: Mapping[tuple[str, str], str]
    """The earlier id of each map and persona that has another one now, by its kind and its id."""
    path_before: Callable[[str], str]
    """The path in the repository of a file of the older version, by its name in a span."""
    path_after: Callable[[str], str]

    @property
    def between(self) -> tuple[str, str]:
        """What people call both versions, with ids of commits as short as git shows them."""
        return _short(self.before_name), _short(self.after_name)

    def place(self, change: Change) -> Span | None:
        """Where a change stands in the newer version; what is gone stands at the title of its map.

        None where the whole map, or the persona, is gone.
        """
        if change.spans.after is not None:
            return change.spans.after
        atlas = self.after.atlas
        if change.where.kind == "journey":
            journey = atlas.journey(change.where.id)
            return journey.document.place("title") if journey else None
        persona = atlas.persona(change.where.id)
        return persona.document.place("name") if persona else None

    def count(self, grade: Grade) -> int:
        """Number of changes of a grade."""
        return sum(graded.grade is grade for graded in self.changes)


def _short(name: str) -> str:
    return short_commit(name) if _COMMIT.fullmatch(name) else name


def compare(
    before: Site,
    after: Site,
    names: tuple[str, str] = ("before", "after"),
    paths: tuple[Callable[[str], str], Callable[[str], str]] = (str, str),
) -> Comparison:
    """Compare two versions of a site; ``names`` and ``paths`` are those of the older and the newer one."""
    changes = graded_changes(before, after)
    earlier = {
        (graded.change.where.kind, graded.change.where.id): graded.change.before
        for graded in changes
        if graded.change.field == "id" and graded.change.thing == graded.change.where.kind
    }
    return Comparison(changes, before, after, *names, earlier, *paths)


class MapChanges(Struct, frozen=True):
    """What changed on one map or of one persona."""

    where: Where
    """The map or the persona as a whole."""
    changes: tuple[Graded, ...]

    def places(self) -> Iterator[tuple[str, list[Graded]]]:
        """The changes by their place, which is "" for the map as a whole, from left to right; the gravest first."""
        found: dict[tuple[str, str], list[Graded]] = {}
        for graded in sorted(self.changes, key=_position):
            where = graded.change.where
            found.setdefault((where.phase, where.step), []).append(graded)
        for (phase, step), changes in found.items():
            yield (step or phase), sorted(changes, key=gravity)


def _position(graded: Graded) -> tuple[int, int]:
    phase, step = graded.change.where.column or (-1, None)
    return phase, -1 if step is None else step


def gravity(graded: Graded) -> int:
    """Less for a graver change."""
    return GRAVEST_FIRST.index(graded.grade)


GRAVEST_FIRST = (Grade.BREAKING, Grade.RISKY, Grade.NOTE)


def by_map(comparison: Comparison) -> list[MapChanges]:
    """The changes of each map and each persona, in their order."""
    found: dict[tuple[str, str], list[Graded]] = {}
    for graded in comparison.changes:
        where = graded.change.where
        found.setdefault((where.kind, where.id), []).append(graded)
    return [MapChanges(changes[0].change.where.whole, tuple(changes)) for changes in found.values()]


def counts_of(changes: Iterable[Graded]) -> list[tuple[str, int]]:
    """How many changes there are of each sort: ``("emotion_down", 2)``. What matters most comes first."""
    counts = Counter(_sort(graded.change) for graded in changes)
    return sorted(counts.items(), key=lambda item: _SORTS.index(item[0]))


def _sort(change: Change) -> str:
    """What a change counts as: one of :data:`_SORTS`."""
    if change.thing == "emotion" and change.drop:
        return "emotion_down" if change.drop > 0 else "emotion_up"
    if change.thing == "pain":
        if change.field == "status" and change.after == "resolved":
            return "pain_resolved"
        if not change.field and change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
            return f"pain_{change.kind}"
    whole = not change.field and change.thing in ("journey", "persona", "phase", "step")
    return f"{change.thing}_{change.kind}" if whole and change.kind is not ChangeKind.REORDERED else "other"


_SORTS = (
    *(f"{thing}_{word}" for thing in ("journey", "persona") for word in ("added", "removed", "renamed")),
    "emotion_down",
    "emotion_up",
    "pain_resolved",
    "pain_removed",
    "pain_added",
    *(f"{thing}_{word}" for thing in ("phase", "step") for word in ("added", "removed", "moved", "renamed")),
    "journey_moved",
    "persona_moved",
    "other",
)


def both_journeys(comparison: Comparison, where: Where) -> tuple[JourneyEntry | None, JourneyEntry | None]:
    """A map in both versions, as far as it is there."""
    if where.kind != "journey":
        return None, None
    id_ = comparison.earlier.get((where.kind, where.id), where.id)
    before, after = comparison.before.atlas.journeys.get(id_), comparison.after.atlas.journeys.get(where.id)
    return before, after
