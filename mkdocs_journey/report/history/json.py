"""A history for programs: JSON whose form is published."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from mkdocs_journey.languages.words import Words
from mkdocs_journey.report.history.sentences import ToldHistory, phrases
from mkdocs_journey.report.schema_parts import closed_object
from mkdocs_journey.safe_text import json_text, plain
from mkdocs_journey.views.history import By, HistoryRow, Reached, State

VERSION = 1
"""Goes up when a program that reads the form would have to be changed."""
_SEVERITIES = (5, 4, 3, 2, 1, None)


def write_json(told: ToldHistory, words: Words | None = None) -> str:
    """The points, the newest first, as :func:`history_schema` describes them."""
    words, history = words or Words.load(), told.history
    return json_text(
        {
            "format": "mkdocs-journey log",
            "version": VERSION,
            "journey": {"id": told.id, "title": told.title},
            "by": told.by,
            "more": history.more,
            "cut": history.cut,
            "points": [_point(row, words) for row in history.rows],
        }
    )


def _point(row: HistoryRow, words: Words) -> dict[str, Any]:
    point = row.point
    return {
        "date": point.day.isoformat(),
        "commit": point.commit or None,
        "subject": point.subject if point.commit else None,
        "trouble": plain(point.trouble) or None,
        "gone": point.state is None and not point.trouble,
        "moved": [words.said(one) for one in phrases(row, str)],
        "state": _state(point.state) if point.state is not None else None,
    }


def _state(state: State) -> dict[str, Any]:
    counts = Counter(state.severities)
    return {
        "title": state.title,
        "scale": {"low": state.scale.low, "high": state.scale.high},
        "curve": [_reached(one) for one in state.curve],
        "lowest": _reached(state.curve[state.worst]) if state.curve else None,
        "last": _reached(state.curve[state.end]) if state.curve else None,
        "mean": state.mean,
        "indicators": [
            {"name": one.name, "value": one.value or None, "number": one.number} for one in state.indicators
        ],
        "evidence": {"observed": state.observed, "statements": state.statements, "percent": state.percent},
        "pains": {
            "open": state.pains,
            "by_severity": {str(rating or "not rated"): counts[rating] for rating in _SEVERITIES if counts[rating]},
        },
    }


def _reached(one: Reached) -> dict[str, Any]:
    return {"name": one.name, "score": one.score}


def history_schema() -> dict[str, Any]:
    """The JSON Schema of what :func:`write_json` writes."""
    text, count, flag = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "boolean"}
    maybe_text, maybe_number = {"type": ["string", "null"]}, {"type": ["number", "null"]}
    reached = closed_object({"name": text, "score": maybe_number})
    state = closed_object(
        {
            "title": text,
            "scale": closed_object({"low": {"type": "integer"}, "high": {"type": "integer"}}),
            "curve": {
                "type": "array",
                "items": reached,
                "description": "Every step, or every phase on a map that has scores for phases only.",
            },
            "lowest": {"anyOf": [reached, {"type": "null"}], "description": "Null where nothing was measured."},
            "last": {"anyOf": [reached, {"type": "null"}]},
            "mean": maybe_number,
            "indicators": {
                "type": "array",
                "items": closed_object(
                    {
                        "name": text,
                        "value": {**maybe_text, "description": "As written, with its unit."},
                        "number": {**maybe_number, "description": "Null where it cannot be read as one."},
                    }
                ),
            },
            "evidence": closed_object(
                {"observed": count, "statements": count, "percent": {"type": ["integer", "null"]}}
            ),
            "pains": closed_object(
                {
                    "open": count,
                    "by_severity": {
                        "type": "object",
                        "propertyNames": {"enum": ["1", "2", "3", "4", "5", "not rated"]},
                        "additionalProperties": count,
                    },
                }
            ),
        }
    )
    point = closed_object(
        {
            "date": {**text, "format": "date", "description": "Of the commit, in the time zone of who made it."},
            "commit": {**maybe_text, "description": "Null for what is not committed yet."},
            "subject": maybe_text,
            "trouble": {**maybe_text, "description": "Why the map could not be read."},
            "gone": {**flag, "description": "Whether the map was taken off its page."},
            "moved": {"type": "array", "items": text, "description": "In words, compared with the point before."},
            "state": {"anyOf": [state, {"type": "null"}]},
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
                "by": {"enum": list(get_args(By))},
                "more": {**flag, "description": "Whether older points were left out by --limit."},
                "cut": {**flag, "description": "Whether older commits are not in this clone."},
                "points": {"type": "array", "items": point, "description": "The newest first."},
            }
        ),
    }
