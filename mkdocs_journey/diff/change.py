"""One fact about what changed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from mkdocs_journey.place import Span


class ChangeKind(StrEnum):
    """What happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """One of its fields has another value."""
    RENAMED = "renamed"
    """It is called by another name, or has another id."""
    MOVED = "moved"
    """It stands in another step, phase or file."""
    REORDERED = "reordered"
    """It stands where it was, before or after others than it did."""


class Where(Struct, frozen=True):
    """The map or persona on which a thing stands, and its place there."""

    kind: str
    """``journey`` or ``persona``."""
    id: str
    title: str
    page: str
    phase: str = ""
    """Name of the phase; empty for what concerns the whole."""
    step: str = ""
    """Name of the step; empty for what concerns the whole phase."""
    column: tuple[int, int | None] | None = None
    """Positions of the phase and the step."""
    anchor: str = ""
    """Of the step, the phase, or the whole."""

    @property
    def whole(self) -> Where:
        """The map or the persona itself."""
        return Where(self.kind, self.id, self.title, self.page, anchor=f"{self.kind}-{self.id}")

    @property
    def place(self) -> str:
        """The name of the step, else of the phase, else of the whole."""
        return self.step or self.phase or self.title


class Spans(NamedTuple):
    """Where a thing is written."""

    before: Span | None = None
    """In the older version; None where it was added."""
    after: Span | None = None
    """In the newer version; None where it was removed."""


NOWHERE = Spans()


class Change(Struct, frozen=True):
    """A fact: what is another way than it was, without a judgement."""

    kind: ChangeKind
    thing: str
    """What changed: ``journey``, ``persona``, ``phase``, ``step``, or the standard name of what stands in a lane or a
    list, in the singular: ``pain``, ``opportunity``, ``touchpoint``, ``emotion``, ``indicator``, …"""
    name: str
    """What it is called, or its text, in the newer version where it is there."""
    where: Where
    """In the newer version; in the older one where the thing was removed."""
    field: str = ""
    """The standard name of the field that has another value; empty for the thing as a whole."""
    before: str = ""
    after: str = ""
    """The older and the newer value: of the field, or of the order or place of the thing."""
    origin: Where | None = None
    """Where it stood before, if it was moved."""
    lane: str = ""
    """The lane in which the thing stands."""
    drop: float = 0.0
    """By how much a score went down, in units of a scale from −2 to +2; less than 0 where it went up."""
    gone: tuple[str, ...] = ()
    """Anchors that are not in the newer version any more, not even as aliases."""
    guess: str = ""
    """By what it was taken for the same: its ``text``, its ``content`` or its ``place``; empty where that is sure."""
    spans: Spans = NOWHERE

    @property
    def stands_in_older(self) -> bool:
        """Whether :attr:`where` is a place of the older version, since the newer one does not have the thing."""
        return self.kind is ChangeKind.REMOVED and self.spans.after is None and self.thing != "emotion"
