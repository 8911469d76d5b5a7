"""A map is a story first: phases, steps, terms and values, and a curve that meets its scores."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from mkdocs_journey.render.html.rendered import Heading
from mkdocs_journey.render.map.journey_map import render_map
from tests.render.drawn_maps import cells, drawn, page, render, steps, values
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

# The story


def test_a_map_reads_as_a_story_of_phases_and_steps():
    body = drawn("""
        title: Buying a jacket
        phases:
          - name: Need
            duration: 1 week
            customer_goal: Stay warm
            steps:
              - name: It gets cold
                actions: [Shivers]
                thoughts: '"Again?"'
              - name: Asks around
          - name: Buy
            emotion: +2 warm
    """)
    assert [text_of(part) for part in body.select("h2, h3, h4, .journey-grid :is(p, dt, dd)")] == [
        "Buying a jacket",
        "Need", "1 week", "Customer goal", "Stay warm",
        "It gets cold", "Actions", "Shivers", "Thoughts", "“Again?”",
        "Asks around",
        "Buy", "Emotion", "+2 warm",
    ]  # fmt: skip


def test_headings_are_told_to_the_host_with_site_wide_ids():
    found = render(steps("- name: First **login**", id="t"), level=3).headings
    assert found == (
        Heading(3, "journey-t", "T"),
        Heading(4, "journey-t--p", "P"),
    )


def test_headings_never_go_below_the_sixth_level():
    assert [heading.level for heading in render(steps("- S"), level=6).headings] == [6, 6]


def test_the_smallest_map_is_a_title_and_a_phase():
    assert [text_of(part) for part in drawn("title: Nothing yet\nphases: [Need]").select("h2, h3, dt, p:not(.journey-label)")] == [
        "Nothing yet", "Need",
    ]  # fmt: skip


def test_white_space_stands_between_elements_so_that_search_does_not_glue_words():
    html = render(steps("- name: S\n  actions: [One, Two]\n  pains: [{text: Slow, severity: 4}]")).html
    phase = html[html.index('<section class="journey-phase') :]
    assert re.findall(r"[^\s>]</(?:dt|dd|li|p)><(?:dt|dd|li|p)\b", phase) == []


# Lanes


def test_the_feeling_comes_first_with_what_hurts_then_the_story_and_empty_ones_are_left_out():
    body = drawn(steps("""
        - name: S
          systems: [CRM]
          pains: [Slow]
          actions: [Signs]
          description: [It begins]
          emotion: 0
    """))  # fmt: skip
    names = [text_of(name) for name in body.select(".journey-lanes b:not(.journey-r1, .journey-r2)")]
    assert [re.sub(r" severity$| 0 .*", "", re.sub(r"^\+2 .* −2 ", "", name)) for name in names] == [
        "Emotion", "Pain points", "What happens", "Actions", "Systems",
    ]  # fmt: skip


def test_cells_share_the_row_of_their_lane():
    body = drawn(steps("- {name: A, actions: [x], pains: [y]}\n- {name: B, pains: [z]}"))
    rows = {text_of(name).removesuffix(" severity"): name["style"] for name in body.select(".journey-lanes b")}
    found = {(text_of(cell.find_previous_sibling("dt")), cell["style"]) for cell in body.select(".journey-grid dd")}
    assert found == {("Actions", rows["Actions"]), ("Pain points", rows["Pain points"])}


def test_a_list_of_lanes_puts_them_first():
    body = drawn(steps("- {name: S, actions: [a], pains: [p], owner: Kim}", lanes="[owner, pains]"))
    assert [term for term, _ in cells(body)] == ["Owner", "Pain points", "Actions"]


def test_a_mapping_of_lanes_names_hides_and_adds():
    lanes = "{pains: Pain risk, device: Device, gains: hidden}"
    body = drawn(steps("- {name: S, actions: [a], gains: [g], device: Phone, pains: [p], owner: Kim}", lanes=lanes))
    assert cells(body) == [("Pain risk", "P1 p"), ("Actions", "a"), ("Device", "Phone"), ("Owner", "Kim")]


def test_a_text_of_the_phase_and_one_of_its_step_get_rows_of_their_own():
    body = drawn("""
        title: T
        phases:
          - name: P
            owner: Team
            steps:
              - {name: S, owner: Kim}
    """)
    owners = [name for name in body.select(".journey-lanes b") if "Owner" in name.get_text()]
    assert [text_of(name) for name in owners] == ["Owner whole phase", "Owner"]
    assert [value for _, value in cells(body)] == ["Team", "Kim"]


def test_the_lines_of_a_blueprint_stand_above_their_lanes():
    body = drawn(steps("- {name: S, frontstage: a, backstage: b, systems: c, processes: d}"))
    names = [(text_of(b), b.get("style")) for b in body.select(".journey-blueprint")]
    assert names == [
        ("Line of interaction Frontstage", "--row:3;--border:solid"),
        ("Line of visibility Backstage", "--row:4;--border:dashed"),
        ("Line of internal interaction Systems", "--row:5;--border:dotted"),
        ("Processes", "--row:6;"),
    ]


def test_every_lane_of_the_vocabulary_is_shown():
    names = [
        "description", "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs", "why", "pains",
        "gains", "opportunities", "promise", "keeps", "risk", "wait", "duration", "owner", "metrics", "physical",
        "frontstage", "backstage", "support", "systems", "processes",
    ]  # fmt: skip
    body = drawn(steps("- name: S\n" + "\n".join(f"  {name}: [{name} text]" for name in names)))
    shown = " ".join(value for _, value in cells(body))
    assert [name for name in names if f"{name} text" not in shown] == []


# What stands in a cell


def test_evidence_is_told_in_short_and_explained():
    body = drawn("""
        title: T
        evidence:
          - {id: talks, kind: interview, n: 9, date: 2026-10-04, text: Talks with admins}
        phases:
          - name: P
            thoughts:
              - {text: Why?, evidence: [talks, 4 calls]}
              - Really (?)
    """)
    marks = body.select(".journey-lane--thoughts .journey-ev")
    assert [(text_of(mark), mark.get("title")) for mark in marks] == [
        ("Interviews, n=9, Oct 2026 · 4 calls", "Talks with admins"),
        ("Hypothesis", None),
    ]
    assert [text_of(item) for item in body.select(".journey-hyp")] == ["“Really” Hypothesis"]


def test_a_pain_shows_all_that_is_known_and_can_be_linked_to():
    body = drawn(steps("""
        - name: S
          pains:
            - {text: Slow, id: slow-import, severity: high, frequency: 5, impact: 2, owner: Kim, status: planned, kind: lack}
    """, id="t"))  # fmt: skip
    assert values(body, "Pain points") == ["P1 High Slow something missing · planned · frequency 5/5 · cost 2/5 · Kim"]
    assert body.select_one("#journey-t--slow-import")["style"] == "--sev:4"


def test_an_opportunity_fixes_the_pains_that_it_names_and_no_others_but_for_one_alone_beside_it():
    body = drawn(steps("""
        - name: A
          pains: [Slow, {text: Dear, id: dear}]
          opportunities: [Wizard]
        - name: D
          pains: [Dull]
          opportunities: [Music]
        - name: E
          pains: [Ugly]
          opportunities: [Paint, Curtains]
        - name: B
          opportunities: [{text: Discount, id: discount, fixes: [dear, Slow]}]
        - name: C
          opportunities: [Nothing to fix]
    """, id="t"))  # fmt: skip
    assert values(body, "Opportunities") == [
        "Wizard", "Music for P3, from the same step", "Paint Curtains", "Discount fixes P2 , P1", "Nothing to fix",
    ]  # fmt: skip
    assert [link["href"] for link in body.select(".journey-note a")] == ["#journey-t--dear"]
    assert body.select_one("#journey-t--discount") is not None


def test_short_ids_of_pains_are_their_names():
    body = drawn(steps("- {name: A, pains: [{text: Slow, id: p7}, Dear]}"))
    assert values(body, "Pain points") == ["P7 Slow Dear"]


def test_a_touchpoint_has_its_channel_its_facts_and_its_page():
    body = drawn(steps("""
        - name: S
          touchpoints:
            - {name: Login page, channel: web app, mode: self-service, owner: Kim, impact: 4, actual: 2, desired: 5, page: a.md}
            - {name: Fax, channel: fax}
            - Email
    """))  # fmt: skip
    found = [(item["class"], item.get("title"), text_of(item)) for item in body.select(".journey-ch")]
    assert found == [
        (
            ["journey-ch", "journey-ch--app"],
            "App",
            "Login page self-service · impact 4/5 · today: 2; wanted: 5 · Kim a.md",
        ),
        (["journey-ch", "journey-ch--other"], None, "Fax fax"),
        (["journey-ch", "journey-ch--email"], None, "Email"),
    ]


def test_content_is_linked_and_a_missing_page_is_a_visible_gap():
    body = drawn(steps("""
        - name: S
          content:
            - ../faq/sso.md
            - {page: https://example.org/v, kind: video, text: Watch it}
            - {missing: CSV manual}
            - page: gone.md
    """))  # fmt: skip
    found = [(item["class"][1], text_of(item), item.a and item.a["href"]) for item in body.select(".journey-ch")]
    assert found == [
        ("journey-ch--page", "../faq/sso.md", "/page.md/../faq/sso.md"),
        ("journey-ch--video", "Watch it", "https://example.org/v"),
        ("journey-ch--missing", "Missing CSV manual", None),
        ("journey-ch--page", "gone.md", None),
    ]


def test_a_moment_of_truth_has_its_reason_in_a_lane():
    body = drawn(steps("- {name: S, moment_of_truth: Everything hangs on it}\n- {name: R, moment_of_truth: true}"))
    assert values(body, "Moment of truth") == ["Everything hangs on it"]
    assert len(body.select(".journey-step--mot .journey-mot")) == 2


# Other languages


def test_a_map_in_another_language_says_so():
    section = drawn("title: خريطة\nid: t\nlang: ar\nphases: [P]").select_one(".journey")
    assert (section["lang"], section["dir"]) == ("ar", "rtl")
    section = drawn("title: T\nlang: en\nphases: [P]").select_one(".journey")
    assert (section.get("lang"), section.get("dir")) == (None, None)


def test_thoughts_have_the_quotation_marks_of_the_language():
    assert values(drawn(steps("- {name: S, thoughts: 「なぜ」}", lang="ja", id="t")), words_of("ja", "thoughts")) == [
        "「なぜ」"
    ]


def words_of(tag, lane):
    from mkdocs_journey.languages.words import Words

    return Words.load(tag)(f"lane.{lane}")


# Hostile texts

HOSTILE = """<script>alert(1)</script>{{ 7*7 }}{% x %}{# c #}"'><b onclick=x>"""


@pytest.mark.parametrize("inline", ["plain", "markdown"])
def test_hostile_texts_stay_texts_wherever_they_stand(inline):
    text = "'" + HOSTILE.replace("'", "''") + "'"
    fields = [
        "actors",
        "actions",
        "touchpoints",
        "channel",
        "thoughts",
        "questions",
        "needs",
        "pains",
        "gains",
        "opportunities",
        "owner",
        "metrics",
        "promise",
        "keeps",
        "risk",
        "wait",
        "why",
        "physical",
        "frontstage",
        "backstage",
        "support",
        "systems",
        "processes",
        "description",
        "duration",
        "moment_of_truth",
    ]
    source = "\n".join(
        [
            f"title: {text}", "id: t", f"persona: {text}", f"scenario: {text}", f"owner: {text}", f"insights: {text}",
            f"evidence: [{{id: e, text: {text}, outcome: {text}}}]", f"indicators: [{{name: {text}, unit: {text}}}]",
            "lanes:", f"  own: {text}",
            "phases:", f"  - name: {text}", "    id: p", f"    duration: {text}", f"    definition: {text}", "    steps:",
            f"      - name: {text}", "        id: s", f"        emotion: {text}", f"        own: {text}",
            *(f"        {name}: {text}" for name in fields),
        ]
    )  # fmt: skip
    site = compiled({"page.md": page(("journey", source))})
    told = ("persona", "has no score")
    assert [one.message for one in site.findings if not any(words in one.message for words in told)] == []
    place = surroundings(site)
    if inline == "plain":
        place = type(place)(
            place.site, place.words, lambda texts, file: [escape(text) for text in texts], place.links, place.today
        )
    html = render_map(site.atlas.journeys["t"], place, ENVIRONMENT).html
    body = parse(html)
    assert body.select("script, [onclick], [onerror], style, iframe") == []
    assert re.findall(r"\{[{%#]", html) == []
    assert len(body.find_all(string=re.compile(r"alert\(1\)"))) > len(fields)
