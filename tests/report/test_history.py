"""A history in every output: nothing that an author or a committer wrote comes alive in it."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import markdown
import pytest
from bs4 import BeautifulSoup

from mkdocs_journey.message import NO_MESSAGE, message
from mkdocs_journey.model.values import Scale
from mkdocs_journey.report.formats import HISTORY_FORMATS, write_history
from mkdocs_journey.report.history.json import history_schema
from mkdocs_journey.report.history.sentences import ToldHistory
from mkdocs_journey.views.history import HistoryPoint, IndicatorReading, Reached, State, gather_history
from tests.hostile.naughty import STRINGS
from tests.report.hostile import HOSTILE
from tests.report.runner import commands

DANGEROUS = [*HOSTILE.values(), *STRINGS, "::error::x"]


def told(text: str) -> ToldHistory:
    """A history that has a text wherever it can have one."""
    one = State(text, Scale(), (Reached(text, -1.0),), 0, 0, (IndicatorReading(text, "1", 1.0),), 0, 1, ())
    other = State(
        f"{text}2", Scale(), (Reached(f"{text}2", 1.0),), 0, 0, (IndicatorReading(text, text, None),), 1, 1, (5,)
    )
    only = State(
        f"{text}2", Scale(), (Reached(f"{text}2", 1.0),), 0, 0, (IndicatorReading(text, "2", 2.0),), 1, 1, (5,)
    )
    states = [
        (None, message("{name}", name=text)),
        *((state, NO_MESSAGE) for state in (only, other, None, one)),
    ]
    points = [HistoryPoint(date(2025, 1, 9 - i), f"{i}" * 40, text, *state) for i, state in enumerate(states)]
    return ToldHistory("map", text, "commit", gather_history(points))


@pytest.mark.slow
@pytest.mark.parametrize("name", HISTORY_FORMATS)
def test_no_text_comes_alive_in_an_output(name: str) -> None:
    schema = history_schema()
    for text in DANGEROUS:
        written = write_history(told(text), name)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", written), text
        assert commands(written) == [], text
        if name == "markdown":
            page = BeautifulSoup(markdown.markdown(written, extensions=["tables", "md_in_html"]), "html5lib")
            assert {tag.name for tag in page.find_all()} <= {
                "html", "head", "body", "h3", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "br",
            }, text  # fmt: skip
            assert len(page.select("tbody tr")) == 5, text
            assert not re.search(r"(?<![\w/])@\w|https?://|www\.\w|(?<!&)#\d", written), text
        elif name == "json":
            jsonschema.validate(json.loads(written), schema)


def test_colours_are_all_that_a_terminal_is_told() -> None:
    for text in DANGEROUS:
        coloured = write_history(told(text), "text", colour=True)
        assert "\x1b[33m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == write_history(told(text), "text")


def test_there_is_no_other_format() -> None:
    with pytest.raises(KeyError):
        write_history(told("a"), "csv")
