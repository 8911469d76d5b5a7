"""Changes as people read them in a terminal: by map and by place, the gravest of each place first."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    by_map,
)
from mkdocs_journey.drawing.sentences import grade_word, reason, sentence
from mkdocs_journey.drawing.totals import between, summary_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.report.colours import Style, style_of
from mkdocs_journey.report.curves import changed_curves
from mkdocs_journey.safe_text import plain, plain_start

_COLOURS = {Grade.BREAKING: "red", Grade.RISKY: "yellow", Grade.NOTE: None}
_PIECES = {"before": "red", "after": "green"}


def write_text(comparison: Comparison, words: Words | None = None, *, colour: bool = False) -> str:
    """The changes for people, in English if no words are given.

    Nothing in them steers a terminal, except for the colours.
    """
    words, style = words or Words.load(), style_of(colour=colour)
    lines: list[str] = []
    for one in by_map(comparison):
        lines += [*_map(one, comparison, words, style), ""]
    return "\n".join([*lines, style(plain(words.said(between(comparison, words))), bold=True), ""])


def _map(one: MapChanges, comparison: Comparison, words: Words, style: Style) -> Iterator[str]:
    yield f"{style(plain_start(one.where.title), bold=True)}  {summary_of(one.changes, words)}"
    if curves := changed_curves(comparison, one.where):
        yield f"  {curves[0]} → {curves[1]}"
    for place, changes in one.places():
        if place:
            yield f"  {plain_start(place)}"
        for graded in changes:
            yield from _change(graded, "    " if place else "  ", words, style)


def _change(graded: Graded, indent: str, words: Words, style: Style) -> Iterator[str]:
    text = "".join(
        style(plain(piece.text), fg=_PIECES.get(piece.role), bold=True if piece.role == "name" else None)
        for piece in sentence(graded, words)
    )
    if graded.grade is Grade.NOTE:
        yield f"{indent}- {text}"
    else:
        because = f" ({why})" if (why := reason(graded, words)) else ""
        yield f"{indent}- {style(grade_word(graded, words), fg=_COLOURS[graded.grade], bold=True)}: {text}{because}"
