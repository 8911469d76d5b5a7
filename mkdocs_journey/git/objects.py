"""What files held at any time, as git keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from mkdocs_journey.git.running import GitError, Running
from mkdocs_journey.message import message, sentences

DEEPEN = message("In CI, fetch it first (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0).")
_AT_ONCE = 40
"""So many questions fit into any pipe, whatever git has still to say."""


class Objects(AbstractContextManager["Objects"]):
    """Reads files by their ids, or by commit and path; one process answers for all of them."""

    def __init__(self, folder: Path, *, alone: bool = True) -> None:
        """Take a folder of the repository; nothing is started before the first question.

        Where git is not ``alone``, it may fetch what a partial clone lacks.
        """
        self._folder = folder
        self._alone = alone
        self._git: Running | None = None

    def read(self, name: str) -> tuple[str, bytes] | None:
        """Id and content of the file with an id, or of ``commit:path``; None where there is none."""
        if "\n" in name:
            return None
        return self._answer(self._asked((name,)))

    def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Contents of files by their ids. Raises :class:`GitError` where git does not have one of them."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            git = self._asked(some)
            for id_ in some:
                answer = self._answer(git)
                if answer is None:
                    # It has more to say that nobody asks for any more.
                    self.__exit__(None, None, None)
                    lacking = message("Git does not have all files of that time here ({id} is missing).", id=id_[:12])
                    raise GitError(sentences(lacking, DEEPEN))
                found[id_] = answer[1]
        return found

    def _asked(self, names: Sequence[str]) -> Running:
        git = self._git = self._git or Running(self._folder, "cat-file", "--batch", alone=self._alone)
        try:
            git.questions.write("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
            git.questions.flush()
        except OSError:
            raise GitError(message("Git does not answer any more.")) from None
        return git

    def _answer(self, git: Running) -> tuple[str, bytes] | None:
        header = git.answers.readline().split()
        if not header:
            # Git gives up on the first file that a partial clone lacks; it can be asked for the next one.
            self.__exit__(None, None, None)
        if len(header) != 3 or not header[2].isdigit():
            return None
        content = git.answers.read(int(header[2]) + 1)[:-1]
        return (header[0].decode("ascii"), content) if header[1] == b"blob" else None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._git is not None:
            self._git.__exit__(kind, error, trace)
            self._git = None
