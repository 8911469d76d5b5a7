"""What is wrong with the name of a field: nothing has it, it stands there twice, or maps share another."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.message import message
from mkdocs_journey.model import codes
from mkdocs_journey.model.advice import home_of, one_part, way_out
from mkdocs_journey.model.line_mend import mend
from mkdocs_journey.model.names import field_name, fields_meant, near_name, plain_name, shapes_by_name, spellings
from mkdocs_journey.model.shapes import Free, One
from mkdocs_journey.quoting import LONGEST_NAME, shortened
from mkdocs_journey.source.text import Block
from mkdocs_journey.source.tree import Mapping, Node, Pair, Scalar


def unknown_field(block: Block, entry: Pair, node: Mapping, part: type[BaseModel], language: str) -> Finding:
    """A field that its part does not have, with the one that is meant, if that can be known; ``node`` are all fields."""
    name = plain_name(entry.name)
    better: str | None = None
    meant = fields_meant(part, name)
    home = home_of(name, part)
    if home is not None and _fits(entry.value, home, name):
        advice = message("It is a field of {part}; look at the indentation.", part=one_part(home))
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
    return Finding(codes.UNKNOWN_FIELD, span, said, mend(block, span, advice, better))


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
