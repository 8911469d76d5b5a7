"""What git knows of the files of a site: revisions, changed lines, files as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from mkdocs_journey.git.objects import DEEPEN, Objects
from mkdocs_journey.git.running import GitError, ask, path_text
from mkdocs_journey.message import message, sentences
from mkdocs_journey.quoting import shortened

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_FILES = (b"100644", b"100755")
_LINK = b"120000"


class Repository(Struct, frozen=True):
    """A git repository."""

    root: Path

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """The repository that a folder belongs to. Raises :class:`GitError` where there is none."""
        try:
            found = ask(folder, "rev-parse", "--show-toplevel")
        except GitError as error:
            none = message("{folder} is not part of a git repository that can be read.", folder=folder)
            raise GitError(sentences(none, error.message)) from None
        return cls(Path(found.decode("utf-8", "surrogateescape").rstrip("\n")))

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision means. Raises :class:`GitError` where there is none."""
        try:
            found = ask(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError:
            none = message("There is no revision {revision} here.", revision=shortened(revision))
            raise GitError(sentences(none, DEEPEN)) from None
        return found.decode("ascii").strip()

    def base(self, revision: str, head: str = "HEAD") -> str:
        """The commit from which a head and a revision went their own ways; the revision itself where none is known.

        Raises :class:`GitError` where there is no such revision.
        """
        found = self.commit(revision)
        return self.common_ancestor(found, head) or found

    def common_ancestor(self, one: str, other: str) -> str:
        """The commit from which two went their own ways; "" where git does not know of one, as in a shallow clone."""
        try:
            return ask(self.root, "merge-base", one, other).decode("ascii").strip()
        except GitError:
            return ""

    def changed_lines(self, base: str, folder: Path) -> dict[Path, frozenset[int] | None]:
        """Lines of the working tree that are new or changed since a commit, by file; None for all of a new file."""
        options = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"]
        changes = ask(self.root, "-c", "core.quotePath=false", "diff", *options, "-M", base, "--", str(folder))
        found: dict[Path, set[int]] = {}
        lines: set[int] = set()
        header = True
        for line in changes.split(b"\n"):
            if line.startswith(b"diff --git "):
                header = True
            elif header and line.startswith(b"+++ "):
                lines = found.setdefault(self.root / _path(line[4:]), set())
                header = False
            elif match := _HUNK.match(line):
                first, number = int(match[1]), int(match[2] or b"1")
                lines.update(range(first, first + number))
        changed: dict[Path, frozenset[int] | None] = {path: frozenset(numbers) for path, numbers in found.items()}
        new = ask(self.root, "ls-files", "--others", "--exclude-standard", "-z", "--", str(folder))
        return changed | {self.root / path_text(name): None for name in new.split(b"\0") if name}

    def texts(self, commit: str, folder: Path, endings: tuple[str, ...]) -> dict[str, str]:
        """Files of a folder as they were at a commit, by their path in it; those with names that end so."""
        try:
            listed = self._listed(commit, self.inside(folder))
        except GitError:
            return {}
        names = {path: id_ for path, mode, id_ in listed if mode in _FILES and path.endswith(endings)}
        contents = self._contents(names.values())
        return {path: contents[id_].decode("utf-8-sig", "replace") for path, id_ in names.items()}

    def file(self, commit: str, path: str) -> str:
        """The text of a file at a commit; "" where there is none."""
        with Objects(self.root, alone=False) as objects:
            found = objects.read(f"{commit}:{path}")
        return found[1].decode("utf-8", "replace") if found else ""

    def inside(self, folder: Path) -> str:
        """The path of a folder in the repository, with ``/``; "" for the root."""
        inside = folder.resolve().relative_to(self.root.resolve()).as_posix()
        return "" if inside == "." else inside

    def write_out(self, commit: str, inside: str, target: Path, endings: tuple[str, ...]) -> None:
        """Write a folder of the repository, as it was at a commit, into an empty folder somewhere else.

        Files with names that end so come with what they hold; of others, only their names. What would lead out of the
        folder, and other repositories in it, are left out. Raises :class:`GitError` where there is no such folder, or
        git does not have all of it: a clone may be shallow.
        """
        try:
            listed = self._listed(commit, inside)
        except GitError:
            raise GitError(
                message("There is no folder {folder} at {commit}.", folder=inside or ".", commit=commit[:12])
            ) from None
        texts = {id_ for path, mode, id_ in listed if mode in (*_FILES, _LINK) and path.endswith(endings)}
        links = {id_ for _, mode, id_ in listed if mode == _LINK}
        contents = self._contents(texts | links)
        top = target.resolve()
        # A folder that is there already is not looked at again for each of its files.
        inner: dict[Path, bool] = {}
        for path, mode, id_ in listed:
            place = target / path
            folder = place.parent
            if mode not in (*_FILES, _LINK):
                continue
            if folder not in inner:
                inner[folder] = folder.resolve().is_relative_to(top)
                if inner[folder]:
                    folder.mkdir(parents=True, exist_ok=True)
            if not inner[folder]:
                continue
            if mode == _LINK:
                aim = contents[id_].decode("utf-8", "surrogateescape")
                if (folder / aim).resolve().is_relative_to(top):
                    place.symlink_to(aim)
            else:
                place.write_bytes(contents.get(id_, b""))

    def _listed(self, commit: str, inside: str) -> list[tuple[str, bytes, str]]:
        """Path, mode and id of everything in a folder at a commit."""
        listed = ask(self.root, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{inside}")
        found = []
        for entry in listed.split(b"\0"):
            about, _, name = entry.partition(b"\t")
            if name:
                mode, _, id_ = about.split()
                found.append((path_text(name), mode, id_.decode("ascii")))
        return found

    def _contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        with Objects(self.root, alone=False) as objects:
            return objects.contents(ids)


def _path(written: bytes) -> str:
    """A path as ``git diff`` writes it behind ``+++``: in quotes where it holds anything unusual."""
    name = written.rstrip(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPED.sub(
            lambda match: bytes([int(match[1], 8)]) if len(match[1]) == 3 else _LETTERS.get(match[1], match[1]),
            name[1:-1],
        )
    return path_text(name.removeprefix(b"b/"))
