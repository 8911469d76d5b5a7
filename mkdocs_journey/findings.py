"""Findings: the one currency of everything that is wrong."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from mkdocs_journey.message import NO_MESSAGE, Message
from mkdocs_journey.place import Span


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The block is not drawn; an error box stands in its place."""
    WARNING = "warning"
    """The block is drawn; a strict build fails."""
    INFO = "info"
    """A hint; builds go on."""


class LifeCycle(StrEnum):
    """How settled a rule is."""

    PREVIEW = "preview"
    """New: a hint, whatever its severity will be, so that no upgrade fails a strict build."""
    STABLE = "stable"
    """Counts with its severity."""
    REMOVED = "removed"
    """Never found any more; the id is kept, so that it is not used for anything else."""


class Code(Struct, frozen=True):
    """A kind of finding, and the rule behind it. An id is never used again for another meaning."""

    id: str
    """``JN`` and three digits: 0 lines and YAML, 1 fields and values, 2 references, 3 method."""
    severity: Severity
    summary: Message
    """What is wrong, in a few words, for tables."""
    life: LifeCycle = LifeCycle.STABLE


class Mend(Struct, frozen=True):
    """How a finding goes away."""

    advice: Message = NO_MESSAGE
    """One plain sentence, e.g. ``Put it in quotes.`` or ``Did you mean 'traveller'?``."""
    lines: tuple[str, ...] = ()
    """The mended lines, whole and ready to paste in place of lines ``first`` to ``last``."""
    first: int = 0
    """First line of the file that ``lines`` replaces, from 1; 0 where there are no lines."""
    last: int = 0
    """Last line of the file that ``lines`` replaces; smaller than ``first`` to insert before it."""
    certain: bool = False
    """Whether the mend may be applied without asking."""
    choices: tuple[Mend, ...] = ()
    """Mends with lines, where only the author knows which one is meant; this one has no lines then."""
    meaning: Message = NO_MESSAGE
    """Of a choice: what it would mean, in a few words that go on a sentence: ``as a step of the phase Pay``."""


class Finding(Struct, frozen=True):
    """One thing that is wrong, where it stands, and how it is mended."""

    code: Code
    span: Span
    message: Message
    """One plain sentence, with a full stop."""
    mend: Mend = Mend()
    related: tuple[tuple[Span, Message], ...] = ()
    """Other places that matter, each with a few words."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity

    def __str__(self) -> str:
        """``file:line:column CODE message advice``, as tests and logs show it."""
        advice = f" {self.mend.advice}" if self.mend.advice else ""
        return f"{self.span} {self.code.id} {self.message}{advice}"
