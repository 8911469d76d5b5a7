"""The atlas: every journey in its family, a plan beside the map that it redesigns, a detailed map below its parent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.view import View
from mkdocs_journey.views.moments import Moment, course_of
from mkdocs_journey.views.selection import is_wanted, selected_journeys

DEEPEST = 2
"""Below so many maps a map does not go deeper: it follows its parent. Phones have no room for more."""


class Family(Struct, frozen=True):
    """A journey with what belongs to it."""

    journey: JourneyEntry
    plans: tuple[JourneyEntry, ...]
    """Maps that redesign it, or redesign one of its plans."""
    inner: tuple[Family, ...]
    """Families of the maps that detail it."""


class AtlasFacts(Struct, frozen=True):
    """Families in their order."""

    families: tuple[Family, ...]
    journeys: tuple[JourneyEntry, ...]
    """All that are shown, in the order in which they are read."""
    total: int
    """Number of journeys before ``limit``."""
    personas: int
    """Number of different personas that are shown."""


def gather(view: View, site: Site, today: date) -> AtlasFacts:
    """The journeys that a view asks for, those of today and plans alike.

    A sort ranks them all, so none stands inside another one; whatever is unknown comes last, either way.
    """
    atlas = site.atlas
    selected = [
        entry
        for entry in selected_journeys(view, atlas)
        if is_wanted(view.owner, entry.journey.owner) and is_wanted(view.status, entry.journey.status)
    ]
    ordered = _sorted(selected, view, atlas)
    ranked = (view.sort or "order").removeprefix("-") != "order"
    rows = [_Row(entry, (), 0) for entry in ordered] if ranked else list(_rows(ordered, atlas))
    shown = _limited(rows, view.limit)
    journeys = tuple(entry for row in shown for entry in (row.journey, *row.plans))
    names = {name for entry in journeys for name in persona_names(entry, atlas)}
    return AtlasFacts(_nested(shown, 0), journeys, len(selected), len(names))


def persona_names(entry: JourneyEntry, atlas: Atlas) -> tuple[str, ...]:
    """The names of the personas whose journey it is, each once."""
    found = ((atlas.persona(reference), reference) for reference in entry.journey.persona)
    return tuple(dict.fromkeys(persona.name if persona else reference for persona, reference in found))


class _Row(Struct, frozen=True):
    journey: JourneyEntry
    plans: tuple[JourneyEntry, ...]
    depth: int


def _rows(selected: Sequence[JourneyEntry], atlas: Atlas) -> Iterator[_Row]:
    """Every family by its journey, each before those of the maps that detail it."""
    base = _bases(selected, atlas)
    plans: dict[str, list[JourneyEntry]] = {}
    inner: dict[str, list[JourneyEntry]] = {}
    roots: list[JourneyEntry] = []
    for entry in selected:
        if base[entry.id] is not entry:
            plans.setdefault(base[entry.id].id, []).append(entry)
            continue
        parent = atlas.journey(entry.journey.parent) if entry.journey.parent else None
        if parent is not None and parent.id in base and base[parent.id] is not entry:
            inner.setdefault(base[parent.id].id, []).append(entry)
        else:
            roots.append(entry)
    seen: set[str] = set()
    # What is left over after the roots are its own parent in a circle: the first of it begins.
    for root in (*roots, *(entry for entry in selected if base[entry.id] is entry)):
        branches = [(root, 0)]
        while branches:
            entry, depth = branches.pop()
            if entry.id in seen:
                continue
            seen.add(entry.id)
            yield _Row(entry, tuple(plans.get(entry.id, ())), min(depth, DEEPEST))
            branches += [(child, depth + 1) for child in reversed(inner.get(entry.id, ()))]


def _bases(selected: Sequence[JourneyEntry], atlas: Atlas) -> dict[str, JourneyEntry]:
    """By id, the map that a plan redesigns, if need be by way of other plans; any other map is its own."""
    there = {entry.id for entry in selected}
    found: dict[str, JourneyEntry] = {}
    for entry in selected:
        path: dict[str, JourneyEntry] = {}
        while entry.id not in found and entry.id not in path:
            path[entry.id] = entry
            today = atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
            if today is None or today.id not in there:
                break
            entry = today
        # In a circle, the map at which it closes is the first.
        base = found.get(entry.id, entry)
        found.update(dict.fromkeys(path, base))
    return found


def _limited(rows: Iterable[_Row], limit: int | None) -> list[_Row]:
    if limit is None:
        return list(rows)
    shown: list[_Row] = []
    left = limit
    for row in rows:
        if left <= 0:
            break
        shown.append(_Row(row.journey, row.plans[: left - 1], row.depth))
        left -= 1 + len(row.plans)
    return shown


def _nested(rows: Sequence[_Row], depth: int) -> tuple[Family, ...]:
    starts = [number for number, row in enumerate(rows) if row.depth == depth]
    return tuple(
        Family(rows[start].journey, rows[start].plans, _nested(rows[start + 1 : end], depth + 1))
        for start, end in pairwise([*starts, len(rows)])
    )


def _sorted(entries: list[JourneyEntry], view: View, atlas: Atlas) -> list[JourneyEntry]:
    name = (view.sort or "order").removeprefix("-")
    keys = {entry.id: _SORTS[name](entry, atlas) for entry in entries}
    known = [entry for entry in entries if keys[entry.id] is not None]
    unknown = [entry for entry in entries if keys[entry.id] is None]
    if name != "order":
        known.sort(key=lambda entry: keys[entry.id])
    if view.sort and view.sort.startswith("-"):
        known.reverse()
    return [*known, *unknown]


def _share(moment: Moment | None) -> float | None:
    return moment.share if moment else None


def _worst(entry: JourneyEntry) -> Moment | None:
    course = course_of(entry)
    return course.worst if course else None


def _end(entry: JourneyEntry) -> Moment | None:
    course = course_of(entry)
    return course.end if course else None


_SORTS: dict[str, Callable[[JourneyEntry, Atlas], Any]] = {
    "order": lambda entry, atlas: 0,
    "title": lambda entry, atlas: entry.title.casefold(),
    "persona": lambda entry, atlas: next((name.casefold() for name in persona_names(entry, atlas)), None),
    "worst": lambda entry, atlas: _share(_worst(entry)),
    "end": lambda entry, atlas: _share(_end(entry)),
    "reviewed": lambda entry, atlas: entry.journey.reviewed,
    "owner": lambda entry, atlas: entry.journey.owner.casefold() if entry.journey.owner else None,
}
