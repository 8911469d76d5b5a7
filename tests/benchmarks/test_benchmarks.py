"""The benchmarks run and print their ratios; what the ratios are is for people to judge."""

from __future__ import annotations

import gc
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journey.compile import CompileOptions, Page, SiteContent, compile_site
from mkdocs_journey.past.histories import Histories
from mkdocs_journey.rules.settings import Settings
from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site
from tests.benchmarks import check_speed, diff_speed, growth, history_speed, serve_memory
from tests.benchmarks.journeys import journey_text, pages
from tests.benchmarks.maps_against_code import full_map, main
from tests.building import write_site
from tests.compiling import WITHOUT_METHOD, journey


def test_the_benchmark_prints_its_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    main(pages=2, rounds=1)
    assert re.findall(r"^maps / (.*?): +[\d.]+ ", capsys.readouterr().out, re.MULTILINE) == [
        "highlighted YAML",
        "no fence",
    ]


def test_the_benchmark_of_the_check_prints_its_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    check_speed.main(journeys=2, rounds=1)
    told = capsys.readouterr().out
    assert re.findall(r"^check(?: of one file)? is [\d.]+× as fast as (.*)$", told, re.MULTILINE) == [
        "yamllint",
        "check-jsonschema",
        "check-jsonschema, process and all",
    ]


def test_the_journeys_that_are_checked_have_five_phases_78_lines_and_a_mistake_in_every_tenth() -> None:
    texts = [journey_text(number) for number in range(100)]
    assert {text.count("\n") for text in texts} == {78}
    assert len(set(texts)) == 100
    files = {page.path for page in pages(100)} | {"guides/setup.md", "guides/help.md"}
    site = compile_site(SiteContent(pages(100), exists=files.__contains__), CompileOptions(settings=WITHOUT_METHOD))
    assert {len(entry.columns) for entry in site.atlas.journeys.values()} == {5}
    assert [f"{finding.span.file} {finding.code.id}" for finding in site.findings] == [
        "journeys/journey-3.md JN006", "journeys/journey-13.md JN101", "journeys/journey-23.md JN205",
        "journeys/journey-33.md JN111", "journeys/journey-43.md JN201", "journeys/journey-53.md JN006",
        "journeys/journey-63.md JN101", "journeys/journey-73.md JN205", "journeys/journey-83.md JN111",
        "journeys/journey-93.md JN201",
    ]  # fmt: skip


def test_the_maps_that_are_measured_are_drawn_whole_beside_each_other() -> None:
    pages = [Page(f"map-{number}.md", f"```journey\n{full_map(number)}```\n") for number in (7, 8)]
    site = compile_site(SiteContent(pages), CompileOptions(settings=WITHOUT_METHOD))
    assert [str(finding) for finding in site.findings] == []
    assert [(entry.id, len(entry.columns)) for entry in site.atlas.journeys.values()] == [("map-7", 9), ("map-8", 9)]


def test_the_benchmark_of_serve_prints_how_memory_grows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    serve_memory.main(number=serve_memory.SETTLED + 2, configuration=handbook(tmp_path))
    told = capsys.readouterr().out
    assert re.findall(r"^(7 rebuilds: memory grows by) -?[\d.]+ MB a rebuild", told, re.MULTILINE) == [
        "7 rebuilds: memory grows by"
    ]


def test_nothing_of_ours_is_left_of_earlier_builds(tmp_path: Path) -> None:
    before = gc.get_freeze_count()
    counts = [ours_alive() for _ in serve_memory.rebuilds(handbook(tmp_path), 4, tmp_path / "site")]
    assert min(counts[2][name] for name in ("Site", "Atlas", "JourneyPlugin", "Sanitizer")) > 0
    assert counts[2] == counts[3] == counts[4]
    assert gc.get_freeze_count() == before


def handbook(folder: Path) -> Path:
    """A site of a map, with markup and a link in it, and a page that links to it."""
    block = journey("{id: jacket, title: Buying a jacket, phases: [{name: Need, actions: '**Looks** at [it](b.md)'}]}")
    pages = {"a.md": f"# Jackets\n\n{block}", "b.md": "# Other\n\n[](journey:jacket#need)\n"}
    return write_site(folder / "handbook", pages)


def ours_alive() -> Counter[str]:
    """How many objects of each of our classes there are, once all garbage is gone."""
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if str(kind.__module__).startswith("mkdocs_journey"))


def test_the_benchmark_of_growth_prints_its_exponent_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    growth.main(small=10, large=20, rounds=1)
    told = capsys.readouterr().out
    assert re.findall(r"^(own time grows with exponent) -?[\d.]+ |^(memory): -?\d+ MiB", told, re.MULTILINE) == [
        ("own time grows with exponent", ""), ("", "memory"),
    ]  # fmt: skip


def test_the_benchmark_of_the_history_prints_its_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    history_speed.main(commits=3, rounds=1)
    told = capsys.readouterr().out
    assert re.findall(r"^log takes [\d.]+ (s|times the CPU of git log -p)", told, re.MULTILINE) == [
        "s", "times the CPU of git log -p",
    ]  # fmt: skip


def test_every_commit_of_the_history_moves_the_map(tmp_path: Path) -> None:
    history_speed.write_repository(tmp_path, 4)
    site = open_site(tmp_path / "mkdocs.yml")
    compiled = compile_site(SiteContent(site.files.pages()))
    (entry,) = compiled.atlas.journeys.values()
    found = Histories().history(entry, compiled, site.files, date(2026, 11, 22))
    assert [row.point.subject for row in found.rows] == ["Change 3", "Change 2", "Change 1", "Change 0"]


def test_the_handbook_that_grows_has_twenty_links_a_journey_and_is_sound(tmp_path: Path) -> None:
    configuration = growth.write_site(tmp_path, 20, blocks=True)
    site = open_site(configuration)
    checked = Check(site, Settings(ignore=("JN3", "JN208")), date(2026, 11, 22)).run()
    assert [str(finding) for finding in checked.findings] == []
    pages = [path.read_text("utf-8") for path in (tmp_path / "20-maps" / "docs" / "journeys").iterdir()]
    assert {page.count("](journey:journey-") for page in pages} == {growth.LINKS}


def test_the_benchmark_of_the_diff_prints_its_time_and_its_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    diff_speed.main(journeys=3, rounds=1)
    told = capsys.readouterr().out
    assert re.findall(r"^(diff of 3 journeys, one changed): [\d.]+ s|^(diff / check): [\d.]+$", told, re.MULTILINE) == [
        ("diff of 3 journeys, one changed", ""), ("", "diff / check"),
    ]  # fmt: skip
    assert "; 2 changes from HEAD to the present version." in told
