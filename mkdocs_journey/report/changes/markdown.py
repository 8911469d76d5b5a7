"""Changes as a comment on a pull request: a line a map, what matters most in a table, the rest folded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from mkdocs_journey.diff import Grade, Graded, Where
from mkdocs_journey.diff.comparison import (
    Comparison,
    MapChanges,
    both_journeys,
    by_map,
    gravity,
)
from mkdocs_journey.drawing.sentences import reason, sentence
from mkdocs_journey.drawing.totals import summary_of, total_of
from mkdocs_journey.report.curves import changed_curves
from mkdocs_journey.safe_text import plain
from mkdocs_journey.views.moments import course_of

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
    lines += (_mermaid(comparison, one.where) if mermaid else []) or _curves(comparison, one.where)
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


def _curves(comparison: Comparison, where: Where) -> list[str]:
    curves = changed_curves(comparison, where)
    return ["Emotion: `{}` → `{}`".format(*curves), ""] if curves else []


def _mermaid(comparison: Comparison, where: Where) -> list[str]:
    """Both curves as an ``xychart-beta``; nothing where a column has no score, or there are not as many of them."""
    before, after = both_journeys(comparison, where)
    old, new = course_of(before) if before else None, course_of(after) if after else None
    if old is None or new is None or after is None:
        return []
    scores = [score for score in (*old.scores, *new.scores) if score is not None]
    if len(scores) != 2 * len(new.scores) or len(old.scores) != len(new.scores) or old.scores == new.scores:
        return []
    names = [after.phases[p].phase.name if s is None else after.phases[p].steps[s].step.name for p, s in new.columns]
    labels = ", ".join(f'"{_label(name)}"' for name in names)
    earlier = [new.scale.of_another(score, old.scale) for score in scores[: len(new.scores)]]
    return [
        "```mermaid",
        "xychart-beta",
        f"  x-axis [{labels}]",
        f"  y-axis {new.scale.low} --> {new.scale.high}",
        f"  line [{', '.join(f'{score:g}' for score in earlier)}]",
        f"  line [{', '.join(f'{score:g}' for score in scores[len(new.scores) :])}]",
        "```",
        "",
    ]


def _label(text: str) -> str:
    """A name as Mermaid takes it: nothing in it ends the text or the block."""
    return re.sub(r"[\"`;%{}<>\\]", "'", plain(text))[:40]
