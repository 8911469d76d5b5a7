"""``journeys.ndjson``: one flat record a step, for those who count over many handbooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.exchange.handbook import Handbook, persona_id
from mkdocs_journey.exchange.texts import json_line
from mkdocs_journey.method.settled import SETTLED
from mkdocs_journey.method.statements import STATEMENTS, Ground, statements_at
from mkdocs_journey.model.lane_table import lanes_that
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.values import Scale
from mkdocs_journey.quoting import without_markup

_COUNTED = STATEMENTS.union(lanes_that(lambda lane: lane.recorded))
"""Lanes that records tell something of."""


def write_journeys_ndjson(handbook: Handbook) -> str:
    """The file: a line for each step, and for each phase that has lanes of its own. Every line has every field."""
    return "".join(f"{json_line(record)}\n" for record in step_records(handbook))


def step_records(handbook: Handbook) -> Iterator[dict[str, Any]]:
    """The records, journeys by id, steps in their order."""
    for entry in handbook.journeys():
        of_journey = _of_journey(entry, handbook)
        for phase in entry.phases:
            of_phase = {**of_journey, "phase": phase.phase.name, "phase_slug": phase.slug}
            if not phase.steps or phase.phase.model_fields_set & _COUNTED:
                yield {**of_phase, **_of_place(phase, None, entry, handbook)}
            for step in phase.steps:
                yield {**of_phase, **_of_place(phase, step, entry, handbook)}


def _of_journey(entry: JourneyEntry, handbook: Handbook) -> dict[str, Any]:
    journey, atlas = entry.journey, handbook.atlas
    return {
        "site": handbook.name,
        "site_url": handbook.url or None,
        "journey": entry.id,
        "journey_title": without_markup(entry.title),
        "journey_url": handbook.address(entry.page, entry.anchor),
        "personas": [persona_id(atlas, name) for name in journey.persona],
        "state": journey.state,
        "status": journey.status,
        "owner": journey.owner,
        "reviewed": journey.reviewed,
        "review_due": journey.review_every.after(journey.reviewed)
        if journey.reviewed and journey.review_every
        else None,
        "scale_low": float(journey.scale.low),
        "scale_high": float(journey.scale.high),
    }


def _of_place(phase: PhaseEntry, step: StepEntry | None, entry: JourneyEntry, handbook: Handbook) -> dict[str, Any]:
    place, lanes = (step, step.step) if step is not None else (phase, phase.phase)
    grounds = [one.ground for one in statements_at(entry.journey, phase.phase, step.step if step else None)]
    statements, assumed = len(grounds), grounds.count(Ground.ASSUMED)
    return {
        "step": without_markup(step.step.name) if step is not None else None,
        "step_slug": step.slug if step is not None else None,
        "number": place.number,
        "url": handbook.address(entry.page, place.anchor),
        **_feeling(lanes, entry.journey.scale),
        **_contact(lanes),
        **_outcome(lanes),
        "owners": _unique(_texts(lanes.owner or phase.phase.owner)),
        "statements": statements,
        "hypothesis_share": round(assumed / statements, 4) if statements else None,
    }


def _feeling(lanes: Lanes, scale: Scale) -> dict[str, Any]:
    emotion = lanes.emotion
    score = emotion.score if emotion is not None else None
    return {
        "score": None if score is None else float(score),
        "score_normalised": None if score is None else normalised(score, scale),
        "feeling": (emotion.label or emotion.face or None) if emotion is not None else None,
        "moment_of_truth": bool(lanes.moment_of_truth),
    }


def _contact(lanes: Lanes) -> dict[str, Any]:
    channels = [without_markup(one.channel) for one in lanes.touchpoints if one.channel]
    return {
        "touchpoints": _unique(without_markup(touchpoint.name) for touchpoint in lanes.touchpoints),
        "channels": _unique([*channels, *_texts(lanes.channel)]),
    }


def _outcome(lanes: Lanes) -> dict[str, Any]:
    open_pains = [pain for pain in lanes.pains if pain.status not in SETTLED]
    return {
        "pains": len(lanes.pains),
        "open_pains": len(open_pains),
        "worst_severity": max((pain.severity for pain in open_pains if pain.severity), default=None),
        "opportunities": len(lanes.opportunities),
        "content_pages": sum(not content.missing for content in lanes.content),
        "missing_content": sum(bool(content.missing) for content in lanes.content),
    }


def normalised(score: float, scale: Scale) -> float:
    """A score from −1, the worst on its scale, over 0, neither good nor bad, to 1, the best."""
    return round(scale.distance(score), 4)


def _texts(items: Iterable[Item]) -> list[str]:
    return [without_markup(item.text) for item in items]


def _unique(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]
