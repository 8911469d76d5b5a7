"""Finds Chromium, or installs it and says so before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
]  # fmt: skip


class ChromiumMissingError(RuntimeError):
    """There is no Chromium, and none could be installed; the message says what to do."""


def find_or_install(say: Callable[[str], None]) -> str:
    """Path of a Chromium: one that is there, Debian's (as root), or Playwright's own.

    What is missing and what will be installed is said before. Raises :class:`ChromiumMissingError`.
    """
    if path := _on_path() or _of_playwright():
        return path
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(
            "Chromium is missing, and tests in a browser need it: “apt-get install chromium” installs it on this system."
        )
        if path := _from_debian():
            return path
    say("Chromium is missing, and tests in a browser need it: “playwright install chromium” fetches it for this user.")
    if path := _from_playwright():
        return path
    raise ChromiumMissingError(
        "Chromium is missing and could not be installed: install it by “apt-get install chromium” as root or by "
        f"“{sys.executable} -m playwright install chromium”, or leave these tests out by “pytest -m 'not slow'”."
    )


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def _from_debian() -> str | None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "chromium"]):
        if subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
            return None
    return _on_path()


def _from_playwright() -> str | None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
    return _of_playwright()
