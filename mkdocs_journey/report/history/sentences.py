"""What every output of a history is made of: the history of a journey, and what moved, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from mkdocs_journey.diff.texts import score_text
from mkdocs_journey.message import Message, counted, message
from mkdocs_journey.model.values import Scale
from mkdocs_journey.report.curves import blocks
from mkdocs_journey.views.history import By, History, HistoryRow, IndicatorReading, Move, State

Quote = Callable[[str], str]
"""Makes a text that an author wrote harmless where it is shown."""
NOW = message("not committed yet")
CUT = message(
    "Older commits are not in this clone. In CI, fetch them first "
    "(actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)."
)
MORE = message("Older ones are left out; --limit 0 shows all.")
NOTHING = message("There is nothing to tell in that time.")
MOST_NAMES = 3
"""Names that are told one by one."""


class ToldHistory(Struct, frozen=True):
    """The history of a journey, ready to be written."""

    id: str
    title: str
    by: By
    history: History


def phrases(row: HistoryRow, quote: Quote) -> list[Message]:
    """What moved with a point, compared with what was before, in a few words each."""
    point = row.point
    if point.state is None:
        if not point.trouble:
            return [message("the map was taken off its page")]
        return [message("cannot be read: {why}", why=quote(point.trouble))]
    if row.move is None:
        return [*(_beginning(row) if row.first else ()), *_whole(point.state, quote)]
    return list(_moved(row.move, quote)) or [message("as it was before")]


def _beginning(row: HistoryRow) -> Iterator[Message]:
    yield message("as far back as this clone goes") if row.point.cut else message("the map begins")


def _blocks(state: State) -> str:
    return blocks(state.scores, state.scale)


def _whole(state: State, quote: Quote) -> Iterator[Message]:
    if state.curve:
        yield message(
            "emotion {curve}, lowest {lowest}, mean {mean}",
            curve=_blocks(state),
            lowest=_lowest(state, quote),
            mean=signed(state.mean, state.scale),
        )
    if state.percent is not None:
        yield message("evidence {percent} %", percent=state.percent)
    yield _number(state.pains)
    yield from (
        message("{name} {value}", name=quote(one.name), value=quote(one.value)) for one in state.indicators if one.value
    )


def _moved(move: Move, quote: Quote) -> Iterator[Message]:
    before, after = move.before, move.after
    if move.renamed:
        yield message("now called “{after}” (was “{before}”)", after=quote(after.title), before=quote(before.title))
    if move.curve:
        yield from _curve(move, quote)
    if move.evidence:
        yield message("evidence {before} → {after}", before=_percent(before), after=_percent(after))
    if before.pains != after.pains:
        yield _was(_number(after.pains), str(before.pains))
    elif move.pains:
        yield message(
            "{pains} as before, {severe} of them severe (was {before})",
            pains=_number(after.pains),
            severe=after.severe,
            before=before.severe,
        )
    yield from (_indicator(old, new, quote) for old, new in move.indicators)


def _curve(move: Move, quote: Quote) -> Iterator[Message]:
    before, after = move.before, move.after
    if not after.curve:
        yield message("no emotion has a score any more")
        return
    curve, lowest, mean = _blocks(after), _lowest(after, quote), signed(after.mean, after.scale)
    earlier = ""
    if before.curve and _lowest(before, quote) != lowest:
        same = before.curve[before.worst].name == after.curve[after.worst].name
        earlier = signed(before.lowest, before.scale) if same else _lowest(before, quote)
    yield message(
        "emotion {curve}, lowest {lowest}, mean {mean}",
        curve=_was(curve, "" if _blocks(before) == curve else _blocks(before)),
        lowest=_was(lowest, earlier),
        mean=_was(mean, "" if before.mean in (None, after.mean) else signed(before.mean, before.scale)),
    )
    if before.scale != after.scale:
        yield message("scale {after} (was {before})", after=str(after.scale), before=str(before.scale))
    if before.curve and move.added:
        yield message("new: {names}", names=_names(move.added, quote))
    if move.removed:
        yield message("gone: {names}", names=_names(move.removed, quote))


def _was(now: str, before: str) -> Message:
    """A value, and what it was before where it was another one."""
    return message("{now} (was {before})", now=now, before=before) if before else message("{now}", now=now)


def _indicator(old: IndicatorReading | None, new: IndicatorReading | None, quote: Quote) -> Message:
    if new is None:
        return message("{name} is gone", name=quote(old.name if old else ""))
    if old is None:
        value = quote(new.value) or message("not measured yet")
        return message("{name} {value} (new)", name=quote(new.name), value=value)
    return message(
        "{name} {before} → {after}",
        name=quote(new.name),
        before=quote(old.value) or "–",
        after=quote(new.value) or "–",
    )


def signed(score: float | None, scale: Scale) -> str:
    """A score as people write it: −2, +1, and 4 on a scale without negative scores."""
    return score_text(None if score is None else round(score, 1), sign=scale.low < 0) or "–"


def _lowest(state: State, quote: Quote) -> str:
    return f"{quote(state.curve[state.worst].name)} {signed(state.lowest, state.scale)}"


def _percent(state: State) -> str:
    return "–" if state.percent is None else f"{state.percent} %"


def _number(pains: int) -> Message:
    return (
        counted(pains, "{number} open pain point", "{number} open pain points")
        if pains
        else message("no open pain points")
    )


def _names(names: Sequence[str], quote: Quote) -> Message:
    shown, rest = ", ".join(map(quote, names[:MOST_NAMES])), len(names) - MOST_NAMES
    return (
        message("{names}, and {number} more", names=shown, number=rest) if rest > 0 else message("{names}", names=shown)
    )
