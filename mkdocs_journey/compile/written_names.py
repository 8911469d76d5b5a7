"""By what a block that cannot be read would be known: whoever names it has made no mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from mkdocs_journey.model.names import field_name
from mkdocs_journey.model.validate import ROOTS
from mkdocs_journey.model.values import ascii_slug
from mkdocs_journey.repair.grammar import known_name, misspelt_name
from mkdocs_journey.repair.typed_lines import field_reading, typed_line
from mkdocs_journey.source.tree import Mapping, Scalar, Sequence

MOST_LINES = 1_000
"""Lines of a block in which its names are looked for."""
_NAMING = frozenset({"id", "title", "name"})
_QUOTES = "'\"‘’“”„«»"


def names_in(kind: str, tree: Mapping) -> frozenset[str]:
    """Ids, titles, names and earlier ids that stand in the fields of a block of some kind. Nothing refers to a view."""
    if kind == "journeys":
        return frozenset()
    found: set[str] = set()
    for entry in tree.entries:
        name, value = field_name(ROOTS[kind], entry.name), entry.value
        if isinstance(value, Scalar) and name in (*_NAMING, "aliases"):
            found.add(value.value)
        elif isinstance(value, Sequence) and name == "aliases":
            found.update(one.value for one in value.items if isinstance(one, Scalar))
    return _with_slugs(found)


def _with_slugs(names: Iterable[str]) -> frozenset[str]:
    found = frozenset(filter(None, names))
    return found | {slug for name in found if (slug := ascii_slug(name))}


def written_names(kind: str, texts: Iterable[str]) -> frozenset[str]:
    """Ids, titles, names and earlier ids in the lines of a block of some kind, as far as they can be told."""
    return _with_slugs(_names(kind, texts))


def _names(kind: str, texts: Iterable[str]) -> Iterator[str]:
    root = ROOTS[kind]
    in_aliases = False
    for row, text in enumerate(islice(texts, MOST_LINES)):
        line = typed_line(text, row)
        if line is None:
            continue
        if line.marker:
            if in_aliases:
                yield line.text.strip(_QUOTES)
            continue
        reading = field_reading(line.text)
        name = reading and (known_name(root, reading.name) or misspelt_name(root, reading.name))
        in_aliases = name == "aliases"
        if reading is None or not reading.value:
            continue
        if name in _NAMING:
            yield reading.value.strip(_QUOTES)
        elif in_aliases:
            yield from (part.strip(_QUOTES + " ") for part in reading.value.strip("[]").split(","))
