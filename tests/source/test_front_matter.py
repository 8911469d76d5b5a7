"""Front matter is what MkDocs takes for it, whatever a page begins with."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from mkdocs_journey.source.fences import find_blocks, split_lines
from mkdocs_journey.source.front_matter import front_matter_length

BLOCK = "```journey\ntitle: Out\n```\n"
LINES = (
    "---", "--- ", "---\t", "----", "...", "... ", " ---", "", " ", "title: Out", "title:", "Title: Out", "  a-b: c",
    "    more", "\tmore", "     a: b", "- a", "a: [b", "a: &x b", "b: *x", "!!python/name:os a", "a: !ENV B", "# c",
    "words", "a:b", "{a: b}", "null", "'a': b", "```journey", "```", "\x0c", "a: \x00", "<<: *a", "é: x", "2026-01-01: x",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=9), st.sampled_from(["", "\n"]))
@example(["---", "---", "a: b", "---"], "\n")
@example(["---", "a: b", "---"], "")
@settings(max_examples=2_000)
@pytest.mark.slow
def test_the_rest_of_a_page_is_what_mkdocs_makes_a_page_of(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    written = split_lines(text)
    rest = "\n".join(written[front_matter_length(written) :])
    assert rest.lstrip("\n") == get_data(text)[0].lstrip("\n")


@pytest.mark.parametrize(
    ("page", "number"),
    [
        (f"---\n\n{BLOCK}\n---\n", 3),
        (f"---\ntitle: Out\n---\n{BLOCK}", 4),
        (f"---\n- a\n---\n{BLOCK}", 4),
        (f"---\n{BLOCK}---\n\nWords.\n", 2),
        (f"Title: Out\nAuthor: Mia\n\n{BLOCK}", 4),
        (f"\ufeff---\ntitle: Out\n---\n{BLOCK}", 4),
        (f"---\r\ntitle: Out\r\n---\r\n{BLOCK}", 4),
    ],
)
def test_a_map_is_found_below_a_rule_and_below_front_matter(page: str, number: int) -> None:
    assert [block.opening.line for block in find_blocks(page, "map.md")] == [number]


def test_a_map_inside_of_front_matter_is_none() -> None:
    assert find_blocks(f"---\ntitle: Out\ntext: |\n  {BLOCK}\n---\n".replace("\n`", "\n  `"), "map.md") == []
