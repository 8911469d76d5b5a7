"""What the page about histories says is true: its commands run and say what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.package.documentation import WITHOUT_METHOD, blocks, reference_page, shell, site
from tests.repositories import commit, git

pytestmark = pytest.mark.slow

PAGE = reference_page("history")
COMMIT = re.compile(r"  [0-9a-f]{7}  ")


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    commands = [line for body in blocks(PAGE, "bash") for line in body.splitlines()]
    commands += re.findall(r"`(mkdocs-journey schema [^`]+)`", PAGE)
    assert len(commands) == 3
    folder = site(tmp_path)
    said = {command: shell(command, folder) for command in commands}
    assert {command: done.stderr for command, done in said.items() if done.returncode} == {}


def test_the_output_on_the_page_is_what_the_command_says(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for day, subject, score, pains in (
        ("2026-01-12", "Map the renewal", "-1", "Dear"),
        ("2026-04-02", "Ask what they pay for", "-2", "Dear, Unclear"),
    ):
        page = f"""# Renewal

```journey
title: Renewal
indicators: [{{name: NPS, current: 31}}]
phases:
  - {{name: Decide, emotion: {score}, pains: [{pains}]}}
  - {{name: Sign, emotion: +1}}
```
"""
        commit(tmp_path, {"mkdocs.yml": WITHOUT_METHOD, "docs/renewal.md": page}, subject, day)
    (shown,) = blocks(PAGE, "text")
    said = shell("mkdocs-journey log renewal", tmp_path)
    assert COMMIT.sub("  …  ", said.stdout) == COMMIT.sub("  …  ", shown)
