"""A check of a site in a folder: what is found, what of it is wanted, and what can be mended."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_journey.compile import Cache, Page, Site, compile_site
from mkdocs_journey.corrections import certain_mends, corrected
from mkdocs_journey.findings import Finding
from mkdocs_journey.hosts.git import Repository
from mkdocs_journey.hosts.reporting import make_report, read_baseline, repository_of
from mkdocs_journey.hosts.site_folder import SiteFolder, UnusableSiteError
from mkdocs_journey.rules.settings import Settings
from mkdocs_journey.rules.titles import titles_of
from mkdocs_journey.source.fences import split_lines

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from mkdocs_journey.report.report import Report

MOST_ROUNDS = 10
"""A mend may bring to light another mistake of its line; so often at the most."""


@dataclass(slots=True)
class Check:
    """One run of the check. What has been mended is only written when :meth:`write_mended` is called."""

    site: SiteFolder
    settings: Settings
    today: date
    paths: Sequence[Path] = ()
    """Files and folders to tell of; all, if empty."""
    changed_since: str = ""
    """A git revision; only findings on lines that changed since are told."""
    progress: Callable[[Iterable[Page], int], Iterable[Page]] = lambda pages, total: pages
    mended: dict[str, str] = field(default_factory=dict)
    """New texts of files, by their names in spans, with their own line ends."""
    _cache: Cache = field(default_factory=Cache)
    _changed: dict[Path, frozenset[int] | None] | None = None
    _earlier: dict[str, str] = field(default_factory=dict)

    def run(self) -> tuple[Site, tuple[Finding, ...]]:
        """Compile the site; the findings of those files and lines that are asked for.

        Raises GitError where ``changed_since`` cannot be answered.
        """
        if self.changed_since and self._changed is None:
            repository = Repository.of(self.site.docs)
            base = repository.base(self.changed_since)
            self._changed = repository.changed_lines(base, self.site.base)
            self._earlier = self._titles_at(repository, base)
        site = compile_site(
            self.progress(self.site.files.pages(self._text_of), len(self.site.files.files.documentation_pages())),
            self._read,
            self.site.files.exists,
            self.site.files.persona_page,
            dict(self.site.options.feelings),
            self._cache,
            self.settings,
            self.today,
            self._earlier,
            self.site.options.language,
        )
        return site, tuple(finding for finding in site.findings if self._wanted(finding))

    def mend(self, findings: tuple[Finding, ...], known: Callable[[tuple[Finding, ...]], tuple[Finding, ...]]) -> None:
        """Apply all mends that are certain, and those that come to light by them."""
        for _ in range(MOST_ROUNDS):
            mends = certain_mends(findings)
            changed = False
            for name, found in mends.items():
                old = self.mended.get(name) or self.original(name)
                new = corrected(old, found)
                if new != old:
                    self.mended[name] = new
                    changed = True
            if not changed:
                return
            findings = known(self.run()[1])

    def differences(self) -> Iterator[str]:
        """What mending changes, as unified diff, a file at a time."""
        report = self.report((), None)
        for name in sorted(self.mended):
            old, new = self.original(name).splitlines(keepends=True), self.mended[name].splitlines(keepends=True)
            path = report.path(name)
            lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
            yield "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

    def write_mended(self) -> None:
        """Write the mended files. Raises :class:`UnusableSiteError` for one that cannot be written."""
        for name, text in self.mended.items():
            path = self.site.files.real_path(name)
            if not path.resolve().is_relative_to(self.site.base.resolve()):
                raise UnusableSiteError(f"{name} is a link to a file outside of {self.site.base.name}; mend it there.")
            try:
                path.write_bytes(text.encode("utf-8"))
            except OSError as error:
                raise UnusableSiteError(f"{name} cannot be written: {error.strerror}.") from None

    def original(self, name: str) -> str:
        """The text of a file with its own line ends, and its byte order mark where it has one."""
        return self.site.files.real_path(name).read_bytes().decode("utf-8")

    def report(self, findings: tuple[Finding, ...], site: Site | None) -> Report:
        """The report of findings, with paths relative to the repository."""
        return replace(make_report(findings, self.site.files, repository_of(self.site.base), site), lines=self._lines)

    def without_known(self, findings: tuple[Finding, ...], baseline: Path) -> tuple[tuple[Finding, ...], int]:
        """Findings that a baseline does not hold, and how many that it holds are gone. Raises ValueError."""
        from mkdocs_journey.report.baseline import without_known

        left = without_known(self.report(findings, None), read_baseline(baseline))
        return left.report.findings, left.gone

    def _lines(self, name: str) -> Sequence[str]:
        text = self._mended_text(name)
        return split_lines(text) if text is not None else self.site.files.lines(name)

    def _text_of(self, file: File) -> str | None:
        return self._mended_text(file.src_uri)

    def _read(self, path: str) -> str | None:
        return self._mended_text(path) or self.site.files.read(path)

    def _mended_text(self, name: str) -> str | None:
        text = self.mended.get(name)
        return None if text is None else text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    def _wanted(self, finding: Finding) -> bool:
        if not self.paths and self._changed is None:
            return True
        span, real = finding.span, self.site.files.real_path(finding.span.file).resolve()
        if self.paths and not any(real == path or real.is_relative_to(path) for path in self.paths):
            return False
        if self._changed is None:
            return True
        lines = self._changed.get(real, frozenset())
        return lines is None or any(line in lines for line in range(span.line, span.end_line + 1))

    def _titles_at(self, repository: Repository, base: str) -> dict[str, str]:
        """Titles of journeys, phases, steps and personas at a commit, by anchor."""
        from mkdocs_journey.compile import page_title

        texts = repository.texts(base, self.site.docs)
        pages = [Page(path, text, page_title(text)) for path, text in texts.items() if path.endswith(".md")]
        atlas = compile_site(pages, texts.get, feelings=self.site.options.feelings).atlas
        return {titled.anchor: titled.title for titled in titles_of(atlas)}
