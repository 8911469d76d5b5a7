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
from mkdocs_journey.drawing.sentences import grade_word, reason, sentence, subject
from mkdocs_journey.drawing.totals import TITLE, summary_of, total_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import Message, counted, message
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
_GRADE_SIGNS = {Grade.BREAKING: "🛑", Grade.RISKY: "⚠️", Grade.NOTE: ""}
_COLUMNS = message("Where | What | Before | After")


def write_markdown(comparison: Comparison, words: Words | None = None, *, mermaid: bool = False) -> str:
    """The comment. With ``mermaid``, curves are drawn by GitHub or GitLab, and not as a line of blocks.

    Nothing that an author wrote comes alive in it: no link, no mention, no HTML.
    """
    words = words or Words.load()
    maps = by_map(comparison)
    before, after = (f"`{_code(words.said(one))}`" for one in comparison.between)
    between = message(
        "{total} from {before} to {after}.", total=f"**{total_of(comparison, words)}**", before=before, after=after
    )
    head = [MARKER, f"### {words.said(TITLE)}", "", words.said(between)]
    if maps:
        head += ["", *(f"- **{escaped(one.where.title)}**: {summary_of(one.changes, words)}" for one in maps)]
    pieces = [*_table(comparison, words), *(_details(one, comparison, words, mermaid) for one in maps)]
    return _within_limit("\n".join(head) + "\n", pieces, words)


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


def _within_limit(head: str, pieces: Sequence[str], words: Words) -> str:
    """As many pieces as fit, and how many do not."""
    text = head if len(head) < LONGEST else head[:LONGEST].rpartition("\n")[0] + "\n"
    for number, piece in enumerate(pieces):
        if len(text) + len(piece) > LONGEST:
            more = counted(
                len(pieces) - number,
                "… and {number} more part, too long for a comment.",
                "… and {number} more parts, too long for a comment.",
            )
            return f"{text}\n{words.said(more)}\n"
        text += f"\n{piece}"
    return text


def _table(comparison: Comparison, words: Words) -> Iterator[str]:
    """What is more than a note, and every score that changed, before and after."""
    rows = [
        graded
        for graded in sorted(comparison.changes, key=gravity)
        if graded.grade is not Grade.NOTE or (graded.change.thing == "emotion" and graded.change.field == "score")
    ]
    if not rows:
        return
    lines = [f"| | {words.said(_COLUMNS)} |", "| --- | --- | --- | --- | --- |"]
    lines += [_row(graded, words) for graded in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        more = message("… and {number} more", number=len(rows) - MOST_ROWS)
        lines.append(f"| | | {words.said(more)} | | |")
    yield "\n".join([*lines, ""])


def _row(graded: Graded, words: Words) -> str:
    change = graded.change
    where = " › ".join(filter(None, (change.where.title, change.where.place if change.where.phase else "")))
    because = f" ({why})" if (why := reason(graded, words)) else ""
    if graded.links:
        linked = counted(graded.links, "{number} page links to it", "{number} pages link to it")
        because = f" ({words.said(linked)})"
    values = escaped(change.before), escaped(change.after)
    cells = [_grade(graded, words), escaped(where), escaped(subject(change, words)) + because, *values]
    return f"| {' | '.join(cells)} |"


def _details(one: MapChanges, comparison: Comparison, words: Words, mermaid: bool) -> str:
    lines = ["<details>", f"<summary>{_in_html(one.where.title)}: {words.said(_all(one.changes))}</summary>", ""]
    lines += (_mermaid(comparison, one.where) if mermaid else []) or _curves(comparison, one.where, words)
    for place, changes in one.places():
        indent = ""
        if place:
            lines.append(f"- **{escaped(place)}**")
            indent = "  "
        lines += [f"{indent}- {_sentence(graded, words)}" for graded in changes]
    return "\n".join([*lines, "", "</details>", ""])


def _all(changes: Sequence[Graded]) -> Message:
    return counted(len(changes), "{number} change", "all {number} changes")


def _sentence(graded: Graded, words: Words) -> str:
    roles = {"name": "*{}*", "before": "~~{}~~", "after": "**{}**"}
    text = "".join(
        roles.get(piece.role, "{}").format(escaped(piece.text)) if piece.text.strip() else piece.text
        for piece in sentence(graded, words)
    )
    if graded.grade is Grade.NOTE:
        return text
    because = f" ({why})" if (why := reason(graded, words)) else ""
    return f"{_grade(graded, words)}: {text}{because}"


def _grade(graded: Graded, words: Words) -> str:
    return f"{_GRADE_SIGNS[graded.grade]} {grade_word(graded, words)}".strip()


def _curves(comparison: Comparison, where: Where, words: Words) -> list[str]:
    curves = changed_curves(comparison, where)
    return ["{}: `{}` → `{}`".format(words("lane.emotion"), *curves), ""] if curves else []


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
