"""The ``journeys.json`` of another handbook, read as an inventory: what there is to link to, and where.

Nothing in such a file is trusted. It is validated, addresses are those of web pages, and texts are only ever text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urljoin, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

from mkdocs_journey.exchange.journeys_json import FORMAT, VERSION
from mkdocs_journey.exchange.texts import printable
from mkdocs_journey.foreign import ForeignEntry, Inventory
from mkdocs_journey.message import Message, ToldError, message
from mkdocs_journey.quoting import shortened, without_markup

LONGEST_TITLE = 500
ADDRESS = message("Give the address of the journeys.json of that handbook, not that of a page.")


class UnusableInventoryError(ToldError):
    """A text that is no inventory; the message says why, in a plain sentence."""

    def __init__(self, message: Message, advice: Message) -> None:
        super().__init__(message)
        self.advice = advice
        """One plain sentence."""


def _title(text: str) -> str:
    plain = " ".join(printable(text[:LONGEST_TITLE]).split())
    return without_markup(plain) or plain or "?"


def _address(text: str) -> str:
    """An address of a web page, or one relative to the handbook."""
    if not text.isprintable() or any(c in text for c in " \\<>\"'`") or text.startswith("//"):
        raise ValueError("is no address")
    try:
        split = urlsplit(text)
    except ValueError:
        raise ValueError("is no address") from None
    if split.scheme not in ("", "http", "https") or (split.scheme and not split.netloc) or "@" in split.netloc:
        raise ValueError("is no address of a web page")
    return text


RequiredName = Annotated[str, StringConstraints(min_length=1)]
Title = Annotated[str, AfterValidator(_title)]
Address = Annotated[str, AfterValidator(_address)]


class _Read(BaseModel):
    """What is read of a part; whatever else stands there may come from a later version."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class _Part(_Read):
    names: list[RequiredName]
    title: Title
    url: Address


class _Pain(_Read):
    text: str
    id: str | None = None


class _Step(_Read):
    pains: list[_Pain] = []


class _Phase(_Step):
    slug: RequiredName
    steps: list[_Step]


class _Journey(_Read):
    id: RequiredName
    title: Title
    url: Address
    parts: list[_Part]
    phases: list[_Phase]


class _Persona(_Read):
    id: RequiredName
    name: Title
    url: Address


class _Aliases(_Read):
    journeys: dict[str, str]
    personas: dict[str, str]


class _File(_Read):
    aliases: _Aliases
    journeys: list[_Journey]
    personas: list[_Persona]


def read_inventory(text: bytes, name: str, base: str) -> Inventory:
    """The inventory that a site calls ``name``; its relative addresses start at ``base``, ``""`` if nothing is known.

    Raises :class:`UnusableInventoryError`.
    """
    _look_at_head(text, name)
    try:
        file = _File.model_validate_json(text)
    except ValidationError as error:
        raise UnusableInventoryError(_told(error, name), message("Build that handbook anew.")) from None
    addresses = [*(entry.url for entry in file.journeys), *(entry.url for entry in file.personas)]
    if not base and not all(urlsplit(address).scheme for address in addresses):
        raise UnusableInventoryError(
            message("The inventory {name} does not say where its handbook is.", name=name),
            message("Set site_url in the mkdocs.yml of that handbook, or add site: with its address."),
        )
    journeys = {entry.id: _journey(entry, name, base) for entry in file.journeys}
    personas = {
        entry.id: ForeignEntry(f"{name}/{entry.id}", entry.name, urljoin(base, entry.url)) for entry in file.personas
    }
    return Inventory(_named(journeys, file.aliases.journeys.items()), _named(personas, file.aliases.personas.items()))


class _Head(_Read):
    format: str
    version: int


def _look_at_head(text: bytes, name: str) -> None:
    """Tell a file of another kind, or of a later version, before all that it lacks is told."""
    try:
        head = _Head.model_validate_json(text)
    except ValidationError as error:
        if error.errors(include_url=False, include_context=False, include_input=False)[0]["type"] == "json_invalid":
            raise UnusableInventoryError(message("The inventory {name} is not JSON.", name=name), ADDRESS) from None
        raise _another_file(name) from None
    if head.format != FORMAT:
        raise _another_file(name)
    if head.version > VERSION:
        raise UnusableInventoryError(
            message("The inventory {name} comes from a later version of mkdocs-journey.", name=name),
            message("Upgrade yours."),
        )


def _another_file(name: str) -> UnusableInventoryError:
    return UnusableInventoryError(
        message("The inventory {name} is no journeys.json of mkdocs-journey.", name=name), ADDRESS
    )


def _told(error: ValidationError, inventory: str) -> Message:
    """Where the first mistake is. Names in the file are not repeated: they are the file's own."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    known = {
        name
        for part in (_File, _Aliases, _Journey, _Persona, _Phase, _Step, _Pain, _Part)
        for name in part.model_fields
    }
    way = ".".join(str(name) if isinstance(name, int) or name in known else "…" for name in first["loc"])
    return message(
        "The inventory {name} is not of the right form at {place}.", name=inventory, place=shortened(way, 120)
    )


def _journey(entry: _Journey, name: str, base: str) -> ForeignEntry:
    lanes = [place for phase in entry.phases for place in (phase, *phase.steps)]
    return ForeignEntry(
        f"{name}/{entry.id}",
        entry.title,
        urljoin(base, entry.url),
        {known_as: (urljoin(base, part.url), part.title) for part in entry.parts for known_as in part.names},
        tuple(phase.slug for phase in entry.phases),
        frozenset(text for place in lanes for pain in place.pains for text in (pain.id, pain.text) if text),
    )


def _named(entries: dict[str, ForeignEntry], aliases: Iterable[tuple[str, str]]) -> dict[str, ForeignEntry]:
    """Entries by id, else by earlier id, else by a title that only one of them has."""
    titles: dict[str, list[ForeignEntry]] = {}
    for entry in entries.values():
        titles.setdefault(entry.title, []).append(entry)
    return {
        **{title: found[0] for title, found in titles.items() if len(found) == 1},
        **{alias: entries[id_] for alias, id_ in aliases if id_ in entries},
        **entries,
    }
