"""A journey back through the commits of git: through renamed files, moved blocks, new ids and mistakes."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.diff.matching import Named, match
from mkdocs_journey.git.commits import changed_files, commits_of, is_shallow
from mkdocs_journey.git.objects import Objects
from mkdocs_journey.git.repository import Repository
from mkdocs_journey.git.running import GitError
from mkdocs_journey.message import NO_MESSAGE, Message
from mkdocs_journey.past.page_versions import NOTHING, Version, Versions
from mkdocs_journey.site.site_file import PAGE_ENDINGS
from mkdocs_journey.views.history import HistoryPoint, State


class _Place(Struct, frozen=True):
    """Where the map stood after a commit, and what became of it."""

    commit: str
    path: str
    """Of the page, in the repository."""
    ids: dict[str, str]
    """Ids of the page and of files that it names, by path; "" of one that is not there."""
    state: State | None
    """None where it could not be read."""
    trouble: Message = NO_MESSAGE


class Sought(Struct, frozen=True):
    """A map as it is known now, and what is not taken for it."""

    named: Named
    others: tuple[Named, ...] = ()
    """The other maps of its page."""
    elsewhere: frozenset[str] = frozenset()
    """Ids, titles and aliases of the maps of other pages."""
    title: str = ""
    """The title of its page, if it does not come from the page itself."""


class Walk:
    """Follows one map back through the history of a repository.

    In an older version it is known by its id, an alias or its title, else as ``diff`` knows a map under another title.
    """

    def __init__(self, repository: Repository, versions: Versions, sought: Sought) -> None:
        self._repository = repository
        self._versions = versions
        self._me = sought.named
        self._others = sought.others
        self._elsewhere = sought.elsewhere
        self._title = sought.title
        self._objects = Objects(repository.root)
        self._lacking = False
        """Whether the clone lacks a page on which the map may have been."""

    def points(self, path: str) -> Generator[HistoryPoint, None, None]:
        """The points of a map that stands on the page ``path`` now, the newest first.

        There is one for each commit after which its files were not the same as before. Raises :class:`GitError`.
        """
        with ExitStack() as stack:
            stack.enter_context(self._objects)
            try:
                start = self._repository.commit("HEAD")
            except GitError:
                # There is no commit yet.
                return
            place = self._at(start, path, {}) or self._origin(start, "", path, ())
            while place is not None:
                place = yield from self._along(place)

    def _along(self, place: _Place) -> Generator[HistoryPoint, None, _Place | None]:
        """The points as long as the map stays on a page. Returns where it was before, None where it begins."""
        here: _Place | None = place
        ids = dict(place.ids)
        for commit in commits_of(self._repository, place.commit, tuple(ids)):
            before, moved = None, None
            cut = not commit.parent and is_shallow(self._repository)
            if commit.parent:
                ids |= commit.before
                before = self._at(commit.parent, place.path, ids)
                if before is None and here is not None:
                    self._lacking = False
                    moved = self._origin(commit.parent, commit.id, place.path, tuple(ids))
                    cut = moved is None and self._lacking
            if here is not None:
                yield HistoryPoint(commit.day, commit.id, commit.subject, here.state, here.trouble, cut)
            elif before is not None:
                yield HistoryPoint(commit.day, commit.id, commit.subject, None)
            if moved is not None or not commit.parent:
                return moved
            if before is not None and not before.ids.keys() <= ids.keys():
                return before
            here = before
        return None

    def _at(self, commit: str, path: str, ids: dict[str, str], *, sure: bool = False) -> _Place | None:
        """The map on a page after a commit, None where it is not there; ``ids`` are those that are known.

        With ``sure``, it must be called as it was: no block that cannot be read at all is taken for it.
        """
        known = dict(ids)

        def id_of(name: str) -> str:
            if name not in known:
                found = self._objects.read(f"{commit}:{name}")
                known[name] = found[0] if found else ""
            return known[name]

        id_ = id_of(path)
        version = self._versions.version(path, id_, self._text, id_of, self._title) if id_ else NOTHING
        return self._find(version, commit, path, {name: known[name] for name in (path, *version.data)}, sure)

    def _find(self, version: Version, commit: str, path: str, ids: dict[str, str], sure: bool) -> _Place | None:
        mine = _names_of(self._me)
        # What has a page of its own now was no earlier form of this map.
        maps = [one for one in version.maps if not _names_of(one.named) & self._elsewhere - mine]
        older = [one.named for one in maps]
        newer = [*self._others, self._me]
        pairs = match(older, newer, closest=not version.mistakes and not sure).pairs
        found = next((i for i, j in pairs if j == len(newer) - 1), None)
        if found is not None:
            one = maps[found]
            names = {self._me.id, self._me.address, *self._me.aliases, *one.named.aliases} - {""}
            # What links called it later is its name as well.
            self._me = replace(one.named, aliases=tuple(sorted(names - {one.named.id or one.named.address})))
            self._others = tuple(other for i, other in enumerate(older) if i != found)
            return _Place(commit, path, ids, one.state)
        theirs = self._elsewhere.union(*map(_names_of, self._others))
        for mistake in version.mistakes:
            # What cannot be read has often lost its name as well: then it is taken for the map that was here.
            if mine & mistake.names or not (sure or theirs & mistake.names):
                return _Place(commit, path, ids, None, mistake.message)
        return None

    def _origin(self, before: str, after: str, path: str, watched: tuple[str, ...]) -> _Place | None:
        """Where the map was ``before`` a commit that brought it to its page, if it was anywhere.

        A page that was renamed comes first; else it was on one that changed with the same commit.
        """
        changed = changed_files(self._repository, before, after)
        pages = [one for one in changed if one[0].endswith(PAGE_ENDINGS) and one[0] != path]
        renamed = [one for one in pages if one[2] == path]
        marks = _names_of(self._me) | {name.rpartition("/")[2] for name in watched if name != path}
        sought = [mark.encode("utf-8", "replace") for mark in marks]
        for old, id_, _ in (*renamed, *(one for one in pages if one not in renamed)):
            is_renamed = bool(renamed) and old == renamed[0][0]
            content = self._text(id_)
            self._lacking = self._lacking or content is None
            if content is None or not (is_renamed or any(mark in content for mark in sought)):
                continue
            place = self._at(before, old, {old: id_}, sure=not is_renamed)
            if place is not None:
                return place
        return None

    def _text(self, id_: str) -> bytes | None:
        found = self._objects.read(id_)
        return found[1] if found else None


def _names_of(one: Named) -> frozenset[str]:
    """What a map may be called by."""
    return frozenset({one.id, one.address, one.name, *one.aliases} - {""})
