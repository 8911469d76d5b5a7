"""Persona pages and cards: everything that was written, and what the site's journeys add."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mkdocs_journey.drawing.portrait import initials
from mkdocs_journey.model.values import Period
from mkdocs_journey.render.cards.card import freshness, render_persona_card
from mkdocs_journey.render.cards.sparkline import sparkline
from mkdocs_journey.render.persona.persona_page import render_persona
from mkdocs_journey.render.persona.sections import across
from tests.render.rendering import ENVIRONMENT, TODAY, compiled, parse, surroundings, text_of

MIKA = """
    # Mika

    ```persona
    name: Mika Tanaka
    id: mika
    aliases: [mika-t]
    role: Operations **lead**
    company: Logistics firm
    segment: Regional firms
    context: Three shifts, one queue
    portrait: img/mika.png
    portrait_alt: Mika at her desk
    quote: '"If they have to ask me, it does not work."'
    bio: |
      Started at the desk.

      Knows every driver.
    status: validated
    tier: core
    demographics:
      Age: 38
      Team: 34 agents
    goals:
      - One queue
      - text: No spreadsheet
        evidence: [talks, 9 of 14 interviews]
    frustrations: Error codes
    needs:
      - Proof of savings (?)
    motivations: Calm nights
    attitude: Sceptical
    behaviours: Reads on the train
    values: Fairness
    personality: Dry humour
    likes: Checklists
    dislikes: Calls
    indifferent: Colours
    channels:
      Help centre: 82%
      Phone: rarely
    tools: Spreadsheet
    tech_level: 4
    accessibility: Large type
    jobs: Close the month
    before:
      state: Paper
      issues: Lost notes
      goals: Sleep
    empathy:
      sees: Queues
      hears: Complaints
      thinks: “There must be a way.”
      feels: Alone
      says: Fine
      does: Works late
    basis:
      stp: Segment A
      3c: Competitor X
      5p: Price
    evidence:
      - id: talks
        kind: interview
        n: 12
        text: Talks at the fair
        outcome: All said the same
        link: talks.md
      - kind: interview
        n: 2
        date: 2026-09-01
    owner: Growth
    reviewed: 2026-09-14
    review_every: 1mo
    notes: Likes tea
    sections:
      A day: [Six o'clock]
      Goals: [Twice]
    ```
"""
JOURNEYS = """
    # Maps

    ```journey
    id: onboarding
    title: Onboarding *stalls*
    persona: Mika Tanaka
    reviewed: 2026-11-01
    review_every: 3mo
    status: validated
    phases:
      - name: Start
        steps:
          - name: Invite
            emotion: +1
            pains:
              - Answers typed twice
              - {text: Slow, severity: 3, impact: 1, frequency: 2}
          - name: First login
            emotion: -2
            pains:
              - {text: Settled, severity: 5, status: resolved}
              - {text: SSO fails, id: sso, severity: 5}
              - {text: Unclear, severity: 3, impact: 4, frequency: 4}
    ```

    ```journey
    id: plan
    title: Plan
    state: future
    redesigns: onboarding
    persona: mika-t
    phases:
      - name: Only phase
        emotion: +2
        pains: A pain of tomorrow
    ```

    ```journey
    id: other
    title: Of somebody else
    persona: Ines
    stakeholders: [mika]
    phases: [One, Two]
    ```
