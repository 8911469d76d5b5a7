"""What is known needs not be said again; what is new does."""

from __future__ import annotations

import json

import pytest

from mkdocs_journey.report.baseline import without_known, write_baseline
from mkdocs_journey.report.fingerprints import fingerprints
from tests.report.reporting import COLON, ERROR, MAP, NO_OWNER, OFF_SCALE, UNUSED, finding, report


def compared(found, baseline):
    result = without_known(found, baseline)
    return list(result.report.findings), result.known, result.gone


def test_it_is_json_in_the_order_of_paths_and_codes_so_that_a_diff_can_be_read():
    sold = finding(ERROR, "Käufer.md:1:1-2")
    marks = fingerprints(report(OFF_SCALE, NO_OWNER, COLON, sold))
    assert (
        write_baseline(report(OFF_SCALE, NO_OWNER, COLON, sold))
        == f"""\
{{
  "version": 1,
  "findings": [
    {{
      "path": "docs/Käufer.md",
      "code": "JN111",
      "fingerprint": "{marks[3]}"
    }},
    {{
      "path": "docs/buy.md",
      "code": "JN006",
      "fingerprint": "{marks[2]}"
    }},
    {{
      "path": "docs/buy.md",
      "code": "JN111",
      "fingerprint": "{marks[0]}"
    }},
    {{
      "path": "docs/buy.md",
      "code": "JN310",
      "fingerprint": "{marks[1]}"
    }}
  ]
}}
"""
    )


def test_the_order_of_findings_does_not_matter():
    assert write_baseline(report(OFF_SCALE, NO_OWNER)) == write_baseline(report(NO_OWNER, OFF_SCALE))


def test_known_findings_are_taken_out_and_new_ones_stay():
    baseline = write_baseline(report(OFF_SCALE, NO_OWNER))
    assert compared(report(COLON, OFF_SCALE, UNUSED, NO_OWNER), baseline) == ([COLON, UNUSED], 2, 0)


def test_entries_that_are_not_found_any_more_are_counted():
    baseline = write_baseline(report(OFF_SCALE, NO_OWNER, UNUSED))
    assert compared(report(NO_OWNER, COLON), baseline) == ([COLON], 1, 2)


def test_of_findings_that_are_alike_only_as_many_are_known_as_there_were():
    baseline = write_baseline(report(OFF_SCALE, OFF_SCALE))
    assert compared(report(OFF_SCALE, OFF_SCALE, OFF_SCALE), baseline) == ([OFF_SCALE], 2, 0)
    assert compared(report(OFF_SCALE), baseline) == ([], 1, 1)


def test_findings_stay_known_when_their_lines_move():
    lower = report(finding(OFF_SCALE.code.id, "buy.md:9:14-15"), files={"buy.md": "\n# New\n\n" + MAP["buy.md"][1:]})
    assert compared(lower, write_baseline(report(OFF_SCALE))) == ([], 1, 0)


def test_everything_else_in_the_report_stays():
    found = without_known(report(OFF_SCALE, pages=7), write_baseline(report(OFF_SCALE))).report
    assert (found.pages, found.journeys, found.personas, found.path("a.md")) == (7, 5, 3, "docs/a.md")


def test_an_empty_baseline_knows_nothing():
    assert write_baseline(report()) == '{\n  "version": 1,\n  "findings": []\n}\n'
    assert compared(report(COLON), write_baseline(report())) == ([COLON], 0, 0)


def test_a_byte_order_mark_does_no_harm():
    assert compared(report(COLON), "\ufeff" + write_baseline(report(COLON))) == ([], 1, 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The baseline cannot be read from its line 1 on. Write it anew with --write-baseline."),
        ('{\n"version": 1,\n<<<<<<< HEAD\n', "The baseline cannot be read from its line 3 on. Write it anew with --write-baseline."),
        ("[" * 200_000, "The baseline cannot be read. Write it anew with --write-baseline."),
        ('{"version": ' + "9" * 5000 + "}", "The baseline cannot be read. Write it anew with --write-baseline."),
        ("[]", "The baseline holds no list of findings. Write it anew with --write-baseline."),
        ('{"version": 1, "findings": {}}', "The baseline holds no list of findings. Write it anew with --write-baseline."),
        (
            '{"version": 2, "findings": []}',
            "The baseline comes from another version of mkdocs-journey. Write it anew with --write-baseline.",
        ),
        (
            json.dumps({"version": 1, "findings": [{"fingerprint": "a"}, {"code": "JN111"}]}),
            "Finding 2 of the baseline has no fingerprint. Write it anew with --write-baseline.",
        ),
        ('{"version": 1, "findings": ["a"]}', "Finding 1 of the baseline has no fingerprint. Write it anew with --write-baseline."),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_with_a_plain_sentence(text, says):
    with pytest.raises(ValueError, match="Write it anew") as refused:
        without_known(report(COLON), text)
    assert str(refused.value) == says
