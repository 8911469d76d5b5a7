"""The JSON Schema and the reference page come from the declarations, and do not drift from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_journey.hosts.command.main import main
from mkdocs_journey.model.reference import reference_page
from mkdocs_journey.model.schema import json_schema

EXAMPLE = Path(__file__).parent.parent.parent / "example_site" / "docs"


def test_the_reference_page_of_the_example_site_is_up_to_date() -> None:
    """If this fails: mkdocs-journey fields > example_site/docs/reference/fields.md"""
    assert (EXAMPLE / "reference" / "fields.md").read_text("utf-8") == reference_page()


@pytest.mark.parametrize("kind", ["journey", "persona"])
def test_the_command_prints_a_valid_schema(kind: str) -> None:
    result = CliRunner().invoke(main, ["schema", kind])
    schema = json.loads(result.output)
    Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(json_schema(kind)))


def test_the_command_prints_the_reference_page() -> None:
    assert CliRunner().invoke(main, ["fields"]).output == reference_page()


def test_the_schema_takes_a_real_map_and_refuses_a_misspelt_field() -> None:
    schema = Draft202012Validator(json_schema("journey"))
    text = (EXAMPLE / "journeys" / "data" / "lost-work-order.yml").read_text("utf-8")
    journey = json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))
    assert [error.message for error in schema.iter_errors(journey)] == []
    assert [error.validator for error in schema.iter_errors({**journey, "titel": "x"})] == ["additionalProperties"]


@pytest.mark.parametrize("kind", ["journey", "persona"])
def test_every_field_has_a_meaning(kind: str) -> None:
    schema = json_schema(kind)
    parts = {kind: schema, **schema["$defs"]}
    without = [
        f"{part}.{name}"
        for part, held in parts.items()
        for name, field in held["properties"].items()
        if "description" not in field
    ]
    assert without == []
