"""Curves of several journeys over the same phases: of several personas, or of today and a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from mkdocs_journey.atlas import Atlas, JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.values import Scale
from mkdocs_journey.model.view import View
from mkdocs_journey.model.views import MOST_CURVES
from mkdocs_journey.views.alignment import SharedColumn, shared_columns
from mkdocs_journey.views.selection import SelectedPlace, named_journey, places_of, selected_journeys, selected_places


class ComparedMoment(Struct, frozen=True):
    """How a persona feels in one column of a comparison."""

    place: SelectedPlace
    emotion: Emotion | None
    score: float | None
    """On the scale of the comparison; None where nothing was measured."""
    hypothesis: bool
    """Whether nobody has observed it: it is assumed, or planned."""


class ComparedCurve(Struct, frozen=True):
    """The curve of one journey."""

    journey: JourneyEntry
    personas: tuple[str, ...]
    """Names of those whose journey it is."""
    moments: tuple[ComparedMoment | None, ...]
    """One for each column; None where the map has no such column."""


class CurveComparison(Struct, frozen=True):
    """Curves and what they share."""

    curves: tuple[ComparedCurve, ...]
    columns: tuple[SharedColumn, ...]
    scale: Scale
    converted: bool
    """Whether the maps have different scales: scores are then as far from neutral as on their own one."""
    told_apart_by: Literal["state", "persona", "title"]
    unshared: tuple[str, ...]
    """Names of the phases that not every map has."""
    total: int
    """Number of journeys that were asked for."""


def gather(view: View, site: Site, today: date) -> CurveComparison | None:
    """The curves that a view asks for; None where no map has a score in what it asks for."""
    found = _chosen(view, site.atlas)
    entries = found[:MOST_CURVES]
    asked = {(place.journey.id, place.column) for place in selected_places(view, site.atlas)}
    # A partner that the view does not name is shown as a whole.
    named = {id_ for id_, _ in asked}
    places = [{place.column: place for place in places_of(entry)} for entry in entries]
    columns = [
        [column for column in _measured(entry) if entry.id not in named or (entry.id, column) in asked]
        for entry in entries
    ]
    shared = shared_columns(entries, columns)
    scales = {entry.journey.scale for entry in entries}
    scale = scales.pop() if len(scales) == 1 else Scale()
    curves = tuple(
        ComparedCurve(
            entry,
            tuple(_persona_name(name, site.atlas) for name in entry.journey.persona),
            tuple(_moment(places[k][column], scale) if (column := one.places[k]) else None for one in shared),
        )
        for k, entry in enumerate(entries)
    )
    if not any(moment and moment.score is not None for curve in curves for moment in curve.moments):
        return None
    present: dict[str, set[int]] = {}
    for one in shared:
        present.setdefault(one.phase, set()).update(k for k, place in enumerate(one.places) if place)
    unshared = tuple(name for name, maps in present.items() if len(maps) < len(curves))
    return CurveComparison(
        curves, tuple(shared), scale, bool(scales), _told_apart_by(entries, site.atlas), unshared, len(found)
    )


def _chosen(view: View, atlas: Atlas) -> list[JourneyEntry]:
    """The journeys to compare, those that are named in the order of their names."""
    selected = selected_journeys(view, atlas)
    if not view.journey:
        return _of_personas(view, selected, atlas)
    named = dict.fromkeys(entry.id for name in view.journey if (entry := named_journey(name, atlas)[0]) is not None)
    by_id = {entry.id: entry for entry in selected}
    found = [by_id[id_] for id_ in named if id_ in by_id]
    if len(named) == 1 and found and not view.state:
        return _with_its_redesign(found[0], atlas)
    return found


def _with_its_redesign(entry: JourneyEntry, atlas: Atlas) -> list[JourneyEntry]:
    """Today and its plans, where one of them stands alone."""
    today = atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
    if today is not None and today is not entry:
        return [today, entry]
    plans = (
        other
        for other in atlas.journeys.values()
        if other is not entry and other.journey.redesigns and atlas.journey(other.journey.redesigns) is entry
    )
    return [entry, *plans]


def _of_personas(view: View, selected: Sequence[JourneyEntry], atlas: Atlas) -> list[JourneyEntry]:
    """Journeys of some personas: those with the same phases, where there are such; else the first of each persona."""
    owners: dict[str, list[int]] = {}
    for number, name in enumerate(view.persona):
        persona = atlas.persona(name)
        for entry in atlas.journeys_of(persona) if persona else ():
            owners.setdefault(entry.id, []).append(number)
    alike: dict[frozenset[str], list[JourneyEntry]] = {}
    for entry in selected:
        alike.setdefault(frozenset(phase.slug for phase in entry.phases), []).append(entry)
    best = max(alike.values(), key=lambda group: _weight(group, owners), default=[])
    if len({number for entry in best for number in owners[entry.id]}) > 1 or len(view.persona) == 1:
        return best
    firsts = {min(owners[entry.id]): entry for entry in reversed(selected)}
    return [firsts[number] for number in sorted(firsts)]


def _weight(group: Sequence[JourneyEntry], owners: dict[str, list[int]]) -> tuple[int, int]:
    return len({number for entry in group for number in owners[entry.id]}), min(len(group), MOST_CURVES)


def _measured(entry: JourneyEntry) -> list[Column]:
    """The columns whose scores make the curve: the steps, or the phases where no step has a score."""
    steps = [step for phase in entry.journey.phases for step in phase.steps]
    if steps and all(step.emotion is None or step.emotion.score is None for step in steps):
        return [(p, None) for p in range(len(entry.phases))]
    return list(entry.positions)


def _moment(place: SelectedPlace, scale: Scale) -> ComparedMoment:
    emotion = place.lanes.emotion
    own = place.journey.journey.scale
    score = emotion.score if emotion else None
    if score is not None:
        score = scale.of_another(score, own)
    assumed = place.lanes.hypothesis or place.phase.phase.hypothesis or bool(emotion and emotion.hypothesis)
    return ComparedMoment(place, emotion, score, assumed or place.journey.journey.state == "future")


def _persona_name(name: str, atlas: Atlas) -> str:
    persona = atlas.persona(name)
    return persona.name if persona else name


def _told_apart_by(entries: Sequence[JourneyEntry], atlas: Atlas) -> Literal["state", "persona", "title"]:
    """By what readers know which curve is which."""
    if len(entries) == 2:
        today, plan = sorted(entries, key=lambda entry: entry.journey.state)
        if plan.journey.redesigns and atlas.journey(plan.journey.redesigns) is today:
            return "state"
    personas = [frozenset(entry.journey.persona) for entry in entries]
    return "persona" if all(personas) and len(set(personas)) == len(personas) else "title"
