"""The history of a journey of a site, as git knows it and as it stands now."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import CompiledBlock, Site, page_title
from mkdocs_journey.diff.compare import named
from mkdocs_journey.git.repository import Repository
from mkdocs_journey.git.running import GitError
from mkdocs_journey.message import message
from mkdocs_journey.past.following import Sought, Walk
from mkdocs_journey.past.page_versions import Versions
from mkdocs_journey.site.files import SiteFiles
from mkdocs_journey.site.options import CheckOptions
from mkdocs_journey.views.history import By, History, HistoryPoint, gather_history, state_of

_Key = tuple[Path, str, str, Sought]
"""A repository, its last commit, a path in it, and a map on that page."""


class _Taken(Struct):
    """Points of a map that were taken so far."""

    points: list[HistoryPoint] = field(default_factory=list)
    whole: bool = False
    """Whether there are no others."""


class Histories(Struct):
    """Reads histories. What was read for one build is not read again in the next, while the options stay the same."""

    versions: Versions = field(default_factory=lambda: Versions(CheckOptions()))
    _taken: dict[_Key, _Taken] = field(default_factory=dict)
    """What this build asked for."""
    _earlier: dict[_Key, _Taken] = field(default_factory=dict)
    """What the build before asked for. A map that was edited meanwhile is another one, which nobody asks for again."""

    def begin(self, options: CheckOptions) -> None:
        """A build begins, which reads maps with these options; forget what the last one had no use for."""
        if self.versions.options != options:
            self.versions, self._taken = Versions(options), {}
        self._earlier, self._taken = self._taken, {}

    def history(
        self,
        entry: JourneyEntry,
        site: Site,
        files: SiteFiles,
        today: date,
        by: By = "commit",
        limit: int = 0,
        since: date | None = None,
    ) -> History:
        """The history of a journey; the working tree is its last point, where it is not as the last commit left it.

        A map that is not in git yet has that point only. Raises :class:`GitError` where there is no repository, or
        the map's file is not in it.
        """
        block = next(block for block in site.blocks[entry.page] if block.entry is entry)
        place = files.real_path(block.fence.file).resolve()
        repository = Repository.of(place.parent)
        root = repository.root.resolve()
        if not place.is_relative_to(root):
            raise GitError(message("{file} is not in the repository {name}.", file=block.fence.file, name=root.name))
        now = HistoryPoint(today, "", "", state_of(entry))
        path = place.relative_to(root).as_posix()
        with closing(self._points(repository, path, _sought(entry, block, site, place))) as points:
            return gather_history(chain([now], points), by, limit, since)

    def _points(self, repository: Repository, path: str, sought: Sought) -> Generator[HistoryPoint, None, None]:
        try:
            key = (repository.root, repository.commit("HEAD"), path, sought)
        except GitError:
            # There is no commit yet.
            return
        taken = self._taken[key] = self._taken.get(key) or self._earlier.get(key) or _Taken()
        yield from taken.points
        if taken.whole:
            return
        with closing(Walk(repository, self.versions, sought).points(path)) as points:
            for number, point in enumerate(points):
                if number >= len(taken.points):
                    taken.points.append(point)
                    yield point
        taken.whole = True


def _sought(entry: JourneyEntry, block: CompiledBlock, site: Site, place: Path) -> Sought:
    """The map as it is looked for in older versions; ``place`` is the file that holds its block."""
    here = {
        other.entry.id
        for other in site.blocks[entry.page]
        if other.fence.file == block.fence.file and isinstance(other.entry, JourneyEntry)
    }
    others = [other for other in site.atlas.journeys.values() if other is not entry]
    return Sought(
        named(entry, holding=True),
        tuple(named(other, holding=True) for other in others if other.id in here),
        frozenset(
            name for other in others if other.id not in here for name in (other.id, other.title, *other.journey.aliases)
        ),
        _title_from_elsewhere(entry, place),
    )


def _title_from_elsewhere(entry: JourneyEntry, place: Path) -> str:
    """The title that the navigation gives to a map; "" where the map or its page has it."""
    if entry.journey.title is not None:
        return ""
    try:
        own = page_title(place.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if own == entry.title else entry.title
