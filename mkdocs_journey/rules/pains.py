"""Pain points lead to something: they are weighed, somebody answers for them, and something is to be done.

Where all pain points of a map lack the same thing, that is told once, at the first of them: the map was made without
it, and twelve findings would only hide the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.findings import Code, Finding
from mkdocs_journey.message import Message, message
from mkdocs_journey.method.remedies import names_of, plans_in, reaching
from mkdocs_journey.method.settled import ENDED, SETTLED
from mkdocs_journey.model.checks import lanes_of
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Pain
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap, examine
from mkdocs_journey.rules.lanes import left_empty, name_of, steps_of
from mkdocs_journey.rules.settings import Limits

MANY = 3
"""From so many on, one finding for all is kinder than the same one for each."""


class Lack(NamedTuple):
    """What pain points, opportunities or steps may lack, and how that is told."""

    code: Code
    one: Message
    """About one; its text is filled in."""
    every: Message
    """About all that there are; their number is filled in."""
    advice: Message
    """What to do about it."""
    of_text: Message | None = None
    """What to do where a field is to be added to a bare text, which can take none."""


SEVERITY = Lack(
    codes.PAIN_WITHOUT_SEVERITY,
    message("“{text}” does not say how much it hurts."),
    message("None of the {number} open pain points says how much it hurts."),
    message("Add severity: with a number from 1, a shrug, to 5, a reason to leave."),
    message("Write it as - text: …, and below that severity: with a number from 1, a shrug, to 5, a reason to leave."),
)
OPPORTUNITY = Lack(
    codes.PAIN_WITHOUT_OPPORTUNITY,
    message("No opportunity would fix “{text}”."),
    message("None of the {number} open pain points has an opportunity that would fix it."),
    message("Write what would help under opportunities:, or give the pain point status: accepted if you live with it."),
)
OWNER = Lack(
    codes.PAIN_WITHOUT_OWNER,
    message("“{text}” has no owner, so nobody is asked to mend it."),
    message("None of the {number} open pain points has an owner, so nobody is asked to mend them."),
    message("Add owner: with a person or a team; that of the whole step or phase will do as well."),
    message(
        "Write it as - text: …, and below that owner: with a person or a team; "
        "that of the whole step or phase will do as well."
    ),
)
FIXES = Lack(
    codes.OPPORTUNITY_FIXES_NOTHING,
    message("“{text}” fixes no pain point."),
    message("None of the {number} opportunities says which pain point it would fix."),
    message("Add fixes: with the id or the text of a pain point; in the step where it hurts, it needs none."),
    message(
        "Write it as - text: …, and below that fixes: with the id or the text of a pain point; "
        "in the step where it hurts, it needs none."
    ),
)
WHICH = Lack(
    codes.OPPORTUNITY_FIXES_NOTHING,
    message("“{text}” does not say which of the pain points beside it it would fix."),
    message("None of the {number} opportunities says which pain point it would fix."),
    message("Add fixes: with the id or the text of one of them, or of several."),
    message("Write it as - text: …, and below that fixes: with the id or the text of one of them, or of several."),
)
CONTENT = Lack(
    codes.PAINS_WITHOUT_CONTENT,
    message("“{text}” hurts, but no page helps the customer there."),
    message("None of the {number} places with pain points has a page that helps the customer."),
    message("Write the page under content:, as missing: if it has yet to be written, or n/a if none would help."),
)


def severity(seen: ExaminedMap) -> Iterator[Finding]:
    """Every open pain point has a severity, so that the worst can be mended first."""
    pains = _open(seen)
    lacking = [((*path, "pains", i, "text"), pain.text) for path, i, pain in pains if pain.severity is None]
    return _told(seen, SEVERITY, lacking, len(pains))


def opportunities(atlas: Atlas, limits: Limits) -> Iterator[tuple[Document, Finding]]:
    """Every open pain point has an opportunity that would fix it, on its map or on one that redesigns its map."""
    planned: dict[str, set[str]] = {}
    for entry in atlas.journeys.values():
        today = atlas.journey(entry.journey.redesigns) if entry.journey.redesigns else None
        if today is not None:
            planned.setdefault(today.id, set()).update(plans_in(lanes_of(entry.journey)).named)
    for entry in atlas.journeys.values():
        if entry.journey.status == "retired":
            continue
        seen = examine(entry.document, entry.journey, limits, None)
        for finding in _without_opportunity(seen, planned.get(entry.id, ())):
            yield entry.document, finding


def _without_opportunity(seen: ExaminedMap, planned: Collection[str]) -> Iterator[Finding]:
    """Pain points that no opportunity of the map would fix, and that are not ``planned`` to be fixed elsewhere."""
    pains, plans = _open(seen), plans_in(seen.places)
    lacking = [
        ((*path, "pains", i, "text"), pain.text)
        for path, i, pain in pains
        if not plans.would_fix(path, pain) and not any(name in planned for name in names_of(pain))
    ]
    return _told(seen, OPPORTUNITY, lacking, len(pains))


def owner(seen: ExaminedMap) -> Iterator[Finding]:
    """Every open pain point has an owner: its own, its step's or its phase's."""
    number = 0
    lacking: list[tuple[Path, str]] = []
    phase_owned = False
    for path, lanes in seen.places:
        if len(path) == 2:
            phase_owned = bool(lanes.owner)
        for i, pain in enumerate(lanes.pains):
            if pain.status not in SETTLED:
                number += 1
                if not (pain.owner or lanes.owner or phase_owned):
                    lacking.append(((*path, "pains", i, "text"), pain.text))
    return _told(seen, OWNER, lacking, number)


def fixes(seen: ExaminedMap) -> Iterator[Finding]:
    """Every opportunity fixes a pain point: one that it names, or the one of its step, or of its phase and the steps.

    Where several hurt beside it, it says which. One that is done or dropped is left alone; its pain point may have left
    the map. A map without pain points was made for something else, unless it redesigns one that has some.
    """
    if not seen.journey.redesigns and not any(lanes.pains for _, lanes in seen.places):
        return
    number = 0
    nothing: list[tuple[Path, str]] = []
    unclear: list[tuple[Path, str]] = []
    hurting: dict[Path, int] = {}
    for path, lanes in seen.places:
        if lanes.pains:
            for around in reaching(path):
                hurting[around] = hurting.get(around, 0) + len(lanes.pains)
    for path, lanes in seen.places:
        for i, idea in enumerate(lanes.opportunities):
            if idea.status not in ENDED:
                number += 1
                if not idea.fixes and (beside := hurting.get(path, 0)) != 1:
                    found = unclear if beside else nothing
                    found.append(((*path, "opportunities", i, "text"), idea.text))
    yield from _told(seen, FIXES, nothing, number)
    yield from _told(seen, WHICH, unclear, number)


def content(seen: ExaminedMap) -> Iterator[Finding]:
    """Where it hurts, a page helps: content of the step or its phase, even one that is missing, or a touchpoint's page.

    For pain points of a whole phase, the content of any of its steps will do. A step is left alone if all that hurt
    there is resolved, or if its content was left empty on purpose.
    """
    hurting = {path: lanes for path, lanes in seen.places for pain in lanes.pains if pain.status != "resolved"}
    lacking = [
        ((*path, "name"), name_of(seen, path)) for path, lanes in hurting.items() if not _served(seen, path, lanes)
    ]
    return _told(seen, CONTENT, lacking, len(hurting))


def _served(seen: ExaminedMap, path: Path, lanes: Lanes) -> bool:
    phase = seen.journey.phases[int(path[1])]
    for part in (lanes, phase, *steps_of(seen, path)):
        if part.content:
            return True
        for touchpoint in part.touchpoints:
            if touchpoint.page:
                return True
    return left_empty(seen, (*path, "content"))


def _open(seen: ExaminedMap) -> list[tuple[Path, int, Pain]]:
    """Pain points of which something is expected, each with the path of its step or phase and its position there."""
    return [
        (path, i, pain)
        for path, lanes in seen.places
        for i, pain in enumerate(lanes.pains)
        if pain.status not in SETTLED
    ]


def _told(seen: ExaminedMap, lack: Lack, lacking: Sequence[tuple[Path, str]], number: int) -> Iterator[Finding]:
    """A finding for each that lacks something, or a single one at the first where all of a ``number`` do."""
    if len(lacking) == number >= MANY:
        path = lacking[0][0]
        yield seen.finding(lack.code, path, message(lack.every, number=number), _advice(seen, lack, path))
    else:
        for path, text in lacking:
            yield seen.finding(lack.code, path, message(lack.one, text=quoted(text)), _advice(seen, lack, path))


def _advice(seen: ExaminedMap, lack: Lack, path: Path) -> Message:
    """What to do; a bare text can take no field before it is written as one itself."""
    if lack.of_text is None:
        return lack.advice
    bare = seen.document.values.get(path[:-1]) == seen.document.values.get(path)
    return lack.of_text if bare else lack.advice


RULES = (severity, owner, fixes, content)
