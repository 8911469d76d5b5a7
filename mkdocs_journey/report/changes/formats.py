"""The outputs of changes by name. Each one's module is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_journey.diff.comparison import Comparison

CHANGE_FORMATS = {
    "text": "for people, in a terminal",
    "markdown": "for a comment on a pull request",
    "json": "for programs; mkdocs-journey schema diff describes it",
    "html": "a page of its own, to be kept or sent",
    "github": "for GitHub Actions: annotations beside the lines of a pull request",
    "gitlab": "for GitLab: what is breaking or risky, as code quality beside the lines of a merge request",
}
"""All outputs, the default one first, and who reads them."""


def write_changes(comparison: Comparison, name: str, *, colour: bool = False, mermaid: bool = False) -> str:
    """The changes in a format; ``colour`` matters for people only, ``mermaid`` for Markdown only.

    Raises KeyError for a name that is no format.
    """
    if name not in CHANGE_FORMATS:
        raise KeyError(name)
    writer: Callable[..., str] = getattr(import_module(f"{__package__}.{name}"), f"write_{name}")
    if name == "text":
        return writer(comparison, colour=colour)
    return writer(comparison, mermaid=mermaid) if name == "markdown" else writer(comparison)
