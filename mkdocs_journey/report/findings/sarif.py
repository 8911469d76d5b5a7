"""Findings as SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from mkdocs_journey import __version__
from mkdocs_journey.findings import Code, Finding, Mend, Severity
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message
from mkdocs_journey.place import Span
from mkdocs_journey.report.counts import is_mendable
from mkdocs_journey.report.findings.text import choices
from mkdocs_journey.report.fingerprints import fingerprints
from mkdocs_journey.report.report import Report
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.safe_text import encodable, json_text, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "mkdocsJourney/v1"
"""Name of our fingerprints. ``primaryLocationLineHash`` is GitHub's own; its upload computes that."""
_ROOT = "SRCROOT"
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_PLACEHOLDER = re.compile(r"\{\d+\}")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write_sarif(report: Report) -> str:
    """The report as a SARIF log with one run."""
    codes = {finding.code.id: finding.code for finding in report.findings}
    indices = {id_: index for index, id_ in enumerate(sorted(codes))}
    return json_text(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "mkdocs-journey",
                            "semanticVersion": __version__,
                            "rules": [_rule(CODES.get(id_, codes[id_]), report.words) for id_ in indices],
                        }
                    },
                    "invocations": [{"executionSuccessful": True}],
                    "originalUriBaseIds": {_ROOT: {"description": {"text": "The root folder of the repository."}}},
                    "columnKind": "unicodeCodePoints",
                    "results": [
                        _result(report, finding, indices[finding.code.id], fingerprint)
                        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
                    ],
                }
            ],
        }
    )


def _rule(code: Code, words: Words) -> dict[str, Any]:
    from mkdocs_journey.rules.document import read_document

    summary = words.said(code.summary).rstrip(".。") + words.full_stop
    document = read_document(code.id)
    why = words.said(document.why) if document else summary
    markdown = why
    if document:
        bad, good = words.said(message("Instead of this")), words.said(message("Write this"))
        markdown += _example(bad, document.bad) + _example(good, document.good)
    return {
        "id": code.id,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _message(why)},
        "help": {"text": _message(why), "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _example(title: str, files: Mapping[str, str]) -> str:
    parts = [f"**{title}**"]
    for path, text in files.items():
        parts += [f"`{path}`:"] if len(files) > 1 else []
        # Examples hold fences of three marks themselves.
        parts.append(f"~~~~~markdown\n{text.rstrip()}\n~~~~~")
    return "".join(f"\n\n{part}" for part in parts)


def _result(report: Report, finding: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code.id,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(f"{finding.message} {finding.mend.advice}".strip())},
        "locations": [{"physicalLocation": _place(report, finding.span)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(report, span), "message": {"text": _message(words)}}
            for number, (span, words) in enumerate(finding.related, 1)
        ]
    if fixes := _fixes(report, finding):
        result["fixes"] = fixes
    return result


def _fixes(report: Report, finding: Finding) -> list[dict[str, Any]]:
    """What puts a finding right for certain, or each of the ways from which its author chooses, with what it means."""
    lines = report.lines(finding.span.file)
    mends = ((finding.mend, finding.mend.advice),) if is_mendable(finding) else ()
    chosen = ((choice, title) for title, choice in choices(finding))
    return [
        {
            "description": {"text": _message(description)},
            "artifactChanges": [
                {
                    "artifactLocation": _artifact(report, finding.span.file),
                    "replacements": [_replacement(mend, lines)],
                }
            ],
        }
        for mend, description in (*mends, *chosen)
        if lines
    ]


def _replacement(mend: Mend, lines: Sequence[str]) -> dict[str, Any]:
    """A change without a line end where possible, for the file's own are not known here."""
    text = "\n".join(mend.lines)
    if mend.last >= mend.first:
        last = lines[mend.last - 1] if mend.last <= len(lines) else ""
        region = _region(mend.first, 1, mend.last, len(last) + 1)
    elif mend.first <= len(lines):
        region, text = _region(mend.first, 1, mend.first, 1), f"{text}\n"
    else:
        column = len(lines[-1]) + 1
        region, text = _region(len(lines), column, len(lines), column), f"\n{text}"
    return {"deletedRegion": region, "insertedContent": {"text": text}}


def _place(report: Report, span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(report, span.file),
        "region": _region(span.line, span.column, span.end_line, span.end_column),
    }


def _artifact(report: Report, file: str) -> dict[str, Any]:
    path = encodable(report.path(file))
    if _ABSOLUTE.match(path):
        return {"uri": f"file:///{quote(path.removeprefix('/'), safe='/:')}"}
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _message(text: str) -> str:
    """Plain text, in which SARIF sees neither a link ``[text](address)`` nor a placeholder ``{0}``."""
    return _PLACEHOLDER.sub(r"{\g<0>}", plain(text).replace("](", "\\]("))
