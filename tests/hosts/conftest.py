"""A handbook in a repository, for tests that look back through its commits."""

from __future__ import annotations

from pathlib import Path

import pytest

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
