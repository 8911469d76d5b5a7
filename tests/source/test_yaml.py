"""Every value is the text that was written, at its place; what is not allowed is told; nothing crashes it."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.place import Span
from mkdocs_journey.source.fences import find_blocks
from mkdocs_journey.source.tree import Mapping, Node, Scalar
from mkdocs_journey.source.yaml import ParserMissingError, read_yaml, text_of
from tests.growing import MOST, power
from tests.source.test_traps import FIELD_NAMES, block_of, plain, read_table, said


def read(text: str) -> tuple[Mapping | None, list[Finding]]:
    return read_yaml(block_of(text), FIELD_NAMES)


def places(node: Node | None) -> list[str]:
    """``line:column-line:column text`` of every text of a tree."""
    if isinstance(node, Scalar):
        span = node.span
        return [f"{span.line}:{span.column}-{span.end_line}:{span.end_column} {node.value}"]
    if isinstance(node, Mapping):
        return [place for entry in node.entries for place in (*places(entry.key), *places(entry.value))]
    return [place for item in node.items for place in places(item)] if node else []


def test_every_value_is_the_text_that_was_written():
    tree, findings = read("a: NO\nb: 010\nc: 1:30\nd: 2026-02-30\ne: ~\nf: yes\ng: 1e3\nh: 0x1F\ni: null\nj: =\nk:")
    assert said(findings) == []
    assert plain(tree) == {
        "a": "NO", "b": "010", "c": "1:30", "d": "2026-02-30", "e": "~", "f": "yes", "g": "1e3", "h": "0x1F",
        "i": "null", "j": "=", "k": "",
    }  # fmt: skip


def test_every_text_knows_where_it_stands():
    tree, _ = read("title: 'It''s'\nphases:\n  - name: Need\n    goals: [a, b]\n  - >\n    one\n    two\n\n  -")
    assert places(tree) == [
        "1:1-1:6 title", "1:8-1:15 It's", "2:1-2:7 phases", "3:5-3:9 name", "3:11-3:15 Need", "4:5-4:10 goals",
        "4:13-4:14 a", "4:16-4:17 b", "5:5-7:8 one two", "9:4-9:4 ",
    ]  # fmt: skip


def test_no_place_ends_before_it_begins():
    tree, findings = read(" ?")
    assert [finding.code.id for finding in findings] == ["JN036"]
    assert tree.span == Span("page.md", 1, 2, 1, 3)


def test_places_are_those_of_the_file_also_where_lines_were_mended():
    page = "- item\n\n\t```journey\n\tphases:\n\t  * Work\n\t    emotion:-1\n\t  - name: a: b\n\t```\n"
    [block] = find_blocks(page, "page.md")
    tree, findings = read_yaml(block, FIELD_NAMES)
    assert [finding.code.id for finding in findings] == ["JN019", "JN012", "JN013", "JN006"]
    assert places(tree) == [
        "4:2-4:8 phases", "5:6-5:6 name", "5:6-5:10 Work", "6:6-6:13 emotion", "6:14-6:16 -1", "7:6-7:10 name",
        "7:12-7:16 a: b",
    ]  # fmt: skip


def test_the_source_of_any_part_can_be_read_again():
    block = block_of("goals:\n  - REQ-1: email-only path\n  - name: x\n    why: y")
    tree, _ = read_yaml(block, FIELD_NAMES)
    goals = tree.entries[0].value
    assert [text_of(block, item.span) for item in goals.items] == ["REQ-1: email-only path", "name: x\n    why: y"]


def test_folded_lines_join_without_a_space_only_where_the_script_has_none():
    tree, _ = read(
        "a: >\n  日本語の\n  文章です。\n\n  第二段落\n  word\n  語\n"
        "b: >\n  한국어\n  문장\nc: >\n  two\n  words\nd: |\n  日本\n  語"
    )
    assert plain(tree) == {
        "a": "日本語の文章です。\n第二段落 word 語", "b": "한국어 문장", "c": "two words", "d": "日本\n語",
    }  # fmt: skip


def test_odd_line_ends_inside_a_text_do_not_move_what_is_below():
    tree, findings = read("a: one\x85two\u2028three\u2029four\nb: c")
    assert (said(findings), places(tree)[1:]) == (
        [],
        ["1:4-1:22 one\x85two\u2028three\u2029four", "2:1-2:2 b", "2:4-2:5 c"],
    )


REFUSED = read_table("refused.txt")


@pytest.mark.parametrize("row", REFUSED, ids=[row.name for row in REFUSED])
def test_what_is_not_allowed_is_told_at_its_place(row):
    assert said(read(row.typed)[1]) == row.says


def test_a_duplicate_names_the_place_of_the_first():
    [finding] = read("a: 1\nb:\n  c: 1\n  c: 2")[1]
    assert [(str(span), words) for span, words in finding.related] == [("page.md:3:3", "the first one")]


@pytest.mark.parametrize(
    "largest", ["a: " + "x" * 99_997, "a:\n" + "# x\n" * 2_998 + "  x"], ids=["characters", "lines"]
)
def test_a_block_may_be_as_large_as_is_said_where_it_is_larger(largest: str) -> None:
    assert said(read(largest)[1]) == []
    [finding] = read("#\n" + largest)[1]
    assert finding.message == "This block is too large: more than 100,000 characters or 3,000 lines."


HOSTILE = {
    "aliases": lambda size: "a: &a [x]\n" + "b: &b [*a,*a,*a,*a,*a,*a]\n" * (size // 480),
    "merge keys": lambda size: "\n".join(f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, size // 1600)),
    "brackets": lambda size: "a: " + "[" * size,
    "brackets with texts": lambda size: "a: " + "[x," * (size // 3),
    "braces": lambda size: "a: {" + "a: b, c," * (size // 9) + "}",
    "5 MB": lambda size: "a: " + "x" * 50 * size,
    "lines": lambda size: "a\n" * size,
    "traps": lambda size: "- a: b: c # x\n" * (size // 34),
    "texts in brackets": lambda size: "a: [" + "x y," * (size // 4) + "]",
    "quotes": lambda size: "a: " + "'x" * (size // 2),
    "deep": lambda size: "\n".join(" " * depth + "- x\n" + " " * (depth + 1) + "y: z" for depth in range(math.isqrt(size) * 4 // 5)),
    "dashes": lambda size: "- " * (size // 2),
    "full-width spaces": lambda size: "\u3000" * size + "a: b",
    "full-width commas": lambda size: "a: [" + "，" * size + "]",
}  # fmt: skip
"""Texts by about their size in characters, up to what a block may have; some are less, and a few are far more."""


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_blocks_are_refused_quickly(text):
    _, findings = read_yaml(block_of(text(99_000)), FIELD_NAMES)
    assert Severity.ERROR in {finding.severity for finding in findings}
    blocks = lambda size: block_of(text(size))  # noqa: E731
    assert power(blocks, lambda block: read_yaml(block, FIELD_NAMES), (6_187, 24_750, 99_000)) <= MOST


def test_a_missing_c_parser_is_told_once_and_says_what_to_install(monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(ParserMissingError, match="pip install --force-reinstall"):
        read("a: b")


VALID = """\
title: Buy a winter jacket
persona: Mia
evidence: [q3, q4]
phases:
  - name: Need
    emotion: -1 chilly
    pains:
      - 'Cold: very'
      - text: "No time"
        owner: {name: Mia, channel: x}
  - name: Buy
    quote: >
      It is
      warm.
goals: |
  one
lanes:
  pains: Risk"""

CHARACTERS = "-:#[]{}'\"&*!|>%@`,? \t\n\u00a0\u3000：，“・\u200b\x85\x00\\~a1語.=<"
EDITS = st.lists(
    st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), st.text(CHARACTERS, max_size=4)), min_size=1, max_size=4
)


@settings(max_examples=500)
@given(EDITS)
def test_no_mutation_of_a_valid_block_crashes_it_or_passes_silently(edits):
    text = VALID
    for start, removed, inserted in edits:
        text = text[:start] + inserted + text[start + removed :]
    block = block_of(text)
    tree, findings = read_yaml(block, FIELD_NAMES)
    assert tree is not None or any(finding.severity is Severity.ERROR for finding in findings)
    lines = text.split("\n")
    outside = [
        str(finding)
        for finding in findings
        if not 1 <= finding.span.line <= finding.span.end_line <= len(lines)
        or not 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        or not 1 <= finding.span.end_column <= len(lines[finding.span.end_line - 1]) + 1
        or (finding.span.line, finding.span.column) > (finding.span.end_line, finding.span.end_column)
        or (finding.mend.lines and not 1 <= finding.mend.first <= finding.mend.last <= len(lines))
    ]
    assert outside == []
