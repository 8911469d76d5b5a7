"""Changes for programs: JSON whose form is published."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.diff import Grade, Graded, Where
from mkdocs_journey.diff.comparison import Comparison, by_map
from mkdocs_journey.diff.policy import Reason
from mkdocs_journey.drawing.sentences import plain, sentence
from mkdocs_journey.drawing.totals import summary_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.place import Span
from mkdocs_journey.report.schema_parts import closed_object
from mkdocs_journey.safe_text import json_text

VERSION = 1
"""Goes up when a program that reads the form would have to be changed."""


def write_json(comparison: Comparison, words: Words | None = None) -> str:
    """All changes and a summary, as :func:`changes_schema` describes them; in English if no words are given."""
    words = words or Words.load()
    return json_text(
        {
            "format": "mkdocs-journey diff",
            "version": VERSION,
            "base": comparison.before_name,
            "head": comparison.after_name,
            "summary": {str(grade): comparison.count(grade) for grade in Grade},
            "maps": [
                {
                    "kind": one.where.kind,
                    "id": one.where.id,
                    "title": one.where.title,
                    "summary": summary_of(one.changes, words),
                    "changes": [_change(graded, comparison, words) for graded in one.changes],
                }
                for one in by_map(comparison)
            ],
        }
    )


def _change(graded: Graded, comparison: Comparison, words: Words) -> dict[str, Any]:
    change = graded.change
    return {
        "grade": str(graded.grade),
        "reason": graded.reason or None,
        "links": graded.links,
        "kind": str(change.kind),
        "thing": change.thing,
        "name": change.name,
        "lane": change.lane or None,
        "field": change.field or None,
        "before": change.before or None,
        "after": change.after or None,
        "guess": change.guess or None,
        "where": _where(change.where),
        "origin": _where(change.origin) if change.origin else None,
        "gone": list(change.gone),
        "sentence": plain(sentence(graded, words)),
        "place_before": _place(change.spans.before, comparison.path_before),
        "place_after": _place(change.spans.after, comparison.path_after),
    }


def _where(where: Where) -> dict[str, Any]:
    return {"phase": where.phase or None, "step": where.step or None, "anchor": where.anchor}


def _place(span: Span | None, path: Any) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"file": path(span.file), "line": span.line, "column": span.column, "end_line": span.end_line}


def changes_schema() -> dict[str, Any]:
    """The JSON Schema of what :func:`write_json` writes."""
    text, number, nothing = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "null"}
    maybe = {"anyOf": [text, nothing]}
    where = closed_object({"phase": maybe, "step": maybe, "anchor": text})
    place = closed_object({"file": text, "line": number, "column": number, "end_line": number})
    change = closed_object(
        {
            "grade": {"enum": [str(grade) for grade in Grade]},
            "reason": {"enum": [*map(str, Reason), None]},
            "links": {**number, "description": "Pages that still link to what is gone."},
            "kind": {"enum": ["added", "removed", "changed", "renamed", "moved", "reordered"]},
            "thing": text,
            "name": text,
            "lane": maybe,
            "field": {**maybe, "description": "Null for the thing as a whole."},
            "before": maybe,
            "after": maybe,
            "guess": {"enum": ["text", "content", "place", None], "description": "By what it was taken for the same."},
            "where": where,
            "origin": {"anyOf": [where, nothing]},
            "gone": {"type": "array", "items": text, "description": "Anchors that are not there any more."},
            "sentence": text,
            "place_before": {"anyOf": [place, nothing]},
            "place_after": {"anyOf": [place, nothing]},
        }
    )
    one = closed_object(
        {
            "kind": {"enum": ["journey", "persona"]},
            "id": text,
            "title": text,
            "summary": text,
            "changes": {"type": "array", "items": change},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mkdocs-journey diff",
        **closed_object(
            {
                "format": {"const": "mkdocs-journey diff"},
                "version": {"const": VERSION},
                "base": text,
                "head": text,
                "summary": closed_object({str(grade): number for grade in Grade}),
                "maps": {"type": "array", "items": one},
            }
        ),
    }
