"""A broken block, and the text that was meant: read again, whole, and only offered if that is without a mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from mkdocs_journey.model.line_mend import LONGEST_MENDED
from mkdocs_journey.model.validate import ROOTS
from mkdocs_journey.repair.grammar import with_number_as_marker
from mkdocs_journey.repair.line_readings import UNNAMED
from mkdocs_journey.repair.owners import keeps_owners
from mkdocs_journey.repair.rewriting import rewritten
from mkdocs_journey.repair.search import readings
from mkdocs_journey.repair.typed_lines import TypedLine, field_reading, goes_on_below, typed_line

MOST_LINES = 400
"""Longer blocks are not repaired: the mistake is told, and no mend."""
AS_LIKELY = 0.25
"""Two readings whose costs differ by less than this are as likely as each other."""
MOST_TRIED = 12


class Repair(Struct, frozen=True):
    """What was meant, as far as that can be known."""

    lines: tuple[str, ...]
    """The block as it should be."""
    others: tuple[tuple[str, ...], ...] = ()
    """Blocks that may have been meant as well."""


def _goes_on(line: TypedLine) -> bool:
    """Whether quotation marks or brackets go on below a line: lines by themselves cannot be understood then."""
    reading = field_reading(line.text)
    return goes_on_below(reading.value if reading is not None else line.text)


def _is_twice(line: TypedLine, below: TypedLine) -> bool:
    """Whether a line says anew what the line above it says: no place is meant for it, nor another one for that."""
    one, other = field_reading(line.text), field_reading(below.text)
    if below.marker or one is None or other is None or one.name.casefold() != other.name.casefold():
        return False
    return line.columns[0] + line.inset == below.columns[0]


def repaired(kind: str, typed: Sequence[str], said_by: Callable[[Sequence[str]], object | None]) -> Repair | None:
    """What was meant by the lines of a broken block; None where no reading of them is without a mistake.

    ``said_by`` tells what lines say, to be compared, or None where there is an error.
    """
    if len(typed) > MOST_LINES:
        return None
    read = (typed_line(text, index) for index, text in enumerate(typed))
    lines = [with_number_as_marker(line) if line is not None else None for line in read]
    if any(_goes_on(line) or len(line.text) > LONGEST_MENDED for line in lines if line is not None):
        return None
    if any(_is_twice(one, other) for one, other in pairwise(lines) if one is not None and other is not None):
        return None
    found: list[tuple[float, tuple[str, ...], object]] = []
    tried: set[tuple[str, ...]] = set()
    for state in readings([line for line in lines if line is not None], ROOTS[kind]):
        if (found and state.cost > found[0][0] + AS_LIKELY) or len(tried) >= MOST_TRIED:
            break
        text = tuple(rewritten(typed, lines, state.moves))
        if any(line.strip() == UNNAMED for line in text):
            # What is as likely cannot be written, so nothing else may look like the only way.
            return None
        if not keeps_owners(lines, state.moves):
            continue
        if text in tried:
            continue
        tried.add(text)
        said = said_by(text)
        if said is not None and all(said != other for _, _, other in found):
            found.append((state.cost, text, said))
    if not found:
        return None
    return Repair(found[0][1], tuple(text for _, text, _ in found[1:]))
