"""A view of several journeys: what a ``journeys`` block asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journey.model.shapes import Choice, Ignores, ManyTexts, Names, OneText, Part, WholeNumber

PAIN_STATUS = ("open", "planned", "resolved", "accepted")
OPPORTUNITY_STATUS = ("idea", "planned", "doing", "done", "dropped")
JOURNEY_STATUS = ("draft", "hypothesis", "validated", "retired")


class View(Part):
    """Something gathered from all journeys of the site, or a slice of one map."""

    view: Annotated[
        Literal[
            "atlas", "map", "compare", "backlog", "matrix", "touchpoints", "teams", "systems", "processes",
            "content", "evidence", "reviews", "indicators", "promises", "personas", "walkthrough", "history",
        ],
        Choice(),
    ] = Field(description="What is shown.")  # fmt: skip
    title: OneText | None = Field(None, description="A title of your own.")
    persona: Names = Field((), description="Only journeys of these personas, by id or name.")
    journey: Names = Field(
        (), description="Only these journeys, by id or title; of a map, a part as well: `onboarding#go-live`."
    )
    owner: Names = Field((), description="Only what these owners answer for.")
    phase: Names = Field((), description="Only these phases, by name or id.")
    channel: Names = Field((), description="Only these channels.")
    state: Annotated[Literal["current", "future"], Choice()] | None = Field(
        None, description="Only maps of today, or only plans."
    )
    status: ManyTexts = Field((), description="Only what has one of these statuses.")
    lanes: ManyTexts = Field((), description="Of a slice of a map: only these lanes.")
    by: Annotated[Literal["commit", "month", "quarter"], Choice()] | None = Field(
        None,
        description="Of a history: a row for every commit that moved something, or the last of each month or quarter; `quarter` if not given.",
    )
    limit: WholeNumber | None = Field(None, description="So many rows at the most.")
    sort: OneText | None = Field(None, description="The column by which rows are sorted.")
    ignore: Ignores = Field(
        default_factory=dict, description="Rules that do not hold here, each with the reason: `{JN213: Starts in May}`."
    )


@dataclass(frozen=True, slots=True)
class ViewForm:
    """Which of its fields mean something to a view, and what may stand in them."""

    filters: frozenset[str]
    sorts: tuple[str, ...] = ()
    """Columns by which its rows may be sorted; the first one is what it does by itself."""
    statuses: tuple[str, ...] = ()
    one_journey: bool = False
    """Whether it is about exactly one journey, which it must name."""


def _form(filters: str, sorts: str = "", statuses: tuple[str, ...] = (), *, one_journey: bool = False) -> ViewForm:
    names = frozenset(filters.split())
    return ViewForm(names | {"sort"} if sorts else names, tuple(sorts.split()), statuses, one_journey)


_ROWS = "persona journey owner phase channel state limit"
_BACKLOG_STATUS = tuple(dict.fromkeys(PAIN_STATUS + OPPORTUNITY_STATUS))

FORMS: dict[str, ViewForm] = {
    "atlas": _form(
        "persona journey owner state status limit", "order title persona worst end reviewed owner", JOURNEY_STATUS
    ),
    "map": _form("journey phase lanes", one_journey=True),
    "compare": _form("persona journey phase state"),
    "backlog": _form(
        f"{_ROWS} status", "priority impact frequency effort severity journey phase owner status", _BACKLOG_STATUS
    ),
    "matrix": _form(f"{_ROWS} status", "", _BACKLOG_STATUS),
    "touchpoints": _form(_ROWS, "order name channel owner impact gap"),
    "teams": _form("persona journey owner phase state limit", "steps name"),
    "systems": _form("persona journey owner phase state limit", "steps name"),
    "processes": _form("persona journey owner phase state limit", "steps name"),
    "content": _form("persona journey owner phase state limit"),
    "evidence": _form("persona journey owner state status limit", "observed title date", JOURNEY_STATUS),
    "reviews": _form("persona journey owner state status limit", "due owner title", JOURNEY_STATUS),
    "indicators": _form("persona journey owner state limit", "order name gap"),
    "promises": _form("persona journey owner phase state status limit", "order journey", ("kept", "open")),
    "personas": _form("persona limit", "order name tier"),
    "walkthrough": _form("journey phase", one_journey=True),
    "history": _form("journey by limit", one_journey=True),
}
"""By view."""

VIEWS: dict[str, str] = {
    "atlas": "A card for each journey: its curve, its worst, best and last moment, and its next review.",
    "map": "A part of one map, such as `journey: onboarding#go-live`, on a page of help.",
    "compare": "Curves beside each other: of two or three journeys or personas, or of today and a plan.",
    "backlog": "Pain points with what would fix them, ranked by impact × frequency ÷ effort.",
    "matrix": "Opportunities by impact and effort, quick wins first.",
    "touchpoints": "Where customers meet you: channel, owner, how it is, how it should be, and the gap.",
    "teams": "Who answers for which steps, and where one team hands over to another.",
    "systems": "Which systems are at work at which steps.",
    "processes": "Which processes are at work at which steps.",
    "content": "Which help each step has, where it is missing, and which pages serve no step.",
    "evidence": "How much of each map was observed, and which sources are out of date.",
    "reviews": "What is due, overdue, was never reviewed or never tried for real, and whose turn it is.",
    "indicators": "Where each indicator stood, stands and should be.",
    "promises": "What was promised where, and the step that keeps it.",
    "personas": "Personas as cards and side by side.",
    "walkthrough": "A script of one map for trying it for real, to print.",
    "history": "How one map moved over time, as its git repository knows it: curve, indicators, evidence, open pain points.",
}
"""What each view shows, in a sentence."""
