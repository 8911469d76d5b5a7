"""Real git repositories, with nobody's settings and with days of our own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

DAY = "2026-01-15"


def git(folder: Path, *words: str, day: str = DAY) -> str:
    """Run git, with nobody's settings but these, at noon of a day."""
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"]
    noon = f"{day}T12:00:00+01:00"
    environment = {**os.environ, "GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    done = subprocess.run(
        ["git", *settings, *words], cwd=folder, check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout.strip()


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def commit(folder: Path, files: dict[str, str | bytes], message: str = "Go on", day: str = DAY) -> str:
    """Write files and commit everything; the id of the commit."""
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", message, day=day)
    return git(folder, "rev-parse", "HEAD")
