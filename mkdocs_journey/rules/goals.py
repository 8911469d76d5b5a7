"""Goals and indicators come first: whose journey it is, where it leads, and by what success is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import message
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap

_GOAL = re.compile(
    r"\b(?:goals?|aims?|objectives?|intents?|purposes?|needs?|jobs? to be done|objetivos?|metas?|tavoit\w*|päämäär\w*|"
    r"buts?|objectifs?|obiettiv[oi]|scop[oi]|doel\w*)\b|ziel|目標|目的|ゴール|目标",
    re.IGNORECASE,
)
"""What a lane is called that says what somebody wants."""


def one_persona(seen: ExaminedMap) -> Iterator[Finding]:
    """A map has one persona, because it has one curve."""
    number = len(seen.journey.persona)
    if number > 1:
        yield seen.finding(
            codes.MANY_PERSONAS,
            ("persona",),
            message(
                "This map has {number} personas, but its curve can only show how one of them feels.", number=number
            ),
            message("Name the one whose emotion it is; the others can be stakeholders, or have a map of their own."),
        )


def goals(seen: ExaminedMap) -> Iterator[Finding]:
    """A map says what the customer wants and what the company wants, for the whole or for a phase.

    Where steps have lanes of their own for it, nobody but the author knows whose goals stand there.
    """
    journey = seen.journey
    named = [name for name, label in journey.lanes.items() if _GOAL.search(f"{name.replace('_', ' ')} {label}")]
    if any(lanes.custom.get(name) for _, lanes in seen.places for name in named):
        return
    customer = bool(journey.customer_goal) or any(phase.customer_goal for phase in journey.phases)
    business = bool(journey.business_goal) or any(phase.business_goal for phase in journey.phases)
    if customer and business:
        return
    if not customer and not business:
        yield seen.at_head(
            codes.NO_GOAL,
            message("This map does not say what anybody wants to reach."),
            message("Add customer_goal: and business_goal: with a sentence each."),
        )
    elif business:
        yield seen.at_head(
            codes.ONE_GOAL,
            message("This map has a business goal, but no customer goal."),
            message("Add {field}: with a sentence.", field="customer_goal"),
        )
    else:
        yield seen.at_head(
            codes.ONE_GOAL,
            message("This map has a customer goal, but no business goal."),
            message("Add {field}: with a sentence.", field="business_goal"),
        )


def indicators(seen: ExaminedMap) -> Iterator[Finding]:
    """A map says by which number success is told, and from where it starts.

    Numbers that stand at the steps, under ``metrics``, will do.
    """
    journey = seen.journey
    if not journey.indicators and not any(lanes.metrics for _, lanes in seen.places):
        yield seen.at_head(
            codes.NO_INDICATOR,
            message("This map names no number by which you would see that the journey gets better."),
            message("Add indicators: with a name, a baseline and a target, such as NPS or renewal rate."),
        )
    for i, indicator in enumerate(journey.indicators):
        if indicator.target and not indicator.baseline:
            yield seen.finding(
                codes.TARGET_WITHOUT_BASELINE,
                ("indicators", i, "target"),
                message("“{name}” has a target, but no value from which it started.", name=quoted(indicator.name)),
                message("Add baseline: with the value at the beginning, so that everybody sees how far you have come."),
            )


RULES = (one_persona, goals, indicators)
