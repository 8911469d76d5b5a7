"""The report that GitLab shows in merge requests.

No package carries a schema of it, so this one is written after the table in GitLab's documentation,
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journey.report.findings.gitlab import write_gitlab
from mkdocs_journey.report.fingerprints import fingerprints
from tests.report.reporting import COLON, NO_OWNER, OFF_SCALE, TWICE, UNUSED, finding, report

TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
SCHEMA = Draft202012Validator(
    {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": TEXT,
                "check_name": TEXT,
                "fingerprint": TEXT,
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!/|\\./|[A-Za-z]:[\\\\/])[^\\\\]+$"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": LINE, "end": LINE},
                            "additionalProperties": False,
                        },
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    }
)


def problems(text: str) -> list[str]:
    """What GitLab would not take. It takes no byte order mark either."""
    found = json.loads(text)
    marks = [one["fingerprint"] for one in found]
    twice = ["fingerprints that are not unique"] if len(set(marks)) < len(marks) else []
    return [*[error.message for error in SCHEMA.iter_errors(found)], *twice, *["mark"] * text.startswith("\ufeff")]


def test_a_finding_becomes_an_issue():
    found = report(OFF_SCALE)
    assert json.loads(write_gitlab(found)) == [
        {
            "description": "The score 3 is off the scale. Write a number from -2 to +2.",
            "check_name": "JN111",
            "fingerprint": fingerprints(found)[0],
            "severity": "major",
            "location": {"path": "docs/buy.md", "lines": {"begin": 7, "end": 7}},
        }
    ]


def test_warnings_are_minor_and_hints_are_information():
    severities = [one["severity"] for one in json.loads(write_gitlab(report(OFF_SCALE, UNUSED, NO_OWNER)))]
    assert severities == ["major", "minor", "info"]


@pytest.mark.parametrize(
    "findings", [[], [OFF_SCALE, OFF_SCALE, COLON, TWICE, UNUSED, NO_OWNER], [finding("JN041", "gone.md:1:1-1")]]
)
def test_gitlab_takes_it(findings):
    assert problems(write_gitlab(report(*findings))) == []


def test_a_report_without_findings_is_an_empty_list_so_that_gitlab_sees_what_is_resolved():
    assert write_gitlab(report()) == "[]\n"


def test_the_schema_refuses_what_is_no_report():
    found = json.loads(write_gitlab(report(OFF_SCALE)))
    found[0]["severity"] = "error"
    found[0]["location"]["path"] = "/home/docs/buy.md"
    assert len(problems(json.dumps(found))) == 2
