"""Ids, links and files: what refers to what over the pages of a site."""

from __future__ import annotations

import pytest

from mkdocs_journey.atlas import find_target
from mkdocs_journey.corrections import corrected
from tests.compiling import compile_pages, journey, report

PERSONA = "```persona\nname: Mia Berg\n```\n"
MAP = """
    id: jacket
    title: Buying a jacket
    persona: Mia Berg
    phases:
      - name: Need
        id: need
        aliases: [want]
        steps:
          - name: It gets cold
            pains: [{text: Cold hands, id: cold}]
          - Talk
      - name: Buy
        steps: [Talk, 支払う]
"""


def test_a_journey_may_not_name_an_unknown_persona() -> None:
    site = compile_pages({"mia.md": PERSONA, "buy.md": journey("title: Buy\npersona: Mia Burg\nphases: [Need]")})
    assert report(site) == ["buy.md:3:10 JN201 There is no persona “Mia Burg”. Did you mean Mia Berg?"]


@pytest.mark.parametrize(
    ("address", "page", "anchor", "title"),
    [
        ("journey:jacket", "map.md", "journey-jacket", "Buying a jacket"),
        ("journey:Buying%20a%20jacket", "map.md", "journey-jacket", "Buying a jacket"),
        ("journey:jacket#need", "map.md", "journey-jacket--need", "Need"),
        ("journey:jacket#want", "map.md", "journey-jacket--need", "Need"),
        ("journey:jacket#it-gets-cold", "map.md", "journey-jacket--need--it-gets-cold", "It gets cold"),
        ("journey:jacket#buy/talk", "map.md", "journey-jacket--buy--talk", "Talk"),
        ("journey:jacket#支払う", "map.md", "journey-jacket--buy--支払う", "支払う"),
        ("journey:jacket#cold", "map.md", "journey-jacket--cold", "Cold hands"),
        ("persona:mia-berg", "mia.md", "persona-mia-berg", "Mia Berg"),
        ("persona:Mia Berg", "mia.md", "persona-mia-berg", "Mia Berg"),
    ],
)
def test_an_address_leads_to_its_place(address: str, page: str, anchor: str, title: str) -> None:
    site = compile_pages({"map.md": journey(MAP), "mia.md": PERSONA})
    assert report(site) == []
    target = find_target(site.atlas, address)
    assert target is not None
    assert (target.page, target.anchor, target.title) == (page, anchor, title)


def test_a_step_that_two_phases_have_is_named_with_its_phase() -> None:
    site = compile_pages({"map.md": journey(MAP), "mia.md": PERSONA, "faq.md": "[Talk](journey:jacket#talk)"})
    assert report(site) == [
        "faq.md:1:8 JN203 More than one phase of the journey jacket has a step “talk”. Write need/talk or buy/talk."
    ]


def test_broken_links_in_prose_are_found_where_they_stand() -> None:
    site = compile_pages({
        "map.md": journey(MAP),
        "mia.md": PERSONA,
        "faq.md": """
            ---
            title: FAQ
            ---
            See [the jacket](journey:jackets) and [Mia](persona:mia).
            `[not a link](journey:gone)`
            ```
            [nor this](journey:gone)
            ```
        """,
    })  # fmt: skip
    assert report(site) == [
        "faq.md:4:18 JN202 There is no journey “jackets”. Did you mean jacket?",
        "faq.md:4:45 JN201 There is no persona “mia”. Did you mean mia-berg?",
    ]


def test_two_journeys_with_one_id_name_both_places() -> None:
    site = compile_pages({"a.md": journey("title: Buy\nphases: [Need]"), "b.md": journey("title: Buy\nphases: [Need]")})
    assert report(site) == [
        "b.md:2:8 JN118 The journey “Buy” has the same id as the journey “Buy” in a.md, line 2: buy. "
        "Give one of them another title, or an id: of its own."
    ]
    assert [entry.page for entry in site.atlas.journeys.values()] == ["a.md"]


@pytest.mark.parametrize(
    ("title", "id_"), [("Überblick", "uberblick"), ("Tomás' day", "tomas-day"), ("Straße", "strasse")]
)
def test_an_id_comes_from_the_title_where_only_accents_are_lost(title: str, id_: str) -> None:
    site = compile_pages({"a.md": journey(f"title: {title}\nphases: [Need]")})
    assert (list(site.atlas.journeys), report(site)) == ([id_], [])


@pytest.mark.parametrize("title", ["作業", "FAQを見る", "Работа"])
def test_a_title_that_gives_no_id_asks_for_one(title: str) -> None:
    site = compile_pages({"a.md": journey(f"title: {title}\nphases: [Need]")})
    assert report(site) == [
        f"a.md:2:8 JN117 No address can be made from “{title}”. "
        "Add a line such as id: first-login, with the letters a to z, digits and hyphens."
    ]


def test_a_map_without_a_title_takes_the_pages() -> None:
    site = compile_pages({"a.md": "# Buying a jacket\n\n" + journey("phases: [Need]")})
    assert {entry.id: entry.title for entry in site.atlas.journeys.values()} == {"buying-a-jacket": "Buying a jacket"}


