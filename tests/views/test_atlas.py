"""The atlas: every journey as a card, in its family, in the order that was asked for."""

from __future__ import annotations

import pytest

from mkdocs_journey.model.view import View
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.render.views import render_view
from mkdocs_journey.views.atlas import Family, gather
from tests.compiling import journey
from tests.render.rendering import ENVIRONMENT, TODAY, compiled, parse, surroundings, text_of

PAGES = {
    "first.md": journey("""
        id: value
        title: First value
        persona: Mika
        owner: Growth
        status: validated
        reviewed: 2026-11-01
        review_every: 6mo
        phases:
          - name: Try
            steps:
              - {name: Sign up, emotion: +1}
              - {name: Import, emotion: -2}
              - {name: See a plan, emotion: +2}
              - {name: Buy, emotion: +1}
    """),
    "plan.md": journey("""
        id: plan
        title: Renewal as we want it
        persona: Ines
        state: future
        redesigns: renewal
        phases: [{name: Ask, emotion: +1}]
    """),
    "golive.md": journey("""
        id: go-live
        title: Go-live
        persona: Mika
        owner: Onboarding
        reviewed: 2026-02-01
        review_every: 6mo
        emotion_scale: 1..5
        phases: [{name: Wait, emotion: 2}, {name: Use, emotion: 5}]
    """),
    "renewal.md": journey("""
        id: renewal
        title: Renewal
        persona: Ines
        owner: Growth
        parent: go-live
        status: draft
        phases: [{name: Ask, emotion: -1}, {name: Sign}]
    """),
    "champion.md": journey("""
        id: champion
        title: Champion leaves
        parent: renewal
        phases: [Leave]
    """),
    "old.md": journey("""
        id: old
        title: An older map
        status: retired
        phases: [{name: Ask, emotion: -2}]
    """),
    "people.md": "```persona\nname: Mika\n```\n\n```persona\nname: Ines\n```\n",
}
SITE = compiled(PAGES)


def shown(families: tuple[Family, ...]) -> list[object]:
    """Ids: a map, its plans in brackets behind it, and the list of what is below it."""
    found: list[object] = []
    for family in families:
        found.append(" + ".join(entry.id for entry in (family.journey, *family.plans)))
        if family.inner:
            found.append(shown(family.inner))
    return found


def atlas(fields: str = "", site=SITE, level: int = 2):
    site = site if not fields else compiled({**PAGES, "view.md": f"```journeys\nview: atlas\n{fields}\n```"})
    block = next((b for blocks in site.blocks.values() for b in blocks if b.fence.kind == "journeys"), None)
    view = block.entry.view if block else View(view="atlas")
    return gather(view, site, TODAY)


def test_a_plan_stands_beside_its_map_and_a_detailed_map_below_its_parent() -> None:
    found = atlas()
    assert shown(found.families) == ["value", "go-live", ["renewal + plan", ["champion"]]]
    assert (found.total, found.personas) == (5, 2)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("persona: Ines", ["renewal + plan"]),
        ("journey: [champion, First value]", ["value", "champion"]),
        ("owner: growth", ["value", "renewal"]),
        ("state: future", ["plan"]),
        ("state: current", ["value", "go-live", ["renewal", ["champion"]]]),
        ("status: [Draft, validated]", ["value", "renewal"]),
        ("status: retired", ["old"]),
        ("limit: 3", ["value", "go-live", ["renewal"]]),
        ("limit: 4", ["value", "go-live", ["renewal + plan"]]),
    ],
)
def test_filters_leave_out_what_was_not_asked_for(fields: str, expected: list[object]) -> None:
    assert shown(atlas(fields).families) == expected


# With these journeys only, each stands by itself.
ALONE = "journey: [value, go-live, champion, plan]\n"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("order", ["value", "plan", "go-live", "champion"]),
        ("-order", ["champion", "go-live", "plan", "value"]),
        ("title", ["champion", "value", "go-live", "plan"]),
        ("-title", ["plan", "go-live", "value", "champion"]),
        # Mika is after Ines; whoever has no persona comes last, either way.
        ("persona", ["plan", "value", "go-live", "champion"]),
        ("-persona", ["go-live", "value", "plan", "champion"]),
        # 0 of 4, 1 of 4, 3 of 4 of their scales, and not measured.
        ("worst", ["value", "go-live", "plan", "champion"]),
        ("-worst", ["plan", "go-live", "value", "champion"]),
        # 3 of 4, 3 of 4, 4 of 4.
        ("end", ["value", "plan", "go-live", "champion"]),
        ("-end", ["go-live", "plan", "value", "champion"]),
        ("reviewed", ["go-live", "value", "plan", "champion"]),
        ("-reviewed", ["value", "go-live", "plan", "champion"]),
        ("owner", ["value", "go-live", "plan", "champion"]),
        ("-owner", ["go-live", "value", "plan", "champion"]),
    ],
)
def test_every_column_sorts_both_ways(sort: str, expected: list[object]) -> None:
    assert shown(atlas(f"{ALONE}sort: {sort}").families) == expected


