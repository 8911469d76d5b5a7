"""From findings to a report: with the lines of files, and their paths in the repository."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.languages.language import FALLBACK
from mkdocs_journey.languages.translation import Translation
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import message
from mkdocs_journey.report.report import Report

if TYPE_CHECKING:
    from mkdocs_journey.compile import Site
    from mkdocs_journey.findings import Finding
    from mkdocs_journey.site.files import SiteFiles


def repository_of(folder: Path) -> Path:
    """The folder of the repository that a folder belongs to; the folder itself where there is none."""
    resolved = folder.resolve()
    return next((above for above in (resolved, *resolved.parents) if (above / ".git").exists()), resolved)


def make_report(
    findings: Iterable[Finding], files: SiteFiles, root: Path, site: Site | None = None, language: str = FALLBACK
) -> Report:
    """The report of some findings, in a language; paths are shown relative to ``root``."""
    words = Words.load(language)

    def path(name: str) -> str:
        real = files.real_path(name)
        # A link stays where it stands; only the folder that holds it may be reached by another way.
        place = real.parent.resolve() / real.name
        return place.relative_to(root).as_posix() if place.is_relative_to(root) else place.as_posix()

    known: dict[str, str] = {}
    atlas = site.atlas if site is not None else None
    return Report(
        tuple(map(Translation(words.language).finding, findings)),
        cache(files.lines),
        lambda name: known.get(name) or known.setdefault(name, path(name)),
        pages=site.pages if site is not None else 0,
        journeys=len(atlas.journeys) if atlas is not None else 0,
        personas=len(atlas.personas) if atlas is not None else 0,
        words=words,
    )


def without_baseline(findings: tuple[Finding, ...], files: SiteFiles, baseline: Path) -> tuple[Finding, ...]:
    """Findings that a baseline file does not hold.

    Raises BaselineError where it cannot be read.
    """
    from mkdocs_journey.report.baseline import without_known

    report = make_report(findings, files, repository_of(baseline.parent))
    return without_known(report, read_baseline(baseline)).report.findings


def read_baseline(path: Path) -> str:
    """The text of a baseline file. Raises BaselineError where it cannot be read."""
    from mkdocs_journey.report.baseline import BaselineError

    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BaselineError(
            message(
                "The baseline {file} cannot be read. Write it with {option}.",
                file=path.name,
                option="--write-baseline",
            )
        ) from None
