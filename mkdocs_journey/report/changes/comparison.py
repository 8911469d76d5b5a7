"""What every output of changes is made of: the changes, by map and by place, and a line that sums each map up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.diff import Change, Grade, Graded, Kind, Where, graded_changes
from mkdocs_journey.model.values import Scale


@dataclass(frozen=True, slots=True)
class Comparison:
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

    def count(self, grade: Grade) -> int:
        """Number of changes of a grade."""
        return sum(graded.grade is grade for graded in self.changes)


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


@dataclass(frozen=True, slots=True)
class MapChanges:
    """What changed on one map or of one persona."""

    where: Where
    """The map or the persona as a whole."""
    changes: tuple[Graded, ...]

    def places(self) -> Iterator[tuple[str, list[Graded]]]:
        """The changes by their place, which is "" for the map as a whole; the gravest of each place first."""
        found: dict[tuple[str, str], list[Graded]] = {}
        for graded in self.changes:
            where = graded.change.where
            found.setdefault((where.phase, where.step), []).append(graded)
        for (phase, step), changes in found.items():
            yield (step or phase), sorted(changes, key=lambda graded: GRAVEST_FIRST.index(graded.grade))


GRAVEST_FIRST = (Grade.BREAKING, Grade.RISKY, Grade.NOTE)


def by_map(comparison: Comparison) -> list[MapChanges]:
    """The changes of each map and each persona, in their order."""
    found: dict[tuple[str, str], list[Graded]] = {}
    for graded in comparison.changes:
        where = graded.change.where
        found.setdefault((where.kind, where.id), []).append(graded)
    return [MapChanges(changes[0].change.where, tuple(changes)) for changes in found.values()]


def summary_of(changes: Iterable[Graded]) -> str:
    """One line: what happened to emotions, pain points and steps, and how many other changes there are."""
    counts: Counter[tuple[str, str, str]] = Counter(_sort(graded.change) for graded in changes)
    parts = [
        f"{number} {one if number == 1 else several} {word}".rstrip()
        for (one, several, word), number in sorted(counts.items(), key=lambda item: _ORDER.index(item[0]))
    ]
    return ", ".join(parts)


def _sort(change: Change) -> tuple[str, str, str]:
    """What a change counts as: one of :data:`_ORDER`."""
    if change.thing == "emotion" and change.drop:
        return ("emotion", "emotions", "down" if change.drop > 0 else "up")
    if change.thing == "pain":
        if change.field == "status" and change.after == "resolved":
            return ("pain", "pains", "resolved")
        if not change.field and change.kind in (Kind.ADDED, Kind.REMOVED):
            return ("pain", "pains", str(change.kind))
    whole = not change.field and change.thing in ("journey", "persona", "phase", "step")
    if whole and change.kind is not Kind.REORDERED:
        return (change.thing, f"{change.thing}s", str(change.kind))
    return ("other change", "other changes", "")


_ORDER = [
    *((thing, f"{thing}s", word) for thing in ("journey", "persona") for word in ("added", "removed", "renamed")),
    ("emotion", "emotions", "down"),
    ("emotion", "emotions", "up"),
    ("pain", "pains", "resolved"),
    ("pain", "pains", "removed"),
    ("pain", "pains", "added"),
    *((thing, f"{thing}s", word) for thing in ("phase", "step") for word in ("added", "removed", "moved", "renamed")),
    ("journey", "journeys", "moved"),
    ("persona", "personas", "moved"),
    ("other change", "other changes", ""),
]


def total_of(comparison: Comparison) -> str:
    """How many changes of each grade: ``1 breaking, 2 risky, 5 other changes``; ``No changes`` if there are none."""
    breaking, risky, notes = (comparison.count(grade) for grade in GRAVEST_FIRST)
    if not comparison.changes:
        return "No changes"
    parts = [f"{breaking} breaking"] if breaking else []
    parts += [f"{risky} risky"] if risky else []
    other = "other change" if parts else "change"
    parts += [f"{notes} {other}{'' if notes == 1 else 's'}"] if notes else []
    return ", ".join(parts)


_BLOCKS = "▁▂▃▄▅▆▇█"


def text_curve(entry: JourneyEntry) -> str:
    """The curve of a map as a line of blocks, a dot where nothing was measured; "" where nothing was at all."""
    scores = [score for _, score in scores_of(entry)]
    if all(score is None for score in scores):
        return ""
    return "".join("·" if score is None else _BLOCKS[_step(score, entry.journey.scale)] for score in scores)


def scores_of(entry: JourneyEntry) -> list[tuple[str, float | None]]:
    """The name and the score of each column of a map."""
    found = []
    for phase, step in entry.columns:
        lanes = step.step if step else phase.phase
        found.append((lanes.name, lanes.emotion.score if lanes.emotion else None))
    return found


def _step(score: float, scale: Scale) -> int:
    return round((score - scale.low) / (scale.high - scale.low) * (len(_BLOCKS) - 1))


def both_journeys(comparison: Comparison, where: Where) -> tuple[JourneyEntry | None, JourneyEntry | None]:
    """A map in both versions, as far as it is there."""
    if where.kind != "journey":
        return None, None
    after = comparison.after.atlas.journey(where.id)
    names = [where.id, *(after.journey.aliases if after else ())]
    renamed = [
        one.change.before for one in comparison.changes if one.change.field == "id" and one.change.where == where
    ]
    before = next((one for name in (*renamed, *names) if (one := comparison.before.atlas.journey(name))), None)
    return before, after
