"""The commits that touched some files, and what these files held. Git is asked; nothing of the repository changes."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import IO

from mkdocs_journey.git.repository import GitError, Repository, alone
from mkdocs_journey.safe_text import UNSEEN

_FIELDS = ("%H", "%cd", "%P", "%s", "%b")
_LOG = (
    # What somebody has set for reading logs does not bear upon what is asked here.
    *("--literal-pathspecs", "-c", "log.showSignature=false", "-c", "log.diffMerges=separate"),
    *("log", "--first-parent", "-m", "--no-follow", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color"),
    *("--encoding=UTF-8", "--date=short", f"--format={'%x00'.join(_FIELDS)}"),
)
_NOTHING = re.compile(r"0+")
_MERGE = re.compile(r"Merge (?:pull request|branch|remote-tracking branch) ")
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched some of the files that were asked for."""

    id: str
    day: date
    """On which it was committed, in the time zone of who did."""
    subject: str
    """Its first line; of a merge that a forge made, the title of the request."""
    parent: str
    """The commit before it; "" where there is none, or the clone does not have it."""
    before: Mapping[str, str]
    """Ids of the files that it touched as they were before it, by path; "" of one that was not there."""


def commits_of(repository: Repository, start: str, paths: Sequence[str]) -> Iterator[Commit]:
    """Commits up to ``start`` that touched some files, the newest first, one after the other as they are taken.

    The history is told as its main line saw it, by first parents: what was merged counts on the day of the merge, as
    one step. Raises :class:`GitError`.
    """
    with _running(repository, *_LOG, start, "--", *paths) as process:
        tokens = _tokens(_pipe(process.stdout))
        token = next(tokens, None)
        while token:
            fields = (token, *(next(tokens, b"") for _ in _FIELDS[1:]))
            id_, day, parents, subject, body = (field.decode("utf-8", "replace") for field in fields)
            before = {}
            while (token := next(tokens, None)) is not None and token.lstrip(b"\n").startswith(b":"):
                old = token.split()[2].decode("ascii")
                before[_text(next(tokens, b""))] = "" if _NOTHING.fullmatch(old) else old
            yield Commit(id_, _day(day), _title(subject, body), parents.partition(" ")[0], before)
        if process.wait() != 0:
            raise GitError(f"Git cannot read the history of {', '.join(paths)[:200]} to its end.")


def changed_files(repository: Repository, before: str, after: str = "") -> list[tuple[str, str, str]]:
    """Files that changed from one commit to another, or to the working tree.

    Each with its earlier path, its earlier id, and its path now; a file that is new is not among them.
    """
    words = ("diff-tree", before, after) if after else ("diff-index", before)
    # The rename limit is git's own: beyond it, files count as gone and new.
    raw = ("-r", "-z", "--raw", "--no-abbrev")
    try:
        listed = repository.ask(words[0], *raw, "-M", *words[1:])
    except GitError:
        # Whether files are alike cannot be told of files that a partial clone lacks.
        listed = repository.ask(words[0], *raw, "--no-renames", *words[1:])
    tokens = iter(listed.split(b"\0"))
    found = []
    for token in tokens:
        if not token.startswith(b":"):
            continue
        about = token.split()
        old = path = _text(next(tokens, b""))
        if about[4][:1] in b"RC":
            path = _text(next(tokens, b""))
        if not _NOTHING.fullmatch(about[2].decode("ascii")):
            found.append((old, about[2].decode("ascii"), path))
    return found


def is_shallow(repository: Repository) -> bool:
    """Whether the clone does not go back to the first commit."""
    return repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"


class Objects(AbstractContextManager["Objects"]):
    """Reads files by their ids, or by commit and path; one process answers for all of them."""

    def __init__(self, repository: Repository) -> None:
        """Take the repository; nothing is started before the first question."""
        self._repository = repository
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str) -> tuple[str, bytes] | None:
        """Id and content of the file with an id, or of ``commit:path``; None where there is none."""
        if "\n" in name:
            return None
        if self._process is None:
            self._process = _start(self._repository, "cat-file", "--batch")
        asked, answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        try:
            asked.write(name.encode("utf-8", "surrogateescape") + b"\n")
            asked.flush()
        except OSError:
            raise GitError("Git does not answer any more.") from None
        header = answers.readline().split()
        if not header:
            # Git gives up on the first file that a partial clone lacks; it can be asked for the next one.
            self.__exit__(None, None, None)
        if len(header) != 3 or not header[2].isdigit():
            return None
        content = answers.read(int(header[2]) + 1)[:-1]
        return (header[0].decode("ascii"), content) if header[1] == b"blob" else None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            _end(self._process)
            self._process = None


class _running(AbstractContextManager["subprocess.Popen[bytes]"]):  # noqa: N801 - read as a function
    """A question whose answer is taken bit by bit."""

    def __init__(self, repository: Repository, *words: str) -> None:
        self._process = _start(repository, *words)

    def __enter__(self) -> subprocess.Popen[bytes]:
        return self._process

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _end(self._process)


def _start(repository: Repository, *words: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - no shell
            ["git", "-C", str(repository.root), *words],  # noqa: S607 - the user's own git
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=alone(),
        )
    except OSError:
        raise GitError("The program git is not installed.") from None


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.terminate()
    process.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _tokens(pipe: IO[bytes]) -> Iterator[bytes]:
    """What stands between zeros, as it comes."""
    rest = b""
    while chunk := os.read(pipe.fileno(), _CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        # Somebody made up a time far beyond the calendar.
        return date.max


def _title(subject: str, body: str) -> str:
    if _MERGE.match(subject):
        subject = next((line.strip() for line in body.splitlines() if line.strip()), subject)
    # Nobody sees them, but a page or a terminal may act on them.
    return UNSEEN.sub("", subject.replace("\t", " "))
