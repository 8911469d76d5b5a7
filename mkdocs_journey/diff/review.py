"""What changed, as a build for reviewers shows it: by map, by column and by lane of the newer version."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff.change import Change, ChangeKind
from mkdocs_journey.diff.columns import match_columns
from mkdocs_journey.diff.comparison import Comparison, MapChanges, both_journeys, by_map
from mkdocs_journey.diff.policy import Graded
from mkdocs_journey.model.columns import Column

Grades = tuple[Graded, ...]


class JourneyReview(Struct, frozen=True):
    """What changed on one map that is in both versions."""

    changes: MapChanges
    before: JourneyEntry
    earlier: Mapping[Column, Column]
    """From each column to the one that it was; a column that is new has none."""
    cells: Mapping[tuple[Column, str], Grades]
    """The changes in each lane of each column."""
    columns: Mapping[Column, Grades]
    """The changes of each phase and step as a whole: added, moved, called otherwise."""

    @property
    def feels_different(self) -> bool:
        """Whether the curve is not what it was."""
        return any(one.change.thing == "emotion" and one.change.field in ("", "score") for one in self.changes.changes)


class Review(Struct, frozen=True):
    """What a build for reviewers tells."""

    base: str
    """What people call the older version."""
    comparison: Comparison | None
    """None where the versions could not be compared."""
    why_not: str = ""
    """Why they could not, in plain sentences."""
    page: str = ""
    """Path of the page that lists all changes; empty where there is none."""
    maps: Mapping[tuple[str, str], MapChanges] = field(default_factory=dict)
    """What changed on each map and of each persona, by kind and id."""
    journeys: Mapping[str, JourneyReview] = field(default_factory=dict)
    """The maps that are in both versions and have changed, by their id."""

    def changes_of(self, kind: str, id_: str) -> MapChanges | None:
        """What changed on a map or of a persona; None where nothing did."""
        return self.maps.get((kind, id_))


def review_of(comparison: Comparison, page: str) -> Review:
    """Sort the changes between two versions of a site by map and by place."""
    maps = {(one.where.kind, one.where.id): one for one in by_map(comparison)}
    journeys = {}
    for one in maps.values():
        before, after = both_journeys(comparison, one.where)
        if before is not None and after is not None:
            journeys[one.where.id] = _journey_review(one, before, after)
    return Review(comparison.between[0], comparison, page=page, maps=maps, journeys=journeys)


def _journey_review(changes: MapChanges, before: JourneyEntry, after: JourneyEntry) -> JourneyReview:
    earlier = match_columns(before, after).earlier()
    later = {old: new for new, old in earlier.items()}
    cells: dict[tuple[Column, str], list[Graded]] = {}
    columns: dict[Column, list[Graded]] = {}
    for graded in changes.changes:
        change = graded.change
        column = change.where.column
        if column is not None and change.stands_in_older:
            column = later.get(column)
        if column is None:
            continue
        if lane := _lane(change):
            cells.setdefault((column, lane), []).append(graded)
        else:
            columns.setdefault(column, []).append(graded)
    return JourneyReview(
        changes,
        before,
        earlier,
        {place: tuple(found) for place, found in cells.items()},
        {place: tuple(found) for place, found in columns.items()},
    )


def _lane(change: Change) -> str:
    """The lane in which a change shows; "" for one of the step or the phase as a whole."""
    if change.lane:
        return change.lane
    whole = change.kind in (ChangeKind.RENAMED, ChangeKind.MOVED, ChangeKind.REORDERED)
    return "evidence" if change.field == "hypothesis" else "" if whole else change.field
