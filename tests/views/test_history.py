"""How a map moved: what is kept of it, what counts as moved, and what the view shows of that."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.views import render_view
from mkdocs_journey.views.history import (
    By,
    History,
    HistoryPoint,
    IndicatorReading,
    Reached,
    State,
    gather_history,
    state_of,
)
from tests.compiling import only_journey
from tests.hostile.naughty import STRINGS
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of
from tests.views.counted import counted

CALM = State(
    "Renewal",
    Scale(),
    (Reached("Ask", -1), Reached("Pay", 1)),
    0,
    1,
    (IndicatorReading("NPS", "31", 31.0),),
    1,
    4,
    (3, None),
)
LOW = replace(CALM, curve=(Reached("Ask", -2), Reached("Pay", 1)), observed=2)
HIGH = replace(
    LOW,
    curve=(Reached("Ask", 0), Reached("Pay", 2)),
    indicators=(IndicatorReading("NPS", "35", 35.0),),
    severities=(3,),
)


def point(
    day: str, state: State | None, subject: str = "", trouble: Message = NO_MESSAGE, *, cut: bool = False
) -> HistoryPoint:
    return HistoryPoint(date.fromisoformat(day), f"{day}-abcdef", subject or f"On {day}", state, trouble, cut)


def days(history: History) -> list[str]:
    return [str(row.point.day) for row in history.rows]


def test_a_state_counts_as_the_other_views_do() -> None:
    # The handbook of counted.py: nine statements, one of them observed; two open pain points, rated 4 and 2.
    state = state_of(counted("view: atlas").atlas.journeys["onboarding"])
    assert state == State(
        "Onboarding",
        Scale(),
        (Reached("Signs", 1), Reached("Is alone", -2), Reached("Works", 2)),
        1,
        2,
        (IndicatorReading("Time to value", "33\u00a0days", 33), IndicatorReading("NPS", "", None)),
        1,
        9,
        (4, 2),
    )
    assert (state.lowest, state.last, state.mean, state.percent, state.pains, state.severe) == (-2, 2, 0.33, 11, 2, 1)


def test_pain_points_that_are_settled_are_not_open() -> None:
    assert state_of(counted("view: atlas").atlas.journeys["renewal"]).severities == (3,)


def test_a_map_without_steps_scores_or_statements_has_a_state_as_well() -> None:
    state = state_of(only_journey("title: A\nphases: [One]\n"))
    assert (state.curve, state.lowest, state.last, state.mean, state.percent, state.pains) == (
        (),
        None,
        None,
        None,
        None,
        0,
    )
    phases = state_of(only_journey("title: A\nphases: [{name: One, emotion: -1, steps: [a, b]}, {name: Two}]\n"))
    assert phases.curve == (Reached("One", -1, 2.0), Reached("Two", None, 1.0))


def test_of_neighbours_that_are_alike_the_one_counts_that_brought_the_state() -> None:
    points = [point("2025-05-01", LOW), point("2025-04-01", LOW), point("2025-03-01", CALM), point("2025-02-01", CALM)]
    assert days(gather_history(points)) == ["2025-04-01", "2025-02-01"]


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        ({"title": "Other"}, True),
        ({"curve": (Reached("Ask", -1), Reached("Settle", 1))}, True),
        ({"scale": Scale(-3, 3)}, True),
        ({"severities": (3, 1)}, True),
        ({"indicators": ()}, True),
        ({"observed": 2, "statements": 8}, False),
        ({"observed": 250, "statements": 1001}, False),
        ({"observed": 3}, True),
    ],
)
def test_what_counts_as_moved(change: dict, moved: bool) -> None:
    found = gather_history([point("2025-02-01", replace(CALM, **change)), point("2025-01-01", CALM)])
    assert len(found.rows) == 1 + moved


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("commit", ["2025-07-02", "2025-06-30", "2025-05-31", "2025-05-01", "2025-03-31"]),
        ("month", ["2025-07-02", "2025-06-30", "2025-05-31", "2025-03-31"]),
        ("quarter", ["2025-07-02", "2025-06-30", "2025-03-31"]),
    ],
)
def test_the_last_state_of_each_month_or_quarter_counts(by: By, expected: list[str]) -> None:
    states = {"2025-07-02": HIGH, "2025-06-30": LOW, "2025-05-31": HIGH, "2025-05-01": LOW, "2025-03-31": CALM}
    assert days(gather_history([point(*one) for one in states.items()], by)) == expected


def test_no_more_points_are_taken_than_are_shown() -> None:
    taken = []

    def endless():
        for year in range(2025, 1000, -1):
            taken.append(year)
            yield point(f"{year}-01-01", LOW if year % 2 else CALM)

    found = gather_history(endless(), limit=3)
    assert (days(found), found.more, len(taken)) == (["2025-01-01", "2024-01-01", "2023-01-01"], True, 5)


def test_a_clone_that_ends_is_only_told_of_where_its_end_is_reached() -> None:
    points = [point("2025-03-01", HIGH), point("2025-02-01", LOW), point("2025-01-01", CALM, cut=True)]
    assert [gather_history(points, limit=limit).cut for limit in (0, 3, 1)] == [True, True, False]


HANDBOOK = {"renewal.md": "```journey\ntitle: Renewal\nphases: [Ask, Pay]\n```\n"}


def drawn(
    points: Sequence[HistoryPoint] | None, fields: str = "journey: renewal", language: str = "en", commits: str = ""
):
    """The view as a browser sees it."""
    site = compiled({**HANDBOOK, "view.md": f"```journeys\nview: history\n{fields}\n```"})
    asked = []

    def history(entry, by, limit):
        asked.append((entry.id, by, limit))
        return gather_history(points, by, limit) if points is not None else None

    around = replace(surroundings(site, language), history=history, commits=commits)
    (entry,) = [block.entry for block in site.blocks["view.md"]]
    html = render_view(entry, around, ENVIRONMENT).html
    return asked, parse(html)


def rows(body) -> list[list[str]]:
    return [[text_of(cell) for cell in row.select("th, td")] for row in body.select("tr")]


POINTS = [
    HistoryPoint(date(2025, 12, 1), "", "", HIGH),
    point("2025-09-01", None, trouble=message("The score 9 is outside this map's scale.")),
    point("2025-04-01", LOW, "Ask <them> #7"),
    point("2025-01-01", CALM),
]


def test_the_table_tells_what_each_commit_moved() -> None:
    asked, body = drawn(POINTS)
    assert asked == [("renewal", "quarter", 12)]
    assert rows(body) == [
        ["Date", "Commit", "Emotion", "Indicators", "Observed", "Open pain points"],
        ["Now", "Not committed yet", "Worst at 0 Ask Ends at +2", "NPS 31 → 35", "50 %", "1 was 2"],
        ["1 Sep 2025", "On 2025-09-01 2025-09", "Could not be read: The score 9 is outside this map's scale.", "–", "–", "–"],
        ["1 Apr 2025", "Ask <them> #7 2025-04", "Worst at −2 Ask Ends at +1", "–", "50 % was 25 %", "2"],
        ["1 Jan 2025", "On 2025-01-01 2025-01", "Worst at −1 Ask Ends at +1", "NPS 31", "25 %", "2"],
    ]  # fmt: skip
    assert [spark["style"].count("--x:") for spark in body.select("tr .journey-spark")] == [1, 1, 1]
    assert [one.get_text() for one in body.select("td .journey-alarm")] == [
        "Could not be read: The score 9 is outside this map's scale.", "Worst at −2 Ask", "Worst at −1 Ask",
    ]  # fmt: skip


def stairs(chart, line: str) -> list[list[tuple[float, float]]]:
    """The pieces of a line of a chart: per cent of the time, and of its scale from the top, which has a tenth around it."""
    left, top, width, height = map(float, chart.svg["viewBox"].split())
    pieces = [re.findall(r"(-?[\d.]+) (-?[\d.]+)", path["d"]) for path in chart.select(f".{line} path")]
    return [
        [(round(100 * (float(x) - left) / width, 1), round(120 * (float(y) - top) / height - 10, 1)) for x, y in piece]
        for piece in pieces
    ]


def test_the_charts_end_with_their_last_values_and_are_hidden_from_screen_readers() -> None:
    (charts,) = drawn(POINTS)[1].select(".journey-trends")
    assert charts["aria-hidden"] == "true"
    assert [text_of(chart) for chart in charts.select(".journey-trend")] == [
        "Emotion +2 −2 0 lowest +1 mean Jan 2025 Now",
        "Observed 100 % 0 50 % Jan 2025 Now",
        "Open pain points 2 0 1 Jan 2025 Now",
        "NPS 35 31 35 Jan 2025 Now",
    ]
    # 90 of 334 days are 26.9 per cent, 243 are 72.8; the line stops where the map could not be read. The scale of the
    # emotion goes from −2, at the bottom, to +2.
    assert stairs(charts.select_one(".journey-trend"), "journey-s0") == [
        [(0, 75), (26.9, 75), (26.9, 100), (72.8, 100)], [(100, 50), (100, 50)],
    ]  # fmt: skip
    assert stairs(charts.select(".journey-trend")[1], "journey-s0") == [
        [(0, 75), (26.9, 75), (26.9, 50), (72.8, 50)], [(100, 50), (100, 50)],
    ]  # fmt: skip


def test_the_view_says_which_map_it_is_about_and_leads_to_it() -> None:
    body = drawn(POINTS)[1]
    (link,) = body.select("p.journey-label a")
    assert (link.get_text(), link["href"]) == ("Renewal", "renewal.md#journey-renewal")
    assert body.select_one("[role=region]")["aria-label"] == "History, scrollable table: Renewal"


def test_one_point_has_no_chart() -> None:
    body = drawn(POINTS[-1:])[1]
    assert (len(rows(body)), body.select(".journey-trends")) == (2, [])


def test_where_the_history_is_not_known_the_view_says_so() -> None:
    body = drawn(None)[1]
    assert body.select("table") == []
    assert text_of(body) == ("The history of this map is not known here: the site was not built from a git repository.")


def test_a_view_says_how_many_rows_it_wants_of_what() -> None:
    asked, body = drawn(POINTS, "journey: Renewal\nby: commit\nlimit: 2")
    assert asked == [("renewal", "commit", 2)]
    assert [row[0] for row in rows(body)] == ["Date", "Now", "1 Sep 2025"]
    assert text_of(body.select_one(".journey-view__note")) == "Older ones are left out."
    cut = drawn([*POINTS[:-1], point("2025-01-01", CALM, cut=True)])[1]
    assert text_of(cut.select_one(".journey-view__note")) == "Older commits are not in this clone of the repository."


def test_a_commit_leads_to_its_page_where_that_is_known() -> None:
    links = drawn(POINTS, commits="https://github.com/a/b/commit/")[1].select("td a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        (f"{day[:7]}", f"https://github.com/a/b/commit/{day}-abcdef") for day in ("2025-09-01", "2025-04-01", "2025-01-01")
    ]  # fmt: skip


def test_a_new_title_an_indicator_that_is_gone_and_a_map_that_was_away_are_told() -> None:
    renamed = replace(CALM, title="Year two", indicators=())
    points = [point("2025-03-01", renamed), point("2025-02-01", None), point("2025-01-01", CALM)]
    assert [row[1:4] for row in rows(drawn(points, "journey: renewal\nby: commit")[1])[1:3]] == [
        ["On 2025-03-01 2025-03 renamed to Year two", "Worst at −1 Ask Ends at +1", "NPS is gone"],
        ["On 2025-02-01 2025-02", "The map was taken off its page.", "–"],
    ]


def test_scores_of_another_scale_are_drawn_as_far_from_neutral_as_they_were() -> None:
    wide = replace(CALM, scale=Scale(-4, 4), curve=(Reached("Ask", -2), Reached("Pay", 2)))
    body = drawn([point("2025-02-01", wide), point("2025-01-01", CALM)], "journey: renewal\nby: commit")[1]
    assert stairs(body.select_one(".journey-trend"), "journey-s0") == [[(0, 75), (100, 75), (100, 75), (100, 75)]]


def test_the_words_are_in_the_language_of_the_site() -> None:
    assert rows(drawn(POINTS, language="de")[1])[1][:2] == ["Jetzt", "Noch nicht committet"]


@pytest.mark.slow
def test_no_text_of_a_commit_or_an_earlier_map_comes_alive() -> None:
    def shown(text: str):
        state = replace(
            CALM,
            title=text,
            curve=(Reached(text, -1), Reached("Pay", 1)),
            indicators=(IndicatorReading(text, text, 1.0),),
        )
        return drawn([point("2025-02-01", None, text, text), point("2025-01-15", state, text), point("2025-01-01", CALM, text)], "journey: renewal\nby: commit")[1]  # fmt: skip

    harmless = {tag.name for tag in shown("word").find_all()}
    for text in STRINGS:
        # Git gives subjects and findings give sentences without such characters.
        text = re.sub("[\x00-\x1f\x7f-\x9f]", " ", text)
        body = shown(text)
        assert {tag.name for tag in body.find_all()} <= harmless, json.dumps(text)
        assert body.select("table a, .journey-trends a, [onload], [onerror], [src]") == [], json.dumps(text)
