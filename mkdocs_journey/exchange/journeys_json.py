"""``journeys.json``: everything that a handbook says about journeys and personas, with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry, PhaseEntry, StepEntry
from mkdocs_journey.exchange.handbook import Handbook, journey_id, persona_id
from mkdocs_journey.exchange.texts import json_line, json_list, period_text
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.lane_table import lane_table
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.persona import Persona

FORMAT = "mkdocs-journey"
"""What tells such a file from any other."""
VERSION = 1
"""Version of the form. It rises when something goes away or changes its meaning, not when something is added."""

LANES_OF_PAGES = {
    row.name: row.item for row in lane_table().values() if row.many and row.item and "page" in row.item.model_fields
}
"""Lanes whose items may name a page, with the class of these items."""


def write_journeys_json(handbook: Handbook) -> str:
    """The file, of the form that :func:`mkdocs_journey.exchange.schema.journeys_schema` describes."""
    parts = [
        f'"aliases": {json_line(_aliases(handbook))}',
        f'"format": {json_line(FORMAT)}',
        f'"journeys": {json_list((_journey(entry, handbook) for entry in handbook.journeys()), " ")}',
        f'"personas": {json_list((_persona(entry, handbook) for entry in handbook.personas()), " ")}',
        f'"site": {json_line({"name": handbook.name, "url": handbook.url})}',
        f'"version": {VERSION}',
    ]
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _aliases(handbook: Handbook) -> dict[str, dict[str, str]]:
    """Earlier ids of journeys and personas that still mean one of them."""
    atlas = handbook.atlas
    return {
        "journeys": {
            alias: entry.id
            for entry in handbook.journeys()
            for alias in entry.journey.aliases
            if atlas.journey(alias) is entry
        },
        "personas": {
            alias: entry.id
            for entry in handbook.personas()
            for alias in entry.persona.aliases
            if atlas.persona(alias) is entry
        },
    }


def _journey(entry: JourneyEntry, handbook: Handbook) -> dict[str, Any]:
    journey, atlas = entry.journey, handbook.atlas
    written = journey.model_dump(
        by_alias=True, exclude_defaults=True, exclude={"persona", "review_every", "emotion_scale"}
    )
    for field in ("parent", "redesigns"):
        if field in written:
            written[field] = journey_id(atlas, written[field])
    return {
        **written,
        **_review(journey),
        "id": entry.id,
        "title": entry.title,
        "page": entry.page,
        "anchor": entry.anchor,
        "url": handbook.address(entry.page, entry.anchor),
        "state": journey.state,
        "personas": [persona_id(atlas, name) for name in journey.persona],
        "scale": {"low": journey.scale.low, "high": journey.scale.high},
        "phases": [
            _phase(phase, said, entry, handbook)
            for phase, said in zip(entry.phases, written.get("phases", ()), strict=True)
        ],
        "parts": list(_parts(entry, handbook)),
    }


def _review(model: Journey | Persona) -> dict[str, Any]:
    if model.review_every is None:
        return {}
    every: dict[str, Any] = {"review_every": period_text(model.review_every)}
    return {**every, "review_due": model.review_every.after(model.reviewed)} if model.reviewed else every


def _phase(phase: PhaseEntry, said: dict[str, Any], entry: JourneyEntry, handbook: Handbook) -> dict[str, Any]:
    written = _place(phase, phase.phase, said, entry, handbook)
    if phase.phase.detailed_by:
        written["detailed_by"] = journey_id(handbook.atlas, phase.phase.detailed_by)
    written["steps"] = [
        _place(step, step.step, one, entry, handbook)
        for step, one in zip(phase.steps, said.get("steps", ()), strict=True)
    ]
    return written


def _place(
    place: PhaseEntry | StepEntry, lanes: Lanes, said: dict[str, Any], entry: JourneyEntry, handbook: Handbook
) -> dict[str, Any]:
    """A phase or a step: what it says itself, where it stands, and how the persona feels there."""
    emotion = lanes.emotion
    for item in (item for lane in LANES_OF_PAGES for item in said.get(lane, ())):
        if url := handbook.url_of(item.get("page", ""), entry.document.block.file):
            item["page_url"] = url
    return {
        **said,
        "slug": place.slug,
        "anchor": place.anchor,
        "number": place.number,
        "url": handbook.address(entry.page, place.anchor),
        "score": None if emotion is None or emotion.score is None else float(emotion.score),
        "feeling": None if emotion is None else emotion.label or emotion.face or None,
    }


def _parts(entry: JourneyEntry, handbook: Handbook) -> Iterator[dict[str, Any]]:
    """Everything on a map that a link can name, with all of its names."""
    names: dict[tuple[str, str], list[str]] = {}
    for name, place in entry.parts.items():
        names.setdefault(place, []).append(name)
    for (anchor, title), known_as in names.items():
        yield {"names": known_as, "title": title, "url": handbook.address(entry.page, anchor)}


def _persona(entry: PersonaEntry, handbook: Handbook) -> dict[str, Any]:
    persona = entry.persona
    return {
        **persona.model_dump(by_alias=True, exclude_defaults=True, exclude={"review_every"}),
        **_review(persona),
        "id": entry.id,
        "name": entry.name,
        "page": entry.page,
        "anchor": entry.anchor,
        "url": handbook.address(entry.page, entry.anchor),
        "journeys": sorted(journey.id for journey in handbook.atlas.journeys_of(entry)),
    }
