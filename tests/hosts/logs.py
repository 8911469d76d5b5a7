"""What tests of ``mkdocs-journey log`` share: a small map, and what the command says of it."""

from __future__ import annotations

import json

import jsonschema
from click.testing import CliRunner

from mkdocs_journey.hosts.command.main import main
from mkdocs_journey.report.history.json import history_schema

CONFIGURATION = "site_name: T\nplugins: [journey]\n"


def block(
    title: str = "Renewal", ask: str = "-1", pay: str = "+1", nps: int = 31, pains: str = "Slow", more: str = ""
) -> str:
    """The fields of a map with two phases, two emotions, one indicator and, unless asked for, one pain point."""
    return (
        f"title: {title}\n{more}"
        f"indicators: [{{name: NPS, current: {nps}}}]\n"
        "evidence: [{id: talks, kind: interview}]\n"
        f"phases:\n  - name: Ask\n    emotion: {ask}\n    pains: [{pains}]\n"
        f"  - name: Pay\n    emotion: {pay}\n"
    )


def page(fields: str) -> str:
    return f"# Page\n\n```journey\n{fields}```\n"


def run(*words: str) -> tuple[int, str]:
    """Exit code and output of the command, errors included."""
    done = CliRunner().invoke(main, ["log", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def points(name: str = "renewal", *words: str) -> list[dict]:
    """The points as JSON of the published form."""
    code, output = run(name, "--format", "json", *words)
    assert code == 0, output
    found = json.loads(output)
    jsonschema.validate(found, history_schema())
    return found["points"]


def told(name: str = "renewal", *words: str) -> list[tuple[str, list[str]]]:
    """Subject of each point, ``now`` for the present version, and what moved, the oldest first."""
    return [(point["subject"] or "now", point["moved"]) for point in reversed(points(name, *words))]


BEGIN = (
    "Begin",
    ["the map begins", "emotion ▃▆, lowest Ask −1, mean 0", "evidence 0 %", "1 open pain point", "NPS 31"],
)
