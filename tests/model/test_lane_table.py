"""A lane is declared once, and everything else knows it by that."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_journey
from mkdocs_journey.languages.language import languages
from mkdocs_journey.model.lane_table import lane_table, lanes_that

PACKAGE = Path(mkdocs_journey.__file__).parent
ROOT = PACKAGE.parent
DECLARED_IN = {"model/lanes.py", "model/journey.py", "model/parts.py"}


@pytest.mark.slow
def test_a_lane_that_is_declared_in_one_place_is_known_everywhere():
    program = [sys.executable, "-m", "tests.model.with_a_lane"]
    found = subprocess.run(program, check=True, capture_output=True, text=True, cwd=ROOT)
    assert json.loads(found.stdout) == {
        "findings": [],
        "map": dict.fromkeys(sorted(languages()), True),
        "script": True,
        "things": {"0": True, "1": True},
        "values": {"0": [True, True], "1": [True]},
        "marked": ["“It is free”", "“It is dear”"],
        "schema": "What the number means.",
        "fields": [
            "| `kpi_note` | texts | What the number means. |  |",
            "| `rivals` | texts or fields of a rival | Where else people look. |  |",
            "One item of `rivals`.",
        ],
        "diff": ["kpi note Counts trials only → Counts all", "rival Acme: strength 4 → 5"],
        "lines": ["Find › Search › Kpi notes: Counts all"],
        "journeys.json": [{"text": "Counts trials only"}],
        "rivals": [
            {
                "evidence": ["3 calls"],
                "name": "Acme",
                "page": "/map.md",
                "page_url": "https://handbook.example/map/",
                "seen_at": "a *fair*",
                "strength": 4,
            }
        ],
        "not in its schema": [],
        "journeys.ndjson": 2,
    }


def test_maps_show_lanes_in_this_order():
    assert list(lane_table()) == [
        "emotion", "why", "pains", "moment_of_truth",
        "description", "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs",
        "gains", "opportunities", "content",
        "definition", "period", "customer_goal", "business_goal", "goal_status", "value", "detailed_by",
        "owner", "metrics", "promise", "keeps", "risk", "wait", "duration",
        "physical", "frontstage", "backstage", "support", "systems", "processes",
        "evidence",
    ]  # fmt: skip


def test_what_is_declared_of_lanes():
    assert lanes_that(lambda lane: lane.statement) == (
        "why", "pains", "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs", "gains", "wait",
    )  # fmt: skip
    assert lanes_that(lambda lane: lane.customers) == (
        "pains", "actions", "thoughts", "questions", "needs", "gains", "customer_goal",
    )  # fmt: skip
    assert lanes_that(lambda lane: lane.unbroken) == (
        "emotion", "actions", "touchpoints", "channel", "thoughts", "customer_goal", "owner", "frontstage", "backstage",
    )  # fmt: skip
    assert [row.name for row in lane_table().values() if row.one_value] == [
        "why", "description", "channel", "definition", "customer_goal", "business_goal", "goal_status", "value",
        "owner", "metrics", "promise", "keeps", "risk", "wait", "duration",
    ]  # fmt: skip


def test_nothing_else_keeps_a_list_of_lanes():
    lists = [
        f"{path.relative_to(PACKAGE).as_posix()}:{line}: {' '.join(names)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in DECLARED_IN
        for line, names in _literals(ast.parse(path.read_text("utf-8")))
        if len(set(names) & set(lane_table())) >= 3
    ]
    assert lists == []


@pytest.mark.parametrize(
    "code",
    [
        "x = ('pains', 'gains', 'needs')",
        "x = {'pains': 1, 'gains': 2, 'needs': 3}",
        "x = 'pains gains needs'.split()",
        "x = [step.pains, step.gains, step.needs]",
        "x = one_of('pains', 'gains', 'needs')",
        "match lane:\n case 'pains' | 'gains': x = 1\n case 'needs': x = 2",
    ],
)
def test_such_a_list_would_be_found(code: str) -> None:
    assert [names for _, names in _literals(ast.parse(code)) if set(names) >= {"pains", "gains", "needs"}] != []


def _literals(module: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Lists, sets, keys of mappings, what is passed on, cases, and texts of nothing but words, with the words in them."""
    for node in ast.walk(module):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, [_name(one) for one in node.elts]
        elif isinstance(node, ast.Dict):
            yield node.lineno, [str(one.value) for one in node.keys if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Call):
            yield node.lineno, [_name(one) for one in node.args]
        elif isinstance(node, ast.Match):
            yield node.lineno, [_name(one.value) for one in ast.walk(node) if isinstance(one, ast.MatchValue)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w ,|]+", node.value):
            yield node.lineno, re.split(r"[ ,|]+", node.value)


def _name(node: ast.AST) -> str:
    """The text that is written, or the name of an attribute that is asked for."""
    return str(getattr(node, "value", "")) if isinstance(node, ast.Constant) else getattr(node, "attr", "")
