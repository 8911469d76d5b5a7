"""The lines of a block on the table: what has been changed, what has been found, what stands below what."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cached_property

from msgspec import Struct

from mkdocs_journey.findings import Code
from mkdocs_journey.message import Message
from mkdocs_journey.source.flow import field_key
from mkdocs_journey.source.mending import DraftLine, Edit, Trap, in_quotation_marks
from mkdocs_journey.source.spaces import CONTROL, ODD, mend_controls, mend_spaces

MOST_TROUBLES = 300
"""Traps of one block that are told at once."""
MOST_SHIFTS = 10_000
FIELDS, ITEMS = "fields", "items"


class Empty(Struct, frozen=True):
    """A field or an item that has no text on its own line."""

    column: int
    line: int
    field: bool


class DraftLines:
    """Drafts of all lines, and the troubles found in them so far."""

    def __init__(self, lines: Sequence[str], field_names: Set[str], lists: Set[str], labels: Set[str]) -> None:
        self._typed = lines
        self.drafts = [DraftLine(text, number) for number, text in enumerate(lines)]
        self.outputs = [[draft] for draft in self.drafts]
        """What each line becomes: mostly one line."""
        self.troubles: list[Trap] = []
        self.regions: list[tuple[int, int]] = []
        """First and last of lines that can only be mended together."""
        self.field_names = field_names
        self.labels = labels
        """Names of fields that a text may begin with as well."""
        self.lists = lists
        """Names of fields whose lists can only be meant as lists."""
        self.empty: Empty | None = None
        """The field or item that the line above has opened, if that has no text."""
        self.levels: list[tuple[int, str]] = []
        """Columns of the fields and lists that are open, from the outermost in, with what they hold."""
        self._work = 0
        self._spaced: set[int] = set()
        # Odd spaces and control characters are never printable, and asking that is quicker than looking for them.
        text = "".join(lines)
        printable = text.isprintable()
        self._plain = printable or ODD.search(text) is None
        if not printable and CONTROL.search(text):
            for draft in self.drafts:
                self.troubles.extend(mend_controls(draft))
        self.after = self._significant()
        """Behind each line, from before the first: the next one that is neither blank nor a comment."""

    def _significant(self) -> list[int]:
        """For each line, the next one that is neither blank nor a comment; the number of lines where there is none."""
        count = len(self.drafts)
        following = list(range(count + 1))
        for number in range(count - 1, -1, -1):
            bare = self.drafts[number].text.lstrip()
            if not bare or bare[0] == "#":
                following[number] = following[number + 1]
        return following

    @cached_property
    def _tab(self) -> int:
        """Spaces that a tab stands for: two where the block is indented by two."""
        indents = [len(draft.text) - len(draft.text.lstrip(" ")) for draft in self.drafts if draft.text.strip()]
        return 2 if any(indent % 4 == 2 for indent in indents) else 4

    @cached_property
    def _columns(self) -> frozenset[tuple[int, bool]]:
        """Columns in which items (``True``) or fields start behind plain spaces."""
        columns = set()
        for draft in self.drafts:
            bare = draft.text.lstrip(" ")
            if bare and bare[0] != "\t":
                columns.add((len(draft.text) - len(bare), bare[0] == "-"))
                columns.add((len(draft.text) - len(bare.lstrip("- ")), False))
        return frozenset(columns)

    def _tab_width(self, text: str) -> int:
        """Spaces that a tab before a text stands for: as many as bring it into a column in which others start."""
        bare = text.lstrip()
        start, item = text[: len(text) - len(bare)], bare[:1] == "-"
        for width in (self._tab, 2, 4):
            if (len(start.replace("\t", " " * width)), item) in self._columns:
                return width
        return self._tab

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Names that are an anchor in one place and an alias in another: these are meant."""
        text = "\n".join(self._typed)
        return frozenset(re.findall(r"&(\w+)", text)) & frozenset(re.findall(r"\*(\w+)", text))

    @property
    def exhausted(self) -> bool:
        """Whether so much was found that the rest has to wait until it is mended."""
        return len(self.troubles) >= MOST_TROUBLES or self._work > MOST_SHIFTS

    def indent(self, index: int) -> int:
        """Spaces before the text of a line, after other white space has been mended."""
        draft = self.drafts[index]
        if not self._plain and index not in self._spaced:
            self._spaced.add(index)
            if ODD.search(draft.text):
                self.troubles.extend(mend_spaces(draft, self._tab_width(draft.text), self.is_name))
        return len(draft.text) - len(draft.text.lstrip(" "))

    def mend_indentation(self, index: int) -> None:
        """Mend the white space before the text of a line in a block text, and nothing else of it."""
        if index not in self._spaced and ODD.search(self.drafts[index].text):
            self._spaced.add(index)
            self.troubles.extend(mend_spaces(self.drafts[index], self._tab, self.is_name, only_indentation=True))

    def begins_item(self, written: str) -> bool:
        """Whether a field has this name behind a dash, where a text can stand as well."""
        return field_key(written) in self.field_names

    def is_name(self, written: str) -> bool:
        """Whether a field has this name, where no text can stand."""
        name = field_key(written)
        return name in self.field_names or name in self.labels

    def following(self, index: int) -> int | None:
        """The next line that is neither blank nor a comment."""
        number = self.after[index + 1]
        return number if number < len(self.drafts) else None

    def below(self, index: int, level: int) -> int | None:
        """The next line, if it is indented deeper than ``level``."""
        number = self.following(index)
        return number if number is not None and self.indent(number) > level else None

    def last_below(self, index: int, level: int) -> int:
        """The last line below ``index`` that is indented deeper than ``level``; ``index`` where there is none."""
        last = index
        for number in range(index + 1, len(self.drafts)):
            if self.drafts[number].text.strip():
                if self.indent(number) <= level:
                    break
                last = number
        return last

    def has_children(self, index: int, level: int, item: bool) -> bool:
        """Whether something stands below a field or item: deeper, or as a list in the same column."""
        number = self.following(index)
        if number is None:
            return False
        indent = self.indent(number)
        return indent > level or (not item and indent == level and self.drafts[number].text[indent:].startswith("-"))

    def has_sibling(self, index: int, column: int) -> bool:
        """Whether another field of the same item follows."""
        number = self.following(index)
        return number is not None and self.indent(number) == column

    def report(
        self, draft: DraftLine, code: Code, start: int, end: int, said: Message, advice: Message,
        certain: bool = True, mended: bool = True,
    ) -> None:  # fmt: skip
        """Note a trap; ``start`` and ``end`` are columns of the draft as it now is."""
        begin = draft.written_column(start)
        behind = max(begin, draft.written_column(end))
        self.troubles.append(Trap(code, draft.line, begin, behind, said, advice, certain, mended))

    def shift(self, first: int, last: int, by: int) -> None:
        """Indent lines deeper, or less deep where ``by`` is negative."""
        for number in range(first, last + 1):
            draft = self.drafts[number]
            if draft.text.strip() and by:
                self._work += 1
                room = min(-by, len(draft.text) - len(draft.text.lstrip(" ")))
                draft.change(Edit(0, 0, " " * by) if by > 0 else Edit(0, room, ""))

    def trim(self, index: int) -> None:
        """Take away the spaces at the end of a line."""
        text = self.drafts[index].text
        if text.endswith(" "):
            end = len(text.rstrip(" "))
            self.drafts[index].change(Edit(end, len(text) - end, ""))

    def blank(self, index: int) -> None:
        """Take a line away from YAML, for which no mend is known."""
        self.drafts[index].change(Edit(0, len(self.drafts[index].text), ""))

    def quote(self, draft: DraftLine, start: int, end: int) -> None:
        """Put a part of a line in quotation marks."""
        draft.change(Edit(start, end - start, in_quotation_marks(draft.text[start:end])))
