"""The benchmarks run and print their ratios; what the ratios are is for people to judge."""

from __future__ import annotations

import re

import pytest

from mkdocs_journey.compile import Page, compile_site
from tests.benchmarks.maps_against_code import full_map, main
from tests.compiling import WITHOUT_METHOD


def test_the_benchmark_prints_its_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    main(pages=2, rounds=1)
    assert re.findall(r"^maps / (.*?): +[\d.]+ ", capsys.readouterr().out, re.MULTILINE) == [
        "highlighted YAML",
        "no fence",
    ]


def test_the_map_that_is_measured_is_drawn_whole() -> None:
    site = compile_site([Page("map.md", f"```journey\n{full_map(7)}```\n")], settings=WITHOUT_METHOD)
    assert [str(finding) for finding in site.findings] == []
    assert [(entry.id, len(entry.columns)) for entry in site.atlas.journeys.values()] == [("map-7", 9)]
