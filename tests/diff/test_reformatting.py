"""Writing the same in another way is no change, and what is not there cannot change."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mkdocs_journey.compile import Page, Site, SiteContent, compile_site
from mkdocs_journey.diff import graded_changes
from mkdocs_journey.findings import Severity
from tests.hostile.documents import documents

pytestmark = pytest.mark.slow

EXAMPLES = settings(max_examples=150, suppress_health_check=list(HealthCheck))
BLOCKS = st.one_of(*(st.tuples(st.just(kind), documents(kind)) for kind in ("journey", "persona")))


def site_of(kind: str, body: str) -> Site:
    return compile_site(SiteContent([Page("page.md", f"``````{kind}\n{body}\n``````\n", "Page")]))


def is_sound(site: Site) -> bool:
    return not any(finding.severity is Severity.ERROR for finding in site.findings)


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same with its fields in another order, all the way down. The order of phases and items means something."""
    if isinstance(value, dict):
        items = [(key, shuffled(one, chance)) for key, one in value.items()]
        chance.shuffle(items)
        return dict(items)
    return [shuffled(one, chance) for one in value] if isinstance(value, list) else value


def written(value: Any, **style: Any) -> str:
    """YAML in which every text is quoted, so that it is read as the text that it is."""

    class Quoting(yaml.SafeDumper):
        pass

    Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    return yaml.dump(value, Dumper=Quoting, allow_unicode=True, sort_keys=False, width=10_000, **style)


@EXAMPLES
@given(BLOCKS, st.randoms(use_true_random=False), st.booleans())
def test_another_order_of_fields_other_quotes_and_comments_are_no_change(
    held: tuple[str, Any], chance: random.Random, braces: bool
) -> None:
    kind, value = held
    one = site_of(kind, written(value, default_flow_style=False))
    assume(is_sound(one))
    body = written(shuffled(value, chance), default_flow_style=True if braces else None)
    other = site_of(kind, f"# A remark.\n{body}\n# Another one.")
    assume(is_sound(other))
    assert graded_changes(one, other) == ()


@EXAMPLES
@given(BLOCKS, BLOCKS)
def test_what_was_added_one_way_is_removed_the_other_way(first: tuple[str, Any], second: tuple[str, Any]) -> None:
    one, other = (site_of(kind, written(value)) for kind, value in (first, second))
    assume(is_sound(one) and is_sound(other))
    swap = {"added": "removed", "removed": "added"}
    there = sorted((c.change.kind, c.change.thing, c.change.field) for c in graded_changes(one, other))
    back = sorted(
        (swap.get(c.change.kind, c.change.kind), c.change.thing, c.change.field) for c in graded_changes(other, one)
    )
    without_order = [fact for fact in there if fact[0] != "reordered"]
    assert without_order == [fact for fact in back if fact[0] != "reordered"]
