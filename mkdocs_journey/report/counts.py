"""How much was found, and where, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.report.report import Report

SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "hint"}
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


def summary(report: Report) -> str:
    """One line such as ``2 errors and 1 hint in 1 file; 12 pages, 5 journeys and 3 personas checked.``"""
    checked = _listed(
        [
            amount(number, word)
            for number, word in ((report.pages, "page"), (report.journeys, "journey"), (report.personas, "persona"))
        ]
    )
    if not report.findings:
        return f"Everything is fine: {checked} checked."
    counts = count(report)
    found = _listed(
        [
            amount(number, word)
            for number, word in zip(
                (counts.errors, counts.warnings, counts.hints), SEVERITY_WORDS.values(), strict=True
            )
            if number
        ]
    )
    mend = f" {counts.mendable} can be mended with --fix." if counts.mendable else ""
    return f"{found} in {amount(counts.files, 'file')}; {checked} checked.{mend}"


def amount(number: int, word: str) -> str:
    """``no pages``, ``1 page``, ``2 pages``."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([*([", ".join(parts[:-1])] if parts[:-1] else []), parts[-1]])
