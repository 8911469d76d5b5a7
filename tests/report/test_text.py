"""What people read in a terminal: what is wrong, where, and how it is put right."""

from __future__ import annotations

import re
import textwrap

import pytest
from msgspec.structs import replace

from mkdocs_journey.findings import Mend
from mkdocs_journey.report.findings.text import LONGEST_LINE, write_text
from tests.report.reporting import COLON, ERROR, HINT, NO_OWNER, OFF_SCALE, TWICE, UNUSED, WARNING, finding, report


def text(*findings, **more):
    """The report without its summary."""
    return write_text(report(*findings, **more), colour=False).rpartition("\n\n")[0].rstrip()


def told(expected):
    return textwrap.dedent(expected).strip("\n")


def lines_below(place, source, width=100, message="Wrong."):
    """The source line and the underline of a place in a file of one line."""
    found = report(finding(ERROR, f"a.md:1:{place}", message), files={"a.md": source})
    _, source_line, underline = write_text(found, colour=False, width=width).split("\n")[3:6]
    return [source_line, underline]


def test_findings_stand_below_their_file_with_line_place_and_mend():
    sold = finding(ERROR, "sell.md:2:8-12", "This is wrong.")
    assert (
        write_text(report(OFF_SCALE, sold, COLON), colour=False)
        == told("""
        docs/buy.md

          7:14  error JN111  The score 3 is off the scale.
            |
          7 |     emotion: 3
            |              ^
            = Write a number from -2 to +2.

          4:20  error JN006  This text contains a colon.
            |
          4 | title: Buy a ticket: by phone
            |                    ^
            = Put it in quotes.
            = Write this instead, or let --fix do it:
          4 | title: 'Buy a ticket: by phone'

        docs/sell.md

          2:8  error JN111  This is wrong.

        3 errors in 2 files; 12 pages, 5 journeys and 3 personas checked. 1 can be mended with --fix.
    """)
        + "\n"
    )


def test_lines_to_put_in_and_other_places_are_named():
    assert text(TWICE) == told("""
        docs/buy.md

          4:1  error JN118  The journey “buy” is defined already.
            |
          4 | title: Buy a ticket: by phone
            | ^^^^^
            = Give one of them an id: of its own.
            = Add this before line 4:
          4 | id: buy-2
            = See docs/sell.md:2:1 (the first one).
    """)


def test_numbers_of_several_mended_lines_are_as_wide_as_the_widest():
    mend = Mend("Write three lines.", ("a: 1", "", "b: 2"), 9, 9)
    source = "# A\n" * 8 + "a: 1 b: 2"
    assert text(finding(ERROR, "a.md:9:6-7", mend=mend), files={"a.md": source}) == told("""
        docs/a.md

          9:6  error JN111  It is wrong.
             |
           9 | a: 1 b: 2
             |      ^
             = Write three lines.
             = Write this instead:
           9 | a: 1
          10 |
          11 | b: 2
    """)


def test_numbers_take_no_more_room_than_they_need():
    mend = Mend("", ("a: 1", "b: 2"), 8, 8)
    assert text(finding(ERROR, "a.md:8:1-2", mend=mend), files={"a.md": "# A\n" * 7 + "a"}).split("\n")[-2:] == [
        "  8 | a: 1",
        "  9 | b: 2",
    ]


@pytest.mark.parametrize("file", ["gone.md", "buy.md"])
def test_a_line_that_cannot_be_read_is_left_out(file):
    assert text(finding(WARNING, f"{file}:99:1-2", mend="Delete it.")) == told(f"""
        docs/{file}

          99:1  warning JN140  It is wrong.
             = Delete it.
    """)


@pytest.mark.parametrize(
    ("source", "place", "underlined"),
    [
        ("emotion: 3", "10-11", "         ^"),
        ("title:", "7-7", "      ^"),
        ("title: 山田花子 x", "8-12", "       ^^^^^^^^"),
        ("name: 山田 x", "10-11", "           ^"),
        ("name: cafe\u0301 au lait", "13-15", "           ^^"),
        ("name: cafe\u0301", "11-12", "         ^"),
        ("name:\t+3", "7-9", "         ^^"),
        ("x: 👩‍💻 sad ❤️ end", "8-11", "      ^^^"),
        ("x: 👩‍💻 sad ❤️ end", "15-18", "             ^^^"),
        ("name: \u200bMia", "7-8", "      ^"),
        ("name: 한\u1112\u1161\u11ab", "8-11", "        ^^"),
        ("short", "90-99", "     ^"),
        ("short  ", "3-2:4", "  ^^^"),
    ],
    ids=[
        "a digit", "nothing at the end of a line", "wide characters", "behind wide characters", "behind an accent",
        "an accent alone", "behind a tab", "behind a joined emoji", "behind a symbol drawn as emoji",
        "an invisible character", "letters of one syllable", "beyond the end of the line", "several lines",
    ],
)  # fmt: skip
def test_the_place_is_underlined_in_columns_of_a_terminal(source, place, underlined):
    assert lines_below(place, source)[1] == f"    | {underlined}"


