"""The commits that changed a file, and what it held then. Git itself is asked; nothing of it is changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journey.hosts.git import GitError, Repository, as_text, run_git

_FORMAT = "%H%x00%cs%x00%s%x00%b%x00"
_HEAD = 4


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as a commit left it."""

    commit: str
    day: date
    """Of the commit, where its committer was."""
    subject: str
    path: str
    """In the repository."""
    blob: str
    """The id of what it held; empty where the commit took it away."""
    parent: str
    """The path before, where the commit renamed it; empty where it came with this commit."""


def file_versions(repository: Repository, path: str, since: str = "HEAD") -> Iterator[FileVersion]:
    """The versions of a file, the newest first, through its renames.

    Merges count as one step each, as the branch saw them: what happened on other branches in parallel would make
    every curve jump to and fro. Of a merge, the subject is the first line of what its author wrote below. Raises
    GitError where there is no commit yet.
    """
    options = ["--first-parent", "--follow", "-M", "--raw", "--no-abbrev", "--no-color", "-z", f"--format={_FORMAT}"]
    written = run_git(repository.root, "--literal-pathspecs", "log", *options, since, "--", path)
    # No message holds the sign that separates: it would have ended there.
    tokens = deque(written.split(b"\x00"))
    while len(tokens) > _HEAD:
        commit, day, subject, body = (tokens.popleft() for _ in range(_HEAD))
        found = _change(tokens)
        if found is not None:
            status, blob, before, now = found
            yield FileVersion(
                commit.decode("ascii"),
                date.fromisoformat(day.decode("ascii")),
                _subject(as_text(subject), as_text(body)),
                now,
                "" if set(blob) == {"0"} else blob,
                "" if status == "A" else before,
            )


def _change(tokens: deque[bytes]) -> tuple[str, str, str, str] | None:
    """Status, id, path before and path now, of the one file of a commit; takes them away from the tokens."""
    while tokens and not tokens[0].strip():
        tokens.popleft()
    if not tokens or not tokens[0].startswith(b"\n:"):
        return None
    _, _, _, blob, status = tokens.popleft().split(b" ")
    before = now = as_text(tokens.popleft())
    if status[:1] in (b"R", b"C"):
        now = as_text(tokens.popleft())
    return status[:1].decode("ascii"), blob.decode("ascii"), before, now


def _subject(subject: str, body: str) -> str:
    first = next((line.strip() for line in body.splitlines() if line.strip()), "")
    return first if subject.startswith("Merge ") and first else subject


def files_holding(repository: Repository, commit: str, texts: Iterable[str], inside: str) -> list[str]:
    """Markdown and YAML files of a folder that held one of some texts at a commit, by their path in the repository."""
    words = [word for text in texts for word in ("-e", text)]
    patterns = [f":(top,glob){inside}{'/' if inside else ''}**/*.{ending}" for ending in ("md", "yml", "yaml")]
    try:
        found = run_git(repository.root, "grep", "-l", "-z", "-F", *words, commit, "--", *patterns)
    except GitError:
        # Git says nothing where it finds nothing.
        return []
    return [as_text(name).partition(":")[2] for name in found.split(b"\x00") if name]


def is_shallow(repository: Repository) -> bool:
    """Whether older commits are not in this clone."""
    return run_git(repository.root, "rev-parse", "--is-shallow-repository").strip() == b"true"
