"""A finding is the same finding tomorrow."""

from __future__ import annotations

from msgspec.structs import replace

from mkdocs_journey.findings import Severity
from mkdocs_journey.report.fingerprints import fingerprints
from tests.report.reporting import ERROR, HINT, MAP, finding, report

SCORE = finding(ERROR, "buy.md:7:14-15")


def of(*findings, files=MAP):
    return fingerprints(report(*findings, files=files))


def test_they_do_not_change_from_one_version_to_the_next():
    assert of(SCORE) == ("16340cd812e7c73bcedec0c24032f1f6",)


def test_other_words_another_column_and_another_severity_change_nothing():
    other = finding(ERROR, "buy.md:7:5-6", "Other words.", "Other advice.")
    assert of(replace(other, code=replace(other.code, severity=Severity.INFO))) == of(SCORE)


def test_lines_above_and_indentation_change_nothing():
    lower = {"buy.md": "\n\n\n" + MAP["buy.md"].replace("    emotion", "  emotion")}
    assert of(finding(ERROR, "buy.md:10:12-13"), files=lower) == of(SCORE)


def test_another_code_file_or_source_line_makes_another_finding():
    assert len({*of(SCORE), *of(finding(HINT, "buy.md:7:14-15")), *of(finding(ERROR, "buy.md:6:14-15"))}) == 3
    assert of(finding(ERROR, "other.md:7:14-15"), files={"other.md": MAP["buy.md"]}) != of(SCORE)


def test_findings_that_are_alike_are_told_apart_by_their_order():
    found = of(SCORE, SCORE, finding(HINT, "buy.md:7:14-15"), SCORE)
    assert len(set(found)) == 4
    assert found[0] == of(SCORE)[0]


def test_the_first_and_the_last_line_of_a_file_have_a_text_like_any_other():
    ends = {"a.md": "first\nlast"}
    other = {"a.md": "First\nLast"}
    for place in ("a.md:1:1-2", "a.md:2:1-2"):
        assert of(finding(ERROR, place), files=ends) != of(finding(ERROR, place), files=other)


def test_findings_in_files_that_cannot_be_read_have_fingerprints_too():
    gone = finding(ERROR, "gone.md:3:1-1")
    assert len(set(of(gone, gone, finding(ERROR, "buy.md:999:1-1")))) == 3


def test_a_file_is_read_once():
    read = []
    found = report(SCORE, SCORE, finding(HINT, "buy.md:1:1-1"))
    fingerprints(replace(found, lines=lambda file: read.append(file) or found.lines(file)))
    assert read == ["buy.md"]
