"""Fences that look meant for us and are shown as code, because their opening line is a little different."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.place import Span
from mkdocs_journey.source import codes
from mkdocs_journey.source.fence_lines import KINDS, End, FenceLines
from mkdocs_journey.source.fences import outline_of

_ANY_FENCE = re.compile(r"(?:```|~~~)[ \t]*+(?:\{[ \t]*+)?\.?[jJpP1lI\w]\w{3,10}")
_WORD = re.compile(r"[ \t]*+(?:(?P<brace>\{)[ \t]*+)?\.?(?P<word>\w+)(?P<rest>.*)")
_FIELD = re.compile(r"(?P<name>[a-z_]+): +[^\s{}].*")
_NOT_MEANT = frozenset({"person", "persons"})


class NearMiss(NamedTuple):
    """A fence that is nearly ours."""

    finding: Finding
    kind: str
    """The kind that is meant."""
    texts: tuple[str, ...]
    """What stands inside."""


def find_near_misses(text: str, file: str) -> list[NearMiss]:
    """Find fences that are nearly a journey, persona or journeys fence, in a whole Markdown file.

    Those in comments, in indented code and in examples inside longer fences are left alone.
    """
    if not any(_near(match[0].lstrip("`~ \t{.")) for match in _ANY_FENCE.finditer(text)):
        return []
    outline = outline_of(text)
    others = [stretch for stretch in outline.visible if not stretch.ours]
    found = (_near_miss(outline.lines, stretch, file, outline.first_line) for stretch in others)
    return [near for near in found if near is not None]


def _near_miss(lines: Sequence[str], stretch: FenceLines, file: str, first_line: int) -> NearMiss | None:
    match = _WORD.match(stretch.info)
    kind = _near(match["word"]) if match else ""
    if match is None or not kind:
        return None
    return NearMiss(_finding(lines, stretch, file, first_line, match, kind), kind, tuple(_below(lines, stretch)))


def _finding(
    lines: Sequence[str], stretch: FenceLines, file: str, first_line: int, match: re.Match[str], kind: str
) -> Finding:
    number = first_line + stretch.start
    column = len(stretch.prefix) + 1
    span = Span(file, number, column, number, len(lines[stretch.start].rstrip()) + 1)
    if stretch.ending is End.GIVEN_UP and stretch.language in KINDS and stretch.attributes is None:
        end = _likely_end(lines, stretch)
        mend = Mend(
            f"Write {stretch.fence} on a line of its own below the last line of the block.",
            (stretch.prefix + stretch.fence,),
            first_line + end,
            first_line + end - 1,
        )
        message = f"This {kind} block is never closed, so the page shows it as text."
        return Finding(codes.UNCLOSED_FENCE, span, message, mend)
    word = match["word"]
    options = f" {stretch.options}" if stretch.options else ""
    opening = f"{stretch.prefix}{stretch.fence}{kind}{options}"
    more = "" if stretch.options else match["rest"].strip().removesuffix("}" if match["brace"] else "").strip()
    moved = _moved(more, _below(lines, stretch))
    # What stands behind the word and has no place below would be lost.
    certain = word.casefold() == kind and (not more or bool(moved))
    below = tuple(stretch.prefix + line for line in moved)
    if word == kind:
        message = f"More than the word {kind} stands on the line that opens this block, so the page shows it as code."
        advice = f"Write {stretch.fence}{kind}{options} and nothing else{', and the rest below it' if moved else ''}."
        return Finding(codes.OTHER_FORM, span, message, Mend(advice, (opening, *below), number, number, certain))
    message = f"“{word}” is no kind of block, so the page shows it as code."
    mend = Mend(f"Did you mean {kind}?", (opening, *below), number, number, certain)
    return Finding(codes.NEARLY_A_KIND, span, message, mend)


def _below(lines: Sequence[str], stretch: FenceLines) -> Iterator[str]:
    """The lines inside of a fence that superfences passes over."""
    inside = (line.strip("> \t") for line in lines[stretch.start + 1 :])
    return takewhile(lambda line: not line.startswith(stretch.fence), inside)


def _moved(more: str, below: Iterable[str]) -> tuple[str, ...]:
    """A field or a comment behind the word, as a line of the block; nothing for any other, or what stands there too."""
    if more.startswith("#"):
        return (more,)
    field = _FIELD.fullmatch(more)
    if field is None or any(line.startswith(f"{field['name']}:") for line in below):
        return ()
    return (more,)


def _likely_end(lines: Sequence[str], stretch: FenceLines) -> int:
    """Index of the line before which the closing fence is missing: a heading, another fence or the end."""
    last = stretch.start
    for index in range(stretch.start + 1, stretch.end):
        line = lines[index]
        blank_above = not lines[index - 1].strip()
        if line.lstrip().startswith(("```", "~~~")) or (blank_above and line.lstrip("> ").startswith("#")):
            break
        inside = line[: len(stretch.prefix)].strip("> \t") == ""
        if line.strip() and not inside:
            break
        if line.strip():
            last = index
    return last + 1


def _near(word: str) -> str:
    """The kind that a word is, or would be but for case or one letter; empty where it is neither."""
    folded = word.casefold()
    if folded in KINDS:
        return folded
    if folded in _NOT_MEANT or not 5 <= len(folded) <= 9:
        return ""
    return next((kind for kind in sorted(KINDS) if _one_letter_apart(folded, kind)), "")


def _one_letter_apart(word: str, kind: str) -> bool:
    """Whether one letter was changed, left out or added, or two neighbours changed places."""
    start = 0
    while start < min(len(word), len(kind)) and word[start] == kind[start]:
        start += 1
    one, other = word[start:], kind[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:] and len(one) > 1
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped
