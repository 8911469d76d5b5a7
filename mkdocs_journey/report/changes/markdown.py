"""Changes as a comment on a pull request: a line a map, what matters most in a table, the rest folded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    both_journeys,
    by_map,
    gravity,
    scores_of,
    text_curve,
)
from mkdocs_journey.render.changes.sentences import reason, sentence
from mkdocs_journey.render.changes.totals import summary_of, total_of
from mkdocs_journey.report.plain import plain

MARKER = "<!-- mkdocs-journey diff -->"
"""The first line of a comment, by which the next run finds it and writes it anew."""
LONGEST = 60_000
"""Characters of a comment: GitHub takes 65,536."""
MOST_ROWS = 30
"""Rows of the table; what does not fit stands in the list below it."""
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|~^$-])")
_MENTION = re.compile(r"(?<=@)|(?<=#)(?=\d)|(?<=[:/])(?=/)|(?<=www)(?=\.)", re.IGNORECASE)
_GRADE_SIGNS = {Grade.BREAKING: "🛑 breaking", Grade.RISKY: "⚠️ risky", Grade.NOTE: ""}


def write_markdown(comparison: Comparison, *, mermaid: bool = False) -> str:
    """The comment. With ``mermaid``, curves are drawn by GitHub or GitLab, and not as a line of blocks.

    Nothing that an author wrote comes alive in it: no link, no mention, no HTML.
    """
    maps = by_map(comparison)
    head = [
        MARKER,
        "### What changed in the customer's experience",
        "",
        "**{}** from `{}` to `{}`.".format(total_of(comparison), *map(_code, comparison.between)),
    ]
    if maps:
        head += ["", *(f"- **{escaped(one.where.title)}**: {summary_of(one.changes)}" for one in maps)]
    pieces = [*_table(comparison), *(_details(one, comparison, mermaid) for one in maps)]
    return _within_limit("\n".join(head) + "\n", pieces)


def escaped(text: str) -> str:
    """A text as Markdown in which nothing of it is markup, a link, or a mention."""
    # As entities, these are words in HTML too, and for readers of Markdown that know no backslash before them.
    marked = escape(_MARKS.sub(r"\\\1", plain(text)), quote=False)
    return _MENTION.sub("\u200b", marked)


def _in_html(text: str) -> str:
    """A text within HTML. Hosts do not read it as Markdown there, so a backslash would be seen: entities are not."""
    unmarked = escape(_MENTION.sub("\u200b", plain(text)), quote=False)
    return _MARKS.sub(lambda mark: f"&#{ord(mark[1])};", unmarked)


def _code(text: str) -> str:
    return plain(text).replace("`", "'")


def _within_limit(head: str, pieces: Sequence[str]) -> str:
    """As many pieces as fit, and how many do not."""
    text = head if len(head) < LONGEST else head[:LONGEST].rpartition("\n")[0] + "\n"
    for number, piece in enumerate(pieces):
        if len(text) + len(piece) > LONGEST:
            return f"{text}\n… and {len(pieces) - number} more parts, too long for a comment.\n"
        text += f"\n{piece}"
    return text


def _table(comparison: Comparison) -> Iterator[str]:
    """What is more than a note, and every score that changed, before and after."""
    rows = [
        graded
        for graded in sorted(comparison.changes, key=gravity)
        if graded.grade is not Grade.NOTE or (graded.change.thing == "emotion" and graded.change.field == "score")
    ]
    if not rows:
        return
    lines = ["| | Where | What | Before | After |", "| --- | --- | --- | --- | --- |"]
    lines += [_row(graded) for graded in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(f"| | | … and {len(rows) - MOST_ROWS} more | | |")
    yield "\n".join([*lines, ""])


def _row(graded: Graded) -> str:
    change = graded.change
    where = " › ".join(filter(None, (change.where.title, change.where.place if change.where.phase else "")))
    if change.thing == "emotion":
        what = "emotion" if change.field in ("", "score") else f"emotion: {change.field}"
    elif change.field:
        what = change.field.replace("_", " ")
        if change.thing not in ("step", "phase", change.where.kind):
            what = f"{change.thing} {change.name}: {what}"
    else:
        what = f"{change.thing} {change.name} {change.kind}"
    because = f" ({why})" if (why := reason(graded)) else ""
    if graded.links:
        because = f" ({graded.links} {'page links' if graded.links == 1 else 'pages link'} to it)"
    values = escaped(change.before), escaped(change.after)
    cells = [_GRADE_SIGNS[graded.grade], escaped(where), escaped(what) + because, *values]
    return f"| {' | '.join(cells)} |"


def _details(one: MapChanges, comparison: Comparison, mermaid: bool) -> str:
    lines = ["<details>", f"<summary>{_in_html(one.where.title)}: {_all(one.changes)}</summary>", ""]
    before, after = both_journeys(comparison, one.where)
    if before is not None and after is not None:
        lines += _mermaid(before, after) if mermaid else _curves(before, after)
    for place, changes in one.places():
        indent = ""
        if place:
            lines.append(f"- **{escaped(place)}**")
            indent = "  "
        lines += [f"{indent}- {_sentence(graded)}" for graded in changes]
    return "\n".join([*lines, "", "</details>", ""])


def _all(changes: Sequence[Graded]) -> str:
    return "1 change" if len(changes) == 1 else f"all {len(changes)} changes"


def _sentence(graded: Graded) -> str:
    roles = {"name": "*{}*", "before": "~~{}~~", "after": "**{}**"}
    text = "".join(
        roles.get(piece.role, "{}").format(escaped(piece.text)) if piece.text.strip() else piece.text
        for piece in sentence(graded)
    )
    if graded.grade is Grade.NOTE:
        return text
    because = f" ({why})" if (why := reason(graded)) else ""
    return f"{_GRADE_SIGNS[graded.grade]}: {text}{because}"


def _curves(before: JourneyEntry, after: JourneyEntry) -> list[str]:
    curves = text_curve(before), text_curve(after)
    return [f"Emotion: `{curves[0] or '–'}` → `{curves[1] or '–'}`", ""] if curves[0] != curves[1] else []


def _mermaid(before: JourneyEntry, after: JourneyEntry) -> list[str]:
    """Both curves as an ``xychart-beta``, where every column has a score; else the line of blocks."""
    old, new = scores_of(before), scores_of(after)
    if old == new:
        return []
    if any(score is None for _, score in (*old, *new)) or len(old) != len(new):
        return _curves(before, after)
    names = ", ".join(f'"{_label(name)}"' for name, _ in new)
    scale = after.journey.scale
    return [
        "```mermaid",
        "xychart-beta",
        f"  x-axis [{names}]",
        f"  y-axis {scale.low} --> {scale.high}",
        f"  line [{', '.join(f'{score:g}' for _, score in old)}]",
        f"  line [{', '.join(f'{score:g}' for _, score in new)}]",
        "```",
        "",
    ]


def _label(text: str) -> str:
    """A name as Mermaid takes it: nothing in it ends the text or the block."""
    return re.sub(r"[\"`;%{}<>\\]", "'", plain(text))[:40]
