"""Finds Chromium, or installs it and says so before."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable

from tests.installing import done, from_debian

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
        if path := _from_debian(say):
            return path
    say("Chromium is missing, and tests in a browser need it: “playwright install chromium” fetches it for this user.")
    if path := _from_playwright(say):
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


def _from_debian(say: Callable[[str], None]) -> str | None:
    return _on_path() if from_debian(["chromium"], say) else None


def _from_playwright(say: Callable[[str], None]) -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return _of_playwright() if done(command, dict(os.environ), say) else None
