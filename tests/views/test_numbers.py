"""Every number in every view, against the handbook of counted.py, which anybody can count by hand."""

from __future__ import annotations

import pytest

from tests.views.counted import counted, notes, tables

SIGNS = "1.1 Signs Sign · Onboarding"
ALONE = "2.1 Is alone Start · Onboarding"
WORKS = "2.2 Works Start · Onboarding"


def test_the_handbook_is_sound() -> None:
    assert [finding.code.id for finding in counted("view: atlas").findings] == []


def test_the_backlog_multiplies_and_divides() -> None:
    # “Slow” hurts on two maps; of its three opportunities, the one of the plan weighs most.
    assert tables("view: backlog") == [
        [
            ["Pain point", "Step", "Priority", "Opportunity", "Status", "Owner"],
            ["Nobody calls High", "2.1 Is alone Onboarding", "12.5 5 × 5 ÷ 2", "Call on day one", "open", "Success"],
            ["Slow Medium", "2.1 Is alone Onboarding 1 Ask Renewal", "12.0 4 × 3 ÷ 1",
             "One page A price list Somebody to ask", "open", "Sales"],
        ]
    ]  # fmt: skip


def test_the_matrix_names_quick_wins_first_and_what_is_not_rated_last() -> None:
    view = "view: matrix"
    assert notes(view) == ["Quick wins (impact 4 or 5, effort 1 or 2): 2 of 3. Not rated yet: 1."]
    assert [row[:4] for row in tables(view)[0]] == [
        ["No.", "Opportunity", "Impact", "Effort"],
        ["1", "Call on day one Quick win · planned · 2.1 Is alone", "Very high", "Low"],
        ["2", "One page Quick win · idea · 1 Ask", "High", "Very low"],
        ["3", "A price list idea · 1 Ask", "Medium", "Medium"],
        ["–", "Somebody to ask idea · 1 Ask", "not rated", "not rated"],
    ]


def test_a_comparison_of_today_and_the_plan_has_the_scores_of_both() -> None:
    assert tables("view: compare\njourney: renewal") == [
        [["Step", "Current state", "Future state"], ["Ask", "−1", "+1 planned state"], ["Pay", "0", "+2 planned state"]]
    ]


def test_a_comparison_of_personas_says_which_phases_they_do_not_share() -> None:
    view = "view: compare\npersona: [Mia, Ines]"
    assert notes(view) == ["Not on every map: Sign, Start, Ask, Pay."]
    assert tables(view) == [
        [
            ["Step", "Mia", "Ines"],
            ["Signs Sign", "+1 hopeful", "–"],
            ["Is alone Start", "−2 lost", "–"],
            ["Works Start", "+2 proud", "–"],
            ["Ask", "–", "−1"],
            ["Pay", "–", "0"],
        ]
    ]


def test_indicators_tell_which_part_of_the_way_is_done() -> None:
    # From 38 to 33 days are 5 of the 20 days between 38 and 18.
    assert tables("view: indicators") == [
        [
            ["Indicator", "At first", "Now", "Target", "Progress"],
            ["Time to value as of 31 Oct 2026", "38 days", "33 days", "18 days", "25 % of the way"],
            ["NPS", "24", "–", "35", "Not measured yet"],
        ]
    ]


def test_evidence_counts_statements_by_what_they_rest_on() -> None:
    # Onboarding: two actions, two touchpoints, two pains, three emotions; one action rests on the talks, one is assumed.
    assert tables("view: evidence") == [
        [
            ["Map", "Statements", "What they rest on", "Newest source"],
            ["Renewal", "5", "100 % without a source (5)", "–"],
            ["Renewal as we want it", "2", "100 % without a source (2)", "–"],
            ["Onboarding", "9", "11 % observed (1), 11 % assumed (1), 78 % without a source (7)",
             "Sep 2026 1 out of date"],
        ],
        [
            ["Source", "Map", "Statements that name it", "Date"],
            ["First talks Interviews, n=9", "Onboarding", "1", "1 Sep 2026"],
            ["Old poll Survey", "Onboarding", "0", "15 Jan 2020 out of date"],
        ],
    ]  # fmt: skip


