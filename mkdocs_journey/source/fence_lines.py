"""Which lines of a Markdown page belong to fences, by the rules of ``pymdownx.superfences``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

KINDS = frozenset({"journey", "persona", "journeys"})
"""The words that make a fence ours."""

TAB = 4
_PREFIX = re.compile(r"[> \t]*")
_FENCE = re.compile(r"[> \t]*(~{3,}|`{3,})(.*)")
# Atomic and possessive, so that a hostile line costs no more than its length.
_INFO = re.compile(
    r"""(?x)
    (?:[ \t]*+\.?(?P<language>[\w#.+-]++)(?=[\t ]|$))?+
    (?:
        [ \t]*+\{(?P<attributes>.*)\} |
        (?P<options>(?>[ \t]*+[a-zA-Z][a-zA-Z0-9_]*+(?:=(?P<quote>["']).*?(?P=quote))?(?=[\t ]|$))++)
    )?+
    [ \t]*+$
    """
)
_OPTION = re.compile(r"""([a-zA-Z][a-zA-Z0-9_]*)(?:=(["'])(.*?)\2)?""")
_CODE_OPTIONS = {
    "title": re.compile(""),
    "title_mode": re.compile(""),
    "hl_lines": re.compile(r"\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*$"),
    "linenums": re.compile(r"\d"),
}


class End(Enum):
    """How a fence ends."""

    CLOSED = "closed"
    GIVEN_UP = "given up"
    """A line stood further left than the fence, or the page ended."""
    REFUSED = "refused"
    """The opening line is none: superfences passes over it."""


class FenceLines(NamedTuple):
    """The lines from an opening fence to where it ends."""

    start: int
    """Index of the opening line."""
    end: int
    """Index behind the last line: of the closing fence, or the line at which it was given up."""
    ending: End
    prefix: str
    """White space and quote marks before the fence, as written."""
    fence: str
    info: str
    """All that follows the fence on the opening line."""
    language: str = ""
    attributes: str | None = None
    """What stands in braces, where there are any."""
    options: str = ""

    @property
    def ours(self) -> bool:
        """Whether this is a closed fence of one of our kinds."""
        return self.ending is End.CLOSED and self.attributes is None and self.language in KINDS

    @property
    def width(self) -> int:
        """Columns that the prefix takes when its tabs are expanded."""
        return len(self.prefix.expandtabs(TAB))


def split_prefix(line: str, width: int) -> tuple[str, str, int]:
    """Cut the prefix of a fence of ``width`` columns off one of its lines.

    Returns the prefix with its tabs expanded, what follows it, and the number of characters of the
    line that were cut off. A tab that reaches over the edge leaves spaces at the start of what follows.
    """
    if not width:
        return "", line, 0
    column = cut = 0
    prefix = []
    for character in line:
        if column >= width or character not in "> \t":
            break
        step = TAB - column % TAB if character == "\t" else 1
        prefix.append(" " * step if character == "\t" else character)
        column += step
        cut += 1
    taken = "".join(prefix)
    return taken[:width], taken[width:] + line[cut:], cut


def find_fence_lines(lines: Sequence[str]) -> list[FenceLines]:
    """Find all fences of a page, whatever their language, in their order.

    ``lines`` come without line ends. Fences in comments and in indented code are found too, as superfences does.
    """
    found: list[FenceLines] = []
    marks = [index for index, line in enumerate(lines) if "```" in line or "~~~" in line]
    after = 0
    for index in marks:
        opened = _open(lines[index], index) if index >= after else None
        if opened is None:
            continue
        if opened.ending is not End.REFUSED:
            end, closed = _follow(lines, opened, marks)
            opened = opened._replace(end=end, ending=End.CLOSED if closed else End.GIVEN_UP)
        found.append(opened)
        # A fence that is given up swallows its lines all the same: superfences does not look at them again.
        after = opened.end
    return found


def _open(line: str, index: int) -> FenceLines | None:
    match = _FENCE.match(line)
    if match is None:
        return None
    prefix, fence, info = line[: match.start(1)], match[1], match[2]
    parsed = _INFO.match(info)
    if parsed is None:
        return FenceLines(index, index + 1, End.REFUSED, prefix, fence, info)
    language, attributes, options = parsed["language"] or "", parsed["attributes"], parsed["options"] or ""
    known = language in KINDS or all(
        (allowed := _CODE_OPTIONS.get(option[1])) is not None and allowed.match(option[3] or option[1])
        for option in _OPTION.finditer(options)
    )
    ending = End.CLOSED if known else End.REFUSED
    return FenceLines(index, index + 1, ending, prefix, fence, info, language, attributes, options.strip())


def _follow(lines: Sequence[str], opened: FenceLines, marks: Sequence[int]) -> tuple[int, bool]:
    """Index behind the last line of a fence, and whether it is closed; ``marks`` are the lines that may close one."""
    width = opened.width
    if not width:
        return _follow_from_the_margin(lines, opened, marks)
    level = opened.prefix.count(">")
    blanks = 0
    for index in range(opened.start + 1, len(lines)):
        line = lines[index]
        if not line.strip():
            blanks += 1
            continue
        prefix, content, _ = split_prefix(line, width)
        deeper = prefix.count(">")
        closing = content.rstrip(" \t") == opened.fence
        if level:
            if deeper > level or (content and len(prefix) < width) or (content and blanks and deeper < level):
                return index + 1, False
            if not content:
                blanks += 1
                continue
        else:
            if deeper or (len(prefix) != width and content):
                return index + 1, False
        if closing:
            return index + 1, True
        blanks = 0
    return len(lines), False


def _follow_from_the_margin(lines: Sequence[str], opened: FenceLines, marks: Sequence[int]) -> tuple[int, bool]:
    """The same for a fence that stands at the margin, as most do: nothing but its closing line ends it."""
    for number in range(bisect_right(marks, opened.start), len(marks)):
        index = marks[number]
        if lines[index].rstrip(" \t") == opened.fence:
            return index + 1, True
    return len(lines), False
