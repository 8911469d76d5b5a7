"""Which phases and steps of the older map are which of the newer one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry, PhaseEntry, StepEntry
from mkdocs_journey.diff.matching import Matches, Named, match
from mkdocs_journey.diff.parts import lanes_of_both, name_of
from mkdocs_journey.model.columns import Column
from mkdocs_journey.model.lanes import Lanes


class PlacedStep(Struct, frozen=True):
    """A step with its phase, and their positions."""

    p: int
    s: int
    phase: PhaseEntry
    entry: StepEntry

    @property
    def column(self) -> Column:
        """Its place on the map."""
        return self.p, self.s


class Columns(Struct, frozen=True):
    """The phases and steps of two versions of a map."""

    phases: Matches
    old: Sequence[PlacedStep]
    new: Sequence[PlacedStep]
    steps: Sequence[tuple[int, int]]
    """Positions of the same steps in ``old`` and ``new``, in the order of the newer map."""
    guesses: Mapping[tuple[int, int], str]
    """By what steps were taken for the same, where that is not sure."""

    def earlier(self) -> dict[Column, Column]:
        """From each column of the newer map to the one that it was, where it was there already."""
        found: dict[Column, Column] = {(q, None): (p, None) for p, q in self.phases.pairs}
        found |= {self.new[j].column: self.old[i].column for i, j in self.steps}
        return found


def match_columns(before: JourneyEntry, after: JourneyEntry) -> Columns:
    """Match phases, then the steps of the same phase, those that went to another, and those with a close name."""
    phases = match([_named_phase(one) for one in before.phases], [_named_phase(one) for one in after.phases])
    old, new = _all_steps(before), _all_steps(after)
    pairs: dict[int, int] = {}
    guesses: dict[tuple[int, int], str] = {}

    def take(olds: list[int], news: list[int], *, closest: bool) -> None:
        found: Matches = match(
            [_named_step(old[i]) for i in olds], [_named_step(new[j]) for j in news], closest=closest
        )
        for i, j in found.pairs:
            pairs[olds[i]] = news[j]
            if (i, j) in found.guesses:
                guesses[(olds[i], news[j])] = found.guesses[(i, j)]

    def left(phase_old: int | None = None, phase_new: int | None = None) -> tuple[list[int], list[int]]:
        taken = set(pairs.values())
        return (
            [i for i, one in enumerate(old) if i not in pairs and phase_old in (None, one.p)],
            [j for j, one in enumerate(new) if j not in taken and phase_new in (None, one.p)],
        )

    for p, q in phases.pairs:
        take(*left(p, q), closest=False)
    take(*left(), closest=False)
    for p, q in phases.pairs:
        take(*left(p, q), closest=True)
    return Columns(phases, old, new, sorted(pairs.items(), key=lambda pair: pair[1]), guesses)


def texts_in(lanes: Lanes) -> frozenset[str]:
    """Everything that stands in the lanes of a phase or a step."""
    items = [name_of(item).name for _, found, _ in lanes_of_both(lanes, lanes) for item in found]
    return frozenset(items if lanes.emotion is None else [*items, f"emotion {lanes.emotion.text}"])


def _named_phase(entry: PhaseEntry) -> Named:
    content = texts_in(entry.phase).union(*(texts_in(step.step) | {step.step.name} for step in entry.steps))
    return Named(entry.phase.id or "", entry.phase.name, entry.phase.aliases, entry.slug, content)


def _named_step(one: PlacedStep) -> Named:
    step = one.entry.step
    return Named(step.id or "", step.name, step.aliases, one.entry.slug, texts_in(step))


def _all_steps(entry: JourneyEntry) -> list[PlacedStep]:
    return [PlacedStep(p, s, phase, step) for p, phase in enumerate(entry.phases) for s, step in enumerate(phase.steps)]
