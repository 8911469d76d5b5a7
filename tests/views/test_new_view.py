"""A view that is added for a trial: one row, figures, a drawing, English words. Everybody else knows it by that."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_journey

ROW = """
    ViewForm(
        "risks",
        "What may go wrong where.",
        ("journey", "state"),
        ("order", "name"),
        of_today=True,
    ),
)

VIEWS: """
FIGURES = """
from datetime import date

from mkdocs_journey.compile import Site
from mkdocs_journey.model.view import View
from mkdocs_journey.views.selection import selected_places


def gather(view: View, site: Site, today: date) -> list[str]:
    found = [risk.text for place in selected_places(view, site.atlas) for risk in place.lanes.risk]
    return sorted(found) if view.sort == "name" else found
"""
DRAWING = """
from mkdocs_journey.render.views.table import TableColumn, TableRow, table_html


def draw(found, view, surroundings, texts, environment):
    words = surroundings.words
    rows = [TableRow([texts(risk)]) for risk in found]
    return table_html(words("risks.label"), [TableColumn(words("risks.risk"))], rows) if rows else None
"""
WORDS = """
[risks]
label = "Risks, scrollable table"
risk = "What may go wrong"
"""
ASK = """
import json

from mkdocs_journey.model.reference import reference_page
from mkdocs_journey.model.schema import json_schema
from mkdocs_journey.render.views import render_view
from tests.compiling import journey, report
from tests.render.rendering import ENVIRONMENT, compiled, parse, surroundings, text_of

MAP = journey("title: Buying\\nid: buying\\nphases:\\n  - name: Pay\\n    risk:\\n      - Late\\n      - A *lost* card")
PLAN = journey("title: Plan\\nid: plan\\nstate: future\\nphases:\\n  - {name: Pay, risk: [Never seen]}")

def ask(fields):
    return compiled({"map.md": MAP, "plan.md": PLAN, "view.md": f"```journeys\\n{fields}\\n```"})

def drawn(fields, language="en"):
    site = ask(fields)
    return text_of(parse(render_view(site.blocks["view.md"][0].entry, surroundings(site, language), ENVIRONMENT).html))

print(json.dumps({
    "drawn": drawn("view: risks\\nsort: name"),
    "plans": drawn("view: Risks\\nstate: future"),
    "nothing": drawn("view: risks\\njourney: nobody", "de"),
    "checks": report(ask("view: risks\\nowner: Support\\nsort: nam")),
    "typo": [line.split("?")[0] for line in report(ask("view: risk"))],
    "schema": "risks" in json.dumps(json_schema("journeys")["properties"]["view"]),
    "fields": [line for line in reference_page().splitlines() if line.startswith("| `risks`")],
}))
"""


def put(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package with the new view, still without its English words."""
    original = Path(mkdocs_journey.__file__).parent
    copy = tmp_path / "mkdocs_journey"
    shutil.copytree(original, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests").symlink_to(original.parent / "tests")
    put(copy / "model" / "views.py", "\n)\n\nVIEWS: ", ROW)
    (copy / "views" / "risks.py").write_text(FIGURES)
    (copy / "render" / "views" / "risks.py").write_text(DRAWING)
    return copy


def python(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What Python says about the copy."""
    path = {"PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=package.parent, env=os.environ | path, capture_output=True, text=True
    )


@pytest.mark.slow
def test_a_new_view_is_a_view_everywhere(package: Path) -> None:
    english = package / "languages" / "en.toml"
    put(english, "[view.nothing]\n", '[view.nothing]\nrisks = "No map has a risk here."\n')
    english.write_text(english.read_text("utf-8") + WORDS, "utf-8")
    done = python(package, "-c", ASK)
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "drawn": "What may go wrong A lost card Late",
        "plans": "What may go wrong Never seen",
        # Words that a language lacks are English.
        "nothing": "No map has a risk here. Gesucht: Journey nobody.",
        "checks": [
            "view.md:3:1 JN124 The view risks has no owner, so this line changes nothing."
            " Delete the line, or write one of: journey, state, sort.",
            "view.md:4:7 JN106 “nam” is no column of the view risks. Did you mean name?",
        ],
        "typo": ["view.md:2:7 JN106 “risk” is none of the words that can stand here. Did you mean risks"],
        "schema": True,
        "fields": ["| `risks` | What may go wrong where. | `journey`, `state` | `order`, `name` |"],
    }
    lacking = python(package, "-m", "mkdocs_journey", "words", "de").stdout.splitlines()
    assert lacking == [
        "# de: 3 missing",
        'view.nothing.risks = "No map has a risk here."',
        'risks.label = "Risks, scrollable table"',
        'risks.risk = "What may go wrong"',
    ]


def test_a_view_without_english_words_does_not_start(package: Path) -> None:
    done = python(package, "-c", "import mkdocs_journey.hosts.mkdocs.plugin")
    assert done.stderr.splitlines()[-1] == (
        "mkdocs_journey.render.views.ViewWithoutWordsError: English has no words for view.nothing.risks."
    )
