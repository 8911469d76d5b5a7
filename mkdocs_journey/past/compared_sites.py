"""The two versions of a site that are compared: at a revision of git, in a folder, or as it stands."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from mkdocs_journey.compile import Cache, CompileOptions, Site, compile_site
from mkdocs_journey.findings import Finding, Severity
from mkdocs_journey.git.repository import Repository
from mkdocs_journey.git.running import GitError
from mkdocs_journey.message import ToldError, message, sentences
from mkdocs_journey.report.report import Report
from mkdocs_journey.site.configuration import UnusableSiteError
from mkdocs_journey.site.folder import CONFIGURATION_NAMES, open_site_or_folder
from mkdocs_journey.site.reporting import make_report, repository_of
from mkdocs_journey.site.site_file import TEXT_ENDINGS

_OUTSIDE = ("INHERIT", "..")
"""What in a mkdocs.yml shows that the site needs more than its own folder."""


class UnreadableSideError(ToldError):
    """A version of the site that cannot be compared; the message says why, in plain sentences."""


class ComparedSite(Struct, frozen=True):
    """One version of the site."""

    name: str
    """What people call it: a revision, a folder, or the present version, which is a message."""
    site: Site
    report: Report
    """Its lines, and its paths as the repository has them."""


class ComparedSites(Struct):
    """Reads versions of a site. Pages that are the same in two of them are read once."""

    configuration: Path | None = None
    """The mkdocs.yml of the site that stands here; for pages without one, None."""
    _cache: Cache = field(default_factory=Cache)
    _revisions: dict[tuple[Path, str, str], ComparedSite] = field(default_factory=dict)

    def versions(
        self, base: str, head: str | None = None, *, exactly: bool = False
    ) -> tuple[ComparedSite, ComparedSite, bool]:
        """The older and the newer version, and whether git knows of a commit that they share.

        Each is a revision or a folder, but both the same; without ``head``, the site as it stands. A revision is
        compared at the commit from which the newer version left it, or ``exactly``. What is both is a revision.
        Raises :class:`UnreadableSideError` and :class:`GitError`.
        """
        folders = [Path(name) for name in (base, head) if name is not None and Path(name).is_dir()]
        if head is not None and len(folders) == 2:
            return self.folder(folders[0]), self.folder(folders[1]), True
        here = self.configuration.parent if self.configuration else Path()
        try:
            repository = Repository.of(here.resolve())
            commit = repository.commit(base)
        except GitError:
            if head is None and folders:
                return self.folder(folders[0]), self.working_tree(), True
            raise
        end = repository.commit(head) if head is not None else "HEAD"
        common = "" if exactly else repository.common_ancestor(commit, end)
        before = self.revision(repository, common or commit, base)
        after = self.revision(repository, end, head) if head is not None else self.working_tree()
        return before, after, exactly or bool(common)

    def working_tree(self) -> ComparedSite:
        """The site as it stands. Raises :class:`UnreadableSideError`."""
        return self._read(message("the present version"), self.configuration, Path())

    def folder(self, folder: Path) -> ComparedSite:
        """The site in a folder, with a mkdocs.yml or of pages only. Raises :class:`UnreadableSideError`."""
        found = next((folder / name for name in CONFIGURATION_NAMES if (folder / name).is_file()), None)
        return self._read(folder.as_posix(), found, folder)

    def revision(self, repository: Repository, commit: str, name: str) -> ComparedSite:
        """The site at a commit. Raises :class:`UnreadableSideError`, and GitError where git lacks a part of it."""
        # What a commit holds never changes: while pages are served, it is read once.
        key = (repository.root, commit, name)
        if key not in self._revisions:
            self._revisions[key] = self._revision(repository, commit, name)
        return self._revisions[key]

    def _revision(self, repository: Repository, commit: str, name: str) -> ComparedSite:
        here = (self.configuration.parent if self.configuration else Path()).resolve()
        inside = repository.inside(here)
        with self._written_out(repository, commit, inside) as (folder, below):
            configuration = below / self.configuration.name if self.configuration else None
            if configuration is not None and not configuration.is_file():
                raise UnreadableSideError(
                    message(
                        "{version} has no {file} here, so there is nothing to compare.",
                        version=name,
                        file=configuration.name,
                    )
                )
            side = self._read(name, configuration, below)
            # The folder is gone when changes are told; what they need of it is its paths.
            paths = {name: _in_repository(side.report.path(name), folder, inside) for name in _files(side.site)}
            report = replace(side.report, lines=_no_lines, path=lambda file: paths.get(file, file))
            return replace(side, report=report)

    @contextmanager
    def _written_out(self, repository: Repository, commit: str, inside: str) -> Iterator[tuple[Path, Path]]:
        """A folder with what the site needs of a commit, and the place in it that stands for ``inside``."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if self._needs_more(repository, commit, inside):
                repository.write_out(commit, "", folder, TEXT_ENDINGS)
                yield folder, folder / inside
            else:
                repository.write_out(commit, inside, folder, TEXT_ENDINGS)
                yield folder, folder

    def _needs_more(self, repository: Repository, commit: str, inside: str) -> bool:
        if not inside or self.configuration is None:
            return False
        written = repository.file(commit, f"{inside}/{self.configuration.name}")
        return any(mark in written for mark in _OUTSIDE)

    def _read(self, name: str, configuration: Path | None, docs: Path) -> ComparedSite:
        try:
            folder = open_site_or_folder(configuration, docs)
        except UnusableSiteError as error:
            raise UnreadableSideError(
                sentences(message("{version} cannot be compared.", version=name), error.message)
            ) from None
        files = folder.files
        # Without the site's settings: a mistake that it ignores keeps a block from being read all the same.
        # Only what keeps a block from being read matters here.
        options = CompileOptions(folder.options.feelings, language=folder.options.language, advice=False)
        site = compile_site(files.content(), options, self._cache)
        for page, why in files.unreadable.items():
            raise UnreadableSideError(
                message(
                    "{version} cannot be compared: {page} cannot be read, {reason}.",
                    version=name,
                    page=page,
                    reason=why,
                )
            )
        return ComparedSite(
            name, site, make_report(_errors(site), files, repository_of(folder.base), site, folder.options.language)
        )


def _errors(site: Site) -> tuple[Finding, ...]:
    """What keeps blocks from being read."""
    return tuple(finding for finding in site.findings if finding.severity is Severity.ERROR)


def _files(site: Site) -> set[str]:
    blocks = [block for blocks in site.blocks.values() for block in blocks]
    return {block.source.file for block in blocks} | {block.fence.file for block in blocks}


def _no_lines(name: str) -> tuple[str, ...]:
    return ()


def _in_repository(path: str, folder: Path, inside: str) -> str:
    """A path as the repository has it, of a file that was written out; it is relative to the folder of the site."""
    if Path(path).is_absolute():
        top = folder.resolve()
        return Path(path).relative_to(top).as_posix() if Path(path).is_relative_to(top) else path
    return f"{inside}/{path}" if inside else path
