"""A block that holds a diagram or a table: what it is, and the same as a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from mkdocs_journey.findings import Finding, Mend, Severity
from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.languages.translation import translation
from mkdocs_journey.message import NO_MESSAGE, message, sentences
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.names import field_name
from mkdocs_journey.model.validate import read_lines
from mkdocs_journey.pasted.cells import read_cells
from mkdocs_journey.pasted.mermaid import read_mermaid
from mkdocs_journey.pasted.outline import read_outline
from mkdocs_journey.pasted.pasted_map import PastedMap
from mkdocs_journey.pasted.pasted_persona import PastedPersona, read_persona
from mkdocs_journey.pasted.table import read_table, read_table_without_scores
from mkdocs_journey.place import Span
from mkdocs_journey.repair.typed_lines import field_reading
from mkdocs_journey.source.codes import PASTED
from mkdocs_journey.source.text import Block

MOST_LINES = 1_000
"""Longer blocks are not looked at."""


def pasted(block: Block, feelings: dict[str, str], language: str = FALLBACK) -> Finding | None:
    """What to say of a block in another form: one finding, and the whole block as its mend.

    None where it is in no other form that is known. ``feelings`` are the site's words with scores,
    ``language`` is its language.
    """
    if not 1 < len(block.lines) <= MOST_LINES:
        return None
    maps = [*_readings(block.kind, block.texts)]
    if not maps:
        return None
    found = next((one for one in maps if _is_sound(one, block, feelings, language)), None)
    first, last = block.lines[0], block.lines[-1]
    span = Span(block.file, first.number, first.column, first.number, first.column + len(first.text))
    said = maps[0].form
    if found is None:
        other = message("Write it as a map: phases, and below them steps.")
        alone = message("Write each field on a line of its own, such as name: Ana.")
        return Finding(PASTED, span, said, Mend(other if block.kind == "journey" else alone))
    number = len(found.left_out)
    kept = NO_MESSAGE
    if number and block.kind == "journey":
        kept = message("Without a place in a map, so kept as comments: {number}.", number=number)
    elif number:
        kept = message("Without a place in a persona, so kept as comments: {number}.", number=number)
    here = message("Here it is as a map.") if block.kind == "journey" else message("Here it is as a persona.")
    advice = sentences(here, *found.assumed, kept)
    lines = found.lines(translation(language))
    mended = tuple(f"{first.prefix}{line}".rstrip() for line in lines)
    return Finding(PASTED, span, said, Mend(advice, mended, first.number, last.number))


def _readings(kind: str, lines: Sequence[str]) -> Iterator[PastedMap | PastedPersona]:
    """What the lines of a block can be in another form, likeliest first."""
    if kind == "journey":
        yield from _maps(lines)
    elif kind == "persona":
        yield from (persona for cells in read_cells(lines) if (persona := read_persona(cells)) is not None)


def _is_sound(found: PastedMap | PastedPersona, block: Block, feelings: dict[str, str], language: str) -> bool:
    document, wrong = read_lines(block, found.lines(translation(language)), feelings, language)
    return document is not None and not any(one.severity is Severity.ERROR for one in wrong)


def _maps(lines: Sequence[str]) -> Iterator[PastedMap]:
    """What lines can be in another form, likeliest first; fields of ours may stand above it."""
    above = list(takewhile(_field_of_map, lines))
    names = {_field_of_map(line) for line in above}
    for found in _forms(lines[len(above) :]):
        fields = {name: texts for name, texts in found.fields.items() if name not in names}
        yield found._replace(above=tuple(above), fields=fields)
    if above:
        yield from _forms(lines)
    outline = read_outline(lines)
    if outline is not None:
        yield outline


def _field_of_map(line: str) -> str | None:
    """The field of a whole map that a line is, with a text behind it."""
    reading = field_reading(line)
    return field_name(Journey, reading.name) if reading is not None and reading.value else None


def _forms(lines: Sequence[str]) -> Iterator[PastedMap]:
    mermaid = read_mermaid(lines)
    if mermaid is not None:
        yield mermaid
        return
    for cells in read_cells(lines):
        for read in (read_table, read_table_without_scores):
            table = read(cells)
            if table is not None:
                yield table
