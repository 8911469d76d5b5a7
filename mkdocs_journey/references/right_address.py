"""The address that was meant by a link that leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from urllib.parse import unquote

from mkdocs_journey.atlas import Atlas, find_target
from mkdocs_journey.model.values import closest, slug
from mkdocs_journey.source.links import plain_address


def right_address(written: str, atlas: Atlas) -> str | None:
    """A ``journey:`` or ``persona:`` address like the one that was written, and that leads somewhere."""
    address = plain_address(written)
    if find_target(atlas, address) is not None:
        return _without_spaces(address, atlas)
    kind, _, rest = address.partition(":")
    name, _, part = unquote(rest).partition("#")
    personas, journeys = _ids(atlas.personas, atlas, "persona"), _ids(atlas.journeys, atlas, "journey")
    if kind == "persona":
        return _first(f"persona:{_near(name, personas)}", f"journey:{_near(name, journeys)}", atlas=atlas)
    entry = atlas.journey(name)
    id_ = entry.id if entry is not None else _near(name, journeys)
    near_part = _near(part, list(atlas.journeys[id_].parts)) if part and id_ in atlas.journeys else ""
    whole = f"journey:{id_}#{near_part}" if part else f"journey:{id_}"
    return _first(whole, "" if part else f"persona:{_near(name, personas)}", atlas=atlas)


def _first(*addresses: str, atlas: Atlas) -> str | None:
    return next((one for one in addresses if one and find_target(atlas, one) is not None), None)


def _without_spaces(address: str, atlas: Atlas) -> str:
    """The address with ids in place of names that have spaces, which not every editor takes for an address."""
    if " " not in address:
        return address
    kind, _, rest = address.partition(":")
    name, mark, part = rest.partition("#")
    entry = atlas.journey(name) if kind == "journey" else atlas.persona(name)
    better = f"{kind}:{entry.id if entry is not None else name}{mark}{slug(part)}"
    return better if find_target(atlas, better) is not None else address


def _ids(known: Iterable[str], atlas: Atlas, kind: str) -> list[str]:
    return [*known, *atlas.foreign.references(kind)]


def _near(name: str, ids: Collection[str]) -> str:
    """The id that a name is, is like, or begins, if it begins no other."""
    plain = slug(name)
    if plain in ids:
        return plain
    longer = [id_ for id_ in ids if id_.startswith(f"{plain}-")] if plain else []
    return (longer[0] if len(longer) == 1 else closest(name, list(ids)) or closest(plain, list(ids))) or ""
