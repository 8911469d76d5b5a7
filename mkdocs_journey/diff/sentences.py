"""Each change as one plain sentence, in pieces that every output marks in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.diff.change import Change, Kind
from mkdocs_journey.diff.policy import Graded

_RANKING = frozenset({"severity", "frequency", "impact"})
_FIELD_WORDS = {
    "moment_of_truth": "moment of truth",
    "review_every": "review every",
    "customer_goal": "customer goal",
    "business_goal": "business goal",
    "goal_status": "goal reached",
    "emotion_scale": "emotion scale",
    "detailed_by": "detailed by",
    "tech_level": "technology",
    "as_of": "as of",
    "portrait_alt": "what the portrait shows",
}


class Piece(NamedTuple):
    """A part of a sentence."""

    text: str
    role: str = ""
    """``name`` of a thing, ``before`` or ``after`` for a value; empty for words of ours."""


def sentence(graded: Graded) -> tuple[Piece, ...]:
    """The change in one plain sentence, without a full stop and without its place."""
    return tuple(_sentence(graded.change, graded))


def plain(pieces: tuple[Piece, ...]) -> str:
    """A sentence without marks."""
    return "".join(piece.text for piece in pieces)


def _sentence(change: Change, graded: Graded) -> Iterator[Piece]:
    if change.thing == "emotion":
        yield from _emotion(change)
    elif change.kind in (Kind.ADDED, Kind.REMOVED) and not change.field:
        yield Piece(f"{change.thing} ")
        yield Piece(change.name, "name")
        yield Piece(f" {change.kind}")
    elif change.kind is Kind.MOVED:
        yield from _thing(change)
        yield from (Piece(" moved from "), Piece(change.before, "name"), Piece(" to "), Piece(change.after, "name"))
    elif change.kind is Kind.REORDERED:
        yield from _reordered(change)
    elif change.kind is Kind.RENAMED:
        yield from _renamed(change)
    else:
        yield from _field(change)
    if change.guess:
        yield Piece(f" (taken for the same by its {change.guess})")
    yield from _lost_address(change, graded)


def _thing(change: Change) -> Iterator[Piece]:
    yield Piece(f"{change.thing} ")
    yield Piece(change.name, "name")


def _emotion(change: Change) -> Iterator[Piece]:
    if change.kind in (Kind.ADDED, Kind.REMOVED) and not change.field:
        role = "after" if change.kind is Kind.ADDED else "before"
        yield from (Piece("emotion "), Piece(change.name, role), Piece(f" {change.kind}"))
    elif change.field == "hypothesis":
        yield Piece("emotion is observed now" if change.before else "emotion is only assumed now")
    else:
        word = {"score": "emotion", "feeling": "feeling"}.get(change.field, f"emotion: {_word(change.field)}")
        yield Piece(f"{word} ")
        yield from _values(change)
        if change.field == "score" and change.drop:
            yield Piece(" (worse)" if change.drop > 0 else " (better)")


def _reordered(change: Change) -> Iterator[Piece]:
    if change.lane:
        yield Piece(f"{change.lane.replace('_', ' ')} in another order")
        return
    yield from _thing(change)
    if change.after:
        yield from (Piece(" now comes after "), Piece(change.after, "name"))
    else:
        yield Piece(" now comes first")


def _renamed(change: Change) -> Iterator[Piece]:
    if change.field == "id":
        yield from _thing(change)
        yield Piece(": id ")
        yield from _values(change)
        return
    yield Piece(f"{change.thing} ")
    yield Piece(change.before, "before")
    yield Piece(" is now ")
    yield Piece(change.after, "after")


def _field(change: Change) -> Iterator[Piece]:
    whole = change.thing in ("journey", "persona", "phase", "step")
    if change.field == "hypothesis":
        yield from _thing(change)
        yield Piece(" is observed now" if change.before else " is only assumed now")
        return
    if change.field == "status" and change.thing == "pain" and change.after == "resolved":
        yield from _thing(change)
        yield Piece(f" is resolved (was {change.before or 'open'})")
        return
    if whole:
        yield Piece(f"{_word(change.field)} ")
    else:
        yield from _thing(change)
        yield Piece(f": {_word(change.field)} ")
    yield from _values(change)
    if change.thing == "pain" and change.field in _RANKING and change.before and change.after:
        yield Piece(" (ranks higher)" if change.after > change.before else " (ranks lower)")


def _values(change: Change) -> Iterator[Piece]:
    if change.field == "moment_of_truth" and "true" in (change.before, change.after):
        # There is no reason to quote.
        reason = change.after if change.before == "true" else change.before
        if change.before and change.after:
            yield from (
                Piece("with" if change.after == reason else "without", ""),
                Piece(" the reason "),
                Piece(reason, "after"),
            )
        else:
            yield Piece("added" if change.after else "removed")
        return
    if change.before and change.after:
        yield from (Piece(change.before, "before"), Piece(" → "), Piece(change.after, "after"))
    elif change.after:
        yield from (Piece(change.after, "after"), Piece(" added"))
    else:
        yield from (Piece(change.before, "before"), Piece(" removed"))


def _lost_address(change: Change, graded: Graded) -> Iterator[Piece]:
    if not graded.links:
        return
    for anchor in change.gone:
        pages = "1 page links" if graded.links == 1 else f"{graded.links} pages link"
        yield Piece(f"; anchor {anchor} is gone: {pages} to it")
    if change.kind is not Kind.RENAMED:
        return
    id_ = change.gone[0].rpartition("--")[2].removeprefix("journey-").removeprefix("persona-")
    # Pain points and opportunities have no earlier ids.
    yield Piece(f"; keep the id {id_}" if change.lane else f"; add aliases: [{id_}]")


def _word(field: str) -> str:
    return _FIELD_WORDS.get(field, field.replace("_", " ").replace(".", " "))
