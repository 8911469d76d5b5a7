"""Findings as tests, which GitLab and Jenkins show.

JUnit XML has no published schema of its own, and no package carries one of Jenkins or GitLab. This one is written after
what both document that they read, and stricter: only what is written here may occur.
"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import xmlschema

from mkdocs_journey.report.findings.junit import write_junit
from tests.report.reporting import COLON, ERROR, HINT, NO_OWNER, OFF_SCALE, TWICE, UNUSED, finding, report

SCHEMA = xmlschema.XMLSchema("""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="result">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="type" type="xs:string" use="required"/>
        <xs:attribute name="message" type="xs:string" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="case">
    <xs:choice minOccurs="0">
      <xs:element name="failure" type="result"/>
      <xs:element name="skipped" type="result"/>
    </xs:choice>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="name" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
  </xs:attributeGroup>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="testsuite" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="testcase" type="case" maxOccurs="unbounded"/>
            </xs:sequence>
            <xs:attributeGroup ref="counts"/>
            <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
          </xs:complexType>
          <xs:unique name="caseNames">
            <xs:selector xpath="testcase"/>
            <xs:field xpath="@classname"/>
            <xs:field xpath="@name"/>
          </xs:unique>
        </xs:element>
      </xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
""")


def problems(text: str) -> list[str]:
    """What is not of the form."""
    return [
        str(error.reason) for error in SCHEMA.iter_errors(text.removeprefix('<?xml version="1.0" encoding="UTF-8"?>'))
    ]


def cases(text: str) -> list[tuple[str, str, str]]:
    return [
        (case.get("classname", ""), case.get("name", ""), case[0].tag if len(case) else "passed")
        for case in ElementTree.fromstring(text.encode()).iter("testcase")
    ]


def test_a_file_is_a_suite_and_a_finding_is_a_failure_that_says_everything():
    assert (
        write_junit(report(COLON))
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mkdocs-journey" tests="1" failures="1" errors="0">
  <testsuite name="docs/buy.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="docs/buy.md" name="JN006 This text contains a colon.">
      <failure type="error" message="This text contains a colon.">
docs/buy.md
  4:20  error JN006  This text contains a colon.
    |
  4 | title: Buy a ticket: by phone
    |                    ^
    = Put it in quotes.
    = Write this instead, or let --fix do it:
  4 | title: 'Buy a ticket: by phone'
</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_a_hint_fails_nothing():
    found = write_junit(report(OFF_SCALE, UNUSED, NO_OWNER, finding(HINT, "sell.md:1:1-2")))
    assert [result for _, _, result in cases(found)] == ["failure", "failure", "skipped", "skipped"]
    root = ElementTree.fromstring(found.encode())
    assert [(one.get("name"), one.get("tests"), one.get("failures"), one.get("skipped")) for one in (root, *root)] == [
        ("mkdocs-journey", "4", "2", None),
        ("docs/buy.md", "3", "2", "1"),
        ("docs/sell.md", "1", "0", "1"),
    ]


def test_without_findings_a_test_has_passed():
    assert cases(write_junit(report())) == [("mkdocs-journey", "Journeys and personas", "passed")]


def test_names_are_unique_and_do_not_say_the_line_so_that_gitlab_knows_a_failure_again():
    again = finding(OFF_SCALE.code.id, "buy.md:2:1-2", OFF_SCALE.message)
    assert [name for _, name, _ in cases(write_junit(report(OFF_SCALE, again, again)))] == [
        "JN111 The score 3 is off the scale.",
        "JN111 The score 3 is off the scale. (2)",
        "JN111 The score 3 is off the scale. (3)",
    ]


@pytest.mark.parametrize(
    "findings", [[], [OFF_SCALE, OFF_SCALE, COLON, TWICE, UNUSED, NO_OWNER], [finding(ERROR, "gone.md:1:1-1")]]
)
def test_it_is_of_the_form(findings):
    assert problems(write_junit(report(*findings))) == []


def test_the_form_refuses_what_is_not_of_it():
    found = write_junit(report(OFF_SCALE, COLON))
    assert problems(found.replace('tests="2"', 'tests="two"', 1))
    assert problems(found.replace("failure>", "fault>").replace("<failure", "<fault"))
    assert problems(found.replace("JN006 This text contains a colon.", "JN111 The score 3 is off the scale."))