def test_reviews_tell_what_is_overdue_due_and_was_never_done() -> None:
    # Today is 21 November 2026.
    view = "view: reviews"
    assert notes(view) == ["Up to date: 1."]
    assert tables(view) == [
        [
            ["What", "Owner", "Review", "Last review", "Tried for real"],
            ["Onboarding Map", "Success", "Overdue 31 Oct 2026, 21 days ago", "1 Oct 2026",
             "30 Sep 2026 Stuck at the login"],
            ["Mia Persona", "Success", "Due soon 29 Nov 2026, in 8 days", "30 Oct 2026", "–"],
            ["Renewal Map", "Accounts", "Never reviewed", "–", "not yet"],
            ["Ines Persona", "nobody", "Never reviewed", "–", "–"],
        ]
    ]  # fmt: skip


def test_content_counts_steps_with_help_and_pages_with_steps() -> None:
    view = "view: content"
    assert notes(view)[0] == "Steps with a page that helps: 3 of 5. Pages that are known to be missing: 1."
    assert tables(view) == [
        [
            ["Step", "FAQ", "Page", "Missing"],
            ["1.1 Signs", "–", "–", "–"],
            ["2.1 Is alone 2 pain points", "–", "–", "–"],
            ["2.2 Works", "faq/login.md", "–", "A video"],
        ],
        [
            ["Step", "FAQ", "Page", "Missing"],
            ["1 Ask 1 pain point", "–", "faq/login.md", "–"],
            ["2 Pay", "–", "faq/login.md", "–"],
        ],
        [["Step", "Pain points", "Owner"], [ALONE, "2", "Success"]],
        # Neither the page that introduces the folder nor pages with blocks.
        [["Page", "File"], ["Other", "faq/other.md"]],
        [["Page", "Steps"], ["Login", "3"]],
    ]


def test_touchpoints_subtract_what_is_from_what_is_wanted() -> None:
    view = "view: touchpoints"
    assert notes(view)[0] == "Matters much, and falls short: Portal"
    assert tables(view) == [
        [
            ["Touchpoint", "Channel", "Owner", "Impact", "Today", "Wanted", "Gap"],
            [f"Portal {SIGNS} {WORKS}", "Website self-service", "Product", "Very high", "2", "4", "2"],
            ["Invoice 2 Pay Renewal", "Email personal contact", "–", "–", "late", "on time", "falls short"],
        ]
    ]


def test_teams_have_their_steps_and_hand_over_to_one_another() -> None:
    view = "view: teams"
    assert notes(view) == ["Hand-offs: 1. Without a touchpoint: 1; there the customer is left alone."]
    assert tables(view) == [
        [
            ["Team", "Steps", "Where", "Also answers for"],
            ["Success", "2", "2.1 Is alone , 2.2 Works Start · Onboarding", "–"],
            ["Sales", "1", SIGNS, "Pain points Slow"],
            ["Product", "0", "–", "Touchpoints Portal"],
        ],
        [["From", "To", "Touchpoint"], ["Sales 1.1 Signs · Onboarding", "Success 2.1 Is alone", "none"]],
        [["Step", "Owner"], ["1.1 Signs", "Sales"], ["2.1 Is alone", "Success"], ["2.2 Works", "Success"]],
    ]


def test_systems_are_counted_under_one_spelling() -> None:
    assert tables("view: systems") == [
        [
            ["System", "Steps", "Where", "Owner of the step"],
            ["CRM", "3", "2.1 Is alone , 2.2 Works Start · Onboarding 2 Pay Renewal", "Success"],
            ["Calendar", "1", WORKS, "Success"],
        ],
        [["Step", "Systems"], ["2.1 Is alone", "CRM"], ["2.2 Works", "CRM Calendar"]],
        [["Step", "Systems"], ["2 Pay", "crm"]],
    ]


def test_processes_have_their_steps() -> None:
    assert tables("view: processes") == [
        [["Process", "Steps", "Where", "Owner of the step"], ["Hand-over", "1", WORKS, "Success"]],
        [["Step", "Processes"], ["2.2 Works", "Hand-over"]],
    ]


