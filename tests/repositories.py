"""Makes git repositories, with nobody's settings and at any time."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def git(folder: Path, *words: str, day: str = "") -> str:
    """Run git, with nobody's settings but these; what is committed is committed at noon of ``day``, at +02:00."""
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"]
    time = f"{day}T12:00:00+02:00"
    dates = {"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time} if day else {}
    done = subprocess.run(
        ["git", *settings, *words], cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, **dates}
    )
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write files; None takes one away."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def commit(folder: Path, files: Mapping[str, str | bytes | None], message: str = "Go on", day: str = "") -> str:
    """Write files and commit everything; the id of the commit."""
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message, day=day)
    return git(folder, "rev-parse", "HEAD")
