"""The changes of one map in writing: a line that sums them up, and sentences by place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import MapChanges, gravity
from mkdocs_journey.drawing.sentences import reason, sentence
from mkdocs_journey.drawing.surroundings import Standpoint
from mkdocs_journey.drawing.texts import Said, WrittenText, WrittenTexts, said
from mkdocs_journey.drawing.totals import summary_of
from mkdocs_journey.languages.words import Words

MOST = 12
"""Sentences that stand in the head of a map; the others are folded."""


class GradedSentence(NamedTuple):
    """One change, and how grave it is."""

    sentence: Said
    grade: str
    """``breaking`` or ``risky`` in words; "" for a note."""
    reason: str


class ChangesAtPlace(NamedTuple):
    """The changes of a step, a phase, or of the map as a whole."""

    name: WrittenText | None
    """None for the map as a whole."""
    address: str
    """Where it is; "" where it is not there any more."""
    changes: tuple[GradedSentence, ...]


class ChangesView(NamedTuple):
    """The changes of a map or of a persona."""

    summary: str
    places: tuple[ChangesAtPlace, ...]
    folded: tuple[ChangesAtPlace, ...] = ()
    """Places for which there is no room."""

    @property
    def hidden(self) -> int:
        """How many changes are folded away."""
        return sum(len(place.changes) for place in self.folded)


class ReviewHead(NamedTuple):
    """What changed, for the head of a map or a persona."""

    base: str
    """What the older version is called."""
    told: ChangesView
    all: str
    """Address of the page of all changes; "" where there is none."""


def review_head(kind: str, id_: str, surroundings: Standpoint, texts: WrittenTexts, words: Words) -> ReviewHead | None:
    """What changed on a ``journey`` or of a ``persona``; None where nothing did, or nobody asks."""
    review = surroundings.review
    changes = review.changes_of(kind, id_) if review else None
    if review is None or changes is None:
        return None
    entry = surroundings.atlas.journeys.get(id_) if kind == "journey" else None
    page = surroundings.links(f"/{review.page}", "") if review.page else None
    told = changes_view(changes, entry, texts, words, most=MOST)
    return ReviewHead(review.base, told, page.address if page else "")


def changes_view(
    changes: MapChanges,
    entry: JourneyEntry | None,
    texts: WrittenTexts,
    words: Words,
    page: str = "",
    most: int | None = None,
) -> ChangesView:
    """What changed on a map or of a persona, the gravest places first.

    ``entry`` is the map as it is now, if there is one, on ``page``; ``most`` is how many sentences stand in the open.
    """
    anchors = _anchors(entry) if entry else frozenset()
    file = entry.document.block.file if entry else ""
    places = [
        ChangesAtPlace(
            texts(name, file) if name else None,
            f"{page}#{found[0].change.where.anchor}" if found[0].change.where.anchor in anchors else "",
            tuple(_graded_sentence(graded, texts, words, file) for graded in found),
        )
        for name, found in sorted(changes.places(), key=lambda place: gravity(place[1][0]))
    ]
    shown = len(places) if most is None else _fitting(places, most)
    return ChangesView(summary_of(changes.changes, words), tuple(places[:shown]), tuple(places[shown:]))


def _anchors(entry: JourneyEntry) -> frozenset[str]:
    steps = (step.anchor for phase in entry.phases for step in phase.steps)
    return frozenset((entry.anchor, *(phase.anchor for phase in entry.phases), *steps))


def _graded_sentence(graded: Graded, texts: WrittenTexts, words: Words, file: str) -> GradedSentence:
    grade = "" if graded.grade is Grade.NOTE else words(f"change.grade.{graded.grade}")
    return GradedSentence(said(sentence(graded, words), texts, file), grade, reason(graded, words))


def _fitting(places: Sequence[ChangesAtPlace], most: int) -> int:
    """Number of places whose changes fit; one more than fits is not worth a fold."""
    ends = list(accumulate(len(place.changes) for place in places))
    return len(places) if ends[-1] <= most + 1 else max(1, sum(end <= most for end in ends))
