"""The outputs by name. Each one's module is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from mkdocs_journey.report.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """An output."""

    name: str
    summary: str
    """Who reads it, in a few words."""

    def writer(self) -> Callable[..., str]:
        """The function that makes it of a report. Imports its module."""
        writer: Callable[..., str] = getattr(import_module(f"{__package__}.{self.name}"), f"write_{self.name}")
        return writer


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("text", "for people"),
        Format("json", "for programs; mkdocs-journey schema findings describes it"),
        Format("github", "for GitHub Actions: annotations beside the lines of a pull request"),
        Format("gitlab", "for GitLab: a Code Quality report"),
        Format("sarif", "for GitHub code scanning, Azure DevOps and editors"),
        Format("junit", "for GitLab, Jenkins and Azure DevOps: findings as tests"),
    )
}
"""All outputs, the default one first."""


def write_report(report: Report, name: str, *, colour: bool = False, width: int = 100) -> str:
    """The report in a format; ``colour`` and ``width`` matter for people only.

    Raises KeyError for a name that is no format.
    """
    writer = FORMATS[name].writer()
    return writer(report, colour=colour, width=width) if name == "text" else writer(report)
