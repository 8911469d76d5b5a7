"""The links that are checked are those that the page draws."""

from __future__ import annotations

from html import unescape
from re import findall

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from mkdocs_journey.source.links import find_anchor_links, find_links
from tests.compiling import compile_pages, report

CONTRACT = """\
```journey
title: From contract to value
phases:
  - name: Sell
    steps:
      - name: Signs the contract
        thoughts: See [this](<journey:From contract to value#Signs the contract>) and [that](journey:From contract to value)
```
"""
WORDS = ("a", "B c", "Signs  it", "#part", "Plan (new)", "ü", "%20", "a/b", "—")


@pytest.mark.parametrize(
    "link",
    [
        "[x](<journey:From contract to value#Signs the contract>)",
        "[x](journey:From contract to value#Signs the contract)",
        '[x](<journey:From contract to value> "With a title")',
        "[x](journey:From%20contract%20to%20value)",
        "[x][it]\n\n[it]: <journey:From contract to value>",
        "<a href=\"journey:From contract to value\">x</a>",
    ],
)  # fmt: skip
def test_a_map_may_be_named_by_its_title(link: str) -> None:
    assert report(compile_pages({"map.md": CONTRACT, "words.md": f"See {link}\n"})) == []


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(["", ' "Title"', " 'Title'", " "]))
@settings(max_examples=300)
def test_every_link_that_is_drawn_is_found_with_its_address(words: list[str], title: str) -> None:
    address = " ".join(words)
    for link in (f"[x](<journey:{address}>{title})", f"[x](journey:{address}{title})", f"[`c` x](<persona:{address}>)"):
        drawn = [unescape(href) for href in findall('href="([^"]*)"', markdown(f"See {link}, and more."))]
        assert [found.address for found in find_links(f"See {link}, and more.", "page.md")] == drawn


def test_a_page_with_a_blank_in_its_name_is_found() -> None:
    (link,) = find_anchor_links("[x](<my maps.md#journey-out>)", "page.md")
    assert link.address == "my maps.md#journey-out"
