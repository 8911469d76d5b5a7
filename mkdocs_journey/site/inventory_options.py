"""The option ``inventories``: the other handbooks that a site names, and where in mkdocs.yml it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from mkdocs_journey.message import message
from mkdocs_journey.place import Span
from mkdocs_journey.rules.settings import SettingsError

FILE_NAME = "journeys.json"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELDS = ("name", "url", "file", "site")
_EXAMPLE = "- {name: sales, url: https://sales.example/}"


class NamedInventory(Struct, frozen=True):
    """Another handbook, as mkdocs.yml names it."""

    name: str
    """With which references to it begin."""
    url: str = ""
    """Address of its ``journeys.json``; empty where it is a file."""
    file: str = ""
    """Path of its ``journeys.json``, relative to mkdocs.yml."""
    site: str = ""
    """Address of its first page, where the file does not tell."""

    @property
    def base(self) -> str:
        """Where relative addresses in its file start; empty where that is not known."""
        return self.site or self.url


def read_inventories(written: object) -> tuple[NamedInventory, ...]:
    """The option as written: a list of mappings, or a mapping by name, in which an address or a path alone will do.

    Raises :class:`SettingsError` for what cannot be meant.
    """
    found: dict[str, NamedInventory] = {}
    for name, fields in _entries(written):
        if name in found:
            raise SettingsError(message("inventories has {name} twice. Give one of them another name.", name=name))
        found[name] = _inventory(name, fields)
    return tuple(found.values())


def _entries(written: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if written is None:
        return
    if isinstance(written, Mapping):
        for name, value in written.items():
            yield _name(name), value if isinstance(value, Mapping) else _short(name, value)
    elif isinstance(written, list):
        for entry in written:
            if not isinstance(entry, Mapping):
                raise SettingsError(
                    message(
                        "inventories is a list of handbooks with name and url or file each, such as {example}.",
                        example=_EXAMPLE,
                    )
                )
            yield _name(entry.get("name")), entry
    else:
        raise SettingsError(message("inventories is a list of handbooks, such as {example}.", example=_EXAMPLE))


def _name(written: object) -> str:
    name = str(written or "")
    if _NAME.fullmatch(name) is None:
        if not name:
            raise SettingsError(message("inventories: a handbook without a name: a name has a-z, 0-9 and hyphens."))
        raise SettingsError(message("inventories: {name}: a name has a-z, 0-9 and hyphens.", name=name[:40]))
    return name


def _short(name: object, written: object) -> dict[str, Any]:
    """An address or a path that stands for all fields."""
    if not isinstance(written, str):
        raise SettingsError(
            message("inventories: {name}: write the address or the path of its {file}.", name=name, file=FILE_NAME)
        )
    return {"url" if "://" in written else "file": written}


def _inventory(name: str, fields: Mapping[str, Any]) -> NamedInventory:
    for field in fields:
        if field not in _FIELDS:
            raise SettingsError(
                message(
                    "inventories: {name}: there is no {field}, but {fields}.",
                    name=name,
                    field=str(field)[:40],
                    fields=", ".join(_FIELDS),
                )
            )
    url, file, site = (str(fields.get(field) or "") for field in ("url", "file", "site"))
    if bool(url) == bool(file):
        raise SettingsError(message("inventories: {name}: write either url or file.", name=name))
    if url:
        url = _address(name, "url", url)
        url = url if urlsplit(url).path.endswith(".json") else f"{url.rstrip('/')}/{FILE_NAME}"
    return NamedInventory(name, url, file, f"{_address(name, 'site', site).rstrip('/')}/" if site else "")


def _address(name: str, field: str, written: str) -> str:
    try:
        split = urlsplit(written)
    except ValueError:
        split = urlsplit("")
    if split.scheme not in ("http", "https") or not split.hostname or not written.isascii() or " " in written:
        raise SettingsError(
            message(
                "inventories: {name}: {field} is an address that begins with https:// or http://.",
                name=name,
                field=field,
            )
        )
    if "@" in split.netloc:
        raise SettingsError(
            message(
                "inventories: {name}: {field} holds a password, which everybody could read.", name=name, field=field
            )
        )
    return written


def place_of(name: str, configuration: str, file: str) -> Span:
    """Where mkdocs.yml names a handbook; its first line where that cannot be told."""
    import yaml

    start = Span(file, 1, 1, 1, 1)
    try:
        root = yaml.compose(configuration, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return start
    inventories = _value(_value(_value(root, "plugins"), "journey"), "inventories")
    for key, node in _children(inventories):
        named = key if key is not None else _value(node, "name")
        if named is not None and named.value == name:
            begin, end = named.start_mark, named.end_mark
            return Span(file, begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)
    return start


def _children(node: Any) -> Iterator[tuple[Any, Any]]:
    """Keys and values of a mapping; the values of a list, with None for keys."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        yield from node.value
    elif isinstance(node, yaml.SequenceNode):
        yield from ((None, item) for item in node.value)


def _value(node: Any, name: str) -> Any:
    """The value of a name in a mapping, or in the mappings of a list."""
    for key, value in _children(node):
        if key is None:
            found = _value(value, name)
            if found is not None:
                return found
        elif key.value == name:
            return value
    return None
