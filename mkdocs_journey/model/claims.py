"""Who goes by which id, and two that go by the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.document import Document, Path
from mkdocs_journey.place import Span
from mkdocs_journey.quoting import LONGEST_NAME, shortened

_ADVICE = {
    "name": message("Give one of them another name, or an id: of its own."),
    "title": message("Give one of them another title, or an id: of its own."),
}
"""What to do about two things with the same id, by the field from which the id of one of them comes."""
_OTHER_ID = message("Give one of them another id.")


class Claim(Struct, frozen=True):
    """An id by which something goes, or went earlier."""

    id: str
    what: Message
    """What kind of thing it is: ``phase``."""
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
        values = {
            "one": self._shown,
            "other": first._shown,
            "place": message("line {line}", line=other.line)
            if other.file == place.file
            else message("{file}, line {line}", file=other.file, line=other.line),
            "id": shortened(self.id),
        }
        if not self.alias:
            said = message("The {one} has the same id as the {other} in {place}: {id}.", **values)
            given = (str(field) for field in (self.field[0], first.field[0]))
            advice = next((_ADVICE[field] for field in given if field in _ADVICE), _OTHER_ID)
        elif first.alias:
            said = message("The {one} has the alias {id}, and so has the {other} in {place}.", **values)
            advice = message("Leave it with the one to which old links should lead.")
        else:
            said = message("The {one} has the alias {id}, which is the id of the {other} in {place}.", **values)
            advice = message("Delete the alias, or give the other one an id: of its own.")
        return Finding(codes.DUPLICATE_ID, place, said, Mend(advice), ((other, message("the first one")),))

    @property
    def _shown(self) -> Message:
        name = shortened(" ".join(self.name.split()), LONGEST_NAME)
        return message("{what} “{name}”", what=self.what, name=name)


def clashes(claims: Iterable[Claim]) -> Iterator[Finding]:
    """What is wrong with ids that two things claim. An id comes before an alias, wherever they stand."""
    taken: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.alias):
        first = taken.setdefault(claim.id, claim)
        if not claim.is_of(first):
            yield claim.against(first)
