"""A small handbook whose numbers anybody can count by hand, and what views make of it."""

from __future__ import annotations

from bs4 import Tag

from mkdocs_journey.compile import Site
from mkdocs_journey.render.views import render_view
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

HANDBOOK = {
    "onboarding.md": """
        ```journey
        title: Onboarding
        id: onboarding
        persona: Mia
        owner: Success
        status: validated
        reviewed: 2026-10-01
        review_every: 30d
        indicators:
          - {name: Time to value, unit: days, baseline: 38, current: 33, target: 18, as_of: 2026-10-31}
          - {name: NPS, baseline: 24, target: 35}
        evidence:
          - {id: talks, kind: interview, n: 9, date: 2026-09-01, text: First talks}
          - {id: poll, kind: survey, date: 2020-01-15, text: Old poll}
        walkthroughs: [{date: 2026-09-30, by: Kim, result: Stuck at the login}]
        phases:
          - name: Sign
            owner: Sales
            steps:
              - name: Signs
                emotion: +1 hopeful
                actions: [{text: Reads, evidence: [talks]}, Waits (?)]
                touchpoints:
                  - {name: Portal, channel: Web, mode: self-service, impact: 5, actual: 2, desired: 4, owner: Product}
                promise: Live in three weeks
          - name: Start
            owner: Success
            steps:
              - name: Is alone
                emotion: -2 lost
                pains:
                  - {text: Nobody calls, id: nobody, severity: 4, frequency: 5, impact: 4}
                  - {text: Slow, severity: 2, frequency: 2}
                opportunities:
                  - {text: Call on day one, id: call, fixes: [nobody], impact: 5, effort: 2, status: planned}
                systems: [CRM]
              - name: Works
                emotion: +2 proud
                keeps: Live in three weeks
                touchpoints: [{name: Portal, channel: Web}]
                content: [{page: faq/login.md, kind: faq}, {missing: A video}]
                systems: [CRM, Calendar]
                processes: [Hand-over]
        ```
    """,
    "renewal.md": """
        ```journey
        title: Renewal
        id: renewal
        persona: Ines
        owner: Accounts
        phases:
          - name: Ask
            emotion: -1
            pains: [{text: Slow, severity: 3, frequency: 3, owner: Sales}]
            opportunities: [{text: A price list, impact: 3, effort: 3}, {text: Somebody to ask, id: someone}]
            promise: No surprises
            content: faq/login.md
          - name: Pay
            emotion: 0
            pains: [{text: Paper, status: resolved}]
            touchpoints: [{name: Invoice, channel: Email, mode: contact, actual: late, desired: on time}]
            content: faq/login.md
            systems: [crm]
        ```
    """,
    "plan.md": """
        ```journey
        title: Renewal as we want it
        id: plan
        persona: Ines
        owner: Accounts
        state: future
        redesigns: renewal
        reviewed: 2026-11-20
        review_every: 1y
        phases:
          - name: Ask
            emotion: +1
            opportunities: [{text: One page, id: page, fixes: [Slow], impact: 4, effort: 1, owner: Ruth}]
          - name: Pay
            emotion: +2
        ```
    """,
    "people.md": """
        ```persona
        name: Mia
        reviewed: 2026-10-30
        review_every: 30d
        owner: Success
        ```

        ```persona
        name: Ines
        ```
    """,
    "faq/login.md": "# Login\n\nSee [the start](journey:onboarding#works).\n",
    "faq/other.md": "# Other\n\nNothing.\n",
    "faq/index.md": "# FAQ\n\nAll questions.\n",
}


def counted(view: str) -> Site:
    """The handbook with a page that shows a view; ``view`` are the fields of its block."""
    return compiled({**HANDBOOK, "view.md": f"```journeys\n{view}\n```"})


def asked(site: Site):
    """What the block of the view asks for."""
    return site.blocks["view.md"][0].entry.view


def drawn(view: str) -> Tag:
    """The view as a browser sees it."""
    site = counted(view)
    return parse(render_view(site.blocks["view.md"][0].entry, surroundings(site), ENVIRONMENT).html)


def tables(view: str) -> list[list[list[str]]]:
    """The words of every table: rows of cells, the head first."""
    return [
        [[text_of(cell) for cell in row.select("th, td")] for row in table.select("tr")]
        for table in drawn(view).select("table")
    ]


def notes(view: str) -> list[str]:
    """The sentences around the tables."""
    return [text_of(note) for note in drawn(view).select(".journey-view__note, .journey-view__nothing")]
