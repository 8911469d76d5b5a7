"""Installs what tests need from Debian, and says so before. Whoever is not root is told what to install."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence

Say = Callable[[str], None]


class MissingError(RuntimeError):
    """Something that tests need is missing and could not be installed; the message says what to do."""


def can_install() -> bool:
    """Whether this is a Debian, and we may change it."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def need(name: str, purpose: str, packages: Sequence[str], found: Callable[[], bool], say: Say) -> None:
    """See to it that something is there. Raises :class:`MissingError`."""
    if found():
        return
    command = f"“apt-get install {' '.join(packages)}”"
    if can_install():
        say(f"{name} is missing, and {purpose} need it: {command} installs it on this system.")
        if from_debian(packages, say, "--no-install-recommends") and found():
            return
    raise MissingError(
        f"{name} is missing and could not be installed: install it by {command} as root, "
        "or leave these tests out by “pytest -m 'not slow'”."
    )


def from_debian(packages: Sequence[str], say: Say, *options: str) -> bool:
    """Install packages, and what they depend on."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-q", "-y", *options, *packages]
    return all(done(command, environment, say) for command in (["apt-get", "update", "-q"], install))


def done(command: Sequence[str], environment: dict[str, str], say: Say) -> bool:
    """Whether a command did what it should; else the first error that it wrote is said, or its last line."""
    result = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if result.returncode:
        lines = [line.strip() for line in result.stdout.splitlines()]
        errors = [line for line in lines if line.startswith("E:") or "error" in line.lower()]
        say(f"“{' '.join(command)}” failed: {[*errors, *lines[-1:], ''][0]}")
    return not result.returncode
