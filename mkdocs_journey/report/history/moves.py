"""What moved from one version of a journey to the next, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journey.diff.comparison import blocks
from mkdocs_journey.diff.texts import score_text
from mkdocs_journey.views.history import History, Point, Standing
from mkdocs_journey.views.moments import Moment


class Log(NamedTuple):
    """The history of a journey as it is told."""

    title: str
    id: str
    history: History


def newest_first(history: History) -> Iterator[tuple[Point, Standing | None]]:
    """Each point with how the journey stood before it, as far as that is known."""
    before = history.before
    found = []
    for point in history.points:
        found.append((point, before))
        before = point.standing or before
    yield from reversed(found)


def told_moves(before: Standing | None, after: Standing) -> list[str]:
    """What moved; where nothing did, the map could not be read in between."""
    return list(moves(before, after)) or ["can be read again, and is as it was"]


def moves(before: Standing | None, after: Standing) -> Iterator[str]:
    """What moved, each in a few words; everything, where there is nothing before."""
    if before is None or (before.scores, before.names) != (after.scores, after.names):
        yield from _emotion(before, after)
    if before is None or (before.observed, before.statements) != (after.observed, after.statements):
        yield f"observed {_change(_share(before), _share(after))}"
    if before is None or before.open_pains != after.open_pains:
        pains = str(before.open_pains) if before else ""
        yield f"open pain points {_change(pains, str(after.open_pains))}"
    old = {one.name: one for one in before.indicators} if before else {}
    for one in after.indicators:
        was = old.pop(one.name, None)
        if one.value and (was is None or was.value != one.value):
            yield f"{one.name} {_change(was.value if was else '', one.value)}"
    yield from (f"{name} is no indicator any more" for name in old)


def _emotion(before: Standing | None, after: Standing) -> Iterator[str]:
    curves = curve_text(before), curve_text(after)
    if curves[0] != curves[1]:
        yield f"emotion {_change(curves[0], curves[1] or '–')}"
    worst = (before.course.worst if before and before.course else None), (after.course.worst if after.course else None)
    if worst[1] is not None and (worst[0] is None or _said(worst[0]) != _said(worst[1])):
        yield f"lowest {_change(_said(worst[0]), _said(worst[1]))}"


def curve_text(standing: Standing | None) -> str:
    """The curve as a line of blocks; "" where there is none."""
    return blocks(standing.scores, standing.course.scale) if standing and standing.course else ""


def _said(moment: Moment | None) -> str:
    return f"{moment.name} {score_text(moment.score, sign=moment.scale.low < 0)}" if moment else ""


def _share(standing: Standing | None) -> str:
    if standing is None or standing.share is None:
        return ""
    return f"{round(100 * standing.share)} % of {standing.statements}"


def _change(before: str, after: str) -> str:
    return f"{before} → {after}" if before and before != after else after or "–"
