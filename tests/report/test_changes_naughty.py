"""Naughty strings in every field of maps and personas, before and after: changes are told, and nothing comes alive."""

from __future__ import annotations

import json
import re

import markdown
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.diff.comparison import Comparison, compare
from mkdocs_journey.report.formats import CHANGE_FORMATS, write_changes
from tests.compiling import compile_pages
from tests.hostile.naughty import TOGETHER, journey, persona
from tests.report.runner import commands

pytestmark = pytest.mark.slow

SOME = [*TOGETHER[:20], *TOGETHER[20::8]]
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
LIVE = re.compile(r"(?<![\w/])@\w|https?://|www\.\w|(?<!&)#\d")
"""In Markdown: mentions, links, and numbers that a host takes for those of an issue."""


@pytest.fixture(scope="module")
def comparisons() -> list[Comparison]:
    """For each text, a site that had the text before it in every field, and has this one now."""

    def site(text: str) -> dict[str, str]:
        return {"map.md": journey(text, "map"), "persona.md": persona([text], "persona")}

    pairs = zip([SOME[-1], *SOME], SOME, strict=False)
    return [compare(compile_pages(site(old)), compile_pages(site(new)), ("main", "here")) for old, new in pairs]


def test_something_is_told_of_every_kind_of_thing(comparisons: list[Comparison]) -> None:
    for comparison in comparisons:
        things = {graded.change.thing for graded in comparison.changes}
        assert {"journey", "persona", "pain", "opportunity", "touchpoint", "indicator", "content link"} <= things
        assert (len(things) > 40, len(comparison.changes) > 100) == (True, True)


@pytest.mark.parametrize("name", CHANGE_FORMATS)
def test_nothing_of_it_comes_alive(comparisons: list[Comparison], name: str) -> None:
    for comparison in comparisons:
        written = write_changes(comparison, name)
        assert STEERING.findall(written) == []
        if name == "github":
            assert {one.name for one in commands(written)} <= {"error", "warning", "notice"}
        elif name == "html":
            page = BeautifulSoup(written, "html5lib")
            assert page.select("script, a, img, iframe, link, form, svg, [src], [href], [onload], [onclick]") == []
        elif name == "markdown":
            page = BeautifulSoup(markdown.markdown(written, extensions=["tables", "md_in_html"]), "html5lib")
            assert page.select("script, a, img, iframe, link, form, svg, [src], [href], [onload], [onclick]") == []
            assert LIVE.findall(written) == []
        elif name != "text":
            json.loads(written)
