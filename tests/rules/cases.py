"""Reads the tables of cases: pages in, what one rule says out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from mkdocs_journey.rules.settings import read_settings
from tests.compiling import compile_pages

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


class Case(NamedTuple):
    """One row of a table."""

    code: str
    name: str
    files: dict[str, str]
    settings: dict[str, object]
    says: list[str]

    def found(self) -> list[str]:
        """What the rule says of these files."""
        site = compile_pages(self.files, read_settings(self.settings), TODAY)
        return [str(finding) for finding in site.findings if finding.code.id == self.code]


def read_cases() -> list[Case]:
    """All rows of all tables of this folder.

    A row is ``=== CODE what it is about``, then files, each below ``--- path``, settings as YAML below
    ``--- check``, and the findings with this code below ``--- says``, a line each. A row without ``--- says``
    is a clean case: the rule finds nothing.
    """
    cases = []
    for table in sorted(HERE.glob("*.txt")):
        for row in f"\n{table.read_text('utf-8')}".split("\n=== ")[1:]:
            head, *parts = f"{row.rstrip()}\n".split("\n--- ")
            code, _, name = head.strip().partition(" ")
            files, settings, says = {}, {}, []
            for part in parts:
                title, _, body = part.partition("\n")
                if title == "says":
                    says = body.strip().split("\n")
                elif title == "check":
                    settings = yaml.safe_load(body)
                else:
                    files[title] = body
            cases.append(Case(code, name, files, settings, says))
    return cases
