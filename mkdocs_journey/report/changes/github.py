"""Changes as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diff import Grade, Graded
from mkdocs_journey.diff.comparison import Comparison, gravity
from mkdocs_journey.drawing.sentences import grade_word, reason, sentence
from mkdocs_journey.drawing.sentences import plain as in_words
from mkdocs_journey.drawing.totals import total_of
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message
from mkdocs_journey.report.findings.github import workflow_command
from mkdocs_journey.safe_text import plain

_COMMANDS = {Grade.BREAKING: "error", Grade.RISKY: "warning", Grade.NOTE: "notice"}


def write_github(comparison: Comparison, words: Words | None = None) -> str:
    """The changes as GitHub Actions reads them, the gravest first, and a plain summary behind them."""
    words = words or Words.load()
    changes = sorted(comparison.changes, key=gravity)
    lines = [_annotation(graded, comparison, words) for graded in changes]
    return "\n".join([*lines, f"{total_of(comparison, words)}.", ""])


def _annotation(graded: Graded, comparison: Comparison, words: Words) -> str:
    change = graded.change
    text = plain(in_words(sentence(graded, words)))
    if why := reason(graded, words):
        text += f" ({why})"
    told = words.said(message("{change} at {place}", change=text, place=plain(change.where.place)))
    return workflow_command(_COMMANDS[graded.grade], _properties(graded, comparison, words), told)


def _properties(graded: Graded, comparison: Comparison, words: Words) -> Iterator[tuple[str, str]]:
    span = comparison.place(graded.change)
    if span is not None:
        yield "file", plain(comparison.path_after(span.file))
        yield "line", str(span.line)
        yield "endLine", str(span.end_line)
    yield "title", plain(f"{graded.change.where.title}: {grade_word(graded, words) or words.said(message('note'))}")
