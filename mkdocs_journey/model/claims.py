"""Who goes by which id, and two that go by the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened

_NAMES = frozenset({"name", "title"})


class Claim(Struct, frozen=True):
    """An id by which something goes, or went earlier."""

    id: str
    what: str
    """What kind of thing it is, as a message says it: ``phase``."""
    name: str
    """What its author calls it."""
    document: Document
    part: Path
    """Where the thing stands in its document."""
    field: Path
    """The field of the thing that holds the id, or the name from which the id comes."""

    @property
    def alias(self) -> bool:
        """Whether it is an id that the thing had earlier."""
        return self.field[0] == "aliases"

    @property
    def place(self) -> Span:
        """Where it is made."""
        return self.document.place(*self.part, *self.field)

    def is_of(self, other: Claim) -> bool:
        """Whether both are made by the same thing."""
        return self.document is other.document and self.part == other.part

    def against(self, first: Claim) -> Finding:
        """What is wrong where ``first`` has the id already."""
        place, other = self.place, first.place
        where = f"line {other.line}" if other.file == place.file else f"{other.file}, line {other.line}"
        one, another = self._shown, first._shown
        if not self.alias:
            message = f"The {one} has the same id as the {another} in {where}: {shortened(self.id)}."
            given = next((field for field in (self.field[0], first.field[0]) if field in _NAMES), None)
            advice = f"Give one of them {f'another {given}, or an id: of its own' if given else 'another id'}."
        elif first.alias:
            message = f"The {one} has the alias {shortened(self.id)}, and so has the {another} in {where}."
            advice = "Leave it with the one to which old links should lead."
        else:
            message = f"The {one} has the alias {shortened(self.id)}, which is the id of the {another} in {where}."
            advice = "Delete the alias, or give the other one an id: of its own."
        return Finding(codes.DUPLICATE_ID, place, message, Mend(advice), ((other, "the first one"),))

    @property
    def _shown(self) -> str:
        return f"{self.what} “{shortened(' '.join(self.name.split()), LONGEST_NAME)}”"


def clashes(claims: Iterable[Claim]) -> Iterator[Finding]:
    """What is wrong with ids that two things claim. An id comes before an alias, wherever they stand."""
    taken: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.alias):
        first = taken.setdefault(claim.id, claim)
        if not claim.is_of(first):
            yield claim.against(first)
