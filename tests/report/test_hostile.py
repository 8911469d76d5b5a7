"""Whatever stands in a page: no output comes alive, and each stays what it is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.place import Span
from mkdocs_journey.report.baseline import without_known, write_baseline
from mkdocs_journey.report.findings.text import write_text
from mkdocs_journey.report.formats import FORMATS, write_report
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.terminal_columns import widths
from tests.report import test_gitlab, test_json, test_junit, test_sarif
from tests.report.hostile import HOSTILE, hostile_report
from tests.report.runner import commands

pytestmark = pytest.mark.slow

NAMES = list(FORMATS)
ESCAPE = re.compile(r"\x1b\[\d+m")
LIVE = frozenset({"Cc", "Cs", "Zl", "Zp"})
TURNING = frozenset({"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"})


def dead(text: str) -> bool:
    """Whether a text steers nothing: no terminal, no reading direction, no log."""
    return commands(text) == [] and all(
        unicodedata.category(character) not in LIVE and unicodedata.bidirectional(character) not in TURNING
        for character in set(text) - {"\n"}
    )


def problems(name: str, written: str) -> list[str]:
    """What is wrong with an output, by its own schema."""
    match name:
        case "json":
            return [error.message for error in test_json.SCHEMA.iter_errors(json.loads(written))]
        case "gitlab":
            return test_gitlab.problems(written)
        case "sarif":
            return [error.message for error in test_sarif.SCHEMA.iter_errors(json.loads(written))]
        case "junit":
            return test_junit.problems(written)
    return []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", NAMES)
def test_nothing_comes_alive_and_every_output_stays_valid(name, text):
    written = write_report(hostile_report(text), name)
    written.encode()
    assert problems(name, written) == []
    if name == "github":
        assert [command.name for command in commands(written)] == ["error", "error", "error", "warning", "notice"]
        written = "\n".join(line.removeprefix("::") for line in written.split("\n"))
    assert dead(written)


def sentences(node):
    """Every sentence in an output that is JSON. Lines to write and paths are not sentences."""
    if isinstance(node, list):
        for one in node:
            yield from sentences(one)
    elif isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, str) and name in ("message", "advice", "description", "text"):
                yield value
            elif name != "insertedContent":
                yield from sentences(value)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_sentences_are_dead_for_those_too_who_read_them_by_a_program_and_print_them(name, text):
    found = list(sentences(json.loads(write_report(hostile_report(text), name))))
    assert len(found) >= 5
    assert [sentence for sentence in found if not dead(f"| {sentence}")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_path_comes_no_more_alive_than_a_text(name):
    for text in HOSTILE.values():
        path = text.replace("\n", "")[:200]
        written = write_report(hostile_report("x", path), name)
        written.encode()
        assert problems(name, written) == []
        assert name == "github" or dead(written)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_with_colours_a_terminal_gets_no_other_escapes_than_ours(text):
    assert dead(ESCAPE.sub("", write_text(hostile_report(text), colour=True)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_baseline_can_be_written_and_knows_them_again(text):
    written = write_baseline(hostile_report("x", path=text))
    assert dead(written)
    found = without_known(hostile_report("x", path=text), written.encode().decode())
    assert (found.report.findings, found.known, found.gone) == ((), 5, 0)


@pytest.mark.parametrize("width", [40, 80, 132])
@pytest.mark.parametrize("text", [*HOSTILE.values(), "花" * 500, "e\u0301" * 500, "a b " * 200, "\t" * 90])
def test_text_for_people_is_as_wide_as_it_may_be(text, width):
    shown = write_text(
        replace(hostile_report(text), findings=(hostile_report(text).findings[2],)), colour=False, width=width
    )
    lines = shown.split("\n")[2:-3]
    mended = [line for line in lines if re.match(r"  [12] \| ", line)][1:]
    assert [line for line in lines if line not in mended and sum(widths(line)) > width] == []


def test_every_output_is_the_same_twice_whatever_the_seed_of_hashes():
    code = (
        "import sys; from tests.report.hostile import HOSTILE, hostile_report; "
        "from mkdocs_journey.report.formats import FORMATS, write_report; "
        "sys.stdout.buffer.write(''.join(write_report(hostile_report(HOSTILE['emoji']), one) for one in FORMATS).encode())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, **more}).stdout
        for more in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Tokyo"})
    ]
    here = "".join(write_report(hostile_report(HOSTILE["emoji"]), name) for name in NAMES).encode()
    assert runs == [here, here]


SOME_TEXT = st.text(
    alphabet=st.characters(exclude_categories=()) | st.sampled_from(":#[]\x1b\n\t\u0301花"), max_size=60
)


@given(SOME_TEXT, st.integers(1, 70), st.integers(1, 70), st.integers(1, 2), st.integers(20, 90))
def test_any_text_at_any_place_is_told_in_every_output(text, column, end_column, end_line, width):
    place = Span("a.md", 1, column, end_line, max(column, end_column))
    found = replace(hostile_report(text), findings=(Finding(CODES["JN111"], place, text, Mend(text, (text,), 1, 1)),))
    for name in NAMES:
        written = write_report(found, name, width=width)
        assert "JN111" in written
        assert name == "github" or dead(written)
