"""``journeys.ndjson``: one flat record a step."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_journey.exchange.step_schema import COLUMNS, step_schema
from mkdocs_journey.exchange.steps import step_records, write_journeys_ndjson
from mkdocs_journey.hosts.command.main import main
from tests.building import BuiltSite
from tests.exchange.handbooks import handbook

MAP = """
    ```journey
    title: Buying **fast**
    id: buying
    persona: Mia
    owner: Growth
    status: draft
    reviewed: 2026-01-10
    review_every: 90d
    phases:
      - name: Find
        owner: Marketing
        steps:
          - name: Search
            emotion: -1 lost
            moment_of_truth: They decide here
            touchpoints:
              - '[Shop](shop.md)'
              - {name: Help desk, channel: Phone}
              - Help desk
            channel: [Phone, Web]
            actions:
              - Types
              - Scrolls (?)
              - {text: Sighs, evidence: 9 of 14}
            pains:
              - {text: No filter, severity: 4}
              - {text: Slow, severity: 5, status: resolved}
              - {text: Small print, status: planned}
            opportunities: Add a filter
            content: [shop.md, {missing: A guide}]
            owner: Web team
          - Choose
      - name: Pay
        emotion: 😀
        thoughts: At last
        hypothesis: true
      - name: Wait
        pains: Nobody says how long
        steps: [Look out]
    ```
    """
PAGES = {"map.md": MAP, "mia.md": "```persona\nname: Mia\n```\n", "shop.md": "# Shop\n"}


def table(*columns: str) -> list[tuple[Any, ...]]:
    return [tuple(record[column] for column in columns) for record in step_records(handbook(PAGES))]


def test_a_step_is_told_by_numbers_that_can_be_counted_by_hand() -> None:
    first = next(step_records(handbook(PAGES)))
    assert json.loads(json.dumps(first, default=str)) == {
        "site": "Our handbook",
        "site_url": "https://handbook.example/",
        "journey": "buying",
        "journey_title": "Buying fast",
        "journey_url": "https://handbook.example/map/#journey-buying",
        "personas": ["mia"],
        "state": "current",
        "status": "draft",
        "owner": "Growth",
        "reviewed": "2026-01-10",
        "review_due": "2026-04-10",
        "phase": "Find",
        "phase_slug": "find",
        "step": "Search",
        "step_slug": "search",
        "number": "1.1",
        "url": "https://handbook.example/map/#journey-buying--find--search",
        "score": -1.0,
        "scale_low": -2.0,
        "scale_high": 2.0,
        "score_normalised": -0.5,
        "feeling": "lost",
        "moment_of_truth": True,
        "touchpoints": ["Shop", "Help desk"],
        "channels": ["Phone", "Web"],
        "pains": 3,
        "open_pains": 2,
        "worst_severity": 4,
        "opportunities": 1,
        "content_pages": 1,
        "missing_content": 1,
        "owners": ["Web team"],
        "statements": 12,
        "hypothesis_share": 0.0833,
    }


def test_a_phase_has_a_line_where_it_has_no_steps_or_lanes_of_its_own() -> None:
    assert table("number", "phase", "step", "feeling", "score_normalised", "hypothesis_share", "owners", "pains") == [
        ("1.1", "Find", "Search", "lost", -0.5, 0.0833, ["Web team"], 3),
        ("1.2", "Find", "Choose", None, None, None, ["Marketing"], 0),
        ("2", "Pay", None, "😀", 1.0, 1.0, [], 0),
        ("3", "Wait", None, None, None, 0.0, [], 1),
        ("3.1", "Wait", "Look out", None, None, None, [], 0),
    ]


def test_every_line_has_every_column_and_is_flat(example_site: BuiltSite) -> None:
    lines = (example_site.folder / "journeys.ndjson").read_bytes().decode("utf-8").split("\n")
    records = [json.loads(line) for line in lines[:-1]]
    assert lines[-1] == ""
    assert len(records) > 30
    names = sorted(name for name, *_ in COLUMNS)
    assert [record for record in records if list(record) != names] == []
    flat = (str, int, float, bool, type(None))
    values = [value for record in records for value in record.values()]
    assert [v for v in values if not isinstance(v, flat) and not all(isinstance(one, str) for one in v)] == []


def test_every_line_is_of_the_published_form(example_site: BuiltSite) -> None:
    schema = json.loads(CliRunner().invoke(main, ["schema", "journeys.ndjson"]).output)
    Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(step_schema()))
    lines = (example_site.folder / "journeys.ndjson").read_text("utf-8").splitlines()
    validator = Draft202012Validator({**schema, "additionalProperties": False})
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []
    assert [error.validator for error in validator.iter_errors({**json.loads(lines[0]), "pains": "3"})] == ["type"]


def test_a_scale_that_begins_above_zero_is_made_comparable() -> None:
    page = "```journey\ntitle: T\nemotion_scale: 1..5\nphases: [{name: A, emotion: 1}, {name: B, emotion: 4}]\n```\n"
    records = list(step_records(handbook({"map.md": page})))
    assert [(record["score"], record["score_normalised"]) for record in records] == [(1.0, -1.0), (4.0, 0.5)]


def test_the_same_handbook_gives_the_same_bytes() -> None:
    assert write_journeys_ndjson(handbook(PAGES)) == write_journeys_ndjson(handbook(dict(reversed(PAGES.items()))))
