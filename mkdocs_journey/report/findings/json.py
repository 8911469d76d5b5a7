"""Findings for programs: one JSON object, whose form the schema in this file describes."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.place import Span
from mkdocs_journey.report.counts import count
from mkdocs_journey.report.fingerprints import fingerprints
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import json_text, plain

VERSION = 1
"""Version of the form. It rises when something goes away or changes its meaning, not when something is added."""


def write_json(report: Report) -> str:
    """The report as an object of the form that :func:`findings_schema` describes."""
    counts = count(report)
    return json_text(
        {
            "version": VERSION,
            "findings": [
                _finding(report, finding, fingerprint)
                for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
            ],
            "counts": {
                "errors": counts.errors,
                "warnings": counts.warnings,
                "hints": counts.hints,
                "files": counts.files,
                "mendable": counts.mendable,
                "pages": report.pages,
                "journeys": report.journeys,
                "personas": report.personas,
            },
        }
    )


def _finding(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    mend = finding.mend
    return {
        "code": finding.code.id,
        "severity": finding.severity.value,
        "message": plain(finding.message),
        "advice": plain(mend.advice),
        **_place(report, finding.span),
        "mend": _mend_of(mend) if mend.lines else None,
        "choices": [{"meaning": plain(one.meaning), **_mend_of(one)} for one in mend.choices],
        "related": [{"message": plain(words), **_place(report, span)} for span, words in finding.related],
        "fingerprint": fingerprint,
    }


def _mend_of(mend: Mend) -> dict[str, Any]:
    return {"lines": mend.lines, "first": mend.first, "last": mend.last, "certain": mend.certain}


def _place(report: Report, span: Span) -> dict[str, Any]:
    return {
        "file": report.path(span.file),
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of what :func:`write_json` writes."""
    place = {
        "file": _text("Path of the file, relative to the repository, with /."),
        "start": {"description": "Where it begins.", "$ref": "#/$defs/position"},
        "end": {"description": "The first position behind it.", "$ref": "#/$defs/position"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mkdocs-journey findings",
        "description": "What mkdocs-journey check --format json prints.",
        **_object(
            version={"description": "Version of this form.", "const": VERSION},
            findings=_list("What was found, in the order of pages and places.", {"$ref": "#/$defs/finding"}),
            counts={"description": "How much was found and checked.", "$ref": "#/$defs/counts"},
        ),
        "$defs": {
            "position": _object(
                line=_number("Line, from 1.", 1),
                column=_number("Column, from 1, in characters (Unicode code points).", 1),
            ),
            "finding": _object(
                code={"description": "The rule, e.g. JN324.", "type": "string", "pattern": "^JN[0-9]{3}$"},
                severity={
                    "description": "error: the map is not drawn; warning: a strict build fails; info: a hint.",
                    "enum": [severity.value for severity in Severity],
                },
                message=_text("What is wrong: one sentence."),
                advice=_text("How it is put right: one sentence, or nothing."),
                **place,
                mend={
                    "description": "Lines that put it right, if there are any.",
                    "anyOf": [_mend(), {"type": "null"}],
                },
                choices=_list(
                    "Where more than one thing may be meant: what puts each right.",
                    _mend(meaning=_text("What this one would mean: a few words that go on a sentence, or nothing.")),
                ),
                related=_list(
                    "Other places that matter.", _object(message=_text("What is there: a few words."), **place)
                ),
                fingerprint=_text(
                    "Names the finding; it stays the same when lines are added above it or messages are worded anew."
                ),
            ),
            "counts": _object(
                errors=_number("Findings that keep a map from being drawn."),
                warnings=_number("Findings that fail a strict build."),
                hints=_number("Findings that are hints."),
                files=_number("Files with findings."),
                mendable=_number("Findings that --fix puts right."),
                pages=_number("Pages that were read."),
                journeys=_number("Journeys that were read."),
                personas=_number("Personas that were read."),
            ),
        },
    }


def _mend(**more: dict[str, Any]) -> dict[str, Any]:
    return _object(
        **more,
        lines=_list("Whole lines, without line ends.", {"type": "string"}),
        first=_number("The first line that they replace, from 1.", 1),
        last=_number("The last line that they replace; smaller than first where they are put in before it."),
        certain={"description": "Whether it may be applied without asking.", "type": "boolean"},
    )


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _text(description: str) -> dict[str, Any]:
    return {"description": description, "type": "string"}


def _number(description: str, least: int = 0) -> dict[str, Any]:
    return {"description": description, "type": "integer", "minimum": least}


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "type": "array", "items": items}