def test_a_map_can_stand_in_a_file() -> None:
    site = compile_pages(
        {"maps/a.md": journey("file: data/a.yml"), "maps/data/a.yml": "title: A\nphases:\n  - Need\n  - emotin: 1\n"}
    )
    assert report(site) == ["maps/data/a.yml:4:5 JN101 “emotin” is no field of a phase. Did you mean emotion?"]


@pytest.mark.parametrize(
    ("pages", "finding"),
    [
        ({"a.md": journey("file: gone.yml")}, "a.md:2:7 JN130 There is no file “gone.yml”: it w"),
        ({"a.md": journey("file: ../../etc/passwd")}, "a.md:2:7 JN130 There is no file “../../etc/passwd”: it w"),
        ({"a.md": journey("file: /etc/passwd")}, "a.md:2:7 JN130 There is no file “/etc/passwd”: it w"),
        (
            {"a.md": journey("file: a.yml\ntitle: A"), "a.yml": "phases: [Need]"},
            "a.md:3:1 JN132 “title” stands beside file:, but then there can",
        ),
        (
            {"a.md": journey("file: a.yml"), "a.yml": "title: A\nphases: [Need]", "b.md": journey("file: a.yml")},
            "b.md:2:7 JN131 The file a.yml is shown in a.md, line 2, already.",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_said(pages: dict[str, str], finding: str) -> None:
    assert [line[: len(finding)] for line in report(compile_pages(pages))] == [finding]


def test_a_persona_alone_on_a_page_has_that_page_and_others_get_one_made() -> None:
    site = compile_pages({
        "mia.md": PERSONA,
        "team.md": "```persona\nname: Dee\n```\n\n```persona\nname: Tom\n```\n",
        "map.md": "```persona\nname: Ann\n```\n\n" + journey("title: Map\nphases: [Need]"),
    })  # fmt: skip
    assert {entry.id: (entry.page, entry.source_page) for entry in site.atlas.personas.values()} == {
        "mia-berg": ("mia.md", "mia.md"),
        "dee": ("personas/dee.md", "team.md"),
        "tom": ("personas/tom.md", "team.md"),
        "ann": ("personas/ann.md", "map.md"),
    }


def test_what_refers_to_a_broken_block_is_not_reported_as_well() -> None:
    site = compile_pages({
        "mia.md": "```persona\nname: Mia\nrloe: x\n```\n",
        "map.md": journey("title: Map\npersona: Mia\nphases: [Need]"),
    })  # fmt: skip
    assert report(site) == ["mia.md:3:1 JN101 “rloe” is no field of a persona. Did you mean role?"]


def test_a_journey_may_not_redesign_itself() -> None:
    site = compile_pages({"a.md": journey("title: A\nstate: future\nredesigns: A\nphases: [Need]")})
    assert report(site) == ["a.md:4:12 JN207 This map names itself under redesigns:. Name another journey."]


LINKS = [
    # a link as typed, and as it should be; the same where it is right
    ("[x](journey:Buying a jacket#Asks a friend)", "[x](journey:Buying a jacket#Asks a friend)"),
    ("[x](<journey:Buying a jacket#Asks a friend>)", "[x](<journey:Buying a jacket#Asks a friend>)"),
    ('[x](persona:Mia Berg "Who?")', '[x](persona:Mia Berg "Who?")'),
    ("[x](Journey:jacket)", "[x](journey:jacket)"),
    ("[x](JOURNEY:Buying a jacket#asks-a-friend)", "[x](journey:jacket#asks-a-friend)"),
    ("[x](journeys:jacket)", "[x](journey:jacket)"),
    ("[x](journey: jacket)", "[x](journey:jacket)"),
    ("[x](journey://jacket)", "[x](journey:jacket)"),
    ("[x](journey：jacket)", "[x](journey:jacket)"),
    ("[x](Persona:mia-berg)", "[x](persona:mia-berg)"),
    ("[x](journey:jackett#asks-a-freind)", "[x](journey:jacket#asks-a-friend)"),
    ("[x](persona:Mia)", "[x](persona:mia-berg)"),
    ("[x](journey:Mia Berg)", "[x](persona:mia-berg)"),
    ('<a href="Journey:jacket">x</a>', '<a href="journey:jacket">x</a>'),
    ("`[x](Journey:jacket)`", "`[x](Journey:jacket)`"),
]


@pytest.mark.parametrize(("typed", "right"), LINKS, ids=[typed for typed, _ in LINKS])
@pytest.mark.parametrize(
    "place", ["Look at {}.", "```journey\ntitle: Other\nphases:\n  - name: A\n    actions: '{}'\n```"]
)
def test_a_link_that_leads_nowhere_is_told_with_the_right_one(typed: str, right: str, place: str) -> None:
    if "<a " in typed and "```" in place:
        # HTML is shown letter by letter in a map.
        return
    pages = {
        "map.md": journey(
            "title: Buying a jacket\nid: jacket\npersona: Mia Berg\nphases: [{name: Ask, steps: [Asks a friend]}]"
        ),
        "mia.md": PERSONA,
        "faq.md": place.format(typed),
    }
    mends = [finding.mend for finding in compile_pages(pages).findings]
    assert corrected(pages["faq.md"], mends) == place.format(right)
    assert report(compile_pages({**pages, "faq.md": place.format(right)})) == []
