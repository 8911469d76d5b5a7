"""A map as rules look at it: every column walked once, for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mkdocs_journey.findings import Code, Finding, Mend
from mkdocs_journey.message import NO_MESSAGE, Message
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Opportunity, Pain
from mkdocs_journey.rules.settings import Limits


class ExaminedColumn(Struct, frozen=True):
    """A step, or a phase without steps: what one column of the map shows."""

    lanes: Step | Phase
    path: Path
    phase: int
    """Index of its phase."""


class ExaminedMap(Struct, frozen=True):
    """A journey, laid out for rules."""

    document: Document
    journey: Journey
    places: tuple[tuple[Path, Lanes], ...]
    """Every phase and every step, in order, each phase before its steps."""
    columns: tuple[ExaminedColumn, ...]
    """In order."""
    limits: Limits
    today: date | None
    """The day of the check; None where nothing is to depend on it."""
    language: str = "en"
    """Language of the texts, e.g. ``ja`` or ``de-AT``."""

    def finding(self, code: Code, path: Path, message: Message, advice: Message = NO_MESSAGE) -> Finding:
        """A finding at the value with this path, or at the nearest thing around it that was written."""
        return Finding(code, self.document.place(*path), message, Mend(advice))

    def at_head(self, code: Code, message: Message, advice: Message = NO_MESSAGE) -> Finding:
        """A finding about the map as a whole: it stands at the title."""
        return Finding(code, self.document.place("title"), message, Mend(advice))

    def pains(self) -> Iterator[tuple[Path, Pain]]:
        """Every pain point with its path."""
        for path, lanes in self.places:
            for i, pain in enumerate(lanes.pains):
                yield (*path, "pains", i), pain

    def opportunities(self) -> Iterator[tuple[Path, Opportunity]]:
        """Every opportunity with its path."""
        for path, lanes in self.places:
            for i, opportunity in enumerate(lanes.opportunities):
                yield (*path, "opportunities", i), opportunity


def examine(
    document: Document, journey: Journey, limits: Limits, today: date | None, language: str = "en"
) -> ExaminedMap:
    """Lay a map out for rules."""
    places: list[tuple[Path, Lanes]] = []
    columns: list[ExaminedColumn] = []
    for p, phase in enumerate(journey.phases):
        here: Path = ("phases", p)
        places.append((here, phase))
        if not phase.steps:
            columns.append(ExaminedColumn(phase, here, p))
        for s, step in enumerate(phase.steps):
            below: Path = (*here, "steps", s)
            places.append((below, step))
            columns.append(ExaminedColumn(step, below, p))
    return ExaminedMap(document, journey, tuple(places), tuple(columns), limits, today, journey.lang or language)
