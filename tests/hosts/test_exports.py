"""The files for other programs in a real MkDocs build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import vobject
from mkdocs.exceptions import Abort

from tests.building import BuiltSite, build_pages, write_site
from tests.building import build as build_site

ALL = ["journeys.json", "journeys.ndjson", "reviews.ics"]
MAP = (
    "```journey\ntitle: Grüße\nid: greet\nreviewed: 2026-01-31\nreview_every: 6mo\nowner: Team\nphases: [A step]\n```\n"
)
PAGES = {"index.md": MAP, "maps/ä b.md": MAP.replace("greet", "second"), "mia.md": "```persona\nname: Mia\n```\n"}


def configuration(options: str = "{}", more: str = "") -> str:
    return f"{{site_name: Ours, theme: {{name: mkdocs}}, {more} plugins: [{{journey: {options}}}]}}"


def exports(site: BuiltSite) -> list[str]:
    return [name for name in ALL if site.exists(name)]


def urls(site: BuiltSite) -> list[str]:
    file = json.loads((site.folder / "journeys.json").read_text("utf-8"))
    return [entry["url"] for entry in (*file["journeys"], *file["personas"])]


def test_addresses_are_whole_where_the_site_says_where_it_is(tmp_path: Path) -> None:
    site = build_pages(tmp_path, PAGES, configuration(more="site_url: https://x.example/handbook,"))
    assert urls(site) == [
        "https://x.example/handbook/#journey-greet",
        "https://x.example/handbook/maps/%C3%A4%20b/#journey-second",
        "https://x.example/handbook/mia/#persona-mia",
    ]


@pytest.mark.parametrize(
    ("directories", "expected"),
    [
        ("true", ["./#journey-greet", "maps/%C3%A4%20b/#journey-second", "mia/#persona-mia"]),
        ("false", ["index.html#journey-greet", "maps/%C3%A4%20b.html#journey-second", "mia.html#persona-mia"]),
    ],
)
def test_addresses_start_at_the_first_page_where_it_does_not(
    tmp_path: Path, directories: str, expected: list[str]
) -> None:
    site = build_pages(tmp_path, PAGES, configuration(more=f"use_directory_urls: {directories},"))
    assert urls(site) == expected
    assert [site.exists(address.partition("#")[0].replace("%C3%A4%20", "ä ")) for address in expected] == [True] * 3


def test_pages_can_link_to_the_files(tmp_path: Path) -> None:
    page = "".join(f"[{name}]({name})\n" for name in ALL)
    site = build_pages(tmp_path, {"links.md": page, **PAGES}, configuration("{check: {ignore: [JN3]}}"))
    assert [line for line in site.log if ".json" in line or ".ics" in line] == []
    assert [link["href"] for link in site.page("links").select("[role=main] a")] == [f"../{name}" for name in ALL]


def test_the_calendar_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    site = build_pages(tmp_path, {"index.md": MAP}, configuration("{language: de}"))
    (calendar,) = vobject.readComponents((site.folder / "reviews.ics").read_bytes().decode("utf-8"))
    assert calendar.x_wr_calname.value == "Überprüfungen: Ours"
    assert calendar.vevent.summary.value == "Überprüfung: Grüße"
    assert calendar.vevent.description.value == "Verantwortlich: Team\nZuletzt überprüft: 31.01.2026"


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("true", ALL),
        ("false", []),
        ("{}", ALL),
        ("{reviews.ics: false}", ALL[:2]),
        ("{journeys.json: false, journeys.ndjson: false, reviews.ics: true}", ALL[2:]),
    ],
)
def test_each_file_can_be_left_out(tmp_path: Path, option: str, expected: list[str]) -> None:
    assert exports(build_pages(tmp_path, PAGES, configuration(f"{{exports: {option}}}"))) == expected


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("{reviews: false}", "exports: there is no reviews, but journeys.json, journeys.ndjson, reviews.ics."),
        ("{reviews.ics: maybe}", "exports: reviews.ics is true or false."),
        ("[reviews.ics]", "exports has names of files with true or false each, such as reviews.ics: false."),
    ],
)
def test_what_cannot_be_meant_is_said(
    tmp_path: Path, option: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build_pages(tmp_path, PAGES, configuration(f"{{exports: {option}}}"), strict=True)
    assert message in caplog.text


def test_a_site_without_journeys_has_none_of_the_files(tmp_path: Path) -> None:
    assert exports(build_pages(tmp_path, {"index.md": "# Home\n", "mia.md": PAGES["mia.md"]}, configuration())) == []


def test_a_site_in_which_nothing_is_to_be_reviewed_has_no_calendar(tmp_path: Path) -> None:
    site = build_pages(tmp_path, {"index.md": MAP.replace("review_every: 6mo\n", "")}, configuration())
    assert exports(site) == ALL[:2]


def test_a_file_of_the_site_at_the_same_place_stays(tmp_path: Path) -> None:
    path = write_site(tmp_path, {**PAGES, "journeys.json": "mine"}, configuration())
    site = build_site(path, tmp_path / "site")
    assert (site.folder / "journeys.json").read_text("utf-8") == "mine"
    assert exports(site) == ALL


def test_two_builds_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763683200")
    first, second = (build_pages(tmp_path / name, PAGES, configuration()) for name in ("a", "b"))
    different = [n for n in ALL if (first.folder / n).read_bytes() != (second.folder / n).read_bytes()]
    assert different == []
    assert b"DTSTAMP:20251121T000000Z" in (first.folder / "reviews.ics").read_bytes()
