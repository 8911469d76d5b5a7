"""Annotations beside the lines of a pull request."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mkdocs_journey.report.findings.github import write_github
from mkdocs_journey.safe_text import plain
from tests.report.reporting import COLON, ERROR, HINT, NO_OWNER, OFF_SCALE, TWICE, UNUSED, WARNING, finding, report
from tests.report.runner import commands


def test_each_finding_is_a_command_and_the_gravest_come_first():
    assert write_github(report(NO_OWNER, UNUSED, OFF_SCALE, COLON)).split("\n") == [
        "::error file=docs/buy.md,line=7,endLine=7,col=14,endColumn=15,title=JN111%3A A score outside the map's scale"
        "::The score 3 is off the scale. Write a number from -2 to +2.",
        "::error file=docs/buy.md,line=4,endLine=4,col=20,endColumn=21,title=JN006%3A A text contains a colon and a space"
        "::This text contains a colon. Put it in quotes.%0AWrite this instead:%0Atitle: 'Buy a ticket: by phone'",
        "::warning file=docs/buy.md,line=6,endLine=6,col=5,endColumn=9,title=JN140%3A An ignore that ignores nothing"
        "::This ignore ignores nothing. Delete it.",
        "::notice file=docs/buy.md,line=3,endLine=3,col=1,endColumn=11,title=JN310%3A A map without an owner"
        "::Nobody looks after this map. Add owner: with a name.",
        "2 errors, 1 warning and 1 hint in 1 file; 12 pages, 5 journeys and 3 personas checked. "
        "1 can be mended with --fix.",
        "",
    ]


def test_lines_to_put_in_say_before_which_line():
    (command,) = commands(write_github(report(TWICE)))
    assert command.message.split("\n")[1:] == ["Add this before line 4:", "id: buy-2"]


def test_a_place_over_several_lines_has_no_columns_for_github_takes_none():
    (command,) = commands(write_github(report(finding(ERROR, "buy.md:4:3-6:9"))))
    assert command.properties.keys() == {"file", "line", "endLine", "title"}
    assert (command.properties["line"], command.properties["endLine"]) == ("4", "6")


def test_what_github_does_not_show_is_counted():
    many = [finding(code, "buy.md:4:1-2") for code in (HINT, WARNING, ERROR) for _ in range(10)]
    assert write_github(report(*many)).split("\n")[30:] == [
        "10 errors, 10 warnings and 10 hints in 1 file; 12 pages, 5 journeys and 3 personas checked.",
        "",
    ]
    more = [*many, UNUSED, OFF_SCALE, OFF_SCALE]
    assert write_github(report(*more)).split("\n")[33:] == [
        "GitHub shows no more than 10 errors, 10 warnings and 10 notices as annotations: "
        "3 findings stand in this log only.",
        "12 errors, 11 warnings and 10 hints in 1 file; 12 pages, 5 journeys and 3 personas checked.",
        "",
    ]
    assert "1 finding stands in this log only." in write_github(report(*many, UNUSED))


def test_without_findings_there_is_no_command():
    assert write_github(report()) == "Everything is fine: 12 pages, 5 journeys and 3 personas checked.\n"


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_whatever_a_message_or_a_path_holds_arrives_as_it_is_and_starts_nothing(message, path):
    found = replace(report(finding(ERROR, "a.md:1:1-2", f"“{message}”")), path=lambda file: f"docs/{path}")
    (command,) = commands(write_github(found))
    assert (command.name, command.message) == ("error", plain(f"“{message}”"))
    assert command.properties == {
        "file": plain(f"docs/{path}"),
        "line": "1",
        "endLine": "1",
        "col": "1",
        "endColumn": "2",
        "title": "JN111: A score outside the map's scale",
    }
