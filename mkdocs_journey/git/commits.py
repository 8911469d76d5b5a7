"""The commits that touched some files, and the files that changed between two of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import IO

from msgspec import Struct

from mkdocs_journey.git.repository import Repository
from mkdocs_journey.git.running import GitError, Running, ask, path_text
from mkdocs_journey.message import message
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


class Commit(Struct, frozen=True):
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
    with Running(repository.root, *_LOG, start, "--", *paths, alone=True) as git:
        tokens = _tokens(git.answers)
        token = next(tokens, None)
        while token:
            fields = (token, *(next(tokens, b"") for _ in _FIELDS[1:]))
            id_, day, parents, subject, body = (field.decode("utf-8", "replace") for field in fields)
            before = {}
            while (token := next(tokens, None)) is not None and token.lstrip(b"\n").startswith(b":"):
                old = token.split()[2].decode("ascii")
                before[path_text(next(tokens, b""))] = "" if _NOTHING.fullmatch(old) else old
            yield Commit(id_, _day(day), _title(subject, body), parents.partition(" ")[0], before)
        if not git.comes_to_its_end():
            raise GitError(message("Git cannot read the history of {paths} to its end.", paths=", ".join(paths)[:200]))


def changed_files(repository: Repository, before: str, after: str = "") -> list[tuple[str, str, str]]:
    """Files that changed from one commit to another, or to the working tree.

    Each with its earlier path, its earlier id, and its path now; a file that is new is not among them.
    """
    words = ("diff-tree", before, after) if after else ("diff-index", before)
    # The rename limit is git's own: beyond it, files count as gone and new.
    raw = ("-r", "-z", "--raw", "--no-abbrev")
    try:
        listed = ask(repository.root, words[0], *raw, "-M", *words[1:], alone=True)
    except GitError:
        # Whether files are alike cannot be told of files that a partial clone lacks.
        listed = ask(repository.root, words[0], *raw, "--no-renames", *words[1:], alone=True)
    tokens = iter(listed.split(b"\0"))
    found = []
    for token in tokens:
        if not token.startswith(b":"):
            continue
        about = token.split()
        old = path = path_text(next(tokens, b""))
        if about[4][:1] in b"RC":
            path = path_text(next(tokens, b""))
        if not _NOTHING.fullmatch(about[2].decode("ascii")):
            found.append((old, about[2].decode("ascii"), path))
    return found


def is_shallow(repository: Repository) -> bool:
    """Whether the clone does not go back to the first commit."""
    return ask(repository.root, "rev-parse", "--is-shallow-repository", alone=True).strip() == b"true"


def _tokens(pipe: IO[bytes]) -> Iterator[bytes]:
    """What stands between zeros, as it comes."""
    rest = b""
    while chunk := os.read(pipe.fileno(), _CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


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
