"""Each change as one plain sentence, in pieces that every output marks in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.diff import Change, ChangeKind, Grade, Graded
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message

_RANKING = frozenset({"severity", "frequency", "impact"})
_ROLES = {"name": "name", "place": "name", "before": "before", "after": "after"}
_PARTS = re.compile(r"\{(\w+)\}")
_WHOLE = frozenset({"journey", "persona", "phase", "step"})


class Piece(NamedTuple):
    """A part of a sentence."""

    text: str
    role: str = ""
    """``name`` of a thing, ``before`` or ``after`` for a value; empty for words of ours."""


Pieces = tuple[Piece, ...]


def sentence(graded: Graded, words: Words | None = None) -> Pieces:
    """The change in one plain sentence, without a full stop and its place; in English, if no words are given."""
    return _ChangeSentence(graded, words or Words.load()).whole()


def field_sentence(graded: Graded, words: Words) -> Pieces:
    """The same for a field of a thing that is named beside it already: ``owner Onboarding → Support``."""
    return _ChangeSentence(graded, words).field()


def value_sentence(graded: Graded, words: Words) -> Pieces:
    """Only what the value was and is: ``uneasy → forgotten``."""
    return _ChangeSentence(graded, words).values()


def subject(change: Change, words: Words) -> str:
    """What of which thing changed, beside a table's values: ``emotion``, ``owner``, ``pain No phone: status``."""
    field = field_word(change, words)
    if change.thing == "emotion":
        return (
            words.said(message("emotion"))
            if change.field in ("", "score")
            else words("change.emotion_field", field=field)
        )
    if not change.field:
        return plain(_ChangeSentence(Graded(change, Grade.NOTE), words).happened())
    if change.thing in ("step", "phase", change.where.kind):
        return field
    return words("change.field_of", thing=thing_word(change, words), name=change.name, field=field)


def plain(pieces: Pieces) -> str:
    """A sentence without marks."""
    return "".join(piece.text for piece in pieces)


def reason(graded: Graded, words: Words | None = None) -> str:
    """Why a change is risky, in a few words; "" for any other."""
    if graded.grade is not Grade.RISKY:
        return ""
    return (words or Words.load())(f"change.reason.{graded.reason}")


def grade_word(graded: Graded, words: Words) -> str:
    """What a change is called that is more than a note: ``breaking``; "" for a note."""
    return words(f"change.grade.{graded.grade}") if graded.grade is not Grade.NOTE else ""


class _ChangeSentence:
    def __init__(self, graded: Graded, words: Words) -> None:
        self._graded = graded
        self._change = graded.change
        self._words = words

    def whole(self) -> Pieces:
        change = self._change
        pieces = self.happened()
        if change.guess:
            pieces += self._fill("guess", guess=self._words(f"change.by.{change.guess}"))
        return pieces + self._lost_address()

    def happened(self) -> Pieces:
        """What happened to it, without what that means for links."""
        change = self._change
        if change.thing == "emotion":
            return self._emotion()
        if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and not change.field:
            return self._about(str(change.kind))
        if change.kind is ChangeKind.MOVED:
            return self._about("moved", origin=Piece(change.before, "name"), place=change.after)
        if change.kind is ChangeKind.REORDERED:
            return self._reordered()
        if change.kind is ChangeKind.RENAMED:
            key = "new_id" if change.field == "id" else "renamed"
            return self._about(key, values=self.values(), before=change.before, after=change.after)
        if change.field == "hypothesis":
            return self._about("observed" if change.before else "assumed")
        if change.field == "status" and change.thing == "pain" and change.after == "resolved":
            return self._about("resolved", status=change.before or self._words("pain.open"))
        return self.field() if change.thing in _WHOLE else self._about("field_of", field=self.field())

    def field(self) -> Pieces:
        change = self._change
        if change.field == "hypothesis":
            return self._fill("is_observed" if change.before else "is_assumed")
        pieces = (Piece(f"{field_word(self._change, self._words)} "), *self.values())
        if change.thing == "pain" and change.field in _RANKING and change.before and change.after:
            pieces += self._fill("ranks_higher" if change.after > change.before else "ranks_lower")
        return pieces

    def _emotion(self) -> Pieces:
        change = self._change
        if change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and not change.field:
            # The emotion itself is the value that came or went.
            value = {"after": change.name} if change.kind is ChangeKind.ADDED else {"before": change.name}
            return self._fill(f"emotion_{change.kind}", **value)
        if change.field == "hypothesis":
            return self._fill("emotion_observed" if change.before else "emotion_assumed")
        if change.field not in ("score", "feeling"):
            return self._fill("emotion_field", field=self.field())
        pieces = self._fill(change.field, values=self.values())
        if change.field == "score" and change.drop:
            pieces += self._fill("worse" if change.drop > 0 else "better")
        return pieces

    def _reordered(self) -> Pieces:
        change = self._change
        if change.lane:
            lane = self._words.get(f"lane.{change.lane}") or change.lane.replace("_", " ")
            return self._fill("lane_reordered", lane=lane)
        return self._about("now_after", place=change.after) if change.after else self._about("now_first")

    def values(self) -> Pieces:
        change = self._change
        before, after = change.before, change.after
        if change.field == "moment_of_truth" and "true" in (before, after):
            # There was no reason to quote, or there is none any more.
            if before and after:
                given = before == "true"
                return self._fill("with_reason" if given else "without_reason", after=after if given else before)
            return self._fill("just_added" if after else "just_removed")
        if before and after:
            return self._fill("from_to", before=before, after=after)
        return self._fill("value_added", after=after) if after else self._fill("value_removed", before=before)

    def _lost_address(self) -> Pieces:
        change, links = self._change, self._graded.links
        if not links:
            return ()
        found: Pieces = ()
        for anchor in change.gone:
            found += self._fill("gone_one" if links == 1 else "gone_other", anchor=anchor, number=str(links))
        if change.kind is not ChangeKind.RENAMED:
            return found
        id_ = change.gone[0].rpartition("--")[2].removeprefix("journey-").removeprefix("persona-")
        # Pain points and opportunities have no earlier ids.
        return found + self._fill("keep_id" if change.lane else "add_alias", id=id_)

    def _about(self, key: str, **values: str | Piece | Pieces) -> Pieces:
        """A sentence about the thing that changed."""
        thing = thing_word(self._change, self._words)
        return self._fill(key, **{"thing": thing, "name": self._change.name, **values})

    def _fill(self, key: str, **values: str | Piece | Pieces) -> Pieces:
        """The words under a key, with what is filled in as pieces of their own."""
        return tuple(_pieces(self._words(f"change.{key}"), values))


def thing_word(change: Change, words: Words) -> str:
    """What the thing that changed is called: ``pain``."""
    return words.get(f"change.thing.{change.thing.replace(' ', '_')}", change.thing)


def field_word(change: Change, words: Words) -> str:
    """What the field that changed is called; where there is no better word, as an author writes it."""
    return words.get(f"change.field.{change.field}", change.field.replace("_", " ").replace(".", " "))


def _pieces(text: str, values: dict[str, str | Piece | Pieces]) -> Iterator[Piece]:
    end = 0
    for match in _PARTS.finditer(text):
        if match.start() > end:
            yield Piece(text[end : match.start()])
        end = match.end()
        value = values[match[1]]
        if isinstance(value, Piece):
            yield value
        elif isinstance(value, str):
            yield Piece(value, _ROLES.get(match[1], ""))
        else:
            yield from value
    if end < len(text):
        yield Piece(text[end:])
