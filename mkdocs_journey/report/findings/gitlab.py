"""Findings as a GitLab Code Quality report, which merge requests show."""

from __future__ import annotations

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.report.findings.text import choices, mended_lines
from mkdocs_journey.report.fingerprints import fingerprints
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import json_text, plain

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write_gitlab(report: Report) -> str:
    """The report as GitLab reads it from ``artifacts:reports:codequality``."""
    return json_text(
        [
            {
                "description": described(finding),
                "check_name": finding.code.id,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": report.path(finding.span.file),
                    "lines": {"begin": finding.span.line, "end": finding.span.end_line},
                },
            }
            for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
        ]
    )


def described(finding: Finding) -> str:
    """What is wrong, what to do, and lines to choose from: they have no other place in this form."""
    sentences = plain(f"{finding.message} {finding.mend.advice}").strip()
    chosen = (line for title, mend in choices(finding) for line in (title, *mended_lines(mend)))
    return "\n".join([sentences, *chosen])
