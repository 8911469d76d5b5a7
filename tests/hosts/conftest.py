"""A handbook in a repository, for tests that look back through its commits; the command, run in a folder."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from mkdocs_journey.hosts.command.main import main
from tests.hosts.checks import Ended, Run
from tests.hosts.logs import CONFIGURATION, block, page
from tests.repositories import commit, git


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one map, committed on 10 January 2025, and the working folder in it."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {"mkdocs.yml": CONFIGURATION, "docs/renewal.md": page(block())}, "Begin", "2025-01-10")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")  # 1 December 2025
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``mkdocs-journey`` in the folder of the test, as a process would: its code and what it wrote."""

    def run(*words: str, folder: Path = tmp_path) -> Ended:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with contextlib.ExitStack() as context:
            context.enter_context(contextlib.chdir(folder))
            context.enter_context(contextlib.redirect_stdout(out))
            context.enter_context(contextlib.redirect_stderr(err))
            end = context.enter_context(pytest.raises(SystemExit))
            main(words, prog_name="mkdocs-journey")
        written = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]
        return Ended(int(end.value.code or 0), *written)

    return run
