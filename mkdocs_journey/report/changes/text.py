"""Changes as people read them in a terminal: by map and by place, the gravest of each place first."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    by_map,
)
from mkdocs_journey.drawing.sentences import reason, sentence
from mkdocs_journey.drawing.totals import summary_of, total_of
from mkdocs_journey.report.colours import Style, style_of
from mkdocs_journey.report.curves import changed_curves
from mkdocs_journey.safe_text import plain, plain_start

_COLOURS = {Grade.BREAKING: "red", Grade.RISKY: "yellow", Grade.NOTE: None}
_PIECES = {"before": "red", "after": "green"}


def write_text(comparison: Comparison, *, colour: bool) -> str:
    """The changes for people. Nothing in them steers a terminal, except for the colours."""
    style = style_of(colour=colour)
    lines: list[str] = []
    for one in by_map(comparison):
        lines += [*_map(one, comparison, style), ""]
    between = plain("from {} to {}".format(*comparison.between))
    return "\n".join([*lines, style(f"{total_of(comparison)} {between}.", bold=True), ""])


def _map(one: MapChanges, comparison: Comparison, style: Style) -> Iterator[str]:
    yield f"{style(plain_start(one.where.title), bold=True)}  {summary_of(one.changes)}"
    if curves := changed_curves(comparison, one.where):
        yield f"  {curves[0]} → {curves[1]}"
    for place, changes in one.places():
        if place:
            yield f"  {plain_start(place)}"
        for graded in changes:
            yield from _change(graded, "    " if place else "  ", style)


def _change(graded: Graded, indent: str, style: Style) -> Iterator[str]:
    text = "".join(
        style(plain(piece.text), fg=_PIECES.get(piece.role), bold=True if piece.role == "name" else None)
        for piece in sentence(graded)
    )
    if graded.grade is Grade.NOTE:
        yield f"{indent}- {text}"
    else:
        because = f" ({why})" if (why := reason(graded)) else ""
        yield f"{indent}- {style(str(graded.grade), fg=_COLOURS[graded.grade], bold=True)}: {text}{because}"