def test_promises_are_kept_by_a_later_step_or_by_none() -> None:
    view = "view: promises"
    assert notes(view) == ["Promises: 2. Kept by a later step: 1. Not kept: 1."]
    assert tables(view) == [
        [
            ["Promise", "Made at", "Kept at", "Owner"],
            ["Live in three weeks", SIGNS, WORKS, "Sales, Success"],
            ["No surprises", "1 Ask Renewal", "by no step", "–"],
        ]
    ]


@pytest.mark.parametrize(
    ("view", "first"),
    [
        ("view: backlog\nsort: frequency", ["Nobody calls", "Slow"]),
        ("view: backlog\nsort: -frequency", ["Slow", "Nobody calls"]),
        ("view: backlog\nsort: effort", ["Slow", "Nobody calls"]),
        ("view: backlog\nsort: severity", ["Nobody calls", "Slow"]),
        ("view: backlog\nsort: owner", ["Slow", "Nobody calls"]),
        ("view: backlog\nsort: journey", ["Nobody calls", "Slow"]),
        ("view: backlog\npersona: Ines", ["Slow"]),
        ("view: backlog\njourney: onboarding#start", ["Nobody calls", "Slow"]),
        ("view: backlog\njourney: onboarding#sign", []),
        ("view: backlog\nphase: Ask", ["Slow"]),
        ("view: backlog\nowner: sales", ["Slow"]),
        ("view: backlog\nstatus: planned", ["Nobody calls"]),
        ("view: backlog\nstatus: resolved", ["Paper"]),
        ("view: backlog\nlimit: 1", ["Nobody calls"]),
        ("view: backlog\nstate: future", ["Slow"]),
        ("view: matrix\nowner: Ruth", ["1"]),
        ("view: touchpoints\nchannel: email", ["Invoice"]),
        ("view: touchpoints\nsort: name", ["Invoice", "Portal"]),
        ("view: touchpoints\nsort: gap", ["Portal", "Invoice"]),
        ("view: touchpoints\nowner: Product", ["Portal"]),
        ("view: teams\nsort: name", ["Product", "Sales", "Success"]),
        ("view: systems\nphase: Pay", ["crm"]),
        ("view: evidence\nsort: title", ["Onboarding", "Renewal", "Renewal as we want it"]),
        ("view: evidence\nstatus: validated", ["Onboarding"]),
        ("view: reviews\nsort: title", ["Ines", "Mia", "Onboarding", "Renewal"]),
        ("view: reviews\nowner: Success", ["Onboarding", "Mia"]),
        ("view: reviews\npersona: Ines", ["Renewal", "Ines"]),
        ("view: reviews\nstate: current", ["Onboarding", "Renewal"]),
        ("view: indicators\nsort: name", ["NPS", "Time to value"]),
        ("view: indicators\nlimit: 1", ["Time to value"]),
        ("view: promises\nstatus: open", ["No surprises"]),
        ("view: promises\nstatus: kept", ["Live in three weeks"]),
        ("view: promises\nsort: -journey", ["No surprises", "Live in three weeks"]),
        ("view: content\njourney: renewal", ["1 Ask", "2 Pay"]),
    ],
)
def test_filters_and_sorts_choose_and_order_the_rows(view: str, first: list[str]) -> None:
    found = tables(view)
    rows = [row[0] for row in found[0][1:]] if found else []
    assert len(rows) == len(first)
    assert [row for row, name in zip(rows, first, strict=True) if not row.startswith(name)] == []


@pytest.mark.parametrize("limit", [1])
def test_what_a_limit_leaves_out_is_told(limit: int) -> None:
    assert notes(f"view: backlog\nlimit: {limit}")[-1] == "1 of 2 are shown."


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("backlog", "No map has a pain point or an opportunity here. Looked for: phase Sign."),
        ("matrix", "No map has an opportunity here. Looked for: phase Sign."),
        ("teams", "No map says here who answers for what. Looked for: phase Pay."),
        ("processes", "No map names a process here. Looked for: phase Ask."),
        ("promises", "No map makes a promise here. Looked for: phase Start."),
    ],
)
def test_a_view_that_finds_nothing_says_so_and_what_it_looked_for(view: str, sentence: str) -> None:
    phase = sentence.rpartition(" ")[2].rstrip(".")
    assert notes(f"view: {view}\nphase: {phase}") == [sentence]
