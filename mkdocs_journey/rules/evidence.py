"""Evidence: what a map says is known from somewhere, most of it has been observed, and not too long ago."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, all_of, counted, message
from mkdocs_journey.method.evidence_age import is_out_of_date
from mkdocs_journey.method.statements import Ground, assumptions_among, statements_of
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Evidenced, Source
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.values import Period
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap
from mkdocs_journey.rules.settings import Limits

FEWEST = 5
"""Statements below which a share says nothing."""
_OLD_SOURCE = message("“{name}” is from {date}, more than {length} ago.")
_OLD_NAMELESS_SOURCE = message("This source is from {date}, more than {length} ago.")


def moments(seen: ExaminedMap) -> Iterator[Finding]:
    """That everything hangs on a moment is known from somewhere. On a map of the future, nobody can know yet."""
    for path, lanes in seen.places:
        if lanes.moment_of_truth and seen.journey.state != "future" and not _is_known(seen, path):
            name = lanes.name if isinstance(lanes, Step | Phase) else ""
            yield seen.finding(
                codes.MOMENT_WITHOUT_EVIDENCE,
                (*path, "moment_of_truth"),
                message("“{name}” is a moment of truth, but nothing says how we know.", name=quoted(name)),
                message("Add evidence: there, such as 9 of 14 interviews, or ask customers which moment decided."),
            )


def _is_known(seen: ExaminedMap, path: Path) -> bool:
    """Whether a place has evidence that is more than an assumption: its own, its phase's, or that of an item."""
    assumed = assumptions_among(seen.journey.evidence)
    phase = seen.journey.phases[int(path[1])]
    within: Sequence[Lanes] = (phase.steps[int(path[3])],) if len(path) > 2 else (phase, *phase.steps)
    parts = [phase, *within, *(part for lanes in within for part in _parts(lanes))]
    return any(source not in assumed for part in parts for source in part.evidence)


def _parts(lanes: Lanes) -> Iterator[Evidenced]:
    """Everything in the lanes of a place that may have evidence."""
    for value in (*lanes.__dict__.values(), *lanes.custom.values()):
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Evidenced):
                yield part


def hypotheses(seen: ExaminedMap) -> Iterator[Finding]:
    """Not too much of a map is assumed. A draft, a hypothesis and a plan are left alone: they say so themselves."""
    journey = seen.journey
    if journey.status in ("draft", "hypothesis") or journey.state == "future":
        return
    grounds = [statement.ground for statement in statements_of(journey)]
    number, assumed = len(grounds), grounds.count(Ground.ASSUMED)
    if number >= FEWEST and 100 * assumed > seen.limits.hypotheses * number:
        yield seen.at_head(
            codes.MANY_HYPOTHESES,
            counted(
                assumed,
                "{number} of the {statements} statements on this map is assumed ({share} %).",
                "{number} of the {statements} statements on this map are assumed ({share} %).",
                statements=number,
                share=round(100 * assumed / number),
            ),
            message("Set status: hypothesis, so that readers know, or ask customers and name the evidence."),
        )


def sources(seen: ExaminedMap) -> Iterator[Finding]:
    """What a map rests on is not too old."""
    if seen.today is not None and seen.journey.evidence:
        yield from _old(seen.document, seen.journey.evidence, seen.limits, seen.today)


def persona_evidence(document: Document, persona: Persona, limits: Limits, today: date | None) -> Iterator[Finding]:
    """What a persona rests on is not too old. Without ``today``, nothing is."""
    if today is not None and persona.evidence:
        yield from _old(document, persona.evidence, limits, today)


def _old(document: Document, evidence: Sequence[Source], limits: Limits, today: date) -> Iterator[Finding]:
    for i, source in enumerate(evidence):
        if is_out_of_date(source, limits.evidence_age, today):
            name = source.text or source.id or source.kind
            yield Finding(
                codes.OLD_EVIDENCE,
                document.place("evidence", i, "date"),
                message(
                    _OLD_SOURCE if name else _OLD_NAMELESS_SOURCE,
                    name=quoted(name or ""),
                    date=source.date,
                    length=_length(limits.evidence_age),
                ),
                Mend(message("Ask or measure again, and add what you find as evidence with its own date.")),
            )


def _length(period: Period) -> Message:
    """A length of time in words: ``2 years``, ``18 months``, ``90 days``."""
    years, months = divmod(period.months, 12)
    parts: list[Message] = []
    if months:
        parts.append(counted(period.months, "{number} month", "{number} months"))
    elif years:
        parts.append(counted(years, "{number} year", "{number} years"))
    if period.days or not parts:
        parts.append(counted(period.days, "{number} day", "{number} days"))
    return all_of(parts)


RULES = (moments, hypotheses, sources)
