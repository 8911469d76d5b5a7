"""What ``mkdocs serve`` watches besides the pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.site.inventory_options import NamedInventory

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def watch_inventories(named: Iterable[NamedInventory], config: MkDocsConfig) -> None:
    """Have ``mkdocs serve`` build anew when the file of another handbook changes."""
    folder = Path(config.config_file_path).parent
    for inventory in named:
        path = str(folder / inventory.file)
        if inventory.file and Path(path).is_file() and path not in config.watch:
            config.watch.append(path)
