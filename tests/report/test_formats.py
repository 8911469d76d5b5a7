"""One table of outputs, and nothing is imported that is not asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mkdocs_journey.report.formats import FORMATS, write_report
from tests.report.reporting import COLON, report

NAMES = ["text", "json", "github", "gitlab", "sarif", "junit"]


def test_the_table_names_every_output():
    assert list(FORMATS) == NAMES
    assert all(one.summary for one in FORMATS.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_output_tells_of_the_finding(name):
    assert "JN006" in write_report(report(COLON), name)


def test_colour_and_width_are_for_people_only():
    assert "\x1b[" in write_report(report(COLON), "text", colour=True)
    assert len(write_report(report(COLON), "text", width=40)) > len(write_report(report(COLON), "text"))
    for name in NAMES[1:]:
        assert write_report(report(COLON), name, colour=True, width=40) == write_report(report(COLON), name)


def test_the_table_alone_imports_no_output():
    code = (
        "import sys, mkdocs_journey.report.formats; "
        "print(sorted({'json', 'click', 'hashlib', 'xml.etree', 'mkdocs_journey.report.findings.text'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_name_that_is_no_format_is_refused():
    with pytest.raises(KeyError):
        write_report(report(), "html")
