"""A lane is declared once, and everything else knows it by that."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import mkdocs_journey
from mkdocs_journey.languages.language import languages
from mkdocs_journey.model.lane_table import lane_table, lanes_that

PACKAGE = Path(mkdocs_journey.__file__).parent
ROOT = PACKAGE.parent
DECLARED_IN = {"model/lanes.py", "model/journey.py", "model/parts.py"}


def test_a_lane_that_is_declared_in_one_place_is_known_everywhere():
    program = [sys.executable, "-m", "tests.model.with_a_lane"]
    found = subprocess.run(program, check=True, capture_output=True, text=True, cwd=ROOT)
    assert json.loads(found.stdout) == {
        "findings": [],
        "map": dict.fromkeys(sorted(languages()), True),
        "script": True,
        "schema": "What the number means.",
        "fields": ["| `kpi_note` | texts | What the number means. |  |"],
        "diff": ["kpi note Counts trials only → Counts all"],
        "lines": ["Find › Search › Kpi notes: Counts all"],
        "journeys.json": [{"text": "Counts trials only"}],
        "not in its schema": [],
        "journeys.ndjson": 1,
    }


def test_maps_show_lanes_in_this_order():
    assert list(lane_table()) == [
        "definition", "period", "customer_goal", "business_goal", "goal_status", "value", "detailed_by",
        "description", "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs",
        "emotion", "why", "moment_of_truth",
        "pains", "gains", "opportunities", "content",
        "owner", "metrics", "promise", "keeps", "risk", "wait", "duration",
        "physical", "frontstage", "backstage", "support", "systems", "processes",
        "evidence",
    ]  # fmt: skip


def test_what_is_declared_of_lanes():
    assert lanes_that(lambda lane: lane.statement) == (
        "actors", "actions", "touchpoints", "channel", "thoughts", "questions", "needs", "why", "pains", "gains", "wait",
    )  # fmt: skip
    assert lanes_that(lambda lane: lane.customers) == (
        "customer_goal", "actions", "thoughts", "questions", "needs", "pains", "gains",
    )  # fmt: skip
    assert lanes_that(lambda lane: lane.unbroken) == (
        "customer_goal", "actions", "touchpoints", "channel", "thoughts", "emotion", "owner", "frontstage", "backstage",
    )  # fmt: skip
    assert [row.name for row in lane_table().values() if row.one_value] == [
        "definition", "customer_goal", "business_goal", "goal_status", "value", "description", "channel", "why",
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


def _literals(module: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Lists, sets, keys of mappings, and texts of nothing but words, with the words in them."""
    for node in ast.walk(module):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, [str(one.value) for one in node.elts if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Dict):
            yield node.lineno, [str(one.value) for one in node.keys if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w ,|]+", node.value):
            yield node.lineno, re.split(r"[ ,|]+", node.value)
