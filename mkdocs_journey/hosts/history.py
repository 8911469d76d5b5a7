"""The history of a journey: what its file held at each commit, read as maps are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs_journey.atlas import Atlas, JourneyEntry
from mkdocs_journey.compile import Page, Site, compile_site
from mkdocs_journey.diff.compare import earlier_entry
from mkdocs_journey.findings import Severity
from mkdocs_journey.hosts.git import GitError, Repository
from mkdocs_journey.hosts.git_log import FileVersion, file_versions, files_holding, is_shallow
from mkdocs_journey.views.history import History, Point, history_of, standing_of

MOST_MOVES = 20
"""From so many files to another a block is followed; nobody moves it more often, but for two that name each other."""
_DATA = (".yml", ".yaml")


@dataclass(slots=True)
class HistoryReader:
    """Reads histories. What a file held is read once, however many commits, builds or journeys there are."""

    feelings: Mapping[str, str]
    """The site's words with scores, as it has them today."""
    language: str
    _sites: dict[tuple[str, bool], Site] = field(default_factory=dict)
    """By the id of what a file held, and whether that was a page or data."""
    _points: dict[tuple[str, Path, str], tuple[Point, ...]] = field(default_factory=dict)
    """By the newest commit, the file, and the journey."""

    def read(self, entry: JourneyEntry, atlas: Atlas, file: Path, docs: Path, today: date) -> History:
        """The history of a journey that stands in ``file`` of the site in ``docs``, as it is now included.

        Raises :class:`GitError` where there is no repository.
        """
        repository = Repository.of(file.parent.resolve())
        place = file.parent.resolve() / file.name
        try:
            head = repository.commit("HEAD")
        except GitError:
            committed: tuple[Point, ...] = ()
        else:
            key = (head, place, entry.id)
            if key not in self._points:
                path = place.relative_to(repository.root.resolve()).as_posix()
                others = frozenset(atlas.journeys) - {entry.id}
                walk = _Walk(repository, self, _inside(repository, docs), others)
                self._points[key] = tuple(reversed(list(walk.points(path, entry))))
            committed = self._points[key]
        now = Point(today, "", "", standing_of(entry))
        last = committed[-1].standing if committed else None
        changed = last is None or now.standing is None or last.figures != now.standing.figures
        return history_of([*committed, now] if changed else committed, incomplete=is_shallow(repository))

    def serves(self, feelings: Mapping[str, str], language: str) -> bool:
        """Whether it reads maps as a site wants it now."""
        return (self.feelings, self.language) == (feelings, language)

    def known(self, entry: JourneyEntry, atlas: Atlas, file: Path, docs: Path, today: date) -> History | str:
        """The history of a journey as :meth:`read` gives it; "" where there is no repository, or no commit."""
        try:
            history = self.read(entry, atlas, file, docs, today)
        except GitError:
            return ""
        return history if any(point.commit for point in history.points) else ""

    def sites(self, repository: Repository, versions: Sequence[FileVersion]) -> list[Site]:
        """What files held, read as a site of one page each."""
        keys = [(version.blob, version.path.endswith(_DATA)) for version in versions]
        new = dict.fromkeys(key for key in keys if key not in self._sites)
        contents = repository.contents(blob for blob, _ in new)
        for blob, is_data in new:
            self._sites[blob, is_data] = self._compile(contents[blob].decode("utf-8-sig", "replace"), is_data)
        return [self._sites[key] for key in keys]

    def _compile(self, text: str, is_data: bool) -> Site:
        page = Page("page.md", "```journey\nfile: data.yml\n```\n" if is_data else text)
        read = (lambda name: text) if is_data else (lambda name: None)
        return compile_site([page], read, feelings=self.feelings, language=self.language, method=False)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The way back through the commits of a journey."""

    repository: Repository
    reader: HistoryReader
    inside: str
    """The docs folder, in the repository."""
    others: frozenset[str]
    """Ids of the other journeys that the site has today: none of them is this one under another name."""

    def points(self, path: str, entry: JourneyEntry) -> Iterator[Point]:
        """The committed versions, the newest first, from file to file."""
        since = "HEAD"
        for _ in range(MOST_MOVES):
            versions = [version for version in file_versions(self.repository, path, since) if version.blob]
            came_with = ""
            for version, site in zip(versions, self.reader.sites(self.repository, versions), strict=True):
                found = self._find(site, entry)
                trouble = "" if found else _trouble(site)
                if found is None and not trouble:
                    break
                entry, came_with = found or entry, version.commit
                standing = standing_of(found) if found else None
                yield Point(version.day, version.commit, version.subject, standing, trouble)
            since = f"{came_with}^"
            path = self._origin(since, path, entry) if came_with else ""
            if not path:
                return

    def _find(self, site: Site, entry: JourneyEntry) -> JourneyEntry | None:
        """The journey in an older version of its file."""
        journeys = [one for one in site.atlas.journeys.values() if one.id not in self.others]
        found = earlier_entry(journeys, entry)
        return found if isinstance(found, JourneyEntry) else None

    def _origin(self, commit: str, path: str, entry: JourneyEntry) -> str:
        """The file in which the journey stood before; "" where it was new."""
        try:
            self.repository.commit(commit)
        except GitError:
            return ""
        names = dict.fromkeys((entry.id, *entry.journey.aliases, entry.title))
        for other in files_holding(self.repository, commit, names, self.inside):
            newest = next(file_versions(self.repository, other, commit), None) if other != path else None
            if newest is not None and newest.blob:
                (site,) = self.reader.sites(self.repository, [newest])
                if self._find(site, entry) is not None:
                    return other
        return ""


def _inside(repository: Repository, docs: Path) -> str:
    """Where blocks are looked for: in the docs folder, or in a whole repository of which it is no part."""
    try:
        return repository.inside(docs)
    except ValueError:
        return ""


def _trouble(site: Site) -> str:
    """What is wrong with the first map of a file that cannot be read; "" where all can."""
    for blocks in site.blocks.values():
        for block in blocks:
            errors = [finding.message for finding in block.findings if finding.severity is Severity.ERROR]
            if block.entry is None and block.fence.kind == "journey" and errors:
                return errors[0]
    return ""
