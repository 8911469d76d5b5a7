"""Addresses in a block: links in its texts, and fields that hold one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from msgspec import Struct

from mkdocs_journey.model.names import PARTS, standard_names
from mkdocs_journey.model.parts import Content
from mkdocs_journey.source.links import without_code

ADDRESSES = frozenset({"page", "link", "portrait"})
"""Fields that hold an address and nothing else."""
_LINK = re.compile(r"""\]\(\s*(?:<([^<>]*)>|((?:[^\s()<>]|\([^\s()<>]*\)|[ ]+(?![\s"')<>]))+))""")
_ATTRIBUTES = {name: attribute for part in PARTS for name, attribute in standard_names(part).items()}

_Path: TypeAlias = "tuple[str | int, ...]"
"""As :data:`mkdocs_journey.model.document.Path`."""


class Reference(Struct, frozen=True):
    """One address as an author wrote it."""

    address: str
    path: _Path
    """Of the value in which it stands, from the root of its block."""


def addresses_in(model: Any, linked: Iterable[_Path]) -> tuple[Reference, ...]:
    """Every address in a model: links in texts, and fields that hold one. ``linked`` are the paths where some may be."""
    found: list[Reference] = []
    for path in linked:
        *outer, last = path
        holder: Any = model
        for name in outer:
            holder = _inside(holder, name)
        # Help content is listed as a whole.
        if not isinstance(holder, Content):
            _gather(_inside(holder, last), path, found)
    return tuple(found)


def _inside(value: Any, name: str | int) -> Any:
    """What stands in a part, a list or a mapping; None where it was left out because it is wrong."""
    if isinstance(value, tuple):
        return value[int(name)]
    if isinstance(value, dict):
        return value.get(name)
    return getattr(value, _ATTRIBUTES.get(str(name), str(name)), None)


def _gather(value: Any, path: _Path, found: list[Reference]) -> None:
    if isinstance(value, str):
        if "](" in value:
            written = (match[1] or match[2] for match in _LINK.finditer(without_code(value)))
            found.extend(Reference(address, path) for address in written if address)
        elif value and path[-1] in ADDRESSES:
            found.append(Reference(value, path))
    elif isinstance(value, dict):
        for name, inner in value.items():
            _gather(inner, (*path, name), found)
    elif isinstance(value, Content):
        for name in ("text", "page", "missing"):
            _gather(getattr(value, name), (*path, name), found)
