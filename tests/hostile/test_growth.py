"""Markdown that is made to be slow: four times as much of it takes about four times as long, up to 200 KB.

What counts is how the time grows from one size to the next, both measured here; no time is asserted.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.source.fences import outline_of
from tests.growing import MOST, power

SIZES = (3_125, 12_500, 50_000, 200_000)
MAP = "\n```journey\ntitle: Map\nphases: [Need]\n```\n"
IN_LIST = "\n    ```journey\n    title: Map\n    ```\n"
Text = Callable[[int], str]
"""A text of about so many bytes."""


def again(unit: str, head: str = "", tail: str = MAP) -> Text:
    """The same over and over."""
    return lambda size: head + unit * (size // len(unit)) + tail


def rising(unit: Callable[[int], str], tail: str = MAP) -> Text:
    """Something else each time, by its number."""

    def text(size: int) -> str:
        pieces: list[str] = []
        length = 0
        while length < size:
            pieces.append(unit(len(pieces)))
            length += len(pieces[-1])
        return "".join(pieces) + tail

    return text


PAGES: dict[str, Text] = {
    "fences that are never closed": again("```journey\n", tail=""),
    "fences of rising length": rising(lambda n: "`" * (3 + n) + "journey\n", tail=""),
    "tildes of rising length": rising(lambda n: "~" * (3 + n) + "persona\nx\n"),
    "fences of rising indentation": rising(lambda n: " " * (n % 200) + "```journey\n"),
    "fences in quotes of rising depth": rising(lambda n: "> " * (n % 300) + "```journey\n"),
    "fences that are given up": again("> ```journey\nx\n"),
    "fences with many blank lines": again("    ```journey\n" + "\n" * 50),
    "one fence that is given up at the end": again("> x\n", head="> ```journey\n"),
    "a fence behind spaces": again(" ", tail="```journey\n" + MAP),
    "a fence behind tabs": again("\t", tail="```journey\n" + MAP),
    "a fence behind quote marks": again(">", tail="```journey\n" + MAP),
    "quote marks": again(">", tail=MAP),
    "quotes of rising depth": rising(lambda n: ">" * n + " x\n"),
    "a line of backticks": again("`"),
    "backticks, then text": lambda size: "`" * (size // 2) + "x" * (size // 2) + MAP,
    "backticks, then text, in a line with a link": lambda size: "journey: " + "`" * (size // 2) + "x" * (size // 2) + MAP,
    "runs of backticks of rising length, in a line with a link": rising(lambda n: "`" * n + " ", "journey:" + MAP),
    "pairs of backticks, in a line with a link": again("``a`", head="journey:"),
    "backticks in a block with a link": lambda size: f"```journey\ntitle: ](journey:{'`' * (size // 5)}{'x' * (size // 5)}\n```\n",
    "a fence with spaces before its word": again(" ", head="```", tail="x\n" + MAP),
    "a fence with spaces before a brace": again(" ", head="```journey", tail="{\n" + MAP),
    "a fence with braces": again("{", head="```{", tail="\n" + MAP),
    "a fence with full stops": again(".", head="```", tail="\n" + MAP),
    "a fence with words": again("a ", head="```journey ", tail="\n" + MAP),
    "a fence with options that are never closed": again('a=" ', head="```journey ", tail="\n" + MAP),
    "a fence with titles": again('title="" ', head="```python ", tail="\n" + MAP),
    "a fence with lines to mark": again("1 ", head='```python hl_lines="', tail='x"\n```\n' + MAP),
    "comments that are never closed": again("<!-- \n"),
    "comments that open again and again": again("x <!-- \n\n", tail="-->" + MAP),
    "comments in one line": again("<!--", tail="\n-->" + MAP),
    "closed comments in one line": again("<!---->", tail="\n-->" + MAP),
    "comments with a blank line": again("a <!-- b\n", tail="\n\n-->" + MAP),
    "comments, closed behind a blank line": again("a <!-- b\n\n-->\n"),
    "comments around fences": again("<!--\n```journey\ntitle: a\n```\n-->\n"),
    "code around comments": again("`` ` <!-- \n", tail="-->" + MAP),
    "HTML": again("<div markdown>\n"),
    "brackets": again("["),
    "parentheses": again("("),
    "links": again("[a](journey:b) "),
    "links, one a line": again("[a](journey:b#c)\n"),
    "links, all different": rising(lambda n: f"[a](journey:b{n}#c)\n"),
    "links that are never closed": again("[](journey:"),
    "links with spaces": again("](  ", tail="journey:" + MAP),
    "a link with many spaces": again(" ", head="](", tail="journey:a)" + MAP),
    "a long address": again("a", head="[a](journey:", tail=")" + MAP),
    "links to anchors": again("[a](b.md#journey-c) "),
    "links to an anchor that are never closed": again("](#journey-"),
    "a long address with an anchor": again("a", head="[a](", tail="#journey-b)" + MAP),
    "brackets before an anchor": again("](", tail="#journey-b" + MAP),
    "lists of rising depth": rising(lambda n: " " * (2 * (n % 400)) + "- x\n"),
    "lists in one line": again("- ", tail="\n" + IN_LIST),
    "lists in one line, with a word": again("* ", tail="x\n" + IN_LIST),
    "lists in lists": rising(lambda n: " " * (4 * (n % 100)) + "- x\n\n", IN_LIST),
    "footnotes": again("[^a]: x\n", tail=IN_LIST),
    "a footnote that is never closed": again("a", head="[^", tail="\n" + IN_LIST),
    "admonitions": again("!!! note\n", tail=IN_LIST),
    "tabs": again('=== "a"\n', tail=IN_LIST),
    "a heading of number signs": again("#"),
    "a heading of spaces": again(" ", head="# x", tail="x" + MAP),
    "a heading of braces": again("{ ", head="# a ", tail="}" + MAP),
    "a heading of number signs and spaces": again(" #", head="# a", tail=" b" + MAP),
    "front matter": again("title: '\n", head="---\n", tail="---\n" + MAP),
    "front matter with a long title": again("a", head="---\ntitle: '", tail="\n---\n" + MAP),
    "front matter with spaces": again(" ", head="---\ntitle: a", tail="b\n---\n" + MAP),
    "front matter with blank lines": again("\n", head="---\ntitle:", tail="---\n" + MAP),
    "words of ours": again("journey persona journeys "),
    "fences nearly of ours": again("```jorney\n"),
    "blocks": again("```journey\ntitle: a\nphases: [b]\n```\n", tail=""),
    "blocks, all different": rising(lambda n: f"```journey\nid: a{n}\ntitle: b{n}\nphases: [b]\n```\n", tail=""),
    "empty blocks": again("```journey\n```\n", tail=""),
    "journeys that redesign each other": rising(
        lambda n: f"```journey\nid: a{n}\ntitle: b{n}\nphases: [b]\nredesigns: a{n + 1}\n```\n", tail=""
    ),
    "a pasted diagram": again("a: 5: me\n", head="```journey\nsection b\n", tail="```\n"),
    "a task with many spaces": again(" ", head="```journey\nsection b\na: 3", tail="x: y\n```\n"),
    "a title with many spaces": again(" ", head="```journey\nsection b\na: 3\ntitle", tail="#\n```\n"),
    "a pasted table": again("| x ", head="```journey\n| Phase | Step |\n|--|--|\n", tail="|\n```\n"),
    "a rule of a table with many spaces": again(" ", head="```journey\n| Phase | Step |\n|--", tail="x\n```\n"),
    "a cell with many spaces": again(" ", head="```journey\nPhase,Step\na,b", tail="x\n```\n"),
    "a heading with many spaces": again(" ", head="```journey\nPhase,Step,b", tail="x\na,b,c\n```\n"),
    "a heading with brackets": again("(", head="```journey\nPhase,Step,b", tail="x\na,b,c\n```\n"),
    "cells between commas": again("a,", head="```journey\nPhase,Step,", tail="\nb,c\n```\n"),
    "a quotation mark in a table": again('"', head="```journey\nPhase,Step\n", tail="\nb,c\n```\n"),
    "lanes of a table's own": again("x,", head="```journey\nPhase,Step,", tail="\n```\n"),
    "blank lines": again("\n"),
    "CR": again("\r"),
}  # fmt: skip


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_time_grows_with_the_size_and_not_faster(text: Text) -> None:
    assert power(text, compile_page, SIZES) <= MOST


def compile_page(text: str) -> None:
    # What is remembered of a page would make the second time another question.
    outline_of.cache_clear()
    compile_site(SiteContent([Page("page.md", text, "Page")], exists=lambda path: False))


def test_quadratic_time_is_noticed() -> None:
    """The positive control."""
    assert power(again("x", tail=""), look_at_each_pair, (2_000, 4_000, 8_000, 16_000)) > MOST


def look_at_each_pair(text: str) -> None:
    for _ in text:
        text.count("y" * 40 + "x")
