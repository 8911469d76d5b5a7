"""A history as a table in Markdown, the newest first."""

from __future__ import annotations

from mkdocs_journey.diff.texts import short_commit
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message
from mkdocs_journey.report.changes.markdown import escaped
from mkdocs_journey.report.history.sentences import CUT, MORE, NOTHING, NOW, ToldHistory, phrases
from mkdocs_journey.views.history import HistoryRow

_COLUMNS = message("Date | Commit | What moved")


def write_markdown(told: ToldHistory, words: Words | None = None) -> str:
    """The table. Nothing that an author wrote comes alive in it: no link, no mention, no HTML."""
    words = words or Words.load()
    lines = [f"### {words.said(message('How “{title}” moved', title=escaped(told.title)))}", ""]
    if told.history.rows:
        lines += [
            f"| {words.said(_COLUMNS)} |",
            "| --- | --- | --- |",
            *(_row(row, words) for row in told.history.rows),
        ]
    else:
        lines.append(words.said(NOTHING))
    lines += ["", words.said(MORE)] if told.history.more else []
    lines += ["", words.said(CUT)] if told.history.cut else []
    return "\n".join([*lines, ""])


def _row(row: HistoryRow, words: Words) -> str:
    point = row.point
    day, commit = words.said(message("now")), words.said(NOW)
    if point.commit:
        day, commit = str(point.day), f"`{short_commit(point.commit)}` {escaped(point.subject)}"
    return f"| {day} | {commit} | {'<br>'.join(map(words.said, phrases(row, escaped)))} |"
