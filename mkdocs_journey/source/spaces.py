"""Characters that look like a space, or like nothing, where YAML wants a plain space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_journey.findings import Code
from mkdocs_journey.message import message
from mkdocs_journey.source import codes
from mkdocs_journey.source.mending import DraftLine, Edit, Trap

SPACES = "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
"""What looks like a space."""
_INVISIBLE = "\u200b\u2060\ufeff"
ODD = re.compile(f"[{SPACES}{_INVISIBLE}]")
"""Any of these characters."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe]")
"""Characters that no text may hold; the line ends NEL, U+2028 and U+2029 are not among them."""
_GAP = f"[ {SPACES}{_INVISIBLE}]"
_START = re.compile(f"({_GAP}{{0,300}})((?:-{_GAP}+)*)(?:([^ :#'\"\\[{{][^:#]*:)({_GAP}{{1,300}}))?")
_DELETE = message("Delete it.")
_UNSEEN = message("A character that nobody can see stands here; it mostly comes with copied text.")
_SPECIAL = message("Here stands a special space, which does not count as a space.")
_OTHERS = {
    "\t": message("Here stands a tab, which does not count as a space."),
    "\u3000": message("Here stands a full-width space, which does not count as a space."),
    "\u00a0": message("Here stands a no-break space, which does not count as a space."),
}


def mend_controls(draft: DraftLine) -> Iterator[Trap]:
    """Take out the hidden characters of a line, with one trouble for all of them. Changes the draft."""
    places = list(CONTROL.finditer(draft.text))
    if places:
        column = places[0].start()
        said = message("A control character stands here, which nobody can see; it mostly comes with copied text.")
        yield Trap(codes.CONTROL_CHARACTER, draft.line, column, column + 1, said, _DELETE)
        draft.change(*(Edit(place.start(), len(place[0]), "") for place in places))


def mend_spaces(
    draft: DraftLine, tab: int, is_name: Callable[[str], bool], only_indentation: bool = False
) -> Iterator[Trap]:
    """Put plain spaces where white space means something: before the text, behind ``-`` and behind ``name:``.

    ``tab`` is how many spaces a tab of the indentation becomes. Changes the draft.
    """
    match = _START.match(draft.text)
    if match is None:
        return
    ranges = [match.span(1)] if only_indentation else [match.span(1), match.span(2)]
    if not only_indentation and match[4] and ("\t" in match[4] or is_name(match[3].rstrip(":"))):
        ranges.append(match.span(4))
    edits = []
    first: dict[Code, int] = {}
    for start, end in ranges:
        for column in range(start, end):
            character = draft.text[column]
            if character in _INVISIBLE:
                edits.append(Edit(column, 1, ""))
                first.setdefault(codes.INVISIBLE, column)
            elif character in SPACES:
                indentation = end == match.end(1) and start == 0
                width = {"\t": tab, "\u3000": 2}.get(character, 1) if indentation else 1
                edits.append(Edit(column, 1, " " * width))
                first.setdefault(codes.OTHER_SPACE, column)
    if not edits:
        return
    if (column := first.get(codes.INVISIBLE, -1)) >= 0:
        place = draft.written_column(column)
        yield Trap(codes.INVISIBLE, draft.line, place, place + 1, _UNSEEN, _DELETE)
    if (column := first.get(codes.OTHER_SPACE, -1)) >= 0:
        place = draft.written_column(column)
        said = _OTHERS.get(draft.text[column], _SPECIAL)
        yield Trap(codes.OTHER_SPACE, draft.line, place, place + 1, said, message("Write plain spaces."))
    draft.change(*edits)
