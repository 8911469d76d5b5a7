"""A history as people read it in a terminal, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mkdocs_journey.report.history.moves import Log, newest_first, told_moves
from mkdocs_journey.report.plain import plain, plain_start
from mkdocs_journey.report.text import Style, without_colour

SHORT = 8
"""Characters of a commit's id."""


def write_text(log: Log, *, colour: bool = False) -> str:
    """The history for people. Nothing in it steers a terminal, except for the colours."""
    style: Style = click.style if colour else without_colour
    lines = [style(plain_start(log.title), bold=True), ""]
    for point, before in newest_first(log.history):
        commit = point.commit[:SHORT] or "now"
        lines.append(f"{point.day}  {style(commit, fg='yellow')}  {plain(point.subject) or 'not committed yet'}")
        if point.standing is None:
            lines.append(f"    {style('cannot be read', fg='red')}: {plain(point.trouble)}")
        else:
            lines += [f"    {plain_start(move)}" for move in told_moves(before, point.standing)]
    return "\n".join([*lines, *(f"\n{remark}" for remark in remarks(log)), ""])


def remarks(log: Log) -> Iterator[str]:
    """What the history leaves out."""
    unmoved = log.history.unmoved
    if unmoved:
        commits = "1 more commit" if unmoved == 1 else f"{unmoved} more commits"
        yield f"{commits} changed the map, but none of this."
    if log.history.incomplete:
        yield "This clone does not hold older commits. In CI, fetch them (fetch-depth: 0; GitLab: GIT_DEPTH: 0)."
