"""How much was found, and where, in plain words."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.message import Message, all_of, counted, message, sentences
from mkdocs_journey.report.report import Report

SEVERITY_WORDS = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.INFO: message("hint"),
}
"""How grave a finding is, as people read it."""


class Counts(Struct, frozen=True):
    """Numbers of a report."""

    errors: int
    warnings: int
    hints: int
    files: int
    """Files with findings."""
    mendable: int
    """Findings that go away without a question."""


def count(report: Report) -> Counts:
    """The numbers of a report."""
    severities = [finding.severity for finding in report.findings]
    return Counts(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        hints=severities.count(Severity.INFO),
        files=len(by_path(report)),
        mendable=sum(is_mendable(finding) for finding in report.findings),
    )


def is_mendable(finding: Finding) -> bool:
    """Whether a finding may be mended without asking."""
    return finding.mend.certain and bool(finding.mend.lines)


def by_path(report: Report) -> dict[str, list[Finding]]:
    """The findings of each file, by its path; files and findings in the order in which they are told."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(report.path(finding.span.file), []).append(finding)
    return found


def summary(report: Report) -> Message:
    """One line such as ``2 errors and 1 hint in 1 file; 12 pages, 5 journeys and 3 personas checked.``"""
    checked = all_of(
        [
            counted(report.pages, "{number} page", "{number} pages") if report.pages else message("no pages"),
            counted(report.journeys, "{number} journey", "{number} journeys")
            if report.journeys
            else message("no journeys"),
            counted(report.personas, "{number} persona", "{number} personas")
            if report.personas
            else message("no personas"),
        ]
    )
    if not report.findings:
        return message("Everything is fine: {checked} checked.", checked=checked)
    counts = count(report)
    amounts = (
        (counts.errors, counted(counts.errors, "{number} error", "{number} errors")),
        (counts.warnings, counted(counts.warnings, "{number} warning", "{number} warnings")),
        (counts.hints, counted(counts.hints, "{number} hint", "{number} hints")),
    )
    told = message(
        "{found} in {files}; {checked} checked.",
        found=all_of(amount for number, amount in amounts if number),
        files=counted(counts.files, "{number} file", "{number} files"),
        checked=checked,
    )
    if not counts.mendable:
        return told
    return sentences(
        told, counted(counts.mendable, "{number} can be mended with --fix.", "{number} can be mended with --fix.")
    )
