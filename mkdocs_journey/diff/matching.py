"""Which of the older things is which of the newer ones: by id, then by name, then by closest text."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from mkdocs_journey.model.values import plain_word

CLOSE = 60
"""How much of two texts has to be alike, in per cent, for one to be a new wording of the other."""
SHARED = 0.5
"""Which part of the texts of two phases or steps has to be the same for one to be the other under a new name."""
MOST_COMPARED = 40_000
"""Pairs of texts that are compared letter by letter at the most; beyond that, only equal ones are the same thing."""


class Named(Struct, frozen=True):
    """A thing as it is told apart from its neighbours."""

    id: str
    """As its author wrote it; empty where it has none."""
    name: str
    aliases: tuple[str, ...] = ()
    address: str = ""
    """The id that links use, where it comes from the name."""
    content: frozenset[str] | None = None
    """The texts in it, for a phase or a step: it is known by them as well. None for what holds nothing."""


class Matches(Struct, frozen=True):
    """Positions of the same things in the older and the newer list."""

    pairs: tuple[tuple[int, int], ...]
    """In the order of the newer list."""
    guesses: Mapping[tuple[int, int], str]
    """Pairs that were only taken for the same, and by what: ``text``, ``content`` or ``place``."""
    removed: tuple[int, ...]
    added: tuple[int, ...]


def match(before: Sequence[Named], after: Sequence[Named], *, closest: bool = True) -> Matches:
    """Pair the things of two lists.

    An id that is written counts most: two things with different ids are two things, unless an alias says otherwise
    or they have the same name. With ``closest``, those that are left over are paired by their texts.
    """
    matching = _Matching(before, after)
    matching.by(lambda one: [one.id or one.address], lambda one: [one.id or one.address])
    matching.by(lambda one: [one.id or one.address], lambda one: one.aliases)
    matching.by(lambda one: [plain_word(one.name)], lambda one: [plain_word(one.name)])
    guesses: dict[tuple[int, int], str] = {}
    if closest:
        for reason, guess in (
            ("text", matching.by_closest_text),
            ("content", matching.by_content),
            ("place", matching.by_place),
        ):
            known = set(matching.pairs.items())
            guess()
            guesses |= {pair: reason for pair in matching.pairs.items() if pair not in known}
    pairs = tuple(sorted(matching.pairs.items(), key=lambda pair: pair[1]))
    return Matches(
        pairs,
        guesses,
        tuple(i for i in range(len(before)) if i not in matching.pairs),
        tuple(j for j in range(len(after)) if j not in matching.taken),
    )


class _Matching:
    def __init__(self, before: Sequence[Named], after: Sequence[Named]) -> None:
        self.before = before
        self.after = after
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()

    def by(self, old: Callable[[Named], Iterable[Hashable]], new: Callable[[Named], Iterable[Hashable]]) -> None:
        """Pair what has the same key; of several with one key, the first with the first."""
        waiting: dict[Hashable, deque[int]] = {}
        for j, one in enumerate(self.after):
            if j not in self.taken:
                for key in new(one):
                    if key:
                        waiting.setdefault(key, deque()).append(j)
        for i, one in enumerate(self.before):
            if i in self.pairs:
                continue
            for key in old(one):
                same = waiting.get(key, deque())
                while same and same[0] in self.taken:
                    same.popleft()
                if same:
                    self._pair(i, same.popleft())
                    break

    def by_closest_text(self) -> None:
        """Pair what is left, the closest first; what has an id of its own on both sides is not the same."""
        old, new = self._left()
        for _, _, i, j in sorted(self._close_pairs(old, new)):
            if i not in self.pairs and j not in self.taken:
                self._pair(i, j)

    def by_content(self) -> None:
        """Pair what is left and holds mostly the same texts, the most of them first."""
        old, new = self._left()
        close = []
        for i in old:
            for j in new:
                was, is_ = self.before[i].content or frozenset(), self.after[j].content or frozenset()
                share = len(was & is_) / max(len(was), len(is_), 1)
                if share >= SHARED:
                    close.append((-share, abs(i - j), i, j))
        for _, _, i, j in sorted(close):
            if i not in self.pairs and j not in self.taken:
                self._pair(i, j)

    def by_place(self) -> None:
        """Pair a single one that is left on both sides in the same place, unless it holds something else."""
        old, new = self._left()
        if len(old) == 1 == len(new) and old == new and self._may_be_same(self.before[old[0]], self.after[new[0]]):
            self._pair(old[0], new[0])

    def _left(self) -> tuple[list[int], list[int]]:
        old = [i for i in range(len(self.before)) if i not in self.pairs]
        new = [j for j in range(len(self.after)) if j not in self.taken]
        return ([], []) if len(old) * len(new) > MOST_COMPARED else (old, new)

    @staticmethod
    def _may_be_same(old: Named, new: Named) -> bool:
        if old.content is None or new.content is None or (old.id and new.id):
            return False
        return bool(old.content & new.content) or not (old.content and new.content)

    def _close_pairs(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[float, int, int, int]]:
        from rapidfuzz import fuzz

        for i in old:
            for j in new:
                if self.before[i].id and self.after[j].id:
                    continue
                ratio = fuzz.ratio(plain_word(self.before[i].name), plain_word(self.after[j].name), score_cutoff=CLOSE)
                if ratio:
                    yield -ratio, abs(i - j), i, j

    def _pair(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self.taken.add(j)


def out_of_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fewest pairs that had to be moved so that the others keep their order, in the order of the newer list.

    All but a longest increasing run of older positions, read in the newer order (patience sorting).
    """
    ordered = sorted(pairs, key=lambda pair: pair[1])
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = [-1] * len(ordered)
    for index, (old, _) in enumerate(ordered):
        at = bisect_left(tops, old)
        before[index] = places[at - 1] if at else -1
        if at == len(tops):
            tops.append(old)
            places.append(index)
        else:
            tops[at], places[at] = old, index
    kept: set[int] = set()
    index = places[-1] if places else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [pair for index, pair in enumerate(ordered) if index not in kept]
