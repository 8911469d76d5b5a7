"""Whatever stands in a fence gives a map, or a finding with a place; what the schema allows mostly gives a map."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.findings import Severity
from mkdocs_journey.model.schema import json_schema
from tests.hostile.documents import documents
from tests.hostile.naughty import block
from tests.hostile.promise import broken_promises

EXAMPLES = settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SHAPES = frozenset({"JN101", "JN102", "JN103", "JN105"})
"""Codes that say that something stands in a shape or at a place that its field does not have."""

KINDS = ("journey", "persona")
journeys, personas = (documents(kind) for kind in KINDS)


def fenced(kind: str, body: str) -> str:
    return f"``````{kind}\n{body}\n``````\n"


def as_yaml(value: Any) -> str:
    """A document as a person would write it."""
    return yaml.dump(value, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)


@EXAMPLES
@given(st.one_of(st.tuples(st.just("journey"), journeys), st.tuples(st.just("persona"), personas)), st.booleans())
def test_what_the_schema_allows_is_drawn_or_refused_with_a_place(held: tuple[str, Any], typed: bool) -> None:
    kind, value = held
    text = fenced(kind, as_yaml(value)) if typed else block(kind, value)
    assert broken_promises({"page.md": text}) == []


@EXAMPLES
@given(st.one_of(st.tuples(st.just("journey"), journeys), st.tuples(st.just("persona"), personas)))
def test_what_the_schema_allows_is_never_in_a_wrong_shape(held: tuple[str, Any]) -> None:
    kind, value = held
    site = compile_site(SiteContent([Page("page.md", block(kind, value), "Page")]))
    wrong = [
        str(finding) for finding in site.findings if finding.code.id in SHAPES and finding.severity is Severity.ERROR
    ]
    assert wrong == []


@pytest.mark.parametrize(("kind", "values"), [("journey", journeys), ("persona", personas)])
def test_the_documents_are_those_that_the_schema_allows(kind: str, values: st.SearchStrategy[Any]) -> None:
    validator = Draft202012Validator(json_schema(kind))

    @settings(EXAMPLES, max_examples=50)
    @given(values)
    def allowed(value: Any) -> None:
        assert [error.message for error in validator.iter_errors(value)] == []

    allowed()


LINES = st.lists(
    st.tuples(
        st.integers(0, 8).map(lambda width: " " * width),
        st.sampled_from(
            ["", "- ", "title: ", "phases:", "steps: ", "name: ", "pains: ", "? ", "a: ", "* ", "1. ", "- - "]
        ),
        st.one_of(
            st.text(max_size=20), st.sampled_from(["[a, b]", "{a: b}", "|", ">", "'a", '"a', "&a", "*a", "!a", "#"])
        ),
    ).map("".join),
    max_size=12,
).map("\n".join)
"""Lines that look like those of a block, more or less."""


@EXAMPLES
@given(st.one_of(st.text(), LINES), st.sampled_from(KINDS), st.sampled_from(["", "> ", "    ", "\t", "- "]))
def test_any_text_in_a_fence_gives_a_map_or_a_finding_with_a_place(body: str, kind: str, prefix: str) -> None:
    fence = "\n".join(f"{prefix}{line}" for line in fenced(kind, body).split("\n"))
    assert broken_promises({"page.md": fence, "b.md": fenced(kind, "file: map.yml"), "map.yml": body}) == []


@EXAMPLES
@given(
    st.lists(
        st.one_of(LINES, st.sampled_from(["```journey", "```", "> ```persona", "<!--", "-->", "    ", "~~~"])),
        max_size=8,
    )
)
def test_any_page_gives_maps_or_findings_with_a_place(lines: list[str]) -> None:
    assert broken_promises({"page.md": "\n".join(lines)}) == []