def test_every_column_of_the_form_is_tried_above() -> None:
    tried = test_every_column_sorts_both_ways.pytestmark[0].args[1]
    assert {sort.removeprefix("-") for sort, _ in tried} == set(VIEWS["atlas"].sorts)


def test_circles_of_parents_and_plans_lose_no_map() -> None:
    chain = {
        f"{id_}.md": journey(f"id: {id_}\ntitle: {id_}\n{fields}\nphases: [Ask]")
        for id_, fields in {
            "a": "parent: b",
            "b": "parent: a",
            "c": "state: future\nredesigns: d",
            "d": "state: future\nredesigns: c",
            "e": "parent: e",
        }.items()
    }
    found = atlas(site=compiled(chain))
    assert shown(found.families) == ["c + d", "e", "a", ["b"]]


def test_a_long_line_of_parents_is_not_nested_deeper_than_a_phone_is_wide() -> None:
    pages = {"m0.md": journey("id: m0\ntitle: Map 0\nphases: [Ask]")}
    pages |= {f"m{n}.md": journey(f"id: m{n}\ntitle: Map {n}\nparent: m{n - 1}\nphases: [Ask]") for n in range(1, 6)}
    assert shown(atlas(site=compiled(pages)).families) == ["m0", ["m1", ["m2", "m3", "m4", "m5"]]]


def cards(fields: str, language: str = "en"):
    site = compiled({**PAGES, "view.md": f"```journeys\nview: atlas\n{fields}\n```"})
    rendered = render_view(site.blocks["view.md"][0].entry, surroundings(site, language), ENVIRONMENT)
    return parse(rendered.html), rendered


def test_a_card_tells_whose_journey_it_is_its_worst_and_best_moment_its_end_and_its_review() -> None:
    body, rendered = cards("")
    assert text_of(body.select_one(".journey-view__note")) == (
        "5 journeys, 2 personas. The dot on each curve marks the worst moment."
    )
    assert [[text_of(line) for line in card.select("p, h2, h3, h4")] for card in body.select("article")] == [
        ["Mika · Current state · Validated 4 steps", "First value", "Worst at −2 Import", "Best at +2 See a plan Ends at +1", "Reviewed 1 Nov 2026 Fresh"],
        ["Mika · Current state 2 phases", "Go-live", "Worst at 2 Wait", "Best at 5 Use Ends at 5", "Reviewed 1 Feb 2026 Review overdue"],
        ["Ines · Current state · Draft 2 phases", "Renewal", "Worst at −1 Ask", "Not reviewed yet"],
        ["Ines · Future state 1 phase", "Renewal as we want it", "Worst at +1 Ask", "Not reviewed yet"],
        ["Current state 1 phase", "Champion leaves", "Not reviewed yet"],
    ]  # fmt: skip
    assert rendered.headings == ()
    assert body.select("[id]") == []


def test_lists_and_headings_tell_what_is_below_what() -> None:
    body, rendered = cards("title: All of them")
    assert [(heading.name, text_of(heading)) for heading in body.select("h2, h3, h4, h5, h6")] == [
        ("h2", "All of them"),
        ("h3", "First value"),
        ("h3", "Go-live"),
        ("h4", "Renewal"),
        ("h4", "Renewal as we want it"),
        ("h5", "Champion leaves"),
    ]
    assert [len(item.find_parents("li")) for item in body.select("li")] == [0, 0, 1, 2]
    assert [heading.id for heading in rendered.headings] == ["journeys-atlas-all-of-them"]


def test_every_card_leads_to_its_map_and_to_its_moments() -> None:
    body, _ = cards("journey: First value")
    assert [(text_of(a), a["href"]) for a in body.select("a")] == [
        ("First value", "first.md#journey-value"),
        ("Import", "first.md#journey-value--try--import"),
        ("See a plan", "first.md#journey-value--try--see-a-plan"),
    ]


def test_what_is_left_out_is_told_and_so_is_that_there_is_nothing() -> None:
    assert text_of(cards("limit: 2")[0].select(".journey-view__note")[-1]) == "2 of 5 are shown."
    body, _ = cards("persona: Mika\nstatus: draft")
    assert text_of(body) == "No map is here yet. Looked for: persona Mika · status draft."


def test_names_from_maps_are_text_and_keep_their_language() -> None:
    site = compiled({
        "map.md": journey('id: x\ntitle: "<b>Über</b> & {{ x }}"\nlang: de\nphases: [{name: "<i>Ja</i>", emotion: -1}]'),
        "view.md": "```journeys\nview: atlas\n```",
    })  # fmt: skip
    html = render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html
    body = parse(html)
    assert [(mark["lang"], text_of(mark)) for mark in body.select("[lang]")] == [
        ("de", "<b>Über</b> & {{ x }}"),
        ("de", "<i>Ja</i>"),
    ]
    assert body.select("b b, i") == []
    assert "{{" not in html
