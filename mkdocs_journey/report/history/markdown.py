"""A history as a table in Markdown, the newest first."""

from __future__ import annotations

from mkdocs_journey.diff.texts import short_commit
from mkdocs_journey.report.changes.markdown import escaped
from mkdocs_journey.report.history.sentences import CUT, MORE, NOTHING, NOW, ToldHistory, phrases
from mkdocs_journey.views.history import HistoryRow


def write_markdown(told: ToldHistory) -> str:
    """The table. Nothing that an author wrote comes alive in it: no link, no mention, no HTML."""
    lines = [f"### How “{escaped(told.title)}” moved", ""]
    if told.history.rows:
        lines += ["| Date | Commit | What moved |", "| --- | --- | --- |", *map(_row, told.history.rows)]
    else:
        lines.append(NOTHING)
    lines += ["", MORE] if told.history.more else []
    lines += ["", CUT] if told.history.cut else []
    return "\n".join([*lines, ""])


def _row(row: HistoryRow) -> str:
    point = row.point
    day, commit = (
        (str(point.day), f"`{short_commit(point.commit)}` {escaped(point.subject)}") if point.commit else ("now", NOW)
    )
    return f"| {day} | {commit} | {'<br>'.join(phrases(row, escaped))} |"
