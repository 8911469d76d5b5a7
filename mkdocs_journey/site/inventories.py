"""Reads the inventories of other handbooks, for the build and for the command alike, and keeps a copy of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.foreign import NO_INVENTORIES, Inventories, Inventory
from mkdocs_journey.message import message, sentences
from mkdocs_journey.references.codes import INVENTORY_UNREACHABLE, INVENTORY_UNUSABLE
from mkdocs_journey.site.fetching import UnreachableError, read_address, read_file
from mkdocs_journey.site.inventory_options import NamedInventory, place_of
from mkdocs_journey.whole_file import UnwritableError, write_whole

COPIES = ".cache/plugin/journey/inventories"
"""Where the last good copies are, beside mkdocs.yml: never in the docs folder, where they would start builds."""
COPY_IS_USED = message("Until then, the copy from the last good reading is used.")
NO_COPY = message("Until then, links to it lead nowhere and are not checked.")
Fetch = Callable[[NamedInventory], bytes]


class InventoryReader:
    """Reads inventories. One instance serves all builds of a ``mkdocs serve``: it asks each server only once."""

    def __init__(self) -> None:
        self._answers: dict[NamedInventory, bytes | UnreachableError] = {}
        self._known: dict[NamedInventory, tuple[bytes, Inventory]] = {}

    def of_site(self, named: Iterable[NamedInventory], configuration: Path) -> Inventories:
        """The inventories that a site names in the mkdocs.yml at this path."""
        named = tuple(named)
        if not named:
            return NO_INVENTORIES
        folder = configuration.parent

        def fetch(inventory: NamedInventory) -> bytes:
            return self._ask(inventory) if inventory.url else read_file(folder / inventory.file, inventory.file)

        return self.read(named, fetch, folder / COPIES, configuration.name, lambda: configuration_text(configuration))

    def read(
        self, named: Iterable[NamedInventory], fetch: Fetch, copies: Path | None, file: str, text: Callable[[], str]
    ) -> Inventories:
        """The inventories that ``fetch`` brings, with ``copies`` the folder of those that it brought before.

        ``file`` and ``text`` are name and content of mkdocs.yml.
        """
        from mkdocs_journey.exchange.inventory import UnusableInventoryError

        by_name: dict[str, Inventory | None] = {}
        findings: list[Finding] = []
        for inventory in named:
            copy = copies / f"{inventory.name}.json" if copies is not None else None
            try:
                content = fetch(inventory)
                by_name[inventory.name] = self._parse(inventory, content)
                if copy is not None:
                    _keep(copy, content)
                continue
            except UnreachableError as error:
                code, advice = INVENTORY_UNREACHABLE, message("Look whether it is there.")
                told = message(
                    "The inventory {name} cannot be read: {reason}.", name=inventory.name, reason=error.message
                )
            except UnusableInventoryError as error:
                code, told, advice = INVENTORY_UNUSABLE, error.message, error.advice
            by_name[inventory.name] = last = self._last(inventory, copy)
            mend = Mend(sentences(advice, NO_COPY if last is None else COPY_IS_USED))
            findings.append(Finding(code, place_of(inventory.name, text(), file), told, mend))
        return Inventories(by_name, tuple(findings))

    def _ask(self, inventory: NamedInventory) -> bytes:
        if inventory not in self._answers:
            try:
                self._answers[inventory] = read_address(inventory.url)
            except UnreachableError as error:
                self._answers[inventory] = error
        answer = self._answers[inventory]
        if isinstance(answer, UnreachableError):
            raise answer
        return answer

    def _parse(self, inventory: NamedInventory, content: bytes) -> Inventory:
        from mkdocs_journey.exchange.inventory import read_inventory

        known = self._known.get(inventory)
        if known is None or known[0] != content:
            known = self._known[inventory] = content, read_inventory(content, inventory.name, inventory.base)
        return known[1]

    def _last(self, inventory: NamedInventory, copy: Path | None) -> Inventory | None:
        """What the last good copy says; None where there is none."""
        from mkdocs_journey.exchange.inventory import UnusableInventoryError

        if copy is None:
            return None
        try:
            return self._parse(inventory, read_file(copy, copy.name))
        except (UnreachableError, UnusableInventoryError):
            return None


def _keep(copy: Path, content: bytes) -> None:
    """Keep a copy, where that is possible: a build must not fail because its folder may not be written."""
    with suppress(OSError, UnwritableError):
        if copy.is_file() and copy.read_bytes() == content:
            return
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_whole(copy, content)


def configuration_text(configuration: Path) -> str:
    """The text of mkdocs.yml; ``''`` where it cannot be read."""
    try:
        return configuration.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
