"""Plain blocks are read on a short way, which makes of them to the last column what YAML would make of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.model.names import all_names
from mkdocs_journey.source.fences import find_blocks
from mkdocs_journey.source.plain_yaml import OF_WORDS, read_plain
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping
from mkdocs_journey.source.yaml import read_with_parser
from tests.source.test_traps import block_of

EXAMPLES = Path(__file__).parents[2] / "example_site" / "docs"
PLAIN = {
    "fields": "title: Renewal\npersona: Mia Berg",
    "a list": "pains:\n  - too late\n  - too dear",
    "a list in the column of its field": "pains:\n- too late\n- too dear\ntitle: A",
    "fields in items": "phases:\n  - name: Need\n    steps:\n      - name: Ask\n        pains:\n        - late\n  - name: Buy",
    "fields below a field": "scope:\n    from: Need\n    to: Buy\ntitle: A",
    "a list in an item": "phases:\n  - steps:\n      - Ask",
    "fields without a text": "a:\nb:\n  c:\n\n  d:   \ne:",
    "blank lines and comments": "# head\n\ntitle: A\n  # one\n\nphases:\n\n  - Need\n  # two\n  - Buy\n# end\n",
    "an indented block": "  title: A\n  phases:\n    - Need",
    "spaces around": "title:   Renewal   \npains:  \n  - late  ",
    "colons and signs": "a: at 10:30, see https://a.b/c?d=e#f\nb:\n  - see http://a.b\n  - x:y\nc: C# (not B)\nd: -1 worried",
    "signs that mean nothing": "a: (?) — “maybe” … 50 % & more, [x](y.md) {z} | > * ' \" @ `\nb: +1\nc: ~\nd: 100 %",
    "odd field names": "3c: x\nWhat she asks: y\nmoment-of-truth: z\n感情: -1\nAño: 2",
    "quotes": "a: 'It''s'\nb: \"x: y # z\"\nc:\n  - '# no comment'  \nd: ''\ne: \"\"",
    "words in brackets": "a: [one, two-b, c.md]\nb:\n  - [x]\nphases:\n  - fixes: [p1, p2]",
    "fields in braces": "a: {b: c, d e: -1 f g}  \npains:\n  - {text: It is late, severity: 4}",
    "texts below": "a: >\n  one\n  two\n\n\n  three\nb: |\n    x\n\n    y \n\nc:\n  - >\n    # no comment\n    - z: 'q\n  - name: |\n      w\n",
    "Japanese": "title: 稼働まで\na: >\n  日本語の\n  文章です。\n  word\nphases:\n  - name: 契約：署名まで",
}  # fmt: skip
NOT_PLAIN = {
    "a list alone": "- a\n- b",
    "nothing": "# nothing\n",
    "a text alone": "just words",
    "a text that goes on": "a: one\n  two",
    "an item that goes on": "a:\n  - one\n    two",
    "a field twice": "a: b\na: c",
    "a field below a text": "a:\n  - one\n    b: c",
    "an item beside fields": "a: b\n- c",
    "an item too far left": "a:\n  b: c\n - d",
    "a field in no column": "a:\n    b: c\n  d: e",
    "a colon inside": "a: b: c",
    "a colon at the end": "a: b:",
    "an item that ends in a colon": "a:\n  - b:\n  - c",
    "a field whose colon YAML does not see": "a:\n  - name:x",
    "a field with a wide colon": "a:\n  - name： x",
    "a comment behind a text": "a: b # c",
    "a number sign first": "a: #b",
    "a mark that is none": "* a: b",
    "two dashes": "a:\n  - - b",
    "a dash alone": "a:\n  -",
    "a dash for a text": "a: -",
    "three dashes": "a: b\n---\nc: d",
    "three dots": "a: b\n...",
    "a tab": "a:\tb",
    "a no-break space": "a:\n  \u00a0 b: c",
    "another line end": "a: b\x85c: d",
    "more behind quotes": "a: 'b' c",
    "quotes that stay open": "a: 'b",
    "an escape": 'a: "b\\n"',
    "an anchor": "a: &b c",
    "brackets with texts": "a: [b c, d]",
    "braces that hold a name": "a: {b}",
    "braces with a comma": "a: {b: c, d}",
    "a field twice in braces": "a: {b: c, b: d}",
    "a text below that is indented further": "a: >\n  one\n    two",
    "a text below after a blank line": "a: |\n\n  one",
    "spaces on a blank line below": "a: |\n  one\n   \n  two",
    "no text below": "a: >\nb: c",
    "a text below with a sign": "a: >-\n  one",
    "fields in fields, very deep": "\n".join(" " * depth + "a:" for depth in range(40)),
    "more texts than there may be": "\n".join(f"a{number}: [x, y, z, w, v]" for number in range(700)),
}  # fmt: skip


def short_way(block: Block) -> Mapping | None:
    return read_plain(block, block.texts, all_names())


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_the_short_way_makes_of_a_plain_block_what_yaml_makes_of_it(text: str):
    block = block_of(text)
    assert (short_way(block), []) == read_with_parser(block, all_names())


@pytest.mark.parametrize("text", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_not_plain_goes_the_long_way(text: str):
    assert short_way(block_of(text)) is None


def test_names_have_hyphens_and_all_characters_of_words_up_to_korean_and_nothing_else():
    text = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    said = r"[A-Za-z0-9_\u00c0-\u1fff\u3040-\u30fa\u30fc-\ud7ff-]"
    assert re.findall(OF_WORDS, text) == re.findall(said, text)


def test_nearly_all_blocks_of_the_example_site_are_plain():
    blocks = [
        block
        for path in sorted(EXAMPLES.rglob("*.md"))
        for block in find_blocks(path.read_text("utf-8"), path.name)
        if block.kind != "journeys"
    ]
    trees = [(short_way(block), *read_with_parser(block, all_names())) for block in blocks]
    assert [short for short, tree, findings in trees if short is not None and (short, []) != (tree, findings)] == []
    sound = [short for short, tree, findings in trees if tree is not None and not findings]
    assert len([short for short in sound if short is not None]) > 0.9 * len(sound)


TRICKY = (
    "x¦two words¦-1 sad¦- y¦-¦--¦-x¦a:b¦a: b¦name:x¦name: x¦http://a.b¦x #y¦x#y¦x  # y¦#¦# x¦a:¦a: ¦:¦:x¦?¦? x¦?x¦,x¦x, y"
    "¦'q'¦'q¦'q' x¦'q' # x¦\"q\"¦\"q\\n\"¦'it''s'¦''¦[a, b]¦[a b, c]¦[a]¦[a¦[a,b]¦[a, ]¦[]¦{a: b}¦{a: b, c: d e}¦{a: b, a: c}¦{a: }¦{a: b,c: d}¦{a: -}¦{a: b c }¦{a}¦>¦|¦>-¦|2¦> x¦*a"
    "¦&a¦!a¦%a¦@a¦`a`¦”q“¦“q: x”¦・x¦1. x¦x：y¦name：x¦...¦---¦<<¦~¦=¦😡 no¦x  y¦x ¦é¦作業¦]¦}¦x]¦|x¦\\"
)
LINES = st.builds(
    lambda indent, dash, key, value: " " * indent + dash + key + value,
    st.sampled_from([0, 0, 2, 2, 2, 4, 4, 4, 6, 6, 1, 3, 8]),
    st.sampled_from(["", "", "- ", "- ", "-  "]),
    st.sampled_from(["", "", "a: ", "b: ", "name: ", "pains:", "c d: ", "e :", "f:", "f:", "g:   "]),
    st.one_of(st.just(""), st.just("z"), st.sampled_from(TRICKY.split("¦"))),
)


@pytest.mark.slow
@settings(max_examples=3000)
@given(st.lists(st.one_of(LINES, st.sampled_from(["", "  ", "# c", "    # c"])), max_size=7).map("\n".join))
def test_whatever_the_short_way_reads_is_what_yaml_makes_of_it(text: str):
    block = block_of("a0:\n" + text)
    tree = short_way(block)
    assert tree is None or (tree, []) == read_with_parser(block, all_names())
