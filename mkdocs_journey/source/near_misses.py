"""Fences that look meant for us and are shown as code, because their opening line is a little different."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source import codes
from mkdocs_journey.source.fence_lines import KINDS, End, FenceLines, split_prefix
from mkdocs_journey.source.fences import Outline, outline_of
from mkdocs_journey.source.opening_lines import Opening, lines_for, read_opening

_MARKS = "`~'\"´:‘’“”"
# A long row of marks is passed over once: it begins where none stands before it, and is not given back.
_ANY_FENCE = re.compile(
    rf"(?<![{_MARKS}])(?:```|~~~|``|'''|\"{{3}}|´´´|:::|[‘’]{{3}}|[“”]{{3}})[{_MARKS}]*+([^\n\r`]{{5,60}})"
)
# On most lines, no mark stands behind the indentation: that is seen at once, and at no other place of it.
_OTHER_MARKS = re.compile(r"([> \t]*+)(?=['\"´‘’“”:`])('{3,}|\"{3,}|´{3,}|[‘’]{3,}|[“”]{3,}|:{3,}|``(?!`))([^`]*)$")
_ANY_OTHER_MARKS = re.compile(r"^[> \t]*+(?:'{3}|\"{3}|´{3}|[‘’]{3}|[“”]{3}|:{3}|``(?!`))", re.MULTILINE)
_ONLY_MARKS = re.compile(r"[> \t]*+(?:`{2,}|~{2,}|'{3,}|\"{3,}|´{3,}|[‘’]{3,}|[“”]{3,}|:{3,})[ \t]*$")
_LIKE_A_FIELD = re.compile(r"[> \t]*+[^\W\d_][\w -]{0,40}[:：](?:\s|$)")
_LONGEST = 400
"""Lines of a block between marks that are none."""


def find_near_misses(text: str, file: str) -> list[Finding]:
    """Find fences that are nearly a journey, persona or journeys fence, in a whole Markdown file.

    Those in comments, in indented code and in examples inside longer fences are left alone.
    """
    if not any(read_opening(match[1]) for match in _ANY_FENCE.finditer(text)):
        return []
    outline = outline_of(text)
    found = [
        *(_near_miss(outline.lines, stretch, file, outline.first_line) for stretch in outline.visible),
        *_between_other_marks(outline, file),
    ]
    return sorted((finding for finding in found if finding is not None), key=lambda finding: finding.span)


def _near_miss(lines: Sequence[str], stretch: FenceLines, file: str, first_line: int) -> Finding | None:
    opening = read_opening(stretch.info)
    if opening is None:
        return None
    if stretch.ours and not opening.rest.strip():
        # As nearly all are; what stands in them need not be looked at.
        return None
    kind = opening.kind
    number = first_line + stretch.start
    column = len(stretch.prefix) + 1
    span = Span(file, number, column, number, len(lines[stretch.start].rstrip()) + 1)
    if stretch.ending is End.GIVEN_UP and stretch.language in KINDS and stretch.attributes is None:
        said = message("This {kind} block is never closed, so the page shows it as text.", kind=kind)
        return Finding(codes.UNCLOSED_FENCE, span, said, _closed(lines, stretch, first_line))
    end = stretch.end - 1 if stretch.ending is End.CLOSED else _closing(lines, stretch.start)
    inside = [split_prefix(line, stretch.width)[1] for line in lines[stretch.start + 1 : max(0, end)]]
    moved, certain = lines_for(opening, inside)
    if stretch.ours:
        # It is drawn; what else the line says is not, but for what is there anyway.
        if not any(not line.startswith("#") for line in moved):
            return None
        mended = (f"{stretch.prefix}{stretch.fence}{kind}", *(stretch.prefix + line for line in moved))
        rest = shortened(opening.rest.strip(), LONGEST_NAME)
        said = message("“{rest}” on the line that opens this block is not shown.", rest=rest)
        advice = message("Write it inside the block.")
        return Finding(codes.OTHER_FORM, span, said, Mend(advice, mended, number, number, certain))
    mended = (f"{stretch.prefix}{stretch.fence}{kind}", *(stretch.prefix + line for line in moved))
    if opening.word == kind:
        said = message(
            "More than the word {kind} stands on the line that opens this block, so the page shows it as code.",
            kind=kind,
        )
        line = f"{stretch.fence}{kind}"
        inside_too = message("Write {line}, the rest inside.", line=line)
        advice = inside_too if moved else message("Write {line} and nothing else.", line=line)
        return Finding(codes.OTHER_FORM, span, said, Mend(advice, mended, number, number, certain))
    said = message("“{word}” is no kind of block, so the page shows it as code.", word=opening.word)
    certain = certain and opening.word.casefold() == kind
    advice = message("Did you mean {name}?", name=kind)
    return Finding(codes.NEARLY_A_KIND, span, said, Mend(advice, mended, number, number, certain))


def _closed(lines: Sequence[str], stretch: FenceLines, first_line: int) -> Mend:
    """The closing fence on a line of its own, or in place of one that closes nothing."""
    end = _likely_end(lines, stretch)
    closing = (stretch.prefix + stretch.fence,)
    if end < stretch.end and _ONLY_MARKS.match(lines[end]):
        advice = message(
            "Write {marks} in its place: a block ends with the marks with which it begins.", marks=stretch.fence
        )
        return Mend(advice, closing, first_line + end, first_line + end)
    advice = message("Write {marks} on a line of its own below the last line of the block.", marks=stretch.fence)
    return Mend(advice, closing, first_line + end, first_line + end - 1)


def _between_other_marks(outline: Outline, file: str) -> Iterator[Finding]:
    """Blocks between marks that open no fence: three quotation marks, two backticks, colons."""
    if _ANY_OTHER_MARKS.search("\n".join(outline.lines)) is None:
        return
    fenced = {number for stretch in outline.stretches for number in range(stretch.start, stretch.end)}
    for index, line in enumerate(outline.lines):
        match = _OTHER_MARKS.match(line) if index not in fenced else None
        opening = read_opening(match[3]) if match else None
        if match is None or opening is None:
            continue
        end = _closing(outline.lines, index)
        if end < 0 or not any(map(_LIKE_A_FIELD.match, outline.lines[index + 1 : end])):
            continue
        yield _between(outline, file, index, end, match[1], match[2], opening)


def _between(outline: Outline, file: str, index: int, end: int, prefix: str, marks: str, opening: Opening) -> Finding:
    inside = outline.lines[index + 1 : end]
    moved, _ = lines_for(opening, [line[len(prefix) :] for line in inside])
    mended = (f"{prefix}```{opening.kind}", *(prefix + line for line in moved), *inside, f"{prefix}```")
    number = outline.first_line + index
    span = Span(file, number, len(prefix) + 1, number, len(outline.lines[index].rstrip()) + 1)
    said = message("{marks} opens no block, so the page shows this {kind} as text.", marks=marks, kind=opening.kind)
    advice = message("Write three backticks before and behind it.")
    return Finding(codes.OTHER_FORM, span, said, Mend(advice, mended, number, outline.first_line + end))


def _closing(lines: Sequence[str], index: int) -> int:
    """Index of the line that looks like the end of what begins on a line; −1 where none does."""
    for end in range(index + 1, min(len(lines), index + _LONGEST)):
        if _ONLY_MARKS.match(lines[end]):
            return end
    return -1


def _likely_end(lines: Sequence[str], stretch: FenceLines) -> int:
    """Index of the line before which the closing fence is missing: a heading, another fence or the end."""
    last = stretch.start
    for index in range(stretch.start + 1, stretch.end):
        line = lines[index]
        blank_above = not lines[index - 1].strip()
        if _ONLY_MARKS.match(line):
            return index
        if line.lstrip().startswith(("```", "~~~")) or (blank_above and line.lstrip("> ").startswith("#")):
            break
        inside = line[: len(stretch.prefix)].strip("> \t") == ""
        if line.strip() and not inside:
            break
        if line.strip():
            last = index
    return last + 1
