"""Findings as JUnit XML, which GitLab, Jenkins and Azure DevOps show as failed tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.message import message
from mkdocs_journey.report.counts import by_path
from mkdocs_journey.report.findings.text import finding_lines
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import plain, plain_start

_TOOL = "mkdocs-journey"
_LONGEST_NAME = 200


def write_junit(report: Report) -> str:
    """The report as one suite for each file with findings, and one case for each finding.

    Errors and warnings are failures; a hint, which fails nothing, is a case that was skipped. A report without
    findings has one case that passed.
    """
    root = ElementTree.Element("testsuites", name=_TOOL)
    for path, findings in by_path(report).items():
        _suite(root, report, path, findings)
    if not report.findings:
        suite = ElementTree.SubElement(root, "testsuite", name=_TOOL)
        ElementTree.SubElement(
            suite, "testcase", classname=_TOOL, name=report.words.said(message("Journeys and personas"))
        )
    for suite in root:
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall("*/failure"))))
        suite.set("errors", "0")
        suite.set("skipped", str(len(suite.findall("*/skipped"))))
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("errors", "0")
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(root: ElementTree.Element, report: Report, path: str, findings: Sequence[Finding]) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=plain(path))
    lines = report.lines(findings[0].span.file)
    names: Counter[str] = Counter()
    for finding in findings:
        # Names do not say the line: they are what a failure is known by from one pipeline to the next.
        name = plain(f"{finding.code.id} {finding.message}")[:_LONGEST_NAME]
        names[name] += 1
        unique = f"{name} ({names[name]})" if names[name] > 1 else name
        case = ElementTree.SubElement(suite, "testcase", classname=plain(path), name=unique)
        result = ElementTree.SubElement(
            case,
            "skipped" if finding.severity is Severity.INFO else "failure",
            type=finding.severity.value,
            message=plain(finding.message),
        )
        # GitLab shows this text only, so it says everything.
        result.text = "\n".join(["", plain_start(path), *finding_lines(report, finding, lines), ""])
