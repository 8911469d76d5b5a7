"""What every output of a history is made of: the history of a journey, and what moved, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from mkdocs_journey.diff.texts import score_text
from mkdocs_journey.model.values import Scale
from mkdocs_journey.report.curves import blocks
from mkdocs_journey.views.history import By, History, HistoryRow, IndicatorReading, Move, State

Quote = Callable[[str], str]
"""Makes a text that an author wrote harmless where it is shown."""
NOW = "not committed yet"
CUT = (
    "Older commits are not in this clone. In CI, fetch them first "
    "(actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)."
)
MORE = "Older ones are left out; --limit 0 shows all."
NOTHING = "There is nothing to tell in that time."
MOST_NAMES = 3
"""Names that are told one by one."""


class ToldHistory(Struct, frozen=True):
    """The history of a journey, ready to be written."""

    id: str
    title: str
    by: By
    history: History


def phrases(row: HistoryRow, quote: Quote) -> list[str]:
    """What moved with a point, compared with what was before, in a few words each."""
    point = row.point
    if point.state is None:
        return [f"cannot be read: {quote(point.trouble)}" if point.trouble else "the map was taken off its page"]
    if row.move is None:
        begins = ["as far back as this clone goes" if point.cut else "the map begins"] if row.first else []
        return [*begins, *_whole(point.state, quote)]
    return list(_moved(row.move, quote)) or ["as it was before"]


def _blocks(state: State) -> str:
    return blocks(state.scores, state.scale)


def _whole(state: State, quote: Quote) -> Iterator[str]:
    if state.curve:
        yield f"emotion {_blocks(state)}, lowest {_lowest(state, quote)}, mean {signed(state.mean, state.scale)}"
    if state.percent is not None:
        yield f"evidence {state.percent} %"
    yield _number(state.pains)
    yield from (f"{quote(one.name)} {quote(one.value)}" for one in state.indicators if one.value)


def _moved(move: Move, quote: Quote) -> Iterator[str]:
    before, after = move.before, move.after
    if move.renamed:
        yield f"now called “{quote(after.title)}” (was “{quote(before.title)}”)"
    if move.curve:
        yield from _curve(move, quote)
    if move.evidence:
        yield f"evidence {_percent(before)} → {_percent(after)}"
    if before.pains != after.pains:
        yield f"{_number(after.pains)} (was {before.pains})"
    elif move.pains:
        yield f"{_number(after.pains)} as before, {after.severe} of them severe (was {before.severe})"
    yield from (_indicator(old, new, quote) for old, new in move.indicators)


def _curve(move: Move, quote: Quote) -> Iterator[str]:
    before, after = move.before, move.after
    if not after.curve:
        yield "no emotion has a score any more"
        return
    text = f"emotion {_blocks(after)}"
    if _blocks(before) != _blocks(after):
        text += f" (was {_blocks(before)})"
    text += f", lowest {_lowest(after, quote)}"
    if before.curve and _lowest(before, quote) != _lowest(after, quote):
        same = before.curve[before.worst].name == after.curve[after.worst].name
        text += f" (was {signed(before.lowest, before.scale) if same else _lowest(before, quote)})"
    text += f", mean {signed(after.mean, after.scale)}"
    if before.mean not in (None, after.mean):
        text += f" (was {signed(before.mean, before.scale)})"
    yield text
    if before.scale != after.scale:
        yield f"scale {after.scale} (was {before.scale})"
    if before.curve and move.added:
        yield f"new: {_names(move.added, quote)}"
    if move.removed:
        yield f"gone: {_names(move.removed, quote)}"


def _indicator(old: IndicatorReading | None, new: IndicatorReading | None, quote: Quote) -> str:
    if new is None:
        return f"{quote(old.name if old else '')} is gone"
    if old is None:
        return f"{quote(new.name)} {quote(new.value) or 'not measured yet'} (new)"
    return f"{quote(new.name)} {quote(old.value) or '–'} → {quote(new.value) or '–'}"


def signed(score: float | None, scale: Scale) -> str:
    """A score as people write it: −2, +1, and 4 on a scale without negative scores."""
    return score_text(None if score is None else round(score, 1), sign=scale.low < 0) or "–"


def _lowest(state: State, quote: Quote) -> str:
    return f"{quote(state.curve[state.worst].name)} {signed(state.lowest, state.scale)}"


def _percent(state: State) -> str:
    return "–" if state.percent is None else f"{state.percent} %"


def _number(pains: int) -> str:
    return f"{pains or 'no'} open pain point{'' if pains == 1 else 's'}"


def _names(names: Sequence[str], quote: Quote) -> str:
    rest = len(names) - MOST_NAMES
    return ", ".join([*map(quote, names[:MOST_NAMES]), *([f"and {rest} more"] if rest > 0 else [])])
