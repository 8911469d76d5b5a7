"""How grave a change is for those who read maps and link to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from mkdocs_journey.diff.change import Change, ChangeKind
from mkdocs_journey.model.lane_table import lane_row

DEEP = 2.0
"""A fall of a score by so much, on a scale from −2 to +2, changes what a map says."""
_OWNED = frozenset({"owner", "evidence"})


class Grade(StrEnum):
    """How much attention a change asks for."""

    BREAKING = "breaking"
    """An address is gone to which something still links."""
    RISKY = "risky"
    """The experience gets much worse, or the map loses what makes it trustworthy."""
    NOTE = "note"
    """Everything else."""


class Reason(StrEnum):
    """Why a change is more than a note."""

    GONE = "gone"
    WORSE = "worse"
    OWNER = "owner"
    EVIDENCE = "evidence"
    MOMENT = "moment"
    PROMISE = "promise"
    REVIEW = "review"


class Graded(Struct, frozen=True):
    """A change and how grave it is."""

    change: Change
    grade: Grade
    reason: Reason | None = None
    """Why it is more than a note; None for notes."""
    links: int = 0
    """Number of pages that still link to what is gone."""


def grade_changes(changes: Sequence[Change], links: Mapping[str, int]) -> tuple[Graded, ...]:
    """Grade all changes of a site; ``links`` is the number of pages of the newer site that link to each lost anchor."""
    alone = _reviews_alone(changes)
    told = {anchor for change in changes for anchor in change.gone}
    # With a phase or a map, the anchors of all that is in it are gone.
    counts = dict(links)
    for anchor, number in links.items():
        if anchor not in told:
            outer = anchor
            while "--" in outer:
                outer = outer.rpartition("--")[0]
                if outer in told:
                    counts[outer] = counts.get(outer, 0) + number
                    break
    return tuple(_grade(change, counts, alone) for change in changes)


def _grade(change: Change, links: Mapping[str, int], alone: frozenset[tuple[str, str]]) -> Graded:
    broken = sum(links.get(anchor, 0) for anchor in change.gone)
    if broken:
        return Graded(change, Grade.BREAKING, Reason.GONE, broken)
    reason = _risk(change, alone)
    return Graded(change, Grade.RISKY if reason else Grade.NOTE, reason)


def _risk(change: Change, alone: frozenset[tuple[str, str]]) -> Reason | None:
    if change.drop >= DEEP:
        return Reason.WORSE
    lost = change.kind is ChangeKind.REMOVED or (
        change.kind is ChangeKind.CHANGED and change.before and not change.after
    )
    if lost and change.field in _OWNED:
        return Reason.EVIDENCE if change.field == "evidence" else Reason.OWNER
    if lost and change.thing == "piece of evidence":
        return Reason.EVIDENCE
    if lost and (reason := _loss(change)):
        return reason
    if change.field == "reviewed" and (change.where.kind, change.where.id) in alone:
        return Reason.REVIEW
    return None


def _loss(change: Change) -> Reason | None:
    """Why it is risky that a lane lost what it held, or a value that it has for the whole place."""
    lane = change.lane or change.field
    row = lane_row(lane)
    if row is None or not row.about.loss or change.field not in ("", lane):
        return None
    return Reason(row.about.loss)


def _reviews_alone(changes: Sequence[Change]) -> frozenset[tuple[str, str]]:
    """Maps and personas of which nothing but the day of the review has changed, and that to a later one."""
    fields: dict[tuple[str, str], set[str]] = {}
    later: set[tuple[str, str]] = set()
    for change in changes:
        key = change.where.kind, change.where.id
        fields.setdefault(key, set()).add(change.field if change.kind is ChangeKind.CHANGED else change.kind)
        if change.field == "reviewed" and change.after > change.before:
            later.add(key)
    return frozenset(key for key, found in fields.items() if found <= {"reviewed", "version"} and key in later)
