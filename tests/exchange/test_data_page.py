"""The page about data answers its question: its query is run over the files of two small sites."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from mkdocs_journey.exchange.step_schema import COLUMNS
from tests.building import build_pages

PAGE = (Path(__file__).parent.parent.parent / "example_site" / "docs" / "reference" / "data.md").read_text("utf-8")
BUY = """
    ```journey
    title: Buying
    phases:
      - name: Order
        steps:
          - name: Ask
            emotion: +1
            touchpoints: [Help desk]
            pains: {text: Nobody answers, severity: 4}
          - name: Pay
            emotion: -1
            touchpoints: [Invoice]
            pains:
              - {text: No PO number, severity: 3}
              - {text: Two taxes, severity: 2}
              - {text: Wrong name, severity: 5, status: resolved}
          - name: Unpack
            emotion: +2
            touchpoints: [Box]
    ```

    ```journey
    title: Buying as we want it
    state: future
    redesigns: Buying
    phases: [{name: Order, touchpoints: [Invoice], pains: None of that}]
    ```
    """
PAY = """
    ```journey
    title: Paying
    emotion_scale: 1..5
    phases:
      - {name: Receive, emotion: 1, touchpoints: [invoice], pains: {text: Late, severity: 5}}
      - {name: Call, emotion: 3, touchpoints: [Help desk, Phone], pains: A queue}
      - {name: Thank, emotion: 2, touchpoints: [Help desk]}
    ```
    """


def test_the_query_finds_the_touchpoints_that_hurt_most_across_all_handbooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "handbooks"
    folder.mkdir()
    for name, page in {"sales": BUY, "finance": PAY}.items():
        site = build_pages(
            tmp_path / name, {"index.md": page}, f"{{site_name: {name}, theme: {{name: mkdocs}}, plugins: [journey]}}"
        )
        (site.folder / "journeys.ndjson").rename(folder / f"{name}.ndjson")
    monkeypatch.chdir(tmp_path)
    (query,) = re.findall(r"^```sql.*?\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    answer = duckdb.sql(query)
    assert answer.columns == ["touchpoint", "handbooks", "steps", "open_pains", "worst", "mood"]
    assert answer.fetchall() == [
        ("invoice", 2, 2, 3, 5, -0.75),
        ("help desk", 2, 3, 2, 4, 0.0),
        ("phone", 1, 1, 1, None, 0.0),
    ]


def test_the_page_shows_the_first_rows_of_the_answer() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith(("| invoice", "| help"))]
    assert rows == [["invoice", "2", "2", "3", "5", "-0.75"], ["help desk", "2", "3", "2", "4", "0.0"]]


def test_the_page_has_every_column_with_its_meaning() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (yes|no) \| (.*) \|$", PAGE, re.MULTILINE)
    assert rows == [(name, holds, "yes" if always else "no", meaning) for name, holds, always, meaning in COLUMNS]
