"""What an author types in a field, and what comes of it. Add a row where you miss one."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_journey.model.advice import one_part, part_name
from mkdocs_journey.model.names import PARTS
from tests.compiling import compile_pages, journey, only_journey, report

MAP = "title: Map\nphases:\n  - name: Need\n"

READ: list[tuple[str, Any, Any]] = [
    # fields of the phase "Need", what to look at, what it is
    ("actions: Opens the mail", lambda p: [a.text for a in p.actions], ["Opens the mail"]),
    ("actions:\n  - Opens the mail\n  - Calls IT", lambda p: [a.text for a in p.actions], ["Opens the mail", "Calls IT"]),
    ("actions:\n  - REQ-1:  two  'spaces'", lambda p: [a.text for a in p.actions], ["REQ-1:  two  'spaces'"]),
    ("actions:\n  - REQ-1: email-only path", lambda p: [a.text for a in p.actions], ["REQ-1: email-only path"]),
    ("actions:\n  - :material-email: asks Priya", lambda p: [a.text for a in p.actions], [":material-email: asks Priya"]),
    ("actions:\n  - Asks finance (?)", lambda p: [(a.text, a.hypothesis) for a in p.actions], [("Asks finance", True)]),
    ("actions:\n  - 財務に聞く（？）", lambda p: [(a.text, a.hypothesis) for a in p.actions], [("財務に聞く", True)]),
    ("actions:\n  - name: Asks\n    hypothesis: true", lambda p: [(a.text, a.hypothesis) for a in p.actions], [("Asks", True)]),
    ("actions: —", lambda p: p.actions, ()),
    ("actions: n/a", lambda p: p.actions, ()),
    ("actions:", lambda p: p.actions, ()),
    ("actions: NO", lambda p: [a.text for a in p.actions], ["NO"]),
    ("actions: ~", lambda p: [a.text for a in p.actions], ["~"]),
    ("duration: 010", lambda p: p.duration, "010"),
    ("duration: 1:30", lambda p: p.duration, "1:30"),
    ("duration: 2026-02-30", lambda p: p.duration, "2026-02-30"),
    ("touchpoints: [app, phone]", lambda p: [t.name for t in p.touchpoints], ["app", "phone"]),
    ("touchpoints:\n  - text: Login\n    channel: app\n    mode: self service", lambda p: [(t.name, t.channel, t.mode) for t in p.touchpoints], [("Login", "app", "self-service")]),
    ("pains:\n  - text: Slow\n    severity: very high\n    frequency: ４", lambda p: [(x.severity, x.frequency) for x in p.pains], [(5, 4)]),
    ("content: ../faq/sso.md", lambda p: [(c.page, c.text) for c in p.content], [("../faq/sso.md", None)]),
    ("content: '[SSO](sso.md)'", lambda p: [(c.page, c.text) for c in p.content], [(None, "[SSO](sso.md)")]),
    ("content:\n  - missing: CSV manual", lambda p: [c.missing for c in p.content], ["CSV manual"]),
    ("moment_of_truth: true", lambda p: p.moment_of_truth, True),
    ("moment_of_truth: The first reminder", lambda p: p.moment_of_truth, "The first reminder"),
    ("evidence: 9 of 14 interviews", lambda p: p.evidence, ("9 of 14 interviews",)),
    ("definition: >\n  One\n  two.", lambda p: [d.text for d in p.definition], ["One two."]),
    ("definition: >\n  作業を\n  始める。", lambda p: [d.text for d in p.definition], ["作業を始める。"]),
]  # fmt: skip


def indented(fields: str) -> str:
    return "".join(f"    {line}\n" for line in fields.split("\n"))


@pytest.mark.parametrize(("typed", "look", "expected"), READ, ids=[row[0] for row in READ])
def test_what_is_typed_is_what_is_read(typed: str, look: Any, expected: Any) -> None:
    source = MAP + indented(typed)
    site = compile_pages({"map.md": journey(source), "faq/sso.md": "# SSO", "sso.md": "# SSO"})
    broken = [line for line in report(site) if "JN205" not in line]
    assert broken == []
    (entry,) = site.atlas.journeys.values()
    assert look(entry.journey.phases[0]) == expected


FINDINGS: list[tuple[str, list[str]]] = [
    # fields of the phase "Need" (they begin in line 5, column 5), findings
    ("touchpoint: app", []),
    ("Touch Points: app", ["map.md:5:5 JN103 “Touch Points” is read as touchpoints. Write touchpoints, the name that all maps share."]),
    ("thinking: Why?", ["map.md:5:5 JN103 “thinking” is read as thoughts. Write thoughts, the name that all maps share."]),
    ("感情: -1", ["map.md:5:5 JN103 “感情” is read as emotion. Write emotion, the name that all maps share."]),
    ("emotin: -1", ["map.md:5:5 JN101 “emotin” is no field of a phase. Did you mean emotion?"]),
    ("persona: Mia", ["map.md:5:5 JN101 “persona” is no field of a phase. Here it may be actors."]),
    ("actions: a\ndoing: b", ["map.md:6:5 JN102 “doing” and “actions” in line 5 are the same field, actions. Put both under one of them."]),
    ("duration: [a, b]", ["map.md:5:15 JN105 duration takes one text, not a list. Write all of it in one line, with commas between."]),
    ("actions:\n  - txet: Opens", ["map.md:6:9 JN101 “txet” is no field of an action. Did you mean text?"]),
    ("actions:\n  - hypothesis: true", ["map.md:6:9 JN104 This action has no text. Add text: with a few words."]),
    ("pains:\n  - text: Slow\n    severity: urgent", ["map.md:7:19 JN107 “urgent” is no rating. Write a whole number from 1 to 5, or very low, low, medium, high, very high. To keep the words, write them into text."]),
    ("pains:\n  - text: Slow\n    severity: 6", ["map.md:7:19 JN107 “6” is no rating. Write a whole number from 1 to 5, or very low, low, medium, high, very high."]),
    ("moment_of_truth: no", ["map.md:5:22 JN109 “no” would be shown as the reason. Write false, or the reason itself."]),
    ("hypothesis: はい", ["map.md:5:17 JN109 “はい” is neither true nor false. Write true."]),
    ("emotion: 3", ["map.md:5:14 JN111 The score 3 is outside this map's scale −2 to +2. Use a value on the scale, or declare another with emotion_scale."]),
    ("emotion: 1", ["map.md:5:14 JN112 “1” is read as +1 on the scale −2 to +2. Write +1, or declare emotion_scale: 1..5 if that is what you mean."]),
    ("pains:\n  - {text: Slow, status: opne}", ["map.md:6:30 JN106 “opne” is none of the words that can stand here. Did you mean open? It can be open, planned, resolved or accepted."]),
    ("opportunities: Import preview (5/2)", ["map.md:5:20 JN120 “(5/2)” is shown as part of the text. If it rates the opportunity, write impact: 5 and effort: 2 below it."]),
    ("opportunities:\n  - text: Preview\n    fixes: dates", ["map.md:7:16 JN204 There is no pain “dates” on this map. Give the pain this id, or name one that is there."]),
    ("content: nowhere.md", ["map.md:5:14 JN205 There is no page “nowhere.md” in this site. Paths start at the file in which they are written."]),
    ("actions: 'Reads [this](gone.md#x) first'", ["map.md:5:28 JN205 There is no page “gone.md” in this site. Paths start at the file in which they are written."]),
    ("actions: 'Clicks [here](javascript:alert(1))'", ["map.md:5:29 JN206 A link may not begin with “javascript:”. Use http, https, mailto or a page of this site."]),
    ("evidence: Blue welcome box", ["map.md:5:15 JN121 “Blue welcome box” is shown as what this is known from. If it is something that the customer sees or touches, write it under physical:."]),
    ("steps:\n  - Search\n  - Search", ["map.md:7:9 JN118 The step “Search” has the same id as the step “Search” in line 6: search. Give one of them another name, or an id: of its own."]),
    ("emotion: -1\nsteps:\n  - name: Search\n    emotion: +1", ["map.md:5:14 JN115 This phase has an emotion of its own, and so have its steps. Keep those of the steps; the curve goes through them."]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), FINDINGS, ids=[row[0] for row in FINDINGS])
def test_what_is_wrong_is_said_at_its_place(typed: str, expected: list[str]) -> None:
    assert report(compile_pages({"map.md": journey(MAP + indented(typed))})) == expected


def test_all_mistakes_of_a_block_are_found_at_once() -> None:
    site = compile_pages({"buy.md": journey("""
        titel: Buy a ticket
        persona: Mia
        status: finished
        reviewed: 14.10.26
        review_every: now and then
        emotion_scale: 1-5
        phases:
          - name: Need
            emotion: -1
            severity: 3
          - name: Buy
            actions: She said: no
    """)})  # fmt: skip
    assert report(site) == [
        "buy.md:2:1 JN103 “titel” is read as title. Write title, the name that all maps share.",
        "buy.md:3:10 JN201 There is no persona “Mia”. Add a persona block with this name to any page.",
        "buy.md:4:9 JN106 “finished” is none of the words that can stand here. Write draft, hypothesis, validated or retired. To keep the words, write them into version.",
        "buy.md:5:11 JN108 “14.10.26” has no whole year. Write 2026-10-14.",
        "buy.md:6:15 JN106 “now and then” is no length of time. Write a number with d, w, mo or y, such as 90d or 6mo. To keep the words, write them into version.",
        "buy.md:7:16 JN113 “1-5” is no scale. Write the two ends with two dots: 1..5.",
        "buy.md:11:5 JN101 “severity” is no field of a phase. To add a lane of this name, write lanes: {severity: …} at the top of the map.",
        "buy.md:13:22 JN006 This text contains a colon and a space, which starts a new field. Put it in quotes.",
    ]


def test_lanes_can_be_ordered_relabelled_hidden_and_added() -> None:
    entry = only_journey("""
        title: Map
        lanes: {Pain points: Pain risk, device: Device, gains: hidden}
        phases:
          - name: Need
            device: Phone
    """)
    assert entry.journey.lanes == {"pains": "Pain risk", "device": "Device", "gains": "hidden"}
    assert [item.text for item in entry.journey.phases[0].custom["device"]] == ["Phone"]


def test_a_list_of_lanes_names_only_lanes_that_exist() -> None:
    site = compile_pages({"map.md": journey("title: Map\nlanes: [emotion, touchpionts, device]\nphases: [Need]")})
    assert report(site) == [
        "map.md:3:18 JN114 There is no lane “touchpionts”. Did you mean touchpoints?",
        "map.md:3:31 JN114 There is no lane “device”. To add a lane, write its name and label: device: Device.",
    ]


def test_words_with_scores_may_stand_for_scores() -> None:
    site = compile_pages(
        {
            "map.md": journey("""
                title: Map
                feelings: {Irritated: -2}
                phases:
                  - {name: Need, emotion: irritated}
                  - {name: Buy, emotion: puzzled}
            """)
        }
    )
    assert [(finding.code.id, finding.span.line) for finding in site.findings] == [("JN126", 6)]
    (entry,) = site.atlas.journeys.values()
    assert [phase.emotion.score for phase in entry.journey.phases if phase.emotion] == [-2, None]


def test_every_part_is_called_by_a_name_of_its_own() -> None:
    assert [part.__name__ for part in PARTS if part_name(part) == "entry"] == []
    assert [
        part.__name__ for part in PARTS if one_part(part) not in (f"a {part_name(part)}", f"an {part_name(part)}")
    ] == []
    assert len({part_name(part) for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize(
    ("written", "language", "phase"),
    [("steps:", "en", "Phase 1"), ("Étapes :", "fr", "Phase 1"), ("Pasos:", "es", "Fase 1")],
)
def test_steps_of_a_map_without_phases_are_its_phases_or_those_of_one(written: str, language: str, phase: str) -> None:
    typed = f"title: T\n{written}\n  - name: A\n    emotion: -1\n  - name: B\n"
    findings = compile_pages({"map.md": journey(typed)}, language=language).findings
    (found,) = (one for one in findings if one.code.id == "JN101")
    as_phases, below_one = found.mend.choices
    assert as_phases.lines == (written.replace(written.rstrip(" :"), "phases"),)
    assert below_one.lines == (
        "phases:", f"  - name: {phase}", f"    {written}", "      - name: A", "        emotion: -1", "      - name: B",
    )  # fmt: skip
