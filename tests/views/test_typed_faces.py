"""A face is shown where it was typed, beside its words: on the map, on cards, in comparisons and in records."""

from __future__ import annotations

from mkdocs_journey.exchange.handbook import Handbook
from mkdocs_journey.exchange.steps import step_records
from mkdocs_journey.render.views import render_view
from tests.compiling import compile_pages
from tests.render.drawn_maps import drawn
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

PHASES = """
    phases:
      - name: Wait
        emotion: annoyed 😡
      - name: Cry
        emotion: 😭 of joy
      - name: Get
        emotion: +2 :-)
      - name: Rate
        emotion: ★★★★★ proud
      - name: Tell
        emotion: ++ of friends
"""
MAP = f"""
    ```journey
    title: Buying
    id: buying
    persona: Mia
    {PHASES.strip()}
    ```

    ```persona
    name: Mia
    ```
"""
SHOWN = ["annoyed 😡", "😭 of joy", ":-)", "proud", "of friends"]


def test_the_map_shows_it() -> None:
    site = compile_pages({"map.md": MAP})
    (entry,) = site.atlas.journeys.values()
    assert [phase.emotion.label for phase in entry.journey.phases if phase.emotion] == SHOWN
    body = drawn(MAP.split("```")[1].removeprefix("journey\n"))
    shown = [text_of(one) for one in body.select("dd.journey-lane--emotion b")]
    assert shown == ["−2 annoyed 😡", "😭 of joy", "+2 :-)", "+2 proud", "+2 of friends"]


def test_a_comparison_shows_it() -> None:
    other = MAP.replace("buying", "other").replace("Buying", "Other").replace("persona: Mia", "persona: Ines")
    site = compiled(
        {
            "map.md": MAP,
            "b.md": other.replace("name: Mia", "name: Ines"),
            "v.md": "```journeys\nview: compare\npersona: [Mia, Ines]\n```",
        }
    )
    view = parse(render_view(site.blocks["v.md"][0].entry, surroundings(site), ENVIRONMENT).html)
    assert [text_of(row.select("td")[0]) for row in view.select("tr")[1:]] == [
        "−2 annoyed 😡", "😭 of joy", "+2 :-)", "+2 proud", "+2 of friends",
    ]  # fmt: skip


def test_records_have_it() -> None:
    handbook = Handbook(compile_pages({"map.md": MAP}), "Ours", "", lambda page, anchor: f"{page}#{anchor}")
    assert [one["feeling"] for one in step_records(handbook)] == SHOWN
