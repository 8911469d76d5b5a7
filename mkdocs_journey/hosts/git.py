"""What git knows of the files of a site. Git itself is asked; nothing of it is changed."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


class GitError(ValueError):
    """Git cannot answer; the message says why, in a plain sentence."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository."""

    root: Path

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """The repository that a folder belongs to. Raises :class:`GitError` where there is none."""
        try:
            found = _git(folder, "rev-parse", "--show-toplevel")
        except GitError as error:
            raise GitError(f"{folder} is not part of a git repository that can be read. {error}") from None
        return cls(Path(found.decode("utf-8", "surrogateescape").rstrip("\n")))

    def base(self, revision: str) -> str:
        """The commit from which HEAD and a revision went their own ways; the revision itself where none is known.

        Raises :class:`GitError` where there is no such revision.
        """
        try:
            commit = _git(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError:
            advice = "In CI, fetch it first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)."
            raise GitError(f"There is no revision {revision[:80]} here. {advice}") from None
        found = commit.decode("ascii").strip()
        try:
            return _git(self.root, "merge-base", found, "HEAD").decode("ascii").strip() or found
        except GitError:
            return found

    def changed_lines(self, base: str, folder: Path) -> dict[Path, frozenset[int] | None]:
        """Lines of the working tree that are new or changed since a commit, by file; None for all of a new file."""
        options = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"]
        changes = _git(self.root, "-c", "core.quotePath=false", "diff", *options, "-M", base, "--", str(folder))
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
        new = _git(self.root, "ls-files", "--others", "--exclude-standard", "-z", "--", str(folder))
        return changed | {self.root / _text(name): None for name in new.split(b"\0") if name}

    def texts(self, commit: str, folder: Path) -> dict[str, str]:
        """Markdown and YAML files of a folder as they were at a commit, by their path relative to that folder."""
        inside = folder.resolve().relative_to(self.root.resolve()).as_posix()
        tree = f"{commit}:" if inside == "." else f"{commit}:{inside}"
        try:
            listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", tree)
        except GitError:
            return {}
        blobs: list[tuple[str, str]] = []
        for entry in listed.split(b"\0"):
            about, _, name = entry.partition(b"\t")
            path = _text(name)
            if about.split()[1:2] == [b"blob"] and path.endswith((".md", ".yml", ".yaml")):
                blobs.append((path, about.split()[2].decode("ascii")))
        contents = _git(self.root, "cat-file", "--batch", input_="".join(f"{id_}\n" for _, id_ in blobs).encode())
        texts: dict[str, str] = {}
        position = 0
        for path, _ in blobs:
            end = contents.index(b"\n", position)
            size = int(contents[position:end].split()[2])
            texts[path] = contents[end + 1 : end + 1 + size].decode("utf-8", "replace")
            position = end + size + 2
        return texts


def _path(written: bytes) -> str:
    """A path as ``git diff`` writes it behind ``+++``: in quotes where it holds anything unusual."""
    name = written.rstrip(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPED.sub(
            lambda match: bytes([int(match[1], 8)]) if len(match[1]) == 3 else _LETTERS.get(match[1], match[1]),
            name[1:-1],
        )
    return _text(name.removeprefix(b"b/"))


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _git(folder: Path, *words: str, input_: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell; revisions are checked before they are used
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            input=input_,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitError("The program git is not installed.") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[-1][:200] if said else "git said nothing.")
    return done.stdout