"""
SITE = compiled({"mika.md": MIKA, "maps.md": JOURNEYS})


def page(name="mika", site=SITE, **options):
    rendered = render_persona(site.atlas.personas[name], surroundings(site, **options), ENVIRONMENT)
    return rendered, parse(rendered.html)


def test_nothing_that_was_written_is_lost():
    _, body = page()
    shown = text_of(body)
    for words in (
        "Mika Tanaka", "Operations lead", "Logistics firm", "Regional firms", "Three shifts, one queue",
        "“If they have to ask me, it does not work.”", "Started at the desk.", "Knows every driver.", "Age 38",
        "Team 34 agents", "One queue", "No spreadsheet", "9 of 14 interviews", "Error codes", "Proof of savings",
        "Calm nights", "Sceptical", "Reads on the train", "Fairness", "Dry humour", "Checklists", "Calls", "Colours",
        "Help centre 82%", "Phone rarely", "Spreadsheet", "4 of 5", "Large type", "Close the month", "Paper",
        "Lost notes", "Sleep", "Queues", "Complaints", "“ There must be a way. ”", "Alone", "Fine", "Works late",
        "Segment A", "Competitor X", "Price", "Talks at the fair", "All said the same", "Growth", "14 Sep", "14 Oct",
        "Likes tea", "A day", "Six o'clock", "Twice", "Validated", "Primary persona", "based on interviews (14)",
        "Review overdue",
    ):  # fmt: skip
        assert words.replace("“ ", "“").replace(" ”", "”") in shown.replace("“ ", "“").replace(" ”", "”"), words


def test_headings_have_ids_that_are_unique_and_told_to_the_host():
    rendered, body = page()
    in_page = [(int(h.name[1]), h["id"], text_of(h)) for h in body.select("h1, h2, h3, h4, h5, h6") if h.get("id")]
    assert [(h.level, h.id, h.text) for h in rendered.headings] == in_page
    ids = [id_ for _, id_, _ in in_page]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "persona-mika"
    assert {
        "persona-mika--goals",
        "persona-mika--goals-2",
        "persona-mika--pain-points",
        "persona-mika--journeys",
    } <= set(ids)
    assert {level for level, _, _ in in_page} == {2, 3}


def test_assumptions_and_evidence_are_marked():
    _, body = page()
    assumed = next(p for p in body.select("p.journey-hyp") if "Proof" in p.get_text())
    assert text_of(assumed.small) == "Hypothesis"
    backed = next(li for li in body.select("li") if li.get_text().startswith("No spreadsheet"))
    assert text_of(backed.small) == "Interviews, n=12, 9 of 14 interviews"


def test_pain_points_of_today_come_worst_first_and_lead_to_their_place():
    _, body = page()
    rows = [(text_of(li.select_one("span")), li.a["href"], text_of(li.b)) for li in body.select(".journey-pain")]
    assert rows == [
        ("SSO fails", "maps.md#journey-onboarding--sso", "Very high"),
        ("Unclear", "maps.md#journey-onboarding--start--first-login", "Medium"),
        ("Slow", "maps.md#journey-onboarding--start--invite", "Medium"),
        ("Answers typed twice", "maps.md#journey-onboarding--start--invite", "–"),
        ("Settled Resolved", "maps.md#journey-onboarding--start--first-login", "Very high"),
    ]


def test_journeys_are_cards_with_their_worst_moment():
    _, body = page()
    own, concerned = body.select(".journey-atlas")
    first, second = own.select(".journey-card")
    assert text_of(first.h4.a) == "Onboarding stalls"
    assert first.h4.a["href"] == "maps.md#journey-onboarding"
    assert text_of(first.select_one(".journey-feel")) == "Worst at −2 First login"
    assert "journey-face--m2" in first.select_one(".journey-feel svg")["class"]
    assert first.select_one(".journey-feel a")["href"] == "maps.md#journey-onboarding--start--first-login"
    assert [text_of(p) for p in first.select(".journey-row")] == [
        "Current state · Validated 2 steps", "Best at +1 Invite Ends at −2", "Reviewed 1 Nov 2026 Fresh",
    ]  # fmt: skip
    assert text_of(second.select_one(".journey-row")) == "Future state 1 phase"
    assert "journey-feel--neg" not in second.select_one(".journey-feel")["class"]
    assert text_of(concerned.select_one(".journey-row")) == "Ines · Current state 2 phases"
    assert concerned.select_one(".journey-spark") is None


def test_links_do_not_stand_in_links():
    site = compiled(
        {
            "p.md": "```persona\nname: A\n```",
            "m.md": "```journey\ntitle: 'T [x](https://a.example)'\nid: t\npersona: A\nphases:\n"
            "  - name: One [y](https://b.example)\n    emotion: -1\n    pains: '[z](https://c.example) hurts'\n```",
        }
    )
    _, body = page("a", site)
    assert body.select(".journey-pain, .journey-card")
    rendered = render_persona(site.atlas.personas["a"], surroundings(site), ENVIRONMENT).html
    assert "https://" not in rendered


def test_the_portrait_is_an_image_of_the_site_or_a_monogram():
    _, body = page()
    image = body.select_one(".journey-portrait img")
    assert (image["src"], image["alt"]) == ("/mika.md/img/mika.png", "Mika at her desk")
    for portrait in ("https://a.example/x.png", "gone.png"):
        site = compiled({"p.md": f"```persona\nname: Mika Tanaka\nportrait: {portrait}\n```"})
        _, body = page("mika-tanaka", site)
        assert body.select_one("img") is None
        assert body.select_one(".journey-portrait")["data-initials"] == "MT"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mika Tanaka", "MT"),
        ("Priya", "P"),
        ("佐藤 美咲", "佐"),
        ("김민수", "김"),
        ("Élodie du Pont", "ÉP"),
        ("ليلى", "ل"),
    ],
)
def test_a_monogram_suits_the_name(name, letters):
    assert initials(name) == letters


def test_a_name_alone_is_a_page():
    site = compiled({"p.md": "```persona\nname: Mia\n```"})
    rendered, body = page("mia", site)
    assert [h.id for h in rendered.headings] == ["persona-mia"]
    assert body.select("section") == []


def test_a_block_in_another_language_says_so():
    site = compiled({"p.md": "```persona\nname: 佐藤\nid: sato\nlang: ja\ngoals: 休む\n```"})
    _, body = page("sato", site)
    assert (body.article["lang"], body.article["dir"], text_of(body.h3)) == ("ja", "ltr", "ゴール")
    _, body = page("sato", site, language="ja")
    assert not body.article.has_attr("lang")


def test_bars_stand_for_percentages_only():
    _, body = page()
    bars = body.select(".journey-bar")
    assert [(text_of(bar), bar["style"]) for bar in bars] == [("82%", "--value:82")]


@pytest.mark.parametrize("level", [1, 5, 6])
def test_headings_stay_within_six_levels(level):
    rendered, body = page(level=level)
    assert {h.level for h in rendered.headings} == {level, min(level + 1, 6)}
    assert body.select_one(f"h{level}#persona-mika")


def test_the_card_leads_to_the_page_and_has_no_heading():
    rendered = render_persona_card(SITE.atlas.personas["mika"], surroundings(SITE), ENVIRONMENT)
    body = parse(rendered.html)
    assert rendered.headings == ()
    assert body.select("[id], h1, h2, h3, h4, h5, h6") == []
    assert body.select_one(".journey-persona-card__name a")["href"] == "mika.md#persona-mika"
    assert text_of(body.select_one(".journey-label")) == "Persona"
    assert text_of(body.select_one(".journey-persona-card__name")) == "Mika Tanaka"
    assert body.select_one(".journey-persona-card__role").get_text() == "Operations lead, Logistics firm"
    assert text_of(body.blockquote) == "“If they have to ask me, it does not work.”"


NAUGHTY = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> \" onload='x' [a](javascript:alert(1)) "
    "{{ x }} {% y %} {# z #}"
)


def test_nothing_written_comes_alive_anywhere():
    quoted = "'" + NAUGHTY.replace("'", "''") + "'"
    lines = [f"{name}: {quoted}" for name in (
        "name", "role", "company", "segment", "context", "quote", "bio", "goals", "portrait", "portrait_alt", "owner",
        "tech_level", "notes", "likes",
    )]  # fmt: skip
    lines += [
        f"demographics:\n  {quoted}: {quoted}",
        f"channels:\n  {quoted}: {quoted}",
        f"sections:\n  {quoted}: [{quoted}]",
    ]
    lines += [
        f"empathy:\n  says: {quoted}",
        f"evidence:\n  - text: {quoted}\n    outcome: {quoted}\n    id: e",
        "id: naughty",
    ]
    lines += [f"before:\n  state:\n    - text: {quoted}\n      evidence: [e, {quoted}]"]
    journey = (
        f"title: {quoted}\nid: j\npersona: naughty\nphases:\n  - name: {quoted}\n    emotion: -1\n    pains: {quoted}"
    )
    text = "```persona\n" + "\n".join(lines) + "\n```\n\n```journey\n" + journey + "\n```\n"
    site = compiled({"p.md": text})
    entry = site.atlas.personas["naughty"]
    for html in (page("naughty", site)[0].html, render_persona_card(entry, surroundings(site), ENVIRONMENT).html):
        body = parse(html)
        assert body.select("script, iframe, style, form, [onerror], [onload], [onclick]") == []
        assert not any(link["href"].lower().startswith("javascript") for link in body.select("[href]"))
        assert not any(image["src"].startswith(("x", "http")) for image in body.select("img"))
        assert not any(delimiter in html for delimiter in ("{{", "{%", "{#"))
        assert "<script>alert(1)</script>" in body.get_text()


@pytest.mark.parametrize(("days", "state"), [(31, "fresh"), (30, "due"), (0, "due"), (-1, "overdue")])
def test_a_review_is_due_a_month_before_its_day(days, state):
    assert freshness(TODAY + timedelta(days) - timedelta(90), Period(0, 90), TODAY) == state


def test_without_a_rhythm_nothing_is_due():
    assert freshness(TODAY, None, TODAY) == freshness(None, Period(0, 90), TODAY) == ""


@pytest.mark.parametrize(("number", "row"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3), (9, 3)])
def test_no_part_is_left_alone_in_its_row(number, row):
    assert across(number) == row


@pytest.mark.parametrize(
    ("phases", "worst", "x", "y"),
    [
        ("[{name: A, emotion: +1}, {name: B, emotion: -1}, {name: C}]", "B", "50", "75"),
        ("[{name: A, emotion: -1}, {name: B, emotion: -1}]", "B", "75", "75"),
        ("[{name: A, emotion: -2, steps: [S, T, U]}, {name: B, emotion: +1}]", "A", "37.5", "100"),
        ("[{name: A, steps: [{name: S, emotion: 0}, {name: T, emotion: 0}]}]", "T", "75", "50"),
    ],
)
def test_the_dot_is_at_the_worst_moment(phases, worst, x, y):
    site = compiled({"m.md": f"```journey\ntitle: T\nphases: {phases}\n```"})
    found = sparkline(site.atlas.journeys["t"])
    assert found.worst.name == worst
    assert f'style="--x:{x};--y:{y}' in found.picture


def test_without_scores_there_is_no_curve():
    site = compiled({"m.md": "```journey\ntitle: T\nphases: [A, {name: B, emotion: puzzled}]\n```"})
    assert sparkline(site.atlas.journeys["t"]) is None
