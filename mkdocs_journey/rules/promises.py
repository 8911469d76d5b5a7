"""A promise is worth what comes of it: a later step keeps it, or the map shows that none does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.findings import Finding
from mkdocs_journey.model.document import Path
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap
from mkdocs_journey.rules.shown import quoted, shown

CLOSE = 0.6
"""How much of two texts has to agree (:meth:`difflib.SequenceMatcher.ratio`) for one to mean the other."""
MOST_PAIRS = 400
"""Promises times what is kept, beyond which only the same words count: comparing takes its time."""
LONGEST = 200
"""Characters of a text that are compared."""
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def promises(seen: ExaminedMap) -> Iterator[Finding]:
    """A promise is kept in the same step or a later one; what a phase keeps, it keeps up to its last step."""
    made = [(path, i, one.text) for path, lanes in seen.places for i, one in enumerate(lanes.promise)]
    if not made:
        return
    kept = [(path, _plain(one.text)) for path, lanes in seen.places for one in lanes.keeps]
    compare = _is_close if len(made) * len(kept) <= MOST_PAIRS else _contains
    for path, i, promise in made:
        words = _plain(promise)
        if words and not any(_not_before(place, path) and compare(text, words) for place, text in kept):
            yield seen.finding(
                codes.PROMISE_NOT_KEPT,
                (*path, "promise", i, "text"),
                f"“{quoted(promise)}” is promised here, and no later step keeps it.",
                "Add keeps: with the same words where it is kept, or a pain point where it is broken.",
            )


def _not_before(place: Path, path: Path) -> bool:
    return place >= path[: len(place)]


def _plain(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", shown(text).casefold()).strip()


def _contains(kept: str, promised: str) -> bool:
    """Whether one of the two is a part of the other."""
    return bool(kept) and (kept in promised or promised in kept)


def _is_close(kept: str, promised: str) -> bool:
    """Whether the two texts are the same, up to a few words."""
    if not kept or _contains(kept, promised):
        return bool(kept)
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, kept[:LONGEST], promised[:LONGEST])
    return matcher.real_quick_ratio() >= CLOSE and matcher.ratio() >= CLOSE


RULES = (promises,)
