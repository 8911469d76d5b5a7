"""The script of a walk-through: what to do, to open and to look for at each step, and room for what came of it."""

from __future__ import annotations

from mkdocs_journey.render.views import render_view
from mkdocs_journey.views.walkthrough import gather
from tests.compiling import journey
from tests.render.rendering import ENVIRONMENT, TODAY, compiled, parse, surroundings, text_of

MAP = journey("""
    id: buy
    title: Buying a ticket
    persona: Mia
    walkthroughs:
      - {date: 2026-03-01, by: Lena, result: The fare was hidden}
      - {date: 2026-01-01, by: Otto}
    phases:
      - name: Find
        promise: The best fare
        steps:
          - name: Search
            description: Looks for a train
            emotion: -1 lost
            pains: [{text: Too many fares, severity: 3}]
          - name: Choose
            moment_of_truth: true
            actions: [Compares, Chooses]
            touchpoints: [{name: Shop, page: ../help/shop.md}]
            content: [{page: ../help/fares.md, text: Fares}]
            keeps: The best fare
            pains: <script>alert(1)</script>
      - name: Pay
        detailed_by: pay
      - name: Ride
        steps: [Board]
""")
PAGES = {
    "map.md": MAP,
    "pay.md": journey("id: pay\ntitle: Paying\nphases: [Pay]"),
    "mia.md": "```persona\nname: Mia\n```",
}


def site_with(fields: str):
    return compiled({**PAGES, "view.md": f"```journeys\nview: walkthrough\n{fields}\n```"})


def drawn(fields: str):
    site = site_with(fields)
    return parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)


def stops(fields: str):
    site = site_with(fields)
    script = gather(site.blocks["view.md"][0].entry.view, site, TODAY)
    return [[stop.number for stop in phase.stops] for phase in script.phases] if script else None


def test_a_script_stops_at_every_step_and_at_phases_that_say_something_or_have_no_steps() -> None:
    assert stops("journey: buy") == [["1", "1.1", "1.2"], ["2"], ["3.1"]]
    assert stops("journey: buy\nphase: [Ride, pay]") == [["2"], ["3.1"]]
    assert stops("journey: buy#choose") == [["1.2"]]
    assert stops("journey: buy#find\nphase: Pay") is None


def test_each_stop_tells_what_to_do_to_open_and_to_look_for() -> None:
    found = [
        [[stop.h4 and text_of(stop.h4), *(text_of(line) for line in stop.select("dt, dd"))] for stop in phase]
        for phase in (section.select(".journey-stop") for section in drawn("journey: buy").select("article > section"))
    ]
    assert found == [
        [
            [None, "Look for", "Promised: The best fare"],
            ["Search", "Do", "Looks for a train", "Look for", "P1 Medium Too many fares Expected feeling: −1 lost"],
            [
                "Choose", "Do", "Compares Chooses", "Open", "Shop ../help/shop.md Fares",
                "Look for", "To be kept: The best fare P2 <script>alert(1)</script>",
            ],
        ],
        [[None, "Open", "Paying"]],
        [["Board"]],
    ]  # fmt: skip


def test_the_head_says_who_walks_and_when_and_how_it_went_the_last_time() -> None:
    head = drawn("journey: buy").header
    assert [text_of(line) for line in head.select(":scope > *")] == [
        "Walk-through · Mia",
        "Buying a ticket",
        "Do each step for real, as Mia would. Write down what happens, not what should happen.",
        "Last walk-through: 1 Mar 2026 · Lena · The fare was hidden",
        "Date By",
    ]


def test_there_is_room_for_the_result_of_every_stop_and_of_the_whole_each_with_a_name() -> None:
    body = drawn("journey: buy")
    assert [box.get("aria-label", "") or text_of(box.parent) for box in body.select("textarea")] == [
        "1 Find: What happened? How did it feel?",
        "1.1 Search: What happened? How did it feel?",
        "1.2 Choose: What happened? How did it feel?",
        "2 Pay: What happened? How did it feel?",
        "3.1 Board: What happened? How did it feel?",
        "What came out of it?",
    ]
    assert [text_of(box.parent) for box in body.select("input")] == ["Date", "By"]


def test_every_stop_leads_to_its_place_and_takes_no_id_of_the_map() -> None:
    body = drawn("journey: buy")
    assert [h.a["href"] for h in body.select("h2, h3, h4")] == [
        "map.md#journey-buy",
        "map.md#journey-buy--find",
        "map.md#journey-buy--find--search",
        "map.md#journey-buy--find--choose",
        "map.md#journey-buy--pay",
        "map.md#journey-buy--ride",
        "map.md#journey-buy--ride--board",
    ]
    assert body.select("[id], script") == []


def test_a_script_of_nothing_says_so() -> None:
    assert text_of(drawn("journey: buy#find\nphase: Pay")) == (
        "This map has no step to walk through here. Looked for: journey buy#find · phase Pay."
    )
