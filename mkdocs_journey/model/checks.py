"""What must hold between the fields of one journey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.language import meaning
from mkdocs_journey.message import Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import part_name
from mkdocs_journey.model.claims import Claim, clashes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.emotion_checks import check_emotions
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lane_table import lane_row
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.names import field_name
from mkdocs_journey.model.parts import Opportunity, Pain, Source
from mkdocs_journey.model.values import slug
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened

_SOURCE = re.compile(
    r"\d|interview|survey|workshop|feedback|observ|research|umfrage|befrag|beobacht|encuesta|entrevist|analític|enquête|"
    r"sondage|entretien|sondaggi|intervist|pesquisa|analytic|onderzoek|waarnem|haastattelu|kysely|havainn|"
    r"調査|インタビュー|アンケート|観察|データ|调查|调研|访谈|问卷|观察|数据|"
    r"\b(?:(?:support|case|ticket|call|test|report|review|funnel|log(?![- ]?(?:in|out|on|off)\b)|session)(?:s|ed|ing)?|"
    r"analy(?:tics?|s[ei]s)|assum(?:ed|ptions?)|diar(?:y|ies)|stud(?:y|ies)|data|database|testers?|reviewers?)\b",
    re.IGNORECASE,
)
"""What a text has that names a source: a number, or the way in which it was learned.

Words that are also a part of others, as *log* is of *login*, count as whole words only; the rest may be a part of a
longer one, as other languages write it: *Nutzerinterviews*.
"""
_PAIR = re.compile(r"[(（]\s*([1-5])\s*/\s*([1-5])\s*[)）]$")


def check_journey(
    document: Document, journey: Journey, language: str = "en", *, phases_told: bool = False
) -> list[Finding]:
    """Findings about a journey that is well-formed field by field.

    ``language`` is that of the site, for maps that do not name theirs. ``phases_told``: why there are no phases is
    told already.
    """
    lanes = list(lanes_of(journey))
    return [
        *(() if phases_told else _empty(document, journey)),
        *_names(document, journey, lanes),
        *check_emotions(document, journey, lanes, journey.lang or language),
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
            message("This map has no phases."),
            Mend(message("Add phases: and below it a line for each, such as - name: Search.")),
        )


def _names(document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    """What can be linked to by a name of its own needs an id, and none may have that of another."""
    phases = [(("phases", p), phase) for p, phase in enumerate(journey.phases)]
    yield from _without_id(document, phases)
    # These become anchors of the map, one beside the other.
    yield from clashes((*_claims(document, phases, part_name(Phase)), *_claims_in_cells(document, everywhere)))
    for p, phase in enumerate(journey.phases):
        if phase.steps:
            steps = [(("phases", p, "steps", s), step) for s, step in enumerate(phase.steps)]
            yield from _without_id(document, steps)
            yield from clashes(_claims(document, steps, part_name(Step)))
    if journey.evidence:
        yield from clashes(
            Claim(source.id, part_name(Source), source.text or source.id, document, ("evidence", i), ("id",))
            for i, source in enumerate(journey.evidence)
            if source.id
        )


def _without_id(document: Document, parts: Iterable[tuple[Path, Phase | Step]]) -> Iterator[Finding]:
    for path, part in parts:
        if not (part.id or slug(part.name)):
            yield Finding(
                codes.NO_ID,
                document.place(*path, "name"),
                message("“{name}” has no letter or digit to link to.", name=shortened(part.name)),
                Mend(message("Add an id: with small letters and hyphens.")),
            )


def _claims(document: Document, parts: Iterable[tuple[Path, Phase | Step]], what: Message) -> Iterator[Claim]:
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
                yield Claim(pain.id, part_name(Pain), pain.text, document, (*path, "pains", i), ("id",))
        for i, idea in enumerate(lanes.opportunities):
            if idea.id:
                yield Claim(idea.id, part_name(Opportunity), idea.text, document, (*path, "opportunities", i), ("id",))


def _pairs(document: Document, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    for path, lanes in everywhere:
        for i, opportunity in enumerate(lanes.opportunities):
            if match := _PAIR.search(opportunity.text):
                yield Finding(
                    codes.PAIR_IN_TEXT,
                    document.place(*path, "opportunities", i),
                    message("“{pair}” is shown as part of the text.", pair=match[0]),
                    Mend(
                        message(
                            "If it rates the opportunity, write impact: {impact} and effort: {effort} below it.",
                            impact=match[1],
                            effort=match[2],
                        )
                    ),
                )


def _physical_evidence(
    document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]
) -> Iterator[Finding]:
    """Service blueprints call what customers see and touch evidence; here that is ``physical``."""
    known = {source.id for source in journey.evidence}
    for path, lanes in everywhere:
        for i, text in enumerate(lanes.evidence):
            if text not in known and _is_assumed(text):
                place = document.place(*path, "evidence", i)
                yield Finding(
                    codes.PHYSICAL_EVIDENCE,
                    place,
                    message(
                        "“{text}” is shown as what this is known from, so it counts as observed.",
                        text=shortened(text, LONGEST_NAME),
                    ),
                    _assumed(document, place),
                )
            elif text not in known and not _SOURCE.search(text):
                yield Finding(
                    codes.PHYSICAL_EVIDENCE,
                    document.place(*path, "evidence", i),
                    message("“{text}” is shown as what this is known from.", text=shortened(text, LONGEST_NAME)),
                    Mend(message("If it is something that the customer sees or touches, write it under physical:.")),
                )


def _is_assumed(text: str) -> bool:
    """Whether a text says that nothing has been observed, in the words that any language has for a hypothesis or no."""
    return meaning("status", text) == "hypothesis" or field_name(Step, text) == "hypothesis" or _is_no(text)


def _is_no(text: str) -> bool:
    return meaning("boolean", text) == "false"


def _assumed(document: Document, place: Span) -> Mend:
    """The field that says so, where the word stands alone behind ``evidence:``."""
    advice = message("If nobody has observed it, write hypothesis: true in its place.")
    lines = document.block.between(place.line, place.end_line)
    if len(lines) != 1:
        return Mend(advice)
    (line,) = lines
    before = line.text[: place.column - line.column]
    name = before.rstrip().rstrip(":：").lstrip(" -")
    behind = line.text[place.end_column - line.column :].strip()
    if behind or field_name(Step, name) != "evidence" or not before.rstrip().endswith(":"):
        return Mend(advice)
    start = before[: before.rindex(name)]
    return Mend(advice, (f"{line.prefix}{start}hypothesis: true",), place.line, place.line)


def _empty_lanes(document: Document, journey: Journey, everywhere: Sequence[tuple[Path, Lanes]]) -> Iterator[Finding]:
    """A lane that the map adds is filled somewhere; a list of lanes only sets their order, and labels may be shared."""
    added = [name for name, label in journey.lanes.items() if label.casefold() not in ("", "hidden")]
    added = [name for name in added if lane_row(name) is None]
    if not added or not journey.phases:
        return
    filled = {name for _, lanes in everywhere for name in lanes.custom}
    for name in added:
        if name not in filled:
            lane = shortened(name, LONGEST_NAME)
            yield Finding(
                codes.EMPTY_LANE,
                document.keys.get(("lanes", name)) or document.place("lanes"),
                message("No phase and no step has {lane}, so this lane is not shown.", lane=lane),
                Mend(message("Write {lane}: where it belongs, or delete it here.", lane=lane)),
            )
