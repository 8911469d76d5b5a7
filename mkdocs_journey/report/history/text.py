"""A history as people read it in a terminal, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diff.texts import short_commit
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message
from mkdocs_journey.report.colours import Style, style_of
from mkdocs_journey.report.history.sentences import CUT, MORE, NOTHING, NOW, ToldHistory, phrases
from mkdocs_journey.safe_text import plain, plain_start
from mkdocs_journey.views.history import HistoryRow


def write_text(told: ToldHistory, words: Words | None = None, *, colour: bool = False) -> str:
    """The history for people. Nothing in it steers a terminal, except for the colours."""
    words, style = words or Words.load(), style_of(colour=colour)
    lines = [style(plain_start(told.title), bold=True)]
    for row in told.history.rows:
        lines += ["", *_row(row, words, style)]
    if not told.history.rows:
        lines += ["", words.said(NOTHING)]
    lines += ["", words.said(MORE)] if told.history.more else []
    lines += ["", words.said(CUT)] if told.history.cut else []
    return "\n".join([*lines, ""])


def _row(row: HistoryRow, words: Words, style: Style) -> Iterator[str]:
    point = row.point
    if point.commit:
        yield f"{point.day}  {style(short_commit(point.commit), fg='yellow')}  {plain(point.subject)}"
    else:
        yield f"{words.said(message('now'))}  {style(words.said(NOW), fg='yellow')}"
    alarm = "red" if point.trouble else None
    yield f"    {style(plain_start('; '.join(map(words.said, phrases(row, plain)))), fg=alarm)}"
