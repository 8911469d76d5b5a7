"""The outputs of a history by name. Each one's module is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_journey.report.history.sentences import ToldHistory

HISTORY_FORMATS = {
    "text": "for people, in a terminal",
    "json": "for programs; mkdocs-journey schema log describes it",
    "markdown": "a table",
}
"""All outputs, the default one first, and who reads them."""


def write_history(told: ToldHistory, name: str, *, colour: bool = False) -> str:
    """The history in a format; ``colour`` matters for people only. Raises KeyError for a name that is no format."""
    if name not in HISTORY_FORMATS:
        raise KeyError(name)
    writer: Callable[..., str] = getattr(import_module(f"{__package__}.{name}"), f"write_{name}")
    return writer(told, colour=colour) if name == "text" else writer(told)
