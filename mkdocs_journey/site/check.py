"""A check of a site in a folder: what is found, what of it is wanted, and what can be mended."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from mkdocs_journey.compile import Cache, CompileOptions, Page, Site, SiteContent, compile_site, page_title
from mkdocs_journey.findings import Finding
from mkdocs_journey.git.repository import Repository
from mkdocs_journey.languages.words import Words
from mkdocs_journey.message import NO_MESSAGE, Message, counted, message, sentences
from mkdocs_journey.rules.settings import Settings
from mkdocs_journey.rules.titles import titles_of
from mkdocs_journey.safe_text import plain_start
from mkdocs_journey.site.configuration import UnusableSiteError
from mkdocs_journey.site.folder import SiteFolder
from mkdocs_journey.site.inventories import InventoryReader
from mkdocs_journey.site.mending import Checked, Mending, mended_as_far_as_it_holds
from mkdocs_journey.site.reporting import make_report, repository_of
from mkdocs_journey.site.site_file import TEXT_ENDINGS, is_page
from mkdocs_journey.site.site_language import missing_language
from mkdocs_journey.source.fences import split_lines
from mkdocs_journey.whole_file import UnwritableError, write_whole

if TYPE_CHECKING:
    from mkdocs_journey.report.report import Report
    from mkdocs_journey.site.site_file import SiteFile


class Check(Struct):
    """A check of a site. What has been mended is only written when :meth:`write_mended` is called."""

    site: SiteFolder
    settings: Settings
    today: date
    paths: Sequence[Path] = ()
    """Files and folders to tell of; all, if empty."""
    changed_since: str = ""
    """A git revision; only findings on lines that changed since are told."""
    baseline: str = ""
    """The text of a file of findings that are known and not told."""
    progress: Callable[[Iterable[Page], int], Iterable[Page]] = lambda pages, total: pages
    mended: dict[str, str] = field(default_factory=dict)
    """New texts of files, by their names in spans, with their own line ends."""
    _mending: Mending | None = None
    _cache: Cache = field(default_factory=Cache)
    _inventories: InventoryReader = field(default_factory=InventoryReader)
    _changed: dict[Path, frozenset[int] | None] | None = None
    _earlier: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """Those of the site's language."""
        return Words.load(self.site.options.language)

    def run(self) -> Checked:
        """Compile the site.

        Raises GitError where ``changed_since`` cannot be answered, BaselineError where the baseline cannot be used.
        """
        if self.changed_since and self._changed is None:
            repository = Repository.of(self.site.docs)
            base = repository.base(self.changed_since)
            self._changed = repository.changed_lines(base, self.site.base)
            self._earlier = self._titles_at(repository, base)
        files, options = self.site.files, self.site.options
        content = SiteContent(
            self.progress(files.pages(self._text_of), len(files.files.pages())),
            self._read,
            files.exists,
            files.persona_page,
        )
        inventories = self._inventories.of_site(options.inventories, self.site.configuration)
        told = missing_language(options.language, options.words, self.site.configuration)
        decided = CompileOptions(
            options.feelings, self.settings, self.today, options.language, inventories, self._earlier, told
        )
        site = compile_site(content, decided, self._cache)
        new, gone = self._without_known(site.findings)
        written = self.site.options.settings
        fewer = (self.settings.select, self.settings.ignore) != (written.select, written.ignore)
        part = bool(self.paths or self.changed_since or fewer)
        told = tuple(finding for finding in new if self._wanted(finding))
        return Checked(site, site.findings, told, 0 if part else gone)

    def mend(self, checked: Checked) -> None:
        """Apply all mends that are certain, and those that come to light by them, as far as they hold."""
        self._mending = mended_as_far_as_it_holds(checked, self._run_with, self.original)
        self.mended = dict(self._mending.texts)

    def promised(self, checked: Checked) -> Checked:
        """What was found, where only those mends count as certain that hold: all others say what speaks against them.

        After :meth:`mend`, it takes what was found in the mended texts.
        """
        mending = self._mending
        if mending is None:
            mending = mended_as_far_as_it_holds(checked, self._run_with, self.original)
            self.mended = {}
            mending = replace(mending, origins={})
        if not mending.refused:
            return checked
        return replace(checked, findings=tuple(mending.told(finding) for finding in checked.findings))

    def _run_with(self, texts: Mapping[str, str]) -> Checked:
        self.mended = dict(texts)
        return self.run()

    def differences(self) -> Iterator[str]:
        """What mending changes, as unified diff, a file at a time."""
        report = self.report((), None)
        for name in sorted(self.mended):
            old, new = self.original(name).splitlines(keepends=True), self.mended[name].splitlines(keepends=True)
            path = report.path(name)
            lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
            yield "".join(f"{plain_start(line.rstrip(chr(10)))}\n" for line in lines)

    def write_mended(self) -> None:
        """Write the mended files. Raises :class:`UnusableSiteError` for one that cannot be written."""
        places = {name: self.site.files.real_path(name) for name in self.mended}
        for name, path in places.items():
            if not path.resolve().is_relative_to(self.site.base.resolve()):
                raise UnusableSiteError(
                    message(
                        "{file} is a link to a file outside of {folder}; mend it there.",
                        file=name,
                        folder=self.site.base.name,
                    )
                )
        for number, (name, path) in enumerate(places.items()):
            try:
                write_whole(path, self.mended[name].encode("utf-8"))
            except UnwritableError as error:
                raise UnusableSiteError(sentences(error.message, _mended_before(number))) from None

    def original(self, name: str) -> str:
        """The text of a file with its own line ends, and its byte order mark where it has one."""
        return self.site.files.real_path(name).read_bytes().decode("utf-8")

    def report(self, findings: tuple[Finding, ...], site: Site | None) -> Report:
        """The report of findings, with paths relative to the repository."""
        report = make_report(findings, self.site.files, repository_of(self.site.base), site, self.site.options.language)
        # Many findings may stand in one file.
        return replace(report, lines=cache(self._lines))

    def _without_known(self, findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], int]:
        """Findings that the baseline does not hold, and how many that it holds are gone. Raises BaselineError."""
        if not self.baseline:
            return findings, 0
        from mkdocs_journey.report.baseline import without_known

        left = without_known(make_report(findings, self.site.files, repository_of(self.site.base)), self.baseline)
        return left.report.findings, left.gone

    def _lines(self, name: str) -> Sequence[str]:
        text = self._mended_text(name)
        return split_lines(text) if text is not None else self.site.files.lines(name)

    def _text_of(self, file: SiteFile) -> str | None:
        return self._mended_text(file.path)

    def _read(self, path: str) -> str | None:
        text = self._mended_text(path)
        return self.site.files.read(path) if text is None else text

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
        texts = repository.texts(base, self.site.docs, TEXT_ENDINGS)
        pages = [Page(path, text, page_title(text)) for path, text in texts.items() if is_page(path)]
        options = CompileOptions(self.site.options.feelings, advice=False)
        atlas = compile_site(SiteContent(pages, texts.get), options).atlas
        return {titled.anchor: titled.title for titled in titles_of(atlas)}


def _mended_before(number: int) -> Message:
    if not number:
        return NO_MESSAGE
    return counted(number, "{number} file before it is mended.", "{number} files before it are mended.")
