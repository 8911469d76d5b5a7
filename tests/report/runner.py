"""Reads a build log as the runner of GitHub Actions does, after its published behaviour.

A line is a command if it begins with ``::name properties::message``, spaces aside, or if ``##[name properties]message``
stands anywhere in it. Azure Pipelines does the same with ``##vso[``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NEW = re.compile(r"\s*::([^\s:]+)(?: (.*?))?::(.*)", re.DOTALL)
_OLD = re.compile(r"##\w*\[(.*?)\](.*)", re.DOTALL)


class Command(NamedTuple):
    """What the runner would do."""

    name: str
    properties: dict[str, str]
    message: str


def commands(log: str) -> list[Command]:
    """Every command in a log. The runner ends a line at a line feed or a carriage return."""
    found = []
    for line in re.split(r"[\r\n]", log):
        if new := _NEW.match(line):
            pairs = [pair.split("=", 1) for pair in (new[2] or "").split(",") if "=" in pair]
            properties = {name: _unescaped(value, "%0D\r", "%0A\n", "%3A:", "%2C,", "%25%") for name, value in pairs}
            found.append(Command(new[1], properties, _unescaped(new[3], "%0D\r", "%0A\n", "%25%")))
        elif old := _OLD.search(line):
            found.append(Command(old[1], {}, old[2]))
    return found


def _unescaped(text: str, *escapes: str) -> str:
    for escape in escapes:
        text = text.replace(escape[:3], escape[3:])
    return text
