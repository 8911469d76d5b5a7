"""The example site with a change, for tests of what the documentation says about reviews."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.package.documentation import (
    EXAMPLE,
    begin,
)

EDITS = (
    ("emotion: -1 uneasy", "emotion: +1 expected"),
    ("owner: Onboarding\n            status: open\n            severity: 3", "owner: Onboarding\n            status: resolved\n            severity: 3"),
    ("id: says-it-twice\n            owner: Onboarding\n", "id: says-it-twice\n"),
)  # fmt: skip
"""The change of which the page tells."""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site in a repository, with the change of which the page tells since origin/main."""
    folder = tmp_path_factory.mktemp("handbook")
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site", ".cache"))
    begin(folder)
    page = folder / "docs" / "journeys" / "go-live.md"
    text = page.read_text("utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    page.write_text(text, "utf-8")
    return folder
