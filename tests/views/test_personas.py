"""Personas side by side: cards, and a table of what each of them wants and likes."""

from __future__ import annotations

import pytest

from mkdocs_journey.render.views import render_view
from mkdocs_journey.views.personas import gather
from tests.render.rendering import ENVIRONMENT, TODAY, compiled, parse, surroundings, text_of

PAGES = {
    "team.md": """
        ```persona
        name: Tomás
        role: Technician
        tier: core
        goals: [Home by four, No paper (?)]
        likes: Pictures
        ```

        ```persona
        name: Ada
        tier: anti
        needs: "**Everything** for <b>free</b>"
        ```

        ```persona
        name: 佐藤
        id: sato
        lang: ja
        goals: 止まらないこと
        quote: よろしく
        ```
    """,
}


def site_with(fields: str):
    return compiled({**PAGES, "view.md": f"```journeys\nview: personas\n{fields}\n```"})


def drawn(fields: str = ""):
    site = site_with(fields)
    return parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)


@pytest.mark.parametrize(
    ("fields", "ids", "names"),
    [
        ("", ["tomas", "ada", "sato"], ["goals", "needs", "likes"]),
        ("sort: -order", ["sato", "ada", "tomas"], ["goals", "needs", "likes"]),
        ("sort: name", ["ada", "tomas", "sato"], ["goals", "needs", "likes"]),
        ("sort: -name", ["sato", "tomas", "ada"], ["goals", "needs", "likes"]),
        ("sort: tier", ["tomas", "sato", "ada"], ["goals", "needs", "likes"]),
        ("sort: -tier", ["ada", "sato", "tomas"], ["goals", "needs", "likes"]),
        ("persona: [Ada, sato]", ["ada", "sato"], ["goals", "needs"]),
        ("limit: 1", ["tomas"], ["goals", "likes"]),
    ],
)
def test_the_personas_that_were_asked_for_and_the_rows_that_one_of_them_fills(
    fields: str, ids: list[str], names: list[str]
) -> None:
    site = site_with(fields)
    found = gather(site.blocks["view.md"][0].entry.view, site, TODAY)
    assert ([entry.id for entry in found.personas], [field.name for field in found.fields]) == (ids, names)


def test_the_table_has_a_column_for_each_persona_and_a_row_for_each_question() -> None:
    table = drawn().table
    assert [[text_of(cell) for cell in row.select("th, td")] for row in table.select("tr")] == [
        ["Persona", "Tomás", "Ada", "佐藤"],
        ["Goals", "Home by four No paper Hypothesis", "–", "止まらないこと"],
        ["Needs", "–", "Everything for <b>free</b>", "–"],
        ["Likes", "Pictures", "–", "–"],
    ]
    assert {th["scope"] for th in table.thead.select("th")} == {"col"}
    assert {th["scope"] for th in table.tbody.select("th")} == {"row"}
    assert [cell["lang"] for cell in table.select("[lang]")] == ["ja"]
    assert table.select("b") == []


def test_every_card_leads_to_its_persona_and_has_no_id() -> None:
    body = drawn()
    assert [(text_of(a), a["href"]) for a in body.select("a")] == [
        ("Tomás", "personas/tomas.md#persona-tomas"),
        ("Ada", "personas/ada.md#persona-ada"),
        ("佐藤", "personas/sato.md#persona-sato"),
    ]
    assert body.select("[id]") == []


def test_what_is_left_out_is_told_and_so_is_that_there_is_nothing() -> None:
    assert text_of(drawn("limit: 2").select_one(".journey-view__note")) == "2 of 3 are shown."
    site = compiled({"view.md": "```journeys\nview: personas\n```"})
    rendered = render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT)
    assert text_of(parse(rendered.html)) == "There is no persona here yet."


def test_personas_of_whom_nothing_is_known_but_the_name_are_cards_only() -> None:
    assert drawn("persona: Ada").table is not None
    site = compiled({"a.md": "```persona\nname: Mia\n```", "view.md": "```journeys\nview: personas\n```"})
    body = parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)
    assert (len(body.select(".journey-persona-card")), body.table) == (1, None)
