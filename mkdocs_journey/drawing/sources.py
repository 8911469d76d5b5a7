"""What a statement rests on, in a few words: “Interviews, n=9, Oct 2026”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from mkdocs_journey.drawing.texts import WrittenText, WrittenTexts
from mkdocs_journey.languages.words import Words
from mkdocs_journey.model.parts import Evidenced, Source


class EvidenceMark(NamedTuple):
    """The mark below a statement."""

    texts: tuple[str | WrittenText, ...]
    """What it rests on."""
    hypothesis: bool
    explanation: str = ""
    """What the sources are, in full: shown when pointed at."""


class SourceLabels(Struct, frozen=True):
    """The sources of a journey, as its statements refer to them."""

    short: dict[str, str]
    full: dict[str, str]

    @classmethod
    def of(cls, sources: Iterable[Source], words: Words) -> SourceLabels:
        """Sources by id."""
        named = [source for source in sources if source.id]
        return cls(
            {source.id or "": source_name(source, words) for source in named},
            {source.id or "": source.text or "" for source in named},
        )

    def mark(self, part: Evidenced, texts: WrittenTexts, *, hypothesis: bool | None = None) -> EvidenceMark | None:
        """The mark of a statement; None where nothing is said about it."""
        guess = part.hypothesis if hypothesis is None else hypothesis
        if not part.evidence:
            return EvidenceMark((), True) if guess else None
        shown = tuple(self.short.get(name) or texts(name) for name in part.evidence)
        return EvidenceMark(shown, guess, "; ".join(filter(None, (self.full.get(name) for name in part.evidence))))


def source_name(source: Source, words: Words) -> str:
    """Kind, number and month of a source; its text, or its id, where the kind is not told."""
    name = words(f"evidence.{source.kind}") if source.kind else source.text or source.id or ""
    number = words("evidence.number", n=source.n) if source.n else ""
    return ", ".join(filter(None, (name, number, words.month(source.date) if source.date else "")))
