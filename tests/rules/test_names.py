"""One name in one spelling: what counts as the same, and how the others are mended."""

from __future__ import annotations

import pytest

from mkdocs_journey.rules.names import bare, names_of, spellings_of
from mkdocs_journey.rules.settings import Settings
from tests.compiling import compile_pages, only_journey


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("E-mail", "emails"),
        ("Account team", "account-team"),
        ("Café", "cafe"),
        ("Support (EMEA)", "Support EMEA"),
        ("チャット", "チャット "),
        ("R&D", "R & D"),
    ],
)
def test_two_spellings_of_a_name_are_the_same(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tier 1", "Tier 2"), ("ガス", "カス"), ("C++", "C"), ("SMS", "SM"), ("Success", "Succes"), ("की", "का")],
)
def test_two_names_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert bare(one) != bare(other)


def test_another_spelling_is_mended_in_its_own_line() -> None:
    site = compile_pages(
        {
            "map.md": """
            ```journey
            title: Trial
            owner: Growth team
            phases:
              - name: Import
                owner: 'growth-team'
                pains:
                  - {text: A wrong date, owner: GrowthTeam}
                opportunities:
                  - {text: A preview, owner: Growth team}
            ```
            """
        },
        Settings(select=("JN361",)),
    )
    assert [(finding.mend.lines, finding.mend.first, finding.mend.certain) for finding in site.findings] == [
        (("    owner: Growth team",), 6, False),
        (("      - {text: A wrong date, owner: Growth team}",), 8, False),
    ]


def test_between_two_spellings_as_frequent_as_each_other_the_first_is_the_standard() -> None:
    page = """
        ```journey
        title: Trial
        phases:
          - name: Import
            systems: [Help desk, Helpdesk]
        ```
        """
    site = compile_pages({"map.md": page}, Settings(select=("JN361",)))
    assert [(finding.mend.lines, finding.mend.certain) for finding in site.findings] == [
        (("    systems: [Help desk, Help desk]",), False)
    ]


def test_a_name_that_needs_quotes_is_only_told() -> None:
    page = """
        ```journey
        title: Trial
        owner: 'Growth: the team'
        phases:
          - name: Import
            owner: ['Growth: the team', Growth the team]
        ```
        """
    site = compile_pages({"map.md": page}, Settings(select=("JN361",)))
    assert [finding.mend.lines for finding in site.findings] == [()]


def test_the_names_of_a_map_are_those_that_have_a_place() -> None:
    document = only_journey(
        """
        title: Trial
        owner: Growth
        contributors:
          - {name: Noor Haddad, team: Growth}
          - Sam Osei
        phases:
          - name: Import
            owner: Growth
            channel: [Chat, Phone]
            touchpoints:
              - {name: Importer, channel: app, owner: App}
              - Help
            systems: CRM
            steps:
              - name: Uploads a spreadsheet
                owner: Support
                pains:
                  - {text: A wrong date, owner: Data}
                opportunities:
                  - {text: A preview, owner: Design}
        """
    ).document
    placed = [(name.kind, name.text, str(document.place(*name.place, *name.field))) for name in names_of(document)]
    assert placed == [
        ("team", "Growth", "map.md:3:8"),
        ("team", "Growth", "map.md:5:31"),
        ("channel", "app", "map.md:12:35"),
        ("team", "App", "map.md:12:47"),
        ("channel", "Chat", "map.md:10:15"),
        ("channel", "Phone", "map.md:10:21"),
        ("team", "Growth", "map.md:9:12"),
        ("system", "CRM", "map.md:14:14"),
        ("team", "Data", "map.md:19:41"),
        ("team", "Design", "map.md:21:38"),
        ("team", "Support", "map.md:17:16"),
    ]
    assert sorted(spellings_of(document)) == sorted((kind, text) for kind, text, _ in placed)
