"""The curve of a map meets its scores, draws no feeling that has none, and stands above that of today in a plan."""

from __future__ import annotations

import re

import pytest

from tests.render.drawn_maps import drawn, steps, values
from tests.render.rendering import text_of


def looks(point):
    """Its classes, and that of its face."""
    names = [*point["class"], *(name for face in point.select("svg") for name in face["class"])]
    return [name for name in names if name != "journey-pt"]


def plots(body):
    """The looks of the curve in each phase."""
    return [
        [" ".join(path.get("class", [])) for path in plot.select("path")]
        for plot in body.select(".journey-phase > svg")
    ]


def points(body):
    return [
        [(text_of(point), point.get("style", ""), looks(point)) for point in cell.select("b")]
        for cell in body.select("dd.journey-lane--emotion")
    ]  # fmt: skip


def test_the_curve_has_words_at_peaks_troughs_and_both_ends():
    body = drawn(steps("""
        - {name: A, emotion: +1 glad}
        - {name: B, emotion: 0 tired}
        - {name: C, emotion: -2 lost}
        - {name: D, emotion: +2 proud}
    """))  # fmt: skip
    assert points(body) == [
        [("+1 glad", "--y:25", [])],
        [("0 tired", "--y:50", ["journey-pt--beside"])],
        [("−2 lost", "--y:100", ["journey-pt--neg", "journey-pt--below", "journey-face", "journey-face--m2"])],
        [("+2 proud", "--y:0", ["journey-face", "journey-face--p2"])],
    ]
    assert [text_of(span) for span in body.select(".journey-pt span")] == ["tired"]


def test_the_curve_is_broken_where_nothing_was_measured_and_words_stay():
    body = drawn(steps("""
        - {name: A, emotion: +1}
        - {name: B}
        - {name: C, emotion: curious}
        - {name: D, emotion: -1}
    """))  # fmt: skip
    styles = [cell["style"] for cell in body.select("dd.journey-lane--emotion")]
    assert styles == ["--row:3;", "--row:3;", "--row:3;"]
    assert [point[0][0] for point in points(body)] == ["+1", "curious", "−1"]


def test_a_feeling_without_a_score_stands_in_a_row_of_its_own_and_at_no_height():
    body = drawn(steps("""
        - {name: A, emotion: +1}
        - {name: B, emotion: NPS 45}
        - {name: C, emotion: {text: surprised, evidence: 3 calls}}
        - {name: D, emotion: ":("}
    """))  # fmt: skip
    assert points(body) == [
        [("+1", "--y:25", ["journey-face", "journey-face--p1"])],
        [("NPS 45", "", ["journey-pt--word"])],
        [("surprised", "", ["journey-pt--word"])],
        [("−1 :(", "--y:75", ["journey-pt--neg", "journey-pt--below", "journey-face", "journey-face--m1"])],
    ]
    assert [text_of(name) for name in body.select(".journey-lanes .journey-lane--emotion i")] == ["no score"]
    assert "--words:" in body.select_one(".journey-grid")["style"]


def test_a_map_on_which_every_feeling_has_a_score_has_no_such_row():
    body = drawn(steps("- {name: A, emotion: +1}"))
    assert body.select(".journey-lanes i") == []
    assert "--words:" not in body.select_one(".journey-grid")["style"]


def test_on_paper_the_scale_is_lower_and_labels_within_it_have_more_room_beyond_its_ends():
    words = "that nobody comes although somebody promised on the phone that she would"
    body = drawn(steps(f"""
        - {{name: A, emotion: +1 glad {words}}}
        - {{name: B, emotion: -1 worried {words}}}
    """))  # fmt: skip
    style = body.select_one(".journey-grid")["style"]
    em = {name: float(size) for name, size in re.findall(r"--([a-z-]+):([\d.]+)em", style)}
    # Five lines of 1.15 em, and 1.3 em to the point, which stands a quarter of the scale from its end.
    label = 1.3 + 5 * 1.15
    on_screen, on_paper = (pytest.approx(label - scale / 4, abs=0.06) for scale in (8.2, 4))
    assert (em["above"], em["below"]) == (on_screen, on_screen)
    assert (em["paper-above"], em["paper-below"]) == (on_paper, on_paper)


def test_where_no_feeling_has_a_score_there_is_no_scale_and_the_words_are_all():
    body = drawn(steps("- {name: A, emotion: surprised}"))
    assert [text_of(cell) for cell in body.select("dd.journey-lane--feelings")] == ["surprised"]
    assert body.select(".journey-lane--emotion") == []
    assert "--above" not in body.select_one(".journey-grid")["style"]
    assert body.select(".journey-legend") == []


