"""The box that stands where a block could not be drawn: what is wrong, where, and how it is mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.languages.translation import Translation
from mkdocs_journey.place import Span
from mkdocs_journey.render.html.elements import Text, element, from_template, joined, without_delimiters
from mkdocs_journey.source.text import Block, Line

if TYPE_CHECKING:
    from jinja2 import Environment

    from mkdocs_journey.languages.words import Words

MOST_FINDINGS = 20
"""Findings that a box shows; the others are counted."""
MOST_CHARACTERS = 80
"""Characters of a source line that a box shows."""
LINES_BEFORE, LINES_AFTER = 2, 1
"""Source lines that are shown around the one that is wrong."""

_CODE = re.compile(r"`([^`]+)`")
_COLON = ":：\u202f\xa0"
"""The end of a label, in any language."""
_BESIDE = 24
"""Characters of a cut line that are shown before the marked place."""


class ShownLine(Struct, frozen=True):
    """A source line of an excerpt."""

    label: str
    """The line's number, as wide as the widest of the excerpt."""
    html: Markup
    """The text, cut to size, with the wrong places in ``<mark>``."""
    wrong: bool


class ShownMend(NamedTuple):
    """Lines to copy."""

    label: str
    """Which lines they replace, and what that would mean where there is a choice."""
    lines: tuple[str, ...]


class ShownFinding(Struct, frozen=True):
    """What is said about one finding."""

    code: str
    severity: str
    """“Warning:” or “Hint:”; an error needs no such word."""
    message: Markup
    advice: Markup
    mended: tuple[ShownMend, ...]
    """Empty where there are no lines to give; several to choose from."""
    related: tuple[tuple[str, Markup], ...]
    """Place as ``file:line`` and a few words."""


class ShownPlace(Struct, frozen=True):
    """All findings of one line, with one excerpt."""

    file: str
    line: int
    file_code: Markup
    findings: tuple[ShownFinding, ...]
    excerpt: tuple[ShownLine, ...]
    """Empty where the line is not in the block."""


def render_error(kind: str, block: Block, findings: Sequence[Finding], words: Words, environment: Environment) -> str:
    """HTML of the box for the findings of a block of a kind: ``journey``, ``persona`` or ``journeys``.

    ``block`` is the text that the findings speak of: the body of the fence, or of the file that it names.
    Everything is escaped.
    """
    # What keeps the block from being drawn comes first, with all that is said of its line.
    broken = {(one.span.file, one.span.line) for one in findings if one.severity is Severity.ERROR}
    ordered = sorted(
        findings,
        key=lambda finding: (
            (finding.span.file, finding.span.line) not in broken,
            finding.span.file,
            finding.span.line,
            finding.severity is not Severity.ERROR,
            finding.span.column,
        ),
    )
    shown = ordered[:MOST_FINDINGS]
    html = from_template(
        environment,
        "journey/error.html",
        words=words,
        kind=kind,
        places=places_of(block, shown, words),
        more=len(ordered) - len(shown),
    )
    return without_delimiters(html)


def places_of(block: Block, findings: Sequence[Finding], words: Words) -> tuple[ShownPlace, ...]:
    """The findings, in order of their places, by line."""
    numbers = {line.number: position for position, line in enumerate(block.lines)}
    places = []
    for (file, number), group in groupby(findings, key=lambda finding: (finding.span.file, finding.span.line)):
        together = tuple(group)
        position = numbers.get(number) if file == block.file else None
        excerpt = () if position is None else _excerpt(block.lines, position, [finding.span for finding in together])
        code = element("code", _visible(file))
        places.append(ShownPlace(file, number, code, tuple(_shown(finding, words) for finding in together), excerpt))
    return tuple(places)


