"""What is told of a map as a whole: above it what a reader needs at once, below it everything else."""

from __future__ import annotations

from tests.render.drawn_maps import drawn, steps
from tests.render.rendering import text_of


def facts(body, where):
    found = {}
    for term in body.select(f"{where} dt"):
        found[text_of(term)] = []
        for sibling in term.find_next_siblings():
            if sibling.name == "dt":
                break
            found[text_of(term)].append(text_of(sibling))
    return found


def test_the_head_and_the_foot_lose_nothing_that_was_written():
    body = drawn(
        """
        id: t
        title: T
        persona: mia
        stakeholders: [mia, A director]
        scenario: She is cold.
        expectations: [Warmth]
        trigger: Snow
        insights: [Waits hurt]
        customer_goal: Be warm
        business_goal: Sell
        scope: {from: First snow, to: Spring}
        duration: 3 months
        indicators: [{name: Warmth, unit: "%", baseline: 10, current: 20, target: 50, as_of: 2026-10-01, source: Survey}]
        owner: Kim
        sponsor: Lee
        version: 3
        contributors: [{name: Ann, team: Sales}, Bob]
        status: validated
        reviewed: 2026-01-08
        review_every: 3mo
        parent: t
        evidence: [{id: e, kind: survey, n: 5, text: A survey, outcome: All cold, date: 2026-09-01}]
        walkthroughs: [{date: 2026-10-01, by: Kim, persona: mia, result: Shivered}]
        phases: [Need]
        """,
        ("persona", "id: mia\nname: Mia Berg\nrole: Commuter"),
    )
    assert facts(body, ".journey__head > .journey-facts") == {
        "Persona": ["Mia Berg Commuter"],
        "Status": ["Validated Review overdue reviewed 8 Jan 2026 · was due 8 Apr 2026"],
        "Owner": ["Kim"],
    }
    assert body.select(".journey-worst") == []
    assert facts(body, ".journey-kpis") == {"Warmth": ["20 % from 10 · target 50 1 Oct 2026 · Survey"]}
    assert text_of(body.select_one(".journey__scenario")) == "She is cold."
    assert facts(body, ".journey-about > .journey-facts") == {
        "Customer goal": ["Be warm"],
        "Expectations": ["Warmth"],
        "From – to": ["First snow – Spring", "3 months"],
        "What we learned": ["Waits hurt"],
        "Trigger": ["Snow"],
        "Business goal": ["Sell"],
        "Part of": ["T"],
        "Also concerned": ["Mia Berg Commuter", "A director"],
        "Sponsor": ["Lee"],
        "Contributors": ["Ann Sales · Bob"],
        "Evidence": ["Survey, n=5, Sep 2026 A survey · All cold"],
        "Walk-throughs": ["1 Oct 2026, Kim, Mia Berg Shivered"],
        "Version": ["3"],
    }


def test_the_head_tells_in_a_line_where_it_hurts_most_and_leads_there():
    body = drawn(steps("- {name: A, emotion: -1}\n- {name: B, emotion: -2 lost}\n- {name: C, emotion: +1}", id="t"))
    worst = body.select_one(".journey__head .journey-worst")
    assert (text_of(worst), worst.a["href"]) == ("Worst at −2 B", f"#{body.select('h4')[1]['id']}")


def test_a_map_on_which_nothing_hurts_has_no_such_line():
    assert drawn(steps("- {name: A, emotion: 0}\n- {name: B, emotion: +2}")).select(".journey-worst") == []


def test_a_persona_is_a_chip_that_leads_to_their_page():
    body = drawn("title: T\npersona: [Mia Berg, Unknown]\nphases: [Need]", ("persona", "id: mia\nname: Mia Berg"))
    chips = body.select(".journey-chip")
    assert [(chip.name, chip.get("href"), chip["data-initials"]) for chip in chips] == [
        ("a", "personas/mia.md#persona-mia", "MB"),
        ("span", None, "U"),
    ]