def test_phases_without_steps_have_their_place_on_the_curve():
    body = drawn("""
        title: T
        phases:
          - {name: A, emotion: -1}
          - {name: B, steps: [{name: B1, emotion: 0}, {name: B2, emotion: +1}]}
          - {name: C, emotion: +2, steps: [C1, C2]}
    """)
    found = body.select("dd.journey-lane--emotion")
    lines = [plot.select("path:not(.is-axis, .is-area)") for plot in body.select(".journey-phase > svg")]
    assert [sum(path["d"].count("C") for path in some) for some in lines] == [1, 3, 1]
    widths = [plot["viewBox"].split()[2] for plot in body.select(".journey-phase > svg")]
    assert widths == ["100", "200", "200"]
    assert [cell.find_parent("section")["class"][0] for cell in found] == [
        "journey-phase", "journey-step", "journey-step", "journey-phase",
    ]  # fmt: skip


def test_what_nobody_has_observed_is_dashed_and_said():
    body = drawn(
        steps("- {name: A, emotion: +1}\n- {name: B, emotion: -1 lost (?)}\n- {name: C, emotion: 0, hypothesis: true}")
    )
    assert plots(body) == [["is-axis", "is-area", "is-area is-low", "", "is-low is-guess"]]
    assert [text_of(cell) for cell in body.select("dd.journey-lane--emotion")] == [
        "+1",
        "−1 lost Hypothesis",
        "0 Hypothesis",
    ]
    assert "hypothesis, not yet observed" in text_of(body.select_one(".journey-legend"))


def test_other_scales_have_their_own_axis_and_no_plus_signs():
    body = drawn(steps("- {name: A, emotion: 10 happy}\n- {name: B, emotion: 3}", emotion_scale="0..10"))
    assert body.select_one(".journey-lanes .journey-lane--emotion small").get_text().split() == ["10", "5", "0"]
    assert [point[0][0] for point in points(body)] == ["10 happy", "3"]
    assert "Scale 0 to 10" in text_of(body.select_one(".journey-legend"))


# A plan beside today's map

TODAY = """
    id: today
    title: Today
    phases:
      - name: P
        steps:
          - {name: A, emotion: 0}
          - {name: B, emotion: -2, pains: [{text: Slow, id: slow}, Dear]}
          - {name: Gone, emotion: -1}
"""
PLAN = """
    id: plan
    title: Plan
    state: future
    redesigns: Today
    phases:
      - name: P
        steps:
          - {name: A, emotion: 0 calm}
          - name: B
            emotion: +1 fast
            opportunities: [{text: Wizard, fixes: [slow]}]
"""


def test_a_plan_is_drawn_over_todays_curve():
    body = drawn(TODAY, PLAN, journey=1)
    assert text_of(body.select_one(".journey-label")) == "Journey · future state · redesigns Today"
    assert body.select_one(".journey-label a")["href"] == "page.md#journey-today"
    assert [[point[0] for point in cell] for cell in points(body)] == [["0 calm"], ["+1 fast", "−2 today"]]
    assert body.select_one(".journey-phase > svg")["class"] == ["journey-curve", "journey-curve--today"]
    assert plots(body) == [["is-axis", "is-gap", "", "is-other is-low"]]


def test_a_plan_marks_the_pains_of_today_that_it_resolves():
    body = drawn(TODAY, PLAN, journey=1)
    assert values(body, "Pain points") == ["Slow Resolved"]
    assert body.select_one(".journey-resolved a")["href"] == "page.md#journey-today--slow"
    assert values(body, "Opportunities") == ["Wizard fixes P1 (today)"]
    assert [text_of(sign) for sign in body.select(".journey-sign")] == [
        "today", "planned state", "the tint is the gap to close", "pain point of today that this plan resolves",
    ]  # fmt: skip


def test_steps_that_fall_away_are_named():
    about = drawn(TODAY, PLAN, journey=1).select_one(".journey-about")
    assert text_of(about) == "About this map Steps that fall away Gone"


def test_a_plan_that_names_no_known_map_is_drawn_alone():
    body = drawn(PLAN.replace("redesigns: Today", "redesigns: Nothing"))
    assert text_of(body.select_one(".journey-label")) == "Journey · future state · redesigns Nothing"
    assert [[point[0] for point in cell] for cell in points(body)] == [["0 calm"], ["+1 fast"]]
