"""The form that programs read, and the schema that describes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journey.findings import Mend
from mkdocs_journey.report.findings.json import findings_schema, write_json
from mkdocs_journey.report.fingerprints import fingerprints
from tests.report.reporting import COLON, ERROR, NO_OWNER, TWICE, UNUSED, finding, report


def closed(schema: Any) -> Any:
    """The schema, refusing what it does not know, so that nothing is written that it does not describe."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    only = {"additionalProperties": False} if schema.get("type") == "object" else {}
    return {name: closed(value) for name, value in schema.items()} | only


SCHEMA = Draft202012Validator(closed(findings_schema()))


def test_a_finding_says_everything_there_is_to_say():
    found = report(TWICE)
    assert json.loads(write_json(found)) == {
        "version": 1,
        "findings": [
            {
                "code": "JN118",
                "severity": "error",
                "message": "The journey “buy” is defined already.",
                "advice": "Give one of them an id: of its own.",
                "file": "docs/buy.md",
                "start": {"line": 4, "column": 1},
                "end": {"line": 4, "column": 6},
                "mend": {"lines": ["id: buy-2"], "first": 4, "last": 3, "certain": False},
                "choices": [],
                "related": [
                    {
                        "message": "the first one",
                        "file": "docs/sell.md",
                        "start": {"line": 2, "column": 1},
                        "end": {"line": 2, "column": 6},
                    }
                ],
                "fingerprint": fingerprints(found)[0],
            }
        ],
        "counts": {
            "errors": 1, "warnings": 0, "hints": 0, "files": 1, "mendable": 0,
            "pages": 12, "journeys": 5, "personas": 3,
        },
    }  # fmt: skip


@pytest.mark.parametrize("findings", [[], [TWICE], [COLON, TWICE, UNUSED, NO_OWNER]])
def test_what_is_written_fits_the_schema(findings):
    assert [error.message for error in SCHEMA.iter_errors(json.loads(write_json(report(*findings))))] == []


def test_the_schema_is_one_and_describes_every_field():
    schema = findings_schema()
    Draft202012Validator.check_schema(schema)

    def fields(node, path=""):
        if isinstance(node, list):
            for one in node:
                yield from fields(one, path)
        elif isinstance(node, dict):
            for name, value in node.get("properties", {}).items():
                yield f"{path}.{name}", value
            for name, value in node.items():
                yield from fields(value, f"{path}.{name}")

    described = dict(fields(schema))
    assert [path for path, field in described.items() if not field.get("description")] == []
    assert len(described) > 30


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.pop("counts"),
        lambda found: found["findings"][0].pop("mend"),
        lambda found: found["findings"][0].update(severity="fatal"),
        lambda found: found["findings"][0]["start"].update(line=0),
        lambda found: found["findings"][0].update(code="E501"),
        lambda found: found["counts"].update(errors="1"),
    ],
)
def test_the_schema_refuses_what_is_not_of_the_form(change):
    found = json.loads(write_json(report(TWICE)))
    change(found)
    assert list(Draft202012Validator(findings_schema()).iter_errors(found))


def test_programs_may_meet_fields_that_later_versions_add():
    found = json.loads(write_json(report(TWICE)))
    found["findings"][0]["later"] = 1
    assert list(Draft202012Validator(findings_schema()).iter_errors(found)) == []


def test_mended_lines_are_exactly_those_to_write():
    lines = ("\ttitle: 'a\u202eb ##[x] ::y'", "\x1b")
    found = report(finding(ERROR, "buy.md:4:1-6", mend=Mend("Do.", lines, 4, 4)))
    assert json.loads(write_json(found))["findings"][0]["mend"]["lines"] == list(lines)
