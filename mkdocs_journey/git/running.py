"""Git itself is run, without a shell; nothing that it is asked changes anything of a repository."""

from __future__ import annotations

import os
import subprocess
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from mkdocs_journey.message import ToldError, message, verbatim

_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0"}
_NOT_INSTALLED = message("The program git is not installed.")


class GitError(ToldError):
    """Git cannot answer; the message says why, in plain sentences."""


def ask(folder: Path, *words: str, alone: bool = False) -> bytes:
    """What git answers in a folder. Raises :class:`GitError`.

    ``alone``, it calls nobody, as it would for what a partial clone lacks, and writes nothing.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; revisions are checked before they are used
            _command(folder, words), input=b"", capture_output=True, check=False, env=_environment(alone)
        )
    except OSError:
        raise GitError(_NOT_INSTALLED) from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(verbatim(said[-1][:200]) if said else message("git said nothing."))
    return done.stdout


class Running(AbstractContextManager["Running"]):
    """Git, whose answer is taken bit by bit. It is stopped at the end, even if it has more to say."""

    def __init__(self, folder: Path, *words: str, alone: bool = False) -> None:
        """Start git, as :func:`ask` does. Raises :class:`GitError` where it is not installed."""
        try:
            self._process = subprocess.Popen(  # noqa: S603 - no shell
                _command(folder, words),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(alone),
            )
        except OSError:
            raise GitError(_NOT_INSTALLED) from None

    @property
    def questions(self) -> IO[bytes]:
        """What git reads."""
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def answers(self) -> IO[bytes]:
        """What git says."""
        assert self._process.stdout is not None
        return self._process.stdout

    def comes_to_its_end(self) -> bool:
        """Wait for git. Whether it said all that it had to say."""
        return self._process.wait() == 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(BrokenPipeError):
            self.questions.close()
        self.answers.close()
        self._process.terminate()
        self._process.wait()


def path_text(written: bytes) -> str:
    """A path as git writes it, as Python has it."""
    return written.decode("utf-8", "surrogateescape")


def _command(folder: Path, words: tuple[str, ...]) -> list[str]:
    # The user's own git.
    return ["git", "-C", str(folder), *words]


def _environment(alone: bool) -> dict[str, str]:
    return {**os.environ, **_ALONE} if alone else dict(os.environ)
