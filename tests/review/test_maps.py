"""What a map shows of its changes: cells with a word for what happened, the curve from before, and a summary."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace

from mkdocs_journey.diff.comparison import compare
from mkdocs_journey.diff.review import review_of
from mkdocs_journey.render.map.journey_map import render_map
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of


def reviewed(before: str, after: str, language: str = "en") -> BeautifulSoup:
    """The newer version of the map that begins with ``title: Onboarding``, as reviewers see it."""
    one, other = (compiled({"map.md": f"```journey\ntitle: Onboarding\n{text}\n```"}) for text in (before, after))
    place = replace(surroundings(other, language), review=review_of(compare(one, other, ("main", "here")), "all.md"))
    return parse(render_map(other.atlas.journeys["onboarding"], place, ENVIRONMENT).html)


def marked(html: BeautifulSoup) -> list[str]:
    """Every cell that is set off: its lane, how it is set off, and all its words; old ones as -…-, new ones as +…+."""
    found = []
    for cell in html.select("dd.is-added, dd.is-changed, dd.is-removed"):
        kind = next(name for name in cell["class"] if name.startswith("is-"))
        found.append(f"{text_of(cell.find_previous('dt'))} {kind}: {written(cell)}")
    return found


def written(element: Tag) -> str:
    for tag, sign in (("del", "-"), ("ins", "+")):
        for one in element.find_all(tag):
            one.replace_with(f"{sign}{text_of(one)}{sign}")
    return text_of(element)


STEP = "phases:\n  - name: Start\n    steps:\n      - name: Waits\n        {}"


def step(lines: str) -> str:
    return STEP.format(lines.replace("\n", "\n        "))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("thoughts: Hm", "thoughts: Hm", []),
        ("actions: [Calls]", "actions: [Calls, Writes]", ["Actions is-changed: Changed Calls +Writes+"]),
        ("gains: []", "gains: [Fast]", ["Gains is-added: Added +Fast+"]),
        ("gains: [Fast]", "owner: n/a", ["Gains is-removed: Removed -Fast-"]),
        ("actions: [Calls, Writes]", "actions: [Writes, Calls]", ["Actions is-changed: In another order Writes Calls"]),
        (
            "thoughts: I cannot find the button",
            "thoughts: I cannot find the big button",
            ["Thoughts is-changed: Changed -“I cannot find the button”- +“I cannot find the big button”+ (taken for the same by its text)"],
        ),
        ("owner: Sales", "owner: Support", ["Owner is-changed: Changed -Sales- +Support+"]),
        (
            "pains: [{text: Slow, owner: Sales, severity: 3}]",
            "pains: [{text: Slow, severity: 4}]",
            ["Pain points is-changed: Changed P1 High Slow severity -3- → +4+ (ranks higher) · owner -Sales- removed"],
        ),
        (
            "pains: [{text: Slow, status: open}]",
            "pains: [{text: Slow, status: resolved}]",
            ["Pain points is-changed: Changed P1 Slow Resolved · status -open- → +resolved+"],
        ),
        (
            "touchpoints: [{name: Call, channel: phone}]",
            "touchpoints: [{name: Call, channel: phone, page: call.md}]",
            ["Touchpoints is-changed: Changed Call page +call.md+ added call.md"],
        ),
        ("thoughts: Hm (?)", "thoughts: Hm", ["Thoughts is-changed: Changed “Hm” observed now"]),
        ("moment_of_truth: true", "moment_of_truth: It decides", ["Moment of truth is-changed: Changed It decides moment of truth with the reason +It decides+"]),
    ],
)  # fmt: skip
def test_a_cell_shows_what_it_was_and_says_so(before: str, after: str, shown: list[str]) -> None:
    assert marked(reviewed(step(before), step(after))) == shown


def test_a_step_that_is_new_moved_or_called_otherwise_says_so_in_its_head() -> None:
    before = "phases:\n  - name: Start\n    steps: [{name: Signs, thoughts: A}, {name: Waits, id: waits, thoughts: B}]\n  - name: End\n    steps: [{name: Leaves, thoughts: C}]"
    after = "phases:\n  - name: Begin\n    steps: [{name: Signs, thoughts: A}]\n  - name: End\n    steps: [{name: Waits long, id: waits, thoughts: B}, {name: Leaves, thoughts: C}, {name: Returns}]"
    assert [written(head) for head in reviewed(before, after).select("h3, h4")] == [
        "Begin was -Start-", "Signs", "End", "Waits long moved from -Start- , was -Waits-", "Leaves", "Returns Added",
    ]  # fmt: skip


CURVE = "phases:\n  - {{name: A, emotion: {}}}\n  - {{name: B, emotion: {}}}\n  - {{name: C, emotion: {}}}"


def points(html: BeautifulSoup) -> list[list[str]]:
    return [
        [text_of(point) for point in cell.select(".journey-pt")] for cell in html.select("dd.journey-lane--emotion")
    ]


def test_the_curve_from_before_lies_dotted_behind_the_new_one_with_its_points_where_they_differ() -> None:
    html = reviewed(CURVE.format("+1", "-1", "+1"), CURVE.format("+1", "-2", "+1"))
    assert points(html) == [["+1"], ["−2", "−1 before"], ["+1"]]
    behind = [plot.select(".is-other") for plot in html.select(".journey-phase > .journey-curve--was")]
    assert [[path["class"] for path in paths] for paths in behind] == [
        [["is-other"]],
        [["is-other", "is-low"]],
        [["is-other"]],
    ]
    assert "as it was before" in text_of(html.select_one(".journey-legend"))


def test_where_no_feeling_changed_there_is_no_second_curve() -> None:
    html = reviewed(CURVE.format("+1", "-1", "+1"), CURVE.format("+1", "-1", "+1") + "\nowner: Sales")
    assert (points(html), html.select(".is-other")) == ([["+1"], ["−1"], ["+1"]], [])
    assert "before" not in text_of(html.select_one(".journey-legend"))


def test_the_curve_from_before_runs_on_through_a_step_that_is_new_and_ends_where_nothing_was_measured() -> None:
    before = "phases: [{name: A, emotion: +1}, {name: C, emotion: -1}, {name: D}]"
    after = "phases: [{name: A, emotion: +1}, {name: B, emotion: +2}, {name: C, emotion: -1}, {name: D, emotion: 0}]"
    html = reviewed(before, after)
    assert points(html) == [["+1"], ["+2"], ["−1"], ["0"]]
    plots = html.select(".journey-phase > .journey-curve")
    assert [bool(plot.select(".is-other")) for plot in plots] == [True, True, True, False]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("emotion: -1 uneasy", "emotion: -1 lost", ["-uneasy- → +lost+ −1 lost"]),
        ("emotion: -1 (?)", "emotion: -1", ["observed now −1"]),
        ("emotion: -1", "emotion: {text: -1, evidence: Calls}", ["evidence +Calls+ added −1 Calls"]),
        ("thoughts: Hm", "emotion: +1 glad", ["Added +1 glad"]),
        ("emotion: +1 glad", "thoughts: Hm", ["Removed +1 before"]),
        ("emotion: +1 glad", "emotion: +2 glad", ["+2 glad +1 before"]),
    ],
)
def test_what_changed_of_a_feeling_besides_its_score_stands_above_the_curve(
    before: str, after: str, shown: list[str]
) -> None:
    html = reviewed(step(before), step(after))
    assert [written(cell) for cell in html.select("dd.journey-lane--emotion")] == shown


def test_a_score_on_another_scale_is_drawn_on_the_new_one() -> None:
    html = reviewed(
        "phases: [{name: A, emotion: +2}, {name: B, emotion: -2}]",
        "emotion_scale: 0..10\nphases: [{name: A, emotion: 5}, {name: B, emotion: 0}]",
    )
    assert points(html) == [["5", "10 before"], ["0"]]


def test_a_plan_shows_the_curve_it_had_and_not_todays_while_it_is_reviewed() -> None:
    html = reviewed(
        "state: future\n" + CURVE.format("+1", "0", "+1"), "state: future\n" + CURVE.format("+2", "0", "+1")
    )
    assert points(html) == [["+2", "+1 before"], ["0"], ["+1"]]


def test_the_head_sums_up_and_tells_every_change_the_gravest_first() -> None:
    before = "owner: Sales\n" + CURVE.format("+1", "+1", "0")
    after = "owner: Sales\nstatus: draft\n" + CURVE.format("+2", "-1", "0")
    head = reviewed(before, after).select_one(".journey-review")
    assert text_of(head.p) == "Changes since main 1 emotion down, 1 emotion up, 1 other change All changes of the site"
    assert [(item.a and item.a["href"], written(item)) for item in head.select("li")] == [
        ("#journey-onboarding--b", "B : risky : emotion -+1- → +−1+ (worse) (the emotion falls by two or more)"),
        (None, "status +draft+ added"),
        ("#journey-onboarding--a", "A : emotion -+1- → ++2+ (better)"),
    ]
    assert head.p.a["href"] == "///all.md"


def test_many_changes_are_folded_and_counted() -> None:
    def version(score: str) -> str:
        return "phases:" + "".join(f"\n  - {{name: Step {number}, emotion: {score}}}" for number in range(20))

    head = reviewed(version("0"), version("+1")).select_one(".journey-review")
    assert len(head.select(":scope > ul > li")) == 12
    assert text_of(head.summary) == "More changes: 8"
    assert len(head.select("details li")) == 8


def test_a_step_that_is_gone_is_told_in_the_head() -> None:
    head = reviewed(
        "phases: [{name: A, steps: [{name: One, pains: [Slow]}, {name: Two, thoughts: B}]}]",
        "phases: [{name: A, steps: [{name: Two, thoughts: B}]}]",
    ).select_one(".journey-review")
    assert [written(item) for item in head.select("li")] == ["One : step One removed; pain Slow removed"]
    assert head.select("li a") == []


def test_the_words_are_those_of_the_site() -> None:
    html = reviewed(step("gains: [Fast]"), step("gains: [Faster now]"), "de")
    assert [text_of(flag) for flag in html.select(".journey-flag")] == ["Geändert"]
