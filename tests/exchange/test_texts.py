"""How values are written for other programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.exchange.texts import json_line

TEXTS = st.text(st.characters(codec="utf-8"))
SHARES = st.integers(-10_000, 10_000).map(lambda share: share / 10_000)
"""Scores, and shares as they are rounded."""
ONE = st.none() | st.booleans() | st.integers() | SHARES | TEXTS
VALUES = st.recursive(ONE, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))


@given(VALUES)
def test_a_line_is_what_the_module_json_writes_with_sorted_names(value: Any) -> None:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for end in "\x85\u2028\u2029":
        written = written.replace(end, f"\\u{ord(end):04x}")
    assert json_line(value) == written


def test_days_are_dates_and_halves_of_characters_are_replaced() -> None:
    assert json_line({"day": date(2026, 1, 9)}) == '{"day": "2026-01-09"}'
    assert json_line({"b\udfff": "a\ud800", "a": date(2026, 1, 9)}) == '{"a": "2026-01-09", "b\ufffd": "a\ufffd"}'
