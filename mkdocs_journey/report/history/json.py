"""A history for programs: JSON whose form is published."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.report.history.moves import Log
from mkdocs_journey.report.plain import json_text
from mkdocs_journey.report.schema_parts import closed_object
from mkdocs_journey.views.history import Point, Standing

VERSION = 1
"""Goes up when a program that reads the form would have to be changed."""


def write_json(log: Log) -> str:
    """All points, the oldest first, as :func:`history_schema` describes them."""
    return json_text(
        {
            "format": "mkdocs-journey log",
            "version": VERSION,
            "journey": {"id": log.id, "title": log.title},
            "unmoved": log.history.unmoved,
            "incomplete": log.history.incomplete,
            "points": [_point(point) for point in log.history.points],
        }
    )


def _point(point: Point) -> dict[str, Any]:
    return {
        "date": point.day.isoformat(),
        "commit": point.commit or None,
        "subject": point.subject,
        "trouble": point.trouble or None,
        "standing": _standing(point.standing) if point.standing else None,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    scale = standing.course.scale if standing.course else None
    return {
        "title": standing.title,
        "scale": [scale.low, scale.high] if scale else None,
        "curve": [{"name": name, "score": score} for name, score in zip(standing.names, standing.scores, strict=True)],
        "statements": standing.statements,
        "observed": standing.observed,
        "open_pains": standing.open_pains,
        "indicators": [
            {"name": one.name, "value": one.value, "unit": one.unit, "number": one.number}
            for one in standing.indicators
        ],
    }


def history_schema() -> dict[str, Any]:
    """The JSON Schema of what :func:`write_json` writes."""
    text, number, nothing = {"type": "string"}, {"type": "number"}, {"type": "null"}
    count = {"type": "integer", "minimum": 0}
    standing = closed_object(
        {
            "title": text,
            "scale": {"anyOf": [{"type": "array", "items": number, "minItems": 2, "maxItems": 2}, nothing]},
            "curve": _list(closed_object({"name": text, "score": {"anyOf": [number, nothing]}})),
            "statements": {**count, "description": "What the map says of its customers."},
            "observed": {**count, "description": "How many of the statements rest on evidence."},
            "open_pains": count,
            "indicators": _list(
                closed_object({"name": text, "value": text, "unit": text, "number": {"anyOf": [number, nothing]}})
            ),
        }
    )
    point = closed_object(
        {
            "date": {**text, "format": "date"},
            "commit": {"anyOf": [text, nothing], "description": "Null for what is not committed yet."},
            "subject": text,
            "trouble": {"anyOf": [text, nothing], "description": "Why the map could not be read then."},
            "standing": {"anyOf": [standing, nothing]},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mkdocs-journey log",
        **closed_object(
            {
                "format": {"const": "mkdocs-journey log"},
                "version": {"const": VERSION},
                "journey": closed_object({"id": text, "title": text}),
                "unmoved": {**count, "description": "Commits that changed the map, but none of this."},
                "incomplete": {"type": "boolean", "description": "Whether older commits are not in this clone."},
                "points": _list(point),
            }
        ),
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}
