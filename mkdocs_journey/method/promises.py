"""Promises to the customer, and what keeps them: the same step or a later one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_journey.model.document import Path
from mkdocs_journey.model.lanes import Lanes
from mkdocs_journey.model.parts import Item
from mkdocs_journey.quoting import without_markup

CLOSE = 0.6
"""How much of two texts has to agree (:meth:`difflib.SequenceMatcher.ratio`) for one to mean the other."""
MOST_PAIRS = 400
"""Promises times what is kept, beyond which only the same words count: comparing takes its time."""
LONGEST = 200
"""Characters of a text that are compared."""
_BETWEEN_WORDS = re.compile(r"[\W_]+")


class MadePromise(NamedTuple):
    """A promise, and where it is kept."""

    path: Path
    """Of the step or phase in which it is made."""
    number: int
    """Its position there."""
    text: str
    kept: Iterator[tuple[Path, Item]]
    """Path of every step or phase that keeps it, and what that says, in the order of the map. Found one by one."""


def made_promises(places: Iterable[tuple[Path, Lanes]]) -> Iterator[MadePromise]:
    """Every promise of a map; ``places`` are its phases and steps in order.

    A promise is kept in the same step or a later one; what a phase keeps, it keeps up to its last step.
    """
    made: list[tuple[Path, int, str]] = []
    kept: list[tuple[Path, Item]] = []
    for path, lanes in places:
        made += [(path, i, one.text) for i, one in enumerate(lanes.promise)]
        kept += [(path, one) for one in lanes.keeps]
    keeps = [(path, item, _plain(item.text)) for path, item in kept] if made else []
    compare = _is_close if len(made) * len(keeps) <= MOST_PAIRS else _contains
    for path, i, text in made:
        if words := _plain(text):
            yield MadePromise(path, i, text, _kept(path, words, keeps, compare))


def _kept(
    path: Path, words: str, keeps: Sequence[tuple[Path, Item, str]], compare: Callable[[str, str], bool]
) -> Iterator[tuple[Path, Item]]:
    return ((place, item) for place, item, text in keeps if _not_before(place, path) and compare(text, words))


def _not_before(place: Path, path: Path) -> bool:
    return place >= path[: len(place)]


def _plain(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", without_markup(text).casefold()).strip()


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
