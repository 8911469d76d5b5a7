"""What tests of ``mkdocs-journey check`` share: a small handbook, and how the command ended."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

GOOD = """
    # Buying

    ```journey
    title: Buying
    id: buying
    persona: Mia
    phases:
      - name: Need
    ```
    """
MIA = """
    ```persona
    name: Mia
    ```
    """
TYPO = GOOD.replace("persona: Mia", "persona: Mya")
WITHOUT_METHOD = "{site_name: Test, theme: {name: mkdocs}, plugins: [{journey: {check: {ignore: [JN3]}}}]}"


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def told(ended: Ended) -> list[str]:
    """What ``--format json`` tells, as ``file:line:column CODE``."""
    findings = json.loads(ended.out)["findings"]
    return [f"{one['file']}:{one['start']['line']}:{one['start']['column']} {one['code']}" for one in findings]


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)
