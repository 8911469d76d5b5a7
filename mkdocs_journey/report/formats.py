"""The outputs of findings, changes and histories by name. Each one's module is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from mkdocs_journey.diff.comparison import Comparison
    from mkdocs_journey.languages.words import Words
    from mkdocs_journey.report.history.sentences import ToldHistory
    from mkdocs_journey.report.report import Report


class Format(Struct, frozen=True):
    """An output."""

    name: str
    summary: str
    """Who reads it, in a few words."""
    options: tuple[str, ...] = ()
    """What may be said about how it is to look; all else that is said means nothing to it."""


def _table(*formats: Format) -> dict[str, Format]:
    return {one.name: one for one in formats}


FORMATS = _table(
    Format("text", "for people", ("colour", "width")),
    Format("json", "for programs; mkdocs-journey schema findings describes it"),
    Format("github", "for GitHub Actions: annotations beside the lines of a pull request"),
    Format("gitlab", "for GitLab: a Code Quality report"),
    Format("sarif", "for GitHub code scanning, Azure DevOps and editors"),
    Format("junit", "for GitLab, Jenkins and Azure DevOps: findings as tests"),
)
"""All outputs of findings, the default one first."""
CHANGE_FORMATS = _table(
    Format("text", "for people, in a terminal", ("colour",)),
    Format("markdown", "for a comment on a pull request", ("mermaid",)),
    Format("json", "for programs; mkdocs-journey schema diff describes it"),
    Format("html", "a page of its own, to be kept or sent"),
    Format("github", "for GitHub Actions: annotations beside the lines of a pull request"),
    Format("gitlab", "for GitLab: what is breaking or risky, as code quality beside the lines of a merge request"),
)
"""All outputs of changes, the default one first."""
HISTORY_FORMATS = _table(
    Format("text", "for people, in a terminal", ("colour",)),
    Format("json", "for programs; mkdocs-journey schema log describes it"),
    Format("markdown", "a table"),
)
"""All outputs of a history, the default one first."""


def write_report(report: Report, name: str, *, colour: bool = False, width: int = 100) -> str:
    """The report in a format. Raises KeyError for a name that is no format."""
    return _write("findings", (report,), FORMATS[name], colour=colour, width=width)


def write_changes(
    comparison: Comparison, name: str, words: Words | None = None, *, colour: bool = False, mermaid: bool = False
) -> str:
    """The changes in a format, in English if no words are given. Raises KeyError for a name that is no format."""
    return _write("changes", (comparison, words), CHANGE_FORMATS[name], colour=colour, mermaid=mermaid)


def write_history(told: ToldHistory, name: str, words: Words | None = None, *, colour: bool = False) -> str:
    """The history in a format, in English if no words are given. Raises KeyError for a name that is no format."""
    return _write("history", (told, words), HISTORY_FORMATS[name], colour=colour)


def _write(room: str, subject: tuple[object, ...], output: Format, **options: Any) -> str:
    module = import_module(f"{__package__}.{room}.{output.name}")
    taken: Mapping[str, Any] = {name: options[name] for name in output.options}
    text: str = getattr(module, f"write_{output.name}")(*subject, **taken)
    return text
