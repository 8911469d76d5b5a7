"""Every trap is told at its place, in a plain sentence, with lines to paste; what is right is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.place import Span
from mkdocs_journey.source.codes import SOURCE_CODES
from mkdocs_journey.source.fences import find_blocks
from mkdocs_journey.source.text import Block, Line
from mkdocs_journey.source.traps import find_traps
from mkdocs_journey.source.tree import Mapping, Node, Scalar
from mkdocs_journey.source.yaml import read_yaml

HERE = Path(__file__).parent
EXAMPLES = Path(__file__).parents[2] / "example_site" / "docs"
FIELD_NAMES = frozenset(
    {
        "actions", "channel", "content", "emotion", "evidence", "gains", "goals", "lanes", "name", "owner", "pains",
        "persona", "phases", "quote", "steps", "text", "thoughts", "title", "touchpoints", "wait", "why",
        "名前", "感情",
    }
)  # fmt: skip

VISIBLE = {"⇥": "\t", "⍽": "\u00a0", "□": "\u3000", "⟨200B⟩": "\u200b", "⟨FEFF⟩": "\ufeff", "⟨BEL⟩": "\x07"}
"""How the table shows characters that nobody sees."""


class Row(NamedTuple):
    name: str
    typed: str
    says: list[str]
    mended: str


def read_table(name: str) -> list[Row]:
    """The rows of a table of this folder; the head of each table says how it is written."""
    rows = []
    table = (HERE / name).read_text(encoding="utf-8")
    for shown, character in VISIBLE.items():
        table = table.replace(shown, character)
    for part in table.split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        typed, _, rest = rest.partition("\n--- says\n")
        says, _, mended = rest.partition("\n--- mended\n")
        rows.append(Row(name, typed, says.split("\n"), mended.strip("\n")))
    return rows


def block_of(text: str) -> Block:
    lines = tuple(Line(line, number, 1) for number, line in enumerate(text.split("\n"), start=1))
    return Block("journey", "page.md", lines, Span("page.md", 1, 1, 1, 1))


def said(findings: list[Finding]) -> list[str]:
    return [str(finding).removeprefix("page.md:") for finding in findings]


def pasted(text: str, findings: list[Finding]) -> str:
    """The text after the mended lines of all findings have taken the place of theirs."""
    lines: list[str | None] = list(text.split("\n"))
    for first, last, mended in {(f.mend.first, f.mend.last, f.mend.lines) for f in findings if f.mend.first}:
        lines[first - 1 : last] = ["\n".join(mended)] + [None] * (last - first)
    return "\n".join(line for line in lines if line is not None)


def plain(node: Node | None) -> object:
    """A tree without its places."""
    if node is None or isinstance(node, Scalar):
        return node and node.value
    if isinstance(node, Mapping):
        return {entry.key.value: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def as_yaml_reads_it(text: str) -> object:
    """What PyYAML itself makes of a text when every value stays a text; final line ends do not count."""
    return _stripped(yaml.load(text, Loader=yaml.CBaseLoader))


def _stripped(data: object) -> object:
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items()}
    return [_stripped(value) for value in data] if isinstance(data, list) else str(data).rstrip("\n")


ROWS = read_table("traps.txt")


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_what_was_typed_gives_these_findings_and_these_mended_lines(row):
    _, findings = read_yaml(block_of(row.typed), FIELD_NAMES)
    assert (said(findings), pasted(row.typed, findings)) == (row.says, row.mended)


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_the_mended_lines_are_free_of_traps_and_mean_what_was_read_before(row):
    tree, findings = read_yaml(block_of(row.typed), FIELD_NAMES)
    again, left = read_yaml(block_of(row.mended), FIELD_NAMES)
    without_mend = [finding.code.id for finding in findings if not finding.mend.first]
    assert [finding.code.id for finding in left] == without_mend
    assert plain(again) == plain(tree)
    if not without_mend:
        assert plain(again) == as_yaml_reads_it(row.mended)


def test_mended_lines_keep_the_indentation_and_the_quote_marks_of_their_fence():
    body = ["title: a: b", "phases:", "  - Work", "    emotion: 1", "```"]
    page = "\n>     ".join(["> - item\n>", "```journey", *body])
    [block] = find_blocks(page, "page.md")
    findings, _ = find_traps(block, FIELD_NAMES)
    assert [(str(f.span), f.mend.lines, f.mend.first, f.mend.last) for f in findings] == [
        ("page.md:4:15", (">     title: 'a: b'",), 4, 4),
        ("page.md:6:11", (">       - name: Work",), 6, 6),
    ]


def test_a_mend_that_could_change_the_meaning_is_not_certain():
    certain = {
        "title: a: b": True,
        "goals:\n  * a": True,
        "title:x": True,
        "title: # x": False,
        "title: a\n  b": False,
        "title: [x, {y: a, b}]": False,
    }
    found = {text: find_traps(block_of(text), FIELD_NAMES)[0][0].mend.certain for text in certain}
    assert found == certain


LEGIT = [
    "title: Buy a ticket\nphases:\n  - name: Need\n    emotion: -1 chilly\n  - name: Search\n    emotion: 0",
    "phases:\n- name: Need\n  goals:\n  - a\n  - b\n- Search\n- Buy",
    "phases:\n    - name: Need\n      steps:\n          - name: x\n            emotion: 2",
    "lanes: {pains: Pain risk, device: Device, gains: hidden}\nevidence: [q3, q4]",
    "emotion: -2\nwait: 1:30\nquote: 'it''s: here'\nowner: \"a # b\"",
    "actions:\n  - REQ-1: email-only path\n  - :material-email: asks Priya\n  - C#\n  - a -> b\n  - 5 * 3 & more!",
    "emotion:\n  - -2\n  - +1\n  - 4/5",
    "title: >\n  [one\n  * two: three\n\n  # four\nowner: |\n  - a\n   {b",
    "quote: 'one\n  two: three'\nevidence: [a,\n  b, c]\nlanes: {\n  a: b\n  }",
    "# comment: here\ntitle: x  # a comment\n\n# another\nphases: # below\n  - a",
    "content:\n  - ../faq/sso.md\n  - https://example.org/a:b#c\n  - {page: x.md, kind: faq}",
    "title:\n  on the next line\ngoals:\n  -\n    name: x",
    "名前: 作業\n感情: -1 不安\ngoals:\n  - 日本語：説明\n  - 手順、確認",
    "'title': a\n\"name\": b\ntitle two: c",
    "goals:\n  - - a\n    - b\n  - c",
    "---\ntitle: x",
]


@pytest.mark.parametrize("text", LEGIT)
def test_what_is_right_is_left_alone(text):
    tree, findings = read_yaml(block_of(text), FIELD_NAMES)
    assert said(findings) == []
    assert plain(tree) == as_yaml_reads_it(text)


def test_no_block_of_the_example_site_has_a_trap():
    found = [
        str(finding)
        for page in sorted(EXAMPLES.rglob("*.md"))
        for block in find_blocks(page.read_text(encoding="utf-8"), page.name)
        for finding in find_traps(block, FIELD_NAMES)[0]
        if finding.severity is not Severity.INFO
    ]
    assert found == []


WORDS = st.text("abc äß語한😀.,;-()/+'\"#:", min_size=1, max_size=12).map(str.strip).filter(bool)


@settings(max_examples=300)
@given(st.recursive(WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(
    st.sampled_from(sorted(FIELD_NAMES)), inner, min_size=1, max_size=3), max_leaves=12))  # fmt: skip
def test_a_block_as_yaml_itself_writes_it_has_no_trap(data):
    text = yaml.dump({"title": data}, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000, sort_keys=False)
    findings, mended = find_traps(block_of(text.rstrip("\n")), FIELD_NAMES)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert said(errors) == []
    assert "\n".join(line.text for line in mended) == text.rstrip("\n")


def test_every_code_has_a_row_that_anybody_can_read():
    told = {
        line.split(" ")[1] for name in ("traps.txt", "refused.txt") for row in read_table(name) for line in row.says
    }
    # Headings, front matter: lines.txt. Sizes, diagrams and tables, fences: test_yaml.py, tests/pasted, test_fences.py.
    elsewhere = {"JN028", "JN038", "JN042", "JN050", "JN051", "JN052", "JN053"}
    assert sorted(told | elsewhere) == [code.id for code in SOURCE_CODES]
