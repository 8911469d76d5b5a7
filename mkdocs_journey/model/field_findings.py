"""What is wrong with the name of a field: nothing has it, it stands there twice, or maps share another."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.languages.translation import translation
from mkdocs_journey.message import NO_MESSAGE, Message, message
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import ELSEWHERE, home_of, one_part, way_out
from mkdocs_journey.model.journey import Journey, Phase
from mkdocs_journey.model.line_mend import choice_of, mend
from mkdocs_journey.model.names import field_name, fields_meant, near_name, plain_name, shapes_by_name, spellings
from mkdocs_journey.model.shapes import Free, One
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar, Sequence


def unknown_field(block: Block, entry: Pair, node: Mapping, part: type[BaseModel], language: str) -> Finding:
    """A field that its part does not have, with the one that is meant, if that can be known; ``node`` are all fields."""
    name = plain_name(entry.name)
    better: str | None = None
    meant = fields_meant(part, name)
    home = home_of(name, part)
    if home is not None and _fits(entry.value, home, name):
        advice = message(ELSEWHERE, part=one_part(home))
    elif len(meant) > 1:
        advice = message(
            "In one language it means {one}, in another {other}. Write one of these names.",
            one=meant[0],
            other=meant[1],
        )
    else:
        better = _meant(entry, node, part, language)
        advice = message("Did you mean {better}?", better=better) if better else way_out(name, part, language)
    span = entry.key.span
    said = message("“{name}” is no field of {part}.", name=shortened(entry.name, LONGEST_NAME), part=one_part(part))
    mended = mend(block, span, advice, better)
    if part is Journey and (choices := _steps_without_phases(block, entry, node, language)):
        mended = choice_of(message("It is a field of a phase."), choices)
    return Finding(codes.UNKNOWN_FIELD, span, said, mended)


def _steps_without_phases(block: Block, entry: Pair, node: Mapping, language: str) -> list[tuple[Mend, Message]]:
    """What steps of a map without phases may be: its phases, or the steps of the only one."""
    others = (field_name(Journey, other.name, language) for other in node.entries)
    if (
        field_name(Phase, entry.name, language) != "steps"
        or "phases" in others
        or not isinstance(entry.value, Sequence)
    ):
        return []
    span, last = entry.key.span, entry.value.span.end_line
    lines = block.between(span.line, last)
    if entry.value.flow or len(lines) != last - span.line + 1:
        return []
    renamed = mend(block, span, NO_MESSAGE, "phases")
    first = lines[0]
    margin = first.prefix + first.text[: span.column - first.column]
    name = translation(language)(message("Phase 1"))
    within = [f"{line.prefix}    {line.text}".rstrip() for line in lines]
    below = Mend(NO_MESSAGE, (f"{margin}phases:", f"{margin}  - name: {name}", *within), span.line, last)
    return [(renamed, message("as the phases of the map")), (below, message("as the steps of one phase"))]


def _fits(value: Node, home: type[BaseModel], name: str) -> bool:
    """Whether a value can stand under a field of another part: names with values are not meant where a text stands."""
    return not (isinstance(shapes_by_name(home)[name], Free) and isinstance(value, Scalar))


def _meant(entry: Pair, node: Mapping, part: type[BaseModel], language: str) -> str | None:
    """The standard name of the field that a misspelt one means; None for one that cannot stand here."""
    better = near_name(part, entry.name, language)
    if better is None or any(field_name(part, other.name, language) == better for other in node.entries):
        # What stands there already is not meant once more.
        return None
    shape = shapes_by_name(part)[better]
    # A field that holds one text is not meant where a list or fields stand below.
    of_text = isinstance(shape, One) and shape.item is None
    return None if of_text and not isinstance(entry.value, Scalar) else better


def field_twice(name: str, first: Pair, second: Pair) -> Finding:
    """Two fields of one part that mean the same, under whatever names; ``name`` is the standard one."""
    said = message(
        "“{one}” and “{other}” in line {line} are the same field, {name}.",
        one=shortened(second.name, LONGEST_NAME),
        other=shortened(first.name, LONGEST_NAME),
        line=first.key.span.line,
        name=name,
    )
    related = ((first.key.span, message("the first one")),)
    return Finding(codes.FIELD_TWICE, second.key.span, said, Mend(message("Put both under one of them.")), related)


def other_name(block: Block, key: Scalar, name: str) -> Iterator[Finding]:
    """A field under another name than the standard one, unless it is but spelt in another way."""
    written = plain_name(key.value)
    if written == name or written in spellings(name) or {written, name} == {"name", "text"}:
        return
    said = message("“{written}” is read as {name}.", written=shortened(key.value, LONGEST_NAME), name=name)
    advice = message("Write {name}, the name that all maps share.", name=name)
    yield Finding(codes.OTHER_NAME, key.span, said, mend(block, key.span, advice, name, certain=True))
