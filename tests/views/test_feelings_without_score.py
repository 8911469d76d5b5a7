"""A feeling without a score is a gap: no mean, no low, no curve, no record and no comparison takes it for zero."""

from __future__ import annotations

import json

from mkdocs_journey.exchange.handbook import Handbook
from mkdocs_journey.exchange.journeys_json import write_journeys_json
from mkdocs_journey.exchange.steps import step_records
from mkdocs_journey.render.views import render_view
from mkdocs_journey.report.curves import blocks
from mkdocs_journey.rules.settings import Settings
from mkdocs_journey.views.history import state_of
from mkdocs_journey.views.moments import course_of
from tests.compiling import compile_pages
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

MAP = """
    # Onboarding

    ```journey
    title: Onboarding
    id: onboarding
    persona: Mia
    phases:
      - name: Sign
        emotion: +1 hopeful
      - name: Wait
        emotion: frustrated
      - name: Search
        emotion: -1 to +1
      - name: Work
        emotion: ★★★★★ proud
      - name: Rate
        emotion: NPS 45
    ```

    ```journey
    title: Renewal
    id: renewal
    persona: Ines
    phases:
      - name: Sign
        emotion: surprised
      - name: Work
        emotion: happy
    ```

    ```persona
    name: Mia
    ```

    ```persona
    name: Ines
    ```
"""


def test_means_lows_and_curves_leave_it_out() -> None:
    onboarding, renewal = compile_pages({"map.md": MAP}).atlas.journeys.values()
    state, course = state_of(onboarding), course_of(onboarding)
    assert course is not None
    assert course.scores == (1, None, None, 2, None)
    assert (course.worst.name, course.best.name, course.end.name) == ("Sign", "Work", "Work")
    assert (state.lowest, state.last, state.mean) == (1, 2, 1.5)
    assert blocks(state.scores, state.scale) == "▆··█·"
    assert (course_of(renewal), blocks(state_of(renewal).scores, state.scale)) == (None, "–")


def test_a_low_without_a_pain_point_is_asked_for_scores_only() -> None:
    site = compile_pages({"map.md": MAP}, Settings(select=("JN321", "JN350", "JN351")))
    assert [str(finding) for finding in site.findings if finding.code.id.startswith("JN3")] == []


def test_a_comparison_has_the_words_and_no_number() -> None:
    site = compiled({"map.md": MAP, "view.md": "```journeys\nview: compare\npersona: [Mia, Ines]\n```"})
    view = parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)
    assert [[text_of(cell) for cell in row.select("th, td")] for row in view.select("tr")] == [
        ["Step", "Mia", "Ines"],
        ["Sign", "+1 hopeful", "surprised"],
        ["Wait", "frustrated", "–"],
        ["Search", "-1 to +1", "–"],
        ["Work", "+2 proud", "happy"],
        ["Rate", "NPS 45", "–"],
    ]
    assert [text_of(name) for name in view.select(".journey-compare__ends > *")] == ["Mia"]


def test_records_have_the_words_and_no_number() -> None:
    handbook = Handbook(compile_pages({"map.md": MAP}), "Ours", "", lambda page, anchor: f"{page}#{anchor}")
    assert [(one["score"], one["score_normalised"], one["feeling"]) for one in step_records(handbook)] == [
        (1, 0.5, "hopeful"),
        (None, None, "frustrated"),
        (None, None, "-1 to +1"),
        (2, 1, "proud"),
        (None, None, "NPS 45"),
        (None, None, "surprised"),
        (None, None, "happy"),
    ]
    journeys = json.loads(write_journeys_json(handbook))["journeys"]
    assert [[phase["score"] for phase in one["phases"]] for one in journeys] == [[1, None, None, 2, None], [None, None]]
