"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.message import counted
from mkdocs_journey.report.counts import summary
from mkdocs_journey.report.findings.text import choices, mend_title, mended_lines
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import plain

MOST_SHOWN = 10
"""Annotations of each level that GitHub shows for a step; the others are in its log."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_DATA | {":": "%3A", ",": "%2C"}


def write_github(report: Report) -> str:
    """The report as GitHub Actions reads it: the gravest findings first, and a plain summary behind them."""
    order = list(_COMMANDS)
    findings = sorted(report.findings, key=lambda finding: order.index(finding.severity))
    shown = Counter(finding.severity for finding in findings)
    lines = [_command(report, finding) for finding in findings]
    hidden = sum(number - MOST_SHOWN for number in shown.values() if number > MOST_SHOWN)
    if hidden:
        lines.append(
            report.words.said(
                counted(
                    hidden,
                    "GitHub shows no more than {most} errors, {most} warnings and {most} notices"
                    " as annotations: {number} finding stands in this log only.",
                    "GitHub shows no more than {most} errors, {most} warnings and {most} notices"
                    " as annotations: {number} findings stand in this log only.",
                    most=MOST_SHOWN,
                )
            )
        )
    return "\n".join([*lines, report.words.said(summary(report)), ""])


def workflow_command(name: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    """A workflow command of GitHub Actions, such as an ``error`` with the place that it is about."""
    written = ",".join(f"{key}={_escaped(value, _IN_PROPERTIES)}" for key, value in properties)
    return f"::{name} {written}::{_escaped(message, _IN_DATA)}"


def _command(report: Report, finding: Finding) -> str:
    return workflow_command(_COMMANDS[finding.severity], _properties(report, finding), _message(report, finding))


def _properties(report: Report, finding: Finding) -> Iterator[tuple[str, str]]:
    span = finding.span
    yield "file", plain(report.path(span.file))
    yield "line", str(span.line)
    yield "endLine", str(span.end_line)
    # GitHub takes columns only of a place within one line.
    if span.end_line == span.line:
        yield "col", str(span.column)
        yield "endColumn", str(span.end_column)
    yield "title", plain(f"{finding.code.id}: {report.words.said(finding.code.summary).rstrip('.。')}")


def _message(report: Report, finding: Finding) -> str:
    sentences = " ".join(plain(text) for text in (finding.message, finding.mend.advice) if text)
    # The command --fix is of no use to those who read an annotation.
    title = [report.words.said(mend_title(finding, fix=False))] if finding.mend.lines else []
    chosen = (line for title, mend in choices(finding) for line in (report.words.said(title), *mended_lines(mend)))
    return "\n".join([sentences, *title, *mended_lines(finding.mend), *chosen])


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