@pytest.mark.parametrize(
    ("at", "shown", "underlined"),
    [
        (3, "xxxWRONGyyyyyyyyyyyyyyyyyyyyyyyyy…", "   ^^^^^"),
        (28, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxWRONG…", " " * 28 + "^^^^^"),
        (30, "…xxxxxxxxWRONGyyyyyyyyyyyyyyyyyyy…", " " * 9 + "^^^^^"),
        (100, "…xxxxxxxxWRONGyyyyyyyyyyyyyyyyyyy…", " " * 9 + "^^^^^"),
        (190, "…xxxxxxxxxxxxxxxxxxxxxxxWRONGyyyyy", " " * 24 + "^^^^^"),
        (195, "…xxxxxxxxxxxxxxxxxxxxxxxxxxxxWRONG", " " * 29 + "^^^^^"),
    ],
)
def test_a_long_line_is_cut_around_the_place(at, shown, underlined):
    source = "x" * at + "WRONG" + "y" * (195 - at)
    assert lines_below(f"{at + 1}-{at + 6}", source, 40) == [f"  1 | {shown}", f"    | {underlined}"]


def test_a_line_is_never_cut_between_a_letter_and_its_accent():
    source = "e\u0301" * 300
    (shown, underline) = lines_below("201-203", source, 40)
    assert shown.removeprefix("  1 | ") == "…" + "e\u0301" * 32 + "…"
    assert underline == "    |          ^"


def test_a_wide_character_is_left_out_where_half_of_it_has_room():
    assert lines_below("1-2", "花" * 50, 40) == ["  1 | " + "花" * 16 + "…", "    | ^^"]


def test_a_place_that_is_longer_than_the_line_shown_is_underlined_up_to_the_cut():
    assert lines_below("1-201", "x" * 200, 40) == ["  1 | " + "x" * 33 + "…", "    | " + "^" * 33]


def test_long_sentences_are_broken_between_words_and_stay_below_their_beginning():
    mend = "Write it down, and then read it aloud to somebody who has not seen it before."
    found = finding(HINT, "a.md:1:1-2", "What stands here is more than anybody will want to read in one go.", mend)
    assert write_text(report(found, files={"a.md": "x"}), colour=False, width=60).split("\n")[2:-3] == [
        "  1:1  hint JN324  What stands here is more than anybody",
        "                   will want to read in one go.",
        "    |",
        "  1 | x",
        "    | ^",
        "    = Write it down, and then read it aloud to somebody who",
        "      has not seen it before.",
    ]


def test_sentences_fill_the_width_to_its_last_column():
    found = report(finding(HINT, "a.md:1:1-2", "m " * 99 + "m", "n " * 99 + "n"), files={"a.md": "x"})
    widest = lambda end, width: max(  # noqa: E731
        len(line) for line in write_text(found, colour=False, width=width).split("\n") if line.endswith(end)
    )
    assert [widest("m", width) for width in (59, 60, 61)] == [58, 60, 60]
    assert [widest("n", width) for width in (58, 59, 60)] == [57, 59, 59]


def test_sentences_without_spaces_are_broken_too():
    found = finding(HINT, "a.md:1:1-2", "長" * 30)
    head, more, *_ = write_text(report(found, files={}), colour=False, width=50).split("\n")[2:]
    assert [head, more] == [f"  1:1  hint JN324  {'長' * 15}", f"{' ' * 19}{'長' * 15}"]


def test_a_mended_line_is_whole_so_that_it_can_be_copied():
    long = "title: '" + "word " * 60 + "'"
    assert f"  4 | {long}" in text(finding(ERROR, "buy.md:4:1-2", mend=Mend("Quote it.", (long,), 4, 4))).split("\n")


def test_a_mended_line_beyond_all_reason_is_cut():
    mend = Mend("Quote it.", ("x" * 100_000,), 4, 4)
    assert text(finding(ERROR, "buy.md:4:1-2", mend=mend)).endswith("x…")
    assert len(text(finding(ERROR, "buy.md:4:1-2", mend=mend)).split("\n")[-1]) == len("  4 | ") + LONGEST_LINE


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        ([], "Everything is fine: 12 pages, 5 journeys and 3 personas checked."),
        ([NO_OWNER], "1 hint in 1 file; 12 pages, 5 journeys and 3 personas checked."),
        ([UNUSED, UNUSED], "2 warnings in 1 file; 12 pages, 5 journeys and 3 personas checked."),
        (
            [OFF_SCALE, COLON, UNUSED, finding(HINT, "sell.md:1:1-1"), NO_OWNER],
            "2 errors, 1 warning and 2 hints in 2 files; 12 pages, 5 journeys and 3 personas checked. "
            "1 can be mended with --fix.",
        ),
        ([COLON, NO_OWNER], "1 error and 1 hint in 1 file; 12 pages, 5 journeys and 3 personas checked. "
         "1 can be mended with --fix."),
    ],
)  # fmt: skip
def test_the_last_line_says_how_much_there_is(findings, summary):
    assert write_text(report(*findings), colour=False).rstrip("\n").rpartition("\n")[2] == summary


def test_one_of_a_kind_and_none_of_it_are_said_as_people_say_it():
    few = replace(report(), pages=1, journeys=0, personas=1)
    assert write_text(few, colour=False) == "Everything is fine: 1 page, no journeys and 1 persona checked.\n"


def test_colours_change_nothing_of_what_is_said():
    found = report(OFF_SCALE, COLON, TWICE, UNUSED, NO_OWNER)
    coloured = write_text(found, colour=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == write_text(found, colour=False)
    assert coloured.split("\n")[:8] == [
        "\x1b[1mdocs/buy.md\x1b[0m",
        "",
        "  7:14  \x1b[31m\x1b[1merror JN111\x1b[0m  \x1b[1mThe score 3 is off the scale.\x1b[0m",
        "    \x1b[34m|\x1b[0m",
        "  \x1b[34m7 |\x1b[0m     emotion: 3",
        "    \x1b[34m|\x1b[0m              \x1b[31m\x1b[1m^\x1b[0m",
        "    \x1b[34m=\x1b[0m Write a number from -2 to +2.",
        "",
    ]
    for grave, colour in (("error JN111", 31), ("warning JN140", 33), ("hint JN310", 36)):
        assert f"\x1b[{colour}m\x1b[1m{grave}\x1b[0m" in coloured