def _shown(finding: Finding, words: Words) -> ShownFinding:
    finding = Translation(words.language).finding(finding)
    mend = finding.mend
    offered = mend.choices or ((mend,) if mend.lines else ())
    return ShownFinding(
        code=finding.code.id,
        severity="" if finding.severity is Severity.ERROR else words(f"error.{finding.severity}"),
        message=_prose(finding.message),
        advice=_prose(mend.advice),
        mended=tuple(_mend(one, words, number > 0) for number, one in enumerate(offered)),
        related=tuple((f"{span.file}:{span.line}", _prose(text)) for span, text in finding.related),
    )


def _mend(mend: Mend, words: Words, other: bool) -> ShownMend:
    """A mend, or an ``other`` one that may be meant as well."""
    if mend.last < mend.first:
        label = words("error.inserted", line=mend.first)
    elif mend.last == mend.first:
        label = words("error.mended", line=mend.first)
    else:
        label = words("error.mended_lines", first=mend.first, last=mend.last)
    label = f"{words('error.or')} {label}" if other else label
    meant = f"{label.rstrip(_COLON)}, {_visible(mend.meaning)}:" if mend.meaning else label
    return ShownMend(meant, tuple(map(_visible, mend.lines)))


def _prose(text: str) -> Markup:
    """A sentence, with what stands in backticks as code."""
    pieces = _CODE.split(_visible(text))
    return joined(element("code", piece) if index % 2 else piece for index, piece in enumerate(pieces))


def _excerpt(lines: Sequence[Line], position: int, spans: Sequence[Span]) -> tuple[ShownLine, ...]:
    number = lines[position].number
    last = min(max(span.end_line for span in spans), number + LINES_AFTER)
    around = lines[max(position - LINES_BEFORE, 0) : position + LINES_AFTER + 1]
    # Empty lines at the ends of an excerpt say nothing.
    while around and not around[-1].text.strip() and around[-1].number > last:
        around = around[:-1]
    while around and not around[0].text.strip() and around[0].number < number:
        around = around[1:]
    margin = min((len(line.text) - len(line.text.lstrip(" ")) for line in around if line.text.strip()), default=0)
    width = len(str(around[-1].number)) if around else 0
    return tuple(
        ShownLine(str(line.number).rjust(width), _marked(line.text, margin, _marks(line, spans)), line.number == number)
        for line in around
    )


def _marks(line: Line, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Stretches of a line that are wrong, counted from 0, in order and apart from each other."""
    stretches: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not span.line <= line.number <= span.end_line:
            continue
        begin = span.column - line.column if span.line == line.number else len(line.text) - len(line.text.lstrip())
        end = span.end_column - line.column if span.end_line == line.number else len(line.text)
        begin = max(0, min(begin, len(line.text)))
        end = max(begin, min(end, len(line.text)))
        if stretches and begin <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((begin, end))
    return stretches


def _marked(text: str, margin: int, marks: Sequence[tuple[int, int]]) -> Markup:
    """A line without its margin, at most :data:`MOST_CHARACTERS` long and so that its first mark is seen."""
    start, stop = min(margin, len(text)), len(text)
    if stop - start > MOST_CHARACTERS:
        if marks and marks[0][0] - start > MOST_CHARACTERS - 2 * _BESIDE:
            start = min(marks[0][0] - _BESIDE, stop - MOST_CHARACTERS + 2)
        stop = min(start + MOST_CHARACTERS - 2, stop)
    pieces: list[Text] = ["…"] if start > margin else []
    at = start
    for begin, end in marks:
        begin, end = max(begin, at), min(end, stop)
        if begin > stop or (end < begin):
            continue
        pieces.append(_visible(text[at:begin]))
        # Something that is missing is marked at the place where it should stand.
        pieces.append(element("mark", _visible(text[begin:end]) or Markup("&nbsp;")))
        at = end
    pieces.append(_visible(text[at:stop]))
    if stop < len(text):
        pieces.append("…")
    return joined(pieces)


def _visible(text: str) -> str:
    """The text with a sign in place of every character that cannot be seen or turns the direction of others."""
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n\u3000\xa0" or unicodedata.category(c) not in _UNSEEN else "\ufffd" for c in text)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
