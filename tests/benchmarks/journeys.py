"""Reference journeys: five phases, eight lanes, 78 lines, no two alike, and a mistake in every tenth."""

from __future__ import annotations

from random import Random

from mkdocs_journey.compile import Page

PERSONAS = {
    "mia-berg": ("Mia Berg", "Facility manager"),
    "tomas-okafor": ("Tomás Okafor", "Technician"),
    "aiko-mori": ("Aiko Mori", "Head of operations"),
    "ingrid-lund": ("Ingrid Lund", "Buyer"),
    "sam-reyes": ("Sam Reyes", "Administrator"),
}
PRODUCTS = ["the app", "a second site", "reporting", "the API", "single sign-on", "the mobile scanner", "invoices"]
PHASES = ["Notice", "Search", "Compare", "Decide", "Set up", "Learn", "Use", "Ask for help", "Extend", "Renew"]
ACTIONS = [
    "Exports three years of tickets", "Asks finance for approval", "Reads [the guide](../guides/setup.md) twice",
    "Calls two colleagues – one of them on holiday", "Copies dates by hand (80 of them)", "Invites the night shift",
    "Tries it on *one* building first", "Sends screenshots to support", "Compares 3 offers in a spreadsheet",
    "Prints the checklist and pins it up", "Re-runs the failed import at 07:30", "Tells the team on Monday",
]  # fmt: skip
TOUCHPOINTS = [
    "Pricing page", "{name: Help desk, channel: Email}", "Onboarding call", "Import wizard", "Release notes",
    "Chat", "Invoice", "Admin manual",
]  # fmt: skip
THOUGHTS = [
    "Will this take long? It did **last** year", "Who do I call when it breaks", "'Is it me, or is it slow?'",
    "I only want the list from last week", "My director will ask what it costs", "So that is what the button does!",
    "“Three weeks” – really?", "At last something that just works",
]  # fmt: skip
EMOTIONS = [
    "-2 lost",
    "-2",
    "-1 worried",
    "-1 impatient",
    "0",
    "+1 hopeful",
    "+1 curious",
    "+2 relieved",
    "+2 🎉 proud",
]
PAINS = [
    "Nobody says who answers [questions](../guides/help.md)", "The file has to be split by hand",
    "Two screens call the same thing by two names", "{text: The password mail arrives a day late, severity: 5}",
    "The price depends on something that is not shown", "Dates are swapped without a warning",
]  # fmt: skip
OPPORTUNITIES = [
    "Show an example file before the upload", "Name one contact per site",
    "Send a summary after each call", "Offer a second, shorter training", "Say in the mail what happens next",
]  # fmt: skip
BEHIND = ["Success manager prepares the file", "Support looks up the contract", "Sales hands over the notes"]
CONTENT = ["../guides/setup.md", "'[Help](../guides/help.md)'", "../guides/help.md", "—", "https://example.com/video"]
MISTAKES = {
    3: ("    thoughts: ", "    thoughts: Note to self: "),
    13: ("    opportunities:", "    oportunities:"),
    23: ("    backstage: ", "    backstage: See [the list](../nowhere.md). "),
    33: ("    emotion: ", "    emotion: 7 "),
    43: ("persona: ", "persona: Somebody like "),
}
"""By the last digits of a journey's number: what is written in it, and what stands there instead."""


def journey_text(number: int) -> str:
    """The YAML of one journey, the same each time."""
    chance = Random(number)
    pick = chance.choice
    product, persona = pick(PRODUCTS), pick(list(PERSONAS.values()))[0]
    lines = [
        f"title: {pick(['Getting', 'Renewing', 'Extending', 'Setting up'])} {product} ({number})",
        f"id: journey-{number}",
        f"persona: {persona}",
        "scenario: >",
        f"  {persona} has heard of {product}, and wants it before the season starts.",
        f"customer_goal: Use {product} within {chance.randint(2, 9)} weeks",
        "business_goal: A renewal without a discount",
        "indicators:",
        f"  - {{name: NPS, baseline: {chance.randint(-20, 20)}, target: 40}}",
        "owner: Success team",
        f"reviewed: 2026-{chance.randint(1, 11):02}-14",
        f"review_every: {pick(['90d', '6mo', '1y'])}",
        "phases:",
    ]
    for phase in sorted(chance.sample(range(len(PHASES)), 5)):
        first, second = chance.sample(ACTIONS, 2)
        lines += [
            f"  - name: {PHASES[phase]}",
            "    actions:",
            f"      - {first}",
            f"      - {second}",
            f"    touchpoints: {pick(TOUCHPOINTS)}",
            f"    thoughts: {pick(THOUGHTS)}",
            f"    emotion: {pick(EMOTIONS)}",
            "    pains:",
            f"      - {pick(PAINS)}",
            "    opportunities:",
            f"      - {pick(OPPORTUNITIES)}",
            f"    content: {pick(CONTENT)}",
            f"    backstage: {pick(BEHIND)}",
        ]
    text = "\n".join(lines) + "\n"
    return text.replace(*MISTAKES[number % 50], 1) if number % 50 in MISTAKES else text


def pages(journeys: int) -> list[Page]:
    """A handbook with so many journeys, each on a page of its own, and the personas that they are about."""
    found = [
        Page(
            f"personas/{id_}.md", f"# {name}\n\n```persona\nname: {name}\nrole: {role}\ngoals: Less typing\n```\n", name
        )
        for id_, (name, role) in PERSONAS.items()
    ]
    prose = "Some words about the journey, so that the page is one that somebody might write.\n"
    for number in range(journeys):
        title = f"Journey {number}"
        text = f"# {title}\n\n{prose}\n```journey\n{journey_text(number)}```\n\n## What we learned\n\n{prose}"
        found.append(Page(f"journeys/journey-{number}.md", text, title))
    return found
