"""A history as a table in Markdown, the newest first."""

from __future__ import annotations

from mkdocs_journey.report.changes.markdown import escaped
from mkdocs_journey.report.history.moves import Log, curve_text, newest_first, told_moves
from mkdocs_journey.report.history.text import SHORT, remarks


def write_markdown(log: Log) -> str:
    """The table. Nothing that somebody wrote comes alive in it."""
    lines = [f"### {escaped(log.title)}", "", "| Date | Commit | Curve | What moved |", "| --- | --- | --- | --- |"]
    for point, before in newest_first(log.history):
        if point.standing is None:
            moved = f"cannot be read: {escaped(point.trouble)}"
        else:
            moved = "<br>".join(escaped(move) for move in told_moves(before, point.standing))
        commit = f"`{point.commit[:SHORT]}` {escaped(point.subject)}" if point.commit else "not committed yet"
        curve = curve_text(point.standing)
        lines.append(f"| {point.day} | {commit} | {f'`{curve}`' if curve else ''} | {moved} |")
    return "\n".join([*lines, *(f"\n{remark}" for remark in remarks(log)), ""])
