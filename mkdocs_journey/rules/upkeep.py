"""Upkeep: somebody looks after a map, looks at it again, and has tried it with others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.model.document import Document
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import Period
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap

_SEVERAL = (",", ";", "/", "&", "+", " and ", "、", "，", "；")
"""What stands between the names of several people who were written as one text."""
_BOTH_OF_ONE_TEAM = message("Both people who worked on this map are from one team, “{team}”.")
_ALL_OF_ONE_TEAM = message("All {number} people who worked on this map are from one team, “{team}”.")


def owner(seen: ExaminedMap) -> Iterator[Finding]:
    """A map has an owner."""
    journey = seen.journey
    if not journey.owner:
        yield seen.at_head(
            codes.NO_OWNER,
            message("Nobody looks after this map: it has no owner."),
            message("Add owner: with a person or a team."),
        )


def review(seen: ExaminedMap) -> Iterator[Finding]:
    """A map says when it is reviewed again: both the day of the last review and the time between two.

    Who writes only one of them expects to be reminded, and would never be.
    """
    journey = seen.journey
    if journey.reviewed and journey.review_every:
        return
    if journey.reviewed:
        yield seen.finding(
            codes.NO_REVIEW,
            ("reviewed",),
            message(
                "This map was reviewed on {day}, but it does not say when the next review is due.",
                day=journey.reviewed,
            ),
            message("Add review_every: with the time between two reviews, such as 6mo."),
        )
    elif journey.review_every:
        yield seen.finding(
            codes.NO_REVIEW,
            ("review_every",),
            message("This map says how often it is reviewed, but not when it last was, so nobody will be reminded."),
            message("Add reviewed: with the day of the last review, such as 2026-05-04."),
        )
    else:
        yield seen.at_head(
            codes.NO_REVIEW,
            message("This map does not say when somebody last looked whether it still holds."),
            message(
                "Add reviewed: with that day, such as 2026-05-04, and review_every: with a length of time, such as 6mo."
            ),
        )


def overdue(seen: ExaminedMap) -> Iterator[Finding]:
    """A map is reviewed in time."""
    journey = seen.journey
    due = _overdue_since(journey.reviewed, journey.review_every, seen.today)
    if due is not None:
        yield _overdue(message("The review of this map was due on {day}.", day=due), seen.document)


def persona_review(document: Document, persona: Persona, today: date | None) -> Iterator[Finding]:
    """A persona is reviewed in time. Without ``today``, nothing is overdue."""
    due = _overdue_since(persona.reviewed, persona.review_every, today)
    if due is not None:
        yield _overdue(message("The review of this persona was due on {day}.", day=due), document)


def _overdue_since(reviewed: date | None, every: Period | None, today: date | None) -> date | None:
    """The last day on which a review would have been in time, where that day has gone by."""
    if reviewed is None or every is None or today is None:
        return None
    due = every.after(reviewed)
    return due if due < today else None


def _overdue(said: Message, document: Document) -> Finding:
    return Finding(
        codes.REVIEW_OVERDUE,
        document.place("reviewed"),
        said,
        Mend(message("Look whether it still holds, and change reviewed: to the day on which you did.")),
    )


def walked(seen: ExaminedMap) -> Iterator[Finding]:
    """Somebody has walked through the journey that a map shows. A plan and a draft cannot be asked for that."""
    journey = seen.journey
    if not journey.walkthroughs and journey.state == "current" and journey.status != "draft":
        yield seen.at_head(
            codes.NEVER_WALKED,
            message("As far as this map tells, nobody has walked through the journey."),
            message("Go through it once as the customer would, and add walkthroughs: with date, by and result."),
        )


def one_team(seen: ExaminedMap) -> Iterator[Finding]:
    """More than one team has worked on a map, because each sees only its own part of the journey.

    A map that names no contributors is left alone, and so is a draft, which is somebody's first version. Where the
    team of one of several contributors is not known, it may be another team.
    """
    people = seen.journey.contributors
    if not people or seen.journey.status == "draft":
        return
    first = people[0]
    if len(people) == 1:
        if any(mark in first.name for mark in _SEVERAL):
            return
        said = message("Only “{name}” has worked on this map.", name=quoted(first.name))
    else:
        team = (first.team or "").casefold()
        if not team or any((one.team or "").casefold() != team for one in people):
            return
        said = message(
            _BOTH_OF_ONE_TEAM if len(people) == 2 else _ALL_OF_ONE_TEAM,
            number=len(people),
            team=quoted(first.team or ""),
        )
    yield seen.finding(
        codes.ONE_TEAM,
        ("contributors",),
        said,
        message("Go through it with somebody from another team that meets the customer, and add their name and team."),
    )


RULES = (owner, review, overdue, walked, one_team)
