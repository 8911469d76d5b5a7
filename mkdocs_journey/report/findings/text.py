"""Findings as people read them in a terminal: by file, with the line, the place, and the mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.quoting import shortened
from mkdocs_journey.report.colours import Style, style_of, without_colour
from mkdocs_journey.report.counts import SEVERITY_WORDS, by_path, is_mendable, summary
from mkdocs_journey.report.excerpt import excerpt
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import plain, plain_start
from mkdocs_journey.terminal_columns import wrap

LONGEST_LINE = 1000
"""Characters of a mended line that are shown. It is there to be copied, so it is cut only beyond all reason."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LEAST_WIDTH = 40
_INDENT = "  "


def write_text(report: Report, *, colour: bool, width: int = 100) -> str:
    """The report for people.

    ``colour`` is for terminals that show it; ``width`` is the columns that there are. Nothing in it steers a
    terminal, except for the colours.
    """
    style = style_of(colour=colour)
    parts: list[str] = []
    for path, findings in by_path(report).items():
        lines = report.lines(findings[0].span.file)
        parts += [style(plain_start(path), bold=True), ""]
        for finding in findings:
            parts += [*finding_lines(report, finding, lines, style, width), ""]
    return "\n".join([*parts, style(report.words.said(summary(report)), bold=True), ""])


def finding_lines(
    report: Report, finding: Finding, lines: Sequence[str], style: Style | None = None, width: int = 100
) -> Iterator[str]:
    """The lines that tell of one finding; ``lines`` are those of its file."""
    style, width = style or without_colour, max(width, _LEAST_WIDTH)
    span, mend = finding.span, finding.mend
    digits = len(str(max(span.line, *(one.first + len(one.lines) - 1 for one in (mend, *mend.choices)))))
    word, grave = report.words.said(SEVERITY_WORDS[finding.severity]), _COLOURS[finding.severity]
    place = f"{_INDENT}{span.line}:{span.column}  "
    head = f"{place}{word} {finding.code.id}  "
    first, *more = _sentences(finding.message, width - len(head))
    yield f"{place}{style(f'{word} {finding.code.id}', fg=grave, bold=True)}  {style(first, bold=True)}"
    yield from (" " * len(head) + style(line, bold=True) for line in more)

    gutter = f"{_INDENT}{' ' * digits} "
    shown = excerpt(lines, span, width - len(gutter) - 2)
    if shown is not None:
        yield gutter + style("|", fg="blue")
        yield _numbered(span.line, digits, shown.text, style)
        underline = style("^" * shown.length, fg=grave, bold=True)
        yield f"{gutter}{style('|', fg='blue')} {' ' * shown.before}{underline}"
    yield from _notes((finding.mend.advice, report.words.said(mend_title(finding))), gutter, style, width)
    for title, choice in ((NO_MESSAGE, mend), *choices(finding)):
        yield from _notes((report.words.said(title),), gutter, style, width)
        for number, line in enumerate(mended_lines(choice), choice.first):
            yield _numbered(number, digits, style(line, fg="green"), style)
    yield from _notes(_related(report, finding), gutter, style, width)


def mended_lines(mend: Mend) -> list[str]:
    """The lines of a mend as they may be shown."""
    cut = (shortened(line, LONGEST_LINE) for line in mend.lines)
    return [plain(line.replace("\t", "    ")) for line in cut]


def mend_title(finding: Finding, *, fix: bool = True) -> Message:
    """What stands above the lines of a mend; nothing, if it has none. ``fix`` speaks of --fix where that does it."""
    mend = finding.mend
    if not mend.lines:
        return NO_MESSAGE
    by_itself = fix and is_mendable(finding)
    if mend.last < mend.first:
        if by_itself:
            return message("Add this before line {line}, or let --fix do it:", line=mend.first)
        return message("Add this before line {line}:", line=mend.first)
    return message("Write this instead, or let --fix do it:") if by_itself else message("Write this instead:")


def choices(finding: Finding) -> Iterator[tuple[Message, Mend]]:
    """Mends from which the author chooses, each with what stands above its lines."""
    for number, choice in enumerate(finding.mend.choices):
        if choice.meaning:
            first = message("Either write this, {meaning}:", meaning=choice.meaning)
            other = message("Or this, {meaning}:", meaning=choice.meaning)
        else:
            first, other = message("Either write this:"), message("Or this:")
        yield (first if number == 0 else other), choice


def _related(report: Report, finding: Finding) -> Iterator[str]:
    for span, words in finding.related:
        place = f"{report.path(span.file)}:{span.line}:{span.column}"
        said = (
            message("See {place} ({words}).", place=place, words=words)
            if words
            else message("See {place}.", place=place)
        )
        yield report.words.said(said)


def _notes(notes: Iterable[str], gutter: str, style: Style, width: int) -> Iterator[str]:
    for note in notes:
        if note:
            first, *more = _sentences(note, width - len(gutter) - 2)
            yield f"{gutter}{style('=', fg='blue')} {first}"
            yield from (f"{gutter}  {line}" for line in more)


def _sentences(text: str, width: int) -> list[str]:
    return [plain_start(line) for line in wrap(plain(text), width)]


def _numbered(number: int, digits: int, text: str, style: Style) -> str:
    return f"{_INDENT}{style(f'{number:>{digits}} |', fg='blue')} {text}".rstrip()
