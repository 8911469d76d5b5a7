"""What must hold between the fields of one journey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.model import codes
from mkdocs_journey.model.claims import Claim, clashes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.emotions import Emotion
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lane_row
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.values import slug
from mkdocs_journey.quoting import LONGEST_NAME, shortened

_SOURCE = re.compile(
    r"\d|interview|survey|workshop|feedback|observ|research|調査|インタビュー|アンケート|観察|データ|"
    r"\b(?:(?:support|case|ticket|call|test|report|review|funnel|log(?![- ]?(?:in|out|on|off)\b)|session)(?:s|ed|ing)?|"
    r"analy(?:tics?|s[ei]s)|assum(?:ed|ptions?)|diar(?:y|ies)|stud(?:y|ies)|data|database|testers?|reviewers?)\b",
    re.IGNORECASE,
)
"""What a text has that names a source: a number, or the way in which it was learned.

Words that are also a part of others, as *log* is of *login*, count as whole words only; the rest may be a part of a
longer one, as other languages write it: *Nutzerinterviews*.
"""
_PAIR = re.compile(r"[(（]\s*([1-5])\s*/\s*([1-5])\s*[)）]$")


def check_journey(document: Document, journey: Journey, *, phases_told: bool = False) -> list[Finding]:
    """Findings about a journey that is well-formed field by field.

    ``phases_told``: why there are no phases is told already.
    """
    lanes = list(lanes_of(journey))
    return [
        *(() if phases_told else _empty(document, journey)),
        *_names(document, journey, lanes),
        *_emotions(document, journey, lanes),
        *_pairs(document, lanes),
        *_physical_evidence(document, journey, lanes),
        *_empty_lanes(document, journey, lanes),
    ]


def lanes_of(journey: Journey) -> Iterator[tuple[Path, Lanes]]:
    """Every phase and step with its path, in order."""
    for p, phase in enumerate(journey.phases):
        yield ("phases", p), phase
        for s, step in enumerate(phase.steps):
            yield ("phases", p, "steps", s), step


def _empty(document: Document, journey: Journey) -> Iterator[Finding]:
    if not journey.phases:
        span = document.keys.get(("phases",)) or document.place("title")
        yield Finding(
            codes.EMPTY_MAP,
            span,
            "This map has no phases.",
            Mend("Add phases: and below it a line for each, such as - name: Search."),
        )


def _names(document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    """What can be linked to by a name of its own needs an id, and none may have that of another."""
    phases = [(("phases", p), phase) for p, phase in enumerate(journey.phases)]
    yield from _without_id(document, phases)
    # These become anchors of the map, one beside the other.
    yield from clashes((*_claims(document, phases, "phase"), *_claims_in_cells(document, everywhere)))
    for p, phase in enumerate(journey.phases):
        steps = [(("phases", p, "steps", s), step) for s, step in enumerate(phase.steps)]
        yield from _without_id(document, steps)
        yield from clashes(_claims(document, steps, "step"))
    yield from clashes(
        Claim(source.id, "piece of evidence", source.text or source.id, document, ("evidence", i), ("id",))
        for i, source in enumerate(journey.evidence)
        if source.id
    )


def _without_id(document: Document, parts: Iterable[tuple[Path, Phase | Step]]) -> Iterator[Finding]:
    for path, part in parts:
        if not (part.id or slug(part.name)):
            yield Finding(
                codes.NO_ID,
                document.place(*path, "name"),
                f"“{shortened(part.name)}” has no letter or digit to link to.",
                Mend("Add an id: with small letters and hyphens."),
            )


def _claims(document: Document, parts: Iterable[tuple[Path, Phase | Step]], what: str) -> Iterator[Claim]:
    for path, part in parts:
        if id_ := part.id or slug(part.name):
            yield Claim(id_, what, part.name, document, path, ("id" if part.id else "name",))
        for i, alias in enumerate(part.aliases):
            if earlier := slug(alias):
                yield Claim(earlier, what, part.name, document, path, ("aliases", i))


def _claims_in_cells(document: Document, everywhere: Iterable[tuple[Path, Lanes]]) -> Iterator[Claim]:
    for path, lanes in everywhere:
        for i, pain in enumerate(lanes.pains):
            if pain.id:
                yield Claim(pain.id, "pain", pain.text, document, (*path, "pains", i), ("id",))
        for i, idea in enumerate(lanes.opportunities):
            if idea.id:
                yield Claim(idea.id, "opportunity", idea.text, document, (*path, "opportunities", i), ("id",))


def _emotions(document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    for path, lanes in everywhere:
        emotion = lanes.emotion
        if emotion is None:
            continue
        if not emotion.signed and journey.emotion_scale is None:
            yield _unsigned(document, emotion, path)
        if len(path) == 2 and any(step.emotion for step in journey.phases[int(path[1])].steps):
            yield Finding(
                codes.PHASE_EMOTION,
                document.place(*path, "emotion"),
                "This phase has an emotion of its own, and so have its steps.",
                Mend("Keep those of the steps; the curve goes through them."),
            )


def _unsigned(document: Document, emotion: Emotion, path: Path) -> Finding:
    place = document.place(*path, "emotion")
    better = f"+{emotion.text.strip()}"
    return Finding(
        codes.UNSIGNED_SCORE,
        place,
        f"“{shortened(emotion.text)}” is read as {shortened(better)} on the scale −2 to +2.",
        mend(
            document.block,
            place,
            f"Write {shortened(better)}, or declare emotion_scale: 1..5 if that is what you mean.",
            better,
        ),
    )


def _pairs(document: Document, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    for path, lanes in everywhere:
        for i, opportunity in enumerate(lanes.opportunities):
            if match := _PAIR.search(opportunity.text):
                yield Finding(
                    codes.PAIR_IN_TEXT,
                    document.place(*path, "opportunities", i),
                    f"“{match[0]}” is shown as part of the text.",
                    Mend(f"If it rates the opportunity, write impact: {match[1]} and effort: {match[2]} below it."),
                )


def _physical_evidence(
    document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]
) -> Iterator[Finding]:
    """Service blueprints call what customers see and touch evidence; here that is ``physical``."""
    known = {source.id for source in journey.evidence}
    for path, lanes in everywhere:
        for i, text in enumerate(lanes.evidence):
            if text not in known and not _SOURCE.search(text):
                yield Finding(
                    codes.PHYSICAL_EVIDENCE,
                    document.place(*path, "evidence", i),
                    f"“{shortened(text, LONGEST_NAME)}” is shown as what this is known from.",
                    Mend("If it is something that the customer sees or touches, write it under physical:."),
                )


def _empty_lanes(document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    """A lane that the map adds is filled somewhere; a list of lanes only sets their order, and labels may be shared."""
    added = [name for name, label in journey.lanes.items() if label.casefold() not in ("", "hidden")]
    added = [name for name in added if lane_row(name) is None]
    if not added or not journey.phases:
        return
    filled = {name for _, lanes in everywhere for name in lanes.custom}
    for name in added:
        if name not in filled:
            yield Finding(
                codes.EMPTY_LANE,
                document.keys.get(("lanes", name)) or document.place("lanes"),
                f"No phase and no step has {shortened(name, LONGEST_NAME)}, so this lane is not shown.",
                Mend(f"Write {shortened(name, LONGEST_NAME)}: where it belongs, or delete it here."),
            )
