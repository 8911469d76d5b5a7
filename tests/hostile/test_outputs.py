"""Naughty strings in findings, file names and lines: no output of the check steers what reads it."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import cycle
from xml.etree import ElementTree

import pytest

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.message import message
from mkdocs_journey.place import Span
from mkdocs_journey.report.formats import FORMATS, write_report
from mkdocs_journey.report.report import Report
from mkdocs_journey.rules.table import CODES
from tests.hostile.naughty import STRINGS, block, refused

HALVES = ("\ud800", "a\udfffb", "\ud83d\u200d")
"""Halves of characters: file names can hold them."""
TEXTS = (*STRINGS, *HALVES, "", "\r", "\n::error::x", "x\r::warning::y", "]]>", "\x9b2J", "##[group]x", "  ::debug::z")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Control characters but for the line end, other line ends, marks that turn the direction, halves of characters."""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:\s][^\n]*?)::(?P<data>[^\n]*)")
ESCAPES = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}


def written() -> Report:
    """Findings that hold each text wherever a finding can hold one: most come from no rule that there is."""
    codes = cycle(CODES.values())
    found = [
        Finding(
            next(codes),
            Span(text, number + 1, 1, number + 1, 5),
            said := message("{text}", text=text),
            Mend(said, (text, f"- {text}"), number + 1, number + 1, certain=number % 2 == 0),
            ((Span(text, 1, 1, 1, 1), said),),
        )
        for number, text in enumerate(TEXTS)
    ]
    return Report(tuple(found), lambda file: [*TEXTS, file], lambda file: f"docs/{file}", 3, 2, 1)


def compiled() -> Report:
    """Findings about blocks in which each text stands where only certain values are allowed."""
    page = "\n".join(block("journey", refused(text)) for text in STRINGS)
    site = compile_site(SiteContent([Page("page.md", page, "Page")]))
    return Report(site.findings, lambda file: page.split("\n"), lambda file: f"docs/{file}", 1, len(STRINGS), 0)


REPORTS = {"made up": cache(written), "compiled": cache(compiled)}


@cache
def output(report: str, name: str, *, colour: bool = False) -> str:
    return write_report(REPORTS[report](), name, colour=colour)


both = pytest.mark.parametrize("report", REPORTS)


@both
@pytest.mark.parametrize("name", FORMATS)
def test_no_output_holds_a_character_that_steers_a_terminal(report: str, name: str) -> None:
    assert sorted(set(STEERING.findall(output(report, name)))) == []
    assert len(output(report, name).encode("utf-8")) > 10_000


@both
def test_colours_are_all_that_a_terminal_is_told(report: str) -> None:
    coloured = output(report, "text", colour=True)
    assert COLOURS.search(coloured) is not None
    assert sorted(set(STEERING.findall(COLOURS.sub("", coloured)))) == []


@both
@pytest.mark.parametrize("name", FORMATS)
def test_no_output_holds_a_command_of_a_build_log_but_its_own(report: str, name: str) -> None:
    assert re.findall(r"##\w*\[", output(report, name)) == []
    started = [line for line in output(report, name).split("\n") if line.lstrip().startswith("::")]
    assert len(started) == (len(REPORTS[report]().findings) if name == "github" else 0)


@both
def test_each_line_for_github_begins_with_one_command_that_says_what_was_found(report: str) -> None:
    findings = REPORTS[report]().findings
    lines = output(report, "github").split("\n")
    commands = [match for line in lines if (match := COMMAND.fullmatch(line))]
    assert len(commands) == len(findings)
    assert [line for line in lines if not COMMAND.fullmatch(line)][-1] == ""
    assert len(lines) - len(commands) <= 3
    for command in commands:
        properties = dict(pair.split("=", 1) for pair in command["properties"].split(","))
        assert list(properties) in (
            ["file", "line", "endLine", "col", "endColumn", "title"], ["file", "line", "endLine", "title"],
        )  # fmt: skip
        assert all(properties[name].isdigit() for name in properties if name not in ("file", "title"))
        assert unescaped(properties["file"]).startswith("docs/")
        assert not re.search("%(?!0A|0D|25|3A|2C)", command["data"] + command["properties"])
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    assert sorted(command["name"] for command in commands) == sorted(kinds[f.severity] for f in findings)


def unescaped(value: str) -> str:
    """As GitHub's runner reads it."""
    for escape, character in ESCAPES.items():
        value = value.replace(escape, character)
    return value


@both
@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_json_holds_every_finding_and_is_plain_ascii(report: str, name: str) -> None:
    read = json.loads(output(report, name))
    results = {"json": lambda: read["findings"], "gitlab": lambda: read, "sarif": lambda: read["runs"][0]["results"]}
    assert output(report, name).isascii()
    assert len(results[name]()) == len(REPORTS[report]().findings)


@both
def test_junit_is_xml_with_a_case_for_every_finding(report: str) -> None:
    root = ElementTree.fromstring(output(report, "junit"))
    assert len(list(root.iter("testcase"))) == len(REPORTS[report]().findings)
    assert {element.tag for element in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "skipped"}


def test_the_same_texts_are_noticed_where_they_are_not_escaped() -> None:
    """The positive control: as they are, the findings fail each of the tests above."""
    raw = "\n".join(finding.message for finding in REPORTS["made up"]().findings)
    assert {"\x1b", "\r", "\u202e", "\ud800"} <= set(STEERING.findall(raw))
    assert re.search(r"##\w*\[", raw)
    assert any(line.startswith("::error") for line in raw.split("\n"))
    assert "\x1b" in "".join(finding.message for finding in REPORTS["compiled"]().findings)


def test_a_sentence_quotes_at_most_80_characters_of_what_was_written() -> None:
    quoted: dict[str, int] = {}
    for text in ("x" * 300, "5 " + "x" * 300, "2" * 300, "x " * 150, f"-1 {'x' * 300}", f"journey:{'x' * 300}"):
        page = f"{block('journey', refused(text))}\n[a](journey:{'x' * 300})\n\n``````{'journeyx' * 40}\n``````\n"
        for finding in compile_site(SiteContent([Page("page.md", page, "Page")], exists=lambda path: False)).findings:
            run = max(len(run) for run in re.findall("(?:x ?)+|2+|$", f"{finding.message} {finding.mend.advice}"))
            quoted[finding.code.id] = max(run, quoted.get(finding.code.id, 0))
    assert {code: run for code, run in quoted.items() if run > 80} == {}
    assert len(quoted) > 10
