"""A slice of a map on another page: the same drawing of a part, without anything that belongs to the map alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_journey.render.block import render_block
from mkdocs_journey.views.map import gather
from tests.building import build_pages
from tests.compiling import journey
from tests.render.rendering import ENVIRONMENT, TODAY, compiled, parse, surroundings, text_of

MAP = journey("""
    id: go-live
    title: Go-live waits
    persona: Priya
    lanes: {device: Device, pains: What hurts}
    phases:
      - name: Contract
        customer_goal: A date
        steps:
          - {name: Sign, emotion: +1, actions: Signs}
          - {name: Wait, emotion: -1, device: Phone}
      - name: Set-up
        steps:
          - name: Single sign-on
            emotion: -2 stuck
            pains: [{id: p1, text: Nobody answers, severity: 4}]
            opportunities: [{id: kit, text: A kit on day one, related: [video]}]
          - name: Train
            emotion: +2
            opportunities: [{id: video, text: A short video}]
      - name: Renew
        emotion: 0
""")
PRIYA = "```persona\nname: Priya\n```\n"


def site_with(fields: str, block: str = MAP):
    return compiled({"map.md": block, "faq.md": f"```journeys\nview: map\n{fields}\n```", "priya.md": PRIYA})


def drawn(fields: str, block: str = MAP, level: int = 2):
    site = site_with(fields, block)
    return parse(render_block(site.blocks["faq.md"][0], "faq.md", surroundings(site, level=level), ENVIRONMENT).html)


@pytest.mark.parametrize(
    ("fields", "columns"),
    [
        ("journey: go-live", [(0, None), (0, 0), (0, 1), (1, None), (1, 0), (1, 1), (2, None)]),
        ("journey: Go-live waits#set-up", [(1, None), (1, 0), (1, 1)]),
        ("journey: go-live#single-sign-on", [(1, 0)]),
        ("journey: go-live#set-up/train", [(1, 1)]),
        ("journey: go-live#p1", [(1, 0)]),
        ("journey: go-live#video", [(1, 1)]),
        ("journey: go-live\nphase: [Contract, renew]", [(0, None), (0, 0), (0, 1), (2, None)]),
        ("journey: go-live#p1\nphase: Set-up", [(1, 0)]),
        ("journey: go-live#p1\nphase: Contract", None),
        ("journey: go-live#contract\nphase: Set-up", None),
    ],
)
def test_a_slice_is_what_was_named_of_the_map(fields: str, columns: list[tuple[int, int | None]] | None) -> None:
    site = site_with(fields)
    found = gather(site.blocks["faq.md"][0].entry.view, site, TODAY)
    assert (sorted(found.columns, key=str) if found else None) == (sorted(columns, key=str) if columns else None)


def test_a_slice_shows_the_head_in_short_and_the_cells_of_its_columns() -> None:
    body = drawn("journey: go-live#single-sign-on")
    assert [text_of(line) for line in body.select("header > *")] == ["Priya · Current state", "Go-live waits"]
    assert [(h.name, h["data-no"], text_of(h)) for h in body.select("[data-no]")] == [
        ("h3", "2", "Set-up"),
        ("h4", "2.1", "Single sign-on"),
    ]
    assert [(text_of(t), text_of(t.find_next_sibling("dd"))) for t in body.select("dt")] == [
        ("Emotion", "−2 stuck"),
        ("What hurts", "P1 High Nobody answers"),
        ("Opportunities", "A kit on day one for P1 , from the same step · with A short video"),
    ]


def test_only_the_lanes_that_were_asked_for_are_shown_in_their_order() -> None:
    body = drawn("journey: go-live\nlanes: [What hurts, Device, Emotions]")
    assert [text_of(name) for name in body.select(".journey-lanes b")] == [
        "Phase", "Step", "What hurts", "Device", "+2 +1 0 −1 −2 Emotion",
    ]  # fmt: skip
    assert {text_of(term) for term in body.select("dt")} == {"What hurts", "Device", "Emotion"}


def test_the_curve_of_a_slice_is_cut_from_the_curve_of_the_whole_map() -> None:
    site = site_with("journey: go-live#set-up")
    whole = parse(render_block(site.blocks["map.md"][0], "map.md", surroundings(site), ENVIRONMENT).html)
    part = parse(render_block(site.blocks["faq.md"][0], "faq.md", surroundings(site), ENVIRONMENT).html)
    whole_plots, part_plots = (
        [str(plot) for plot in page.select(".journey-phase > .journey-curve")] for page in (whole, part)
    )
    assert len(whole_plots) == 3
    without_row = re.compile(r' style="--row:\d+"')
    assert [without_row.sub("", plot) for plot in part_plots] == [without_row.sub("", whole_plots[1])]


def test_a_slice_has_no_id_no_legend_that_says_nothing_and_every_part_leads_to_the_map() -> None:
    body = drawn("journey: go-live#set-up")
    assert body.select("[id]") == []
    assert body.select(".journey-legend, .journey-about, .journey-kpis, .journey-tools") == []
    assert [(text_of(a), a["href"]) for a in body.select("a")] == [
        ("Priya", "priya.md#persona-priya"),
        ("Go-live waits", "map.md#journey-go-live"),
        ("Set-up", "map.md#journey-go-live--set-up"),
        ("Single sign-on", "map.md#journey-go-live--set-up--single-sign-on"),
        ("P1", "map.md#journey-go-live--p1"),
        ("A short video", "map.md#journey-go-live--video"),
        ("Train", "map.md#journey-go-live--set-up--train"),
    ]


def test_a_guess_and_a_plan_keep_their_legend() -> None:
    guess = MAP.replace("emotion: -2 stuck", "hypothesis: true\n        emotion: -2 stuck")
    assert "hypothesis, not yet observed" in text_of(drawn("journey: go-live#set-up", guess))
    assert "hypothesis" not in text_of(drawn("journey: go-live#contract", guess))


@pytest.mark.parametrize(
    ("level", "fields", "names"),
    [
        (2, "journey: go-live#train", ["h2", "h3", "h4"]),
        (2, "title: The training\njourney: go-live#train", ["h2", "h3", "h4", "h5"]),
        (5, "title: The training\njourney: go-live#train", ["h5", "h6", "h6", "h6"]),
    ],
)
def test_headings_go_on_where_the_page_is(level: int, fields: str, names: list[str]) -> None:
    assert [h.name for h in drawn(fields, level=level).select("h1, h2, h3, h4, h5, h6")] == names


def test_a_slice_with_nothing_in_it_says_so() -> None:
    nothing = "No phase or step of this map has anything to show here. Looked for: journey go-live#train."
    assert text_of(drawn("journey: go-live#train\nlanes: risk")) == nothing


def test_a_slice_in_another_language_tells_its_language() -> None:
    body = drawn("journey: plan", journey("id: plan\ntitle: خطة\nlang: ar\nphases: [{name: طلب, emotion: -1}]"))
    (part,) = body.select(".journey-slice")
    assert (part["lang"], part["dir"]) == ("ar", "rtl")


def test_a_slice_beside_its_own_map_takes_no_id_and_is_not_found_twice(tmp_path: Path) -> None:
    page = f"# Go-live\n\n{MAP}\n## Again\n\n```journeys\nview: map\njourney: go-live#set-up\n```\n\nThe end.\n"
    site = build_pages(tmp_path, {"index.md": page, "priya.md": PRIYA}, strict=True)
    ids = [element["id"] for element in site.page("").select("[id]")]
    assert sorted(ids) == sorted(set(ids))
    links = [a["href"] for a in site.page("").select(".journey-slice a") if "#" in a["href"]]
    assert {link for link in links if link.startswith("#")} <= {f"#{id_}" for id_ in ids}
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    here = [entry["text"] for entry in index["docs"] if entry["location"].startswith("#") or not entry["location"]]
    assert sum(text.count("Nobody answers") for text in here) == 1
    assert sum(text.count("The end.") for text in here) == 1
