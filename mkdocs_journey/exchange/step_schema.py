"""The JSON Schema of a line of ``journeys.ndjson``: what a column is called, what it holds, what it means."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.model.schema import DRAFT

TEXT, NUMBER, WHOLE, YES_NO, DAY, TEXTS = "text", "number", "whole number", "true or false", "day", "texts"
_FORMS: dict[str, dict[str, Any]] = {
    TEXT: {"type": "string"},
    NUMBER: {"type": "number"},
    WHOLE: {"type": "integer"},
    YES_NO: {"type": "boolean"},
    DAY: {"type": "string", "format": "date"},
    TEXTS: {"type": "array", "items": {"type": "string"}},
}
COLUMNS: tuple[tuple[str, str, bool, str], ...] = (
    ("site", TEXT, True, "Name of the handbook."),
    ("site_url", TEXT, False, "Address of its first page."),
    ("journey", TEXT, True, "Id of the journey."),
    ("journey_title", TEXT, True, "Its title."),
    ("journey_url", TEXT, True, "Its address."),
    ("personas", TEXTS, True, "Ids of the personas whose journey it is."),
    ("state", TEXT, True, "`current` for today, `future` for a plan."),
    ("status", TEXT, False, "`draft`, `hypothesis`, `validated` or `retired`."),
    ("owner", TEXT, False, "Who keeps the map."),
    ("reviewed", DAY, False, "Day of the last review."),
    ("review_due", DAY, False, "Day of the next review."),
    ("phase", TEXT, True, "Name of the phase."),
    ("phase_slug", TEXT, True, "The name by which links know it."),
    ("step", TEXT, False, "Name of the step; nothing on the line of a phase."),
    ("step_slug", TEXT, False, "The name by which links know it."),
    ("number", TEXT, True, "As shown on the map: `2` for a phase, `2.1` for a step."),
    ("url", TEXT, True, "Address of the step on the map."),
    ("score", NUMBER, False, "How the persona feels, on the scale of the map."),
    ("scale_low", NUMBER, True, "The lowest score of the map."),
    ("scale_high", NUMBER, True, "The highest score of the map."),
    ("score_normalised", NUMBER, False, "The score from −1 to 1, whatever the scale: compare this one across maps."),
    ("feeling", TEXT, False, "The feeling in a word, or as a face."),
    ("moment_of_truth", YES_NO, True, "Whether everything hangs on this moment."),
    ("touchpoints", TEXTS, True, "What the customer meets."),
    ("channels", TEXTS, True, "Through which channels."),
    ("pains", WHOLE, True, "Number of pain points."),
    ("open_pains", WHOLE, True, "Those that are neither resolved nor accepted."),
    ("worst_severity", WHOLE, False, "The highest severity of an open pain point, 1 to 5."),
    ("opportunities", WHOLE, True, "Number of opportunities."),
    ("content_pages", WHOLE, True, "Number of pages that help here."),
    ("missing_content", WHOLE, True, "Number of pages that should be there and are not."),
    ("owners", TEXTS, True, "Who answers for the step, or for its phase."),
    ("statements", WHOLE, True, "Number of statements about the customer."),
    ("hypothesis_share", NUMBER, False, "Share of them that nobody has observed yet, 0 to 1."),
)
"""Name, what it holds, whether it always holds something, meaning."""


def step_schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
    return {
        "$schema": DRAFT,
        "title": "mkdocs-journey journeys.ndjson, a line",
        "description": "A step of a customer journey, or a phase that has lanes of its own.",
        "type": "object",
        "properties": {
            name: {"description": meaning, **(_FORMS[holds] if always else _or_null(_FORMS[holds]))}
            for name, holds, always, meaning in COLUMNS
        },
        "required": [name for name, *_ in COLUMNS],
    }


def _or_null(form: dict[str, Any]) -> dict[str, Any]:
    return {**form, "type": [form["type"], "null"]}
