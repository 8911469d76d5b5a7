"""One row a view: nobody else keeps a list of views, and a new row is a view everywhere."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

import mkdocs_journey
from mkdocs_journey.model.journey import Journey, Phase, Step
from mkdocs_journey.model.view import FILTERS
from mkdocs_journey.model.views import VIEWS
from mkdocs_journey.render.views import render_view
from tests.render.rendering import ENVIRONMENT, surroundings
from tests.views.counted import counted

PACKAGE = Path(mkdocs_journey.__file__).parent
README = PACKAGE.parent / "README.md"
FIELDS_OF_MAPS = {*Journey.model_fields, *Phase.model_fields, *Step.model_fields}


def literals(module: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Line and words of everything that may hold a list of names."""
    for node in ast.walk(module):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, [one.value for one in node.elts if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Dict):
            yield node.lineno, [one.value for one in node.keys if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Call):
            yield node.lineno, [one.value for one in node.args if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Match):
            patterns = [case.pattern for case in node.cases]
            values = [one.value for one in patterns if isinstance(one, ast.MatchValue)]
            yield node.lineno, [one.value for one in values if isinstance(one, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and set(node.value.split()) <= set(VIEWS):
            yield node.lineno, node.value.split()


def named_elsewhere(module: ast.Module) -> list[int]:
    """Lines that list three views or more, not all of them fields of maps as well, or ask for one by its name."""
    lines = []
    for line, words in literals(module):
        views = {word for word in words if word in VIEWS}
        if len(views) > 2 and not views <= FIELDS_OF_MAPS:
            lines.append(line)
    for node in ast.walk(module):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(isinstance(side, ast.Attribute) and side.attr == "view" for side in sides):
                lines.append(node.lineno)
    return sorted(lines)


def test_no_list_of_views_and_no_question_for_a_name_stands_outside_the_table():
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in sorted(PACKAGE.rglob("*.py"))
        if (lines := named_elsewhere(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "x = ('atlas', 'backlog', 'matrix')",
        "x = {'atlas': 1, 'content': 2, 'history': 3}",
        "x = Literal['atlas', 'backlog', 'matrix']",
        "x = 'atlas backlog matrix'.split()",
        "x = entry.view.view == 'atlas'",
        "x = view.view in CURVES",
    ],
)
def test_such_a_list_would_be_found(code: str):
    assert named_elsewhere(ast.parse(code)) == [1]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_figures_and_a_drawing_that_takes_them(name: str):
    form = VIEWS[name]
    gather = import_module(f"mkdocs_journey.views.{form.module_name}").gather
    draw = import_module(f"mkdocs_journey.render.views.{form.module_name}").draw
    assert list(inspect.signature(gather).parameters) == ["view", "site", "today"]
    assert list(inspect.signature(draw).parameters)[1:] == ["view", "surroundings", "texts", "environment"]
    given = inspect.signature(gather).return_annotation.removesuffix(" | None")
    assert given == next(iter(inspect.signature(draw).parameters.values())).annotation


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_takes_fields_that_there_are(name: str):
    form = VIEWS[name]
    assert form.name == name
    assert set(form.filters) <= set(FILTERS) - {"sort"}
    assert bool(form.statuses) == ("status" in form.filters)


@pytest.mark.parametrize("name", VIEWS)
def test_the_readme_names_every_view(name: str):
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert [row for row in rows if f"`{name}`" in row.split("|")[1]] != []


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_converts_the_texts_of_a_file_by_one_call(name: str):
    form = VIEWS[name]
    asks = "" if not form.takes("journey") else "journey: onboarding" if form.one_journey else "journey: [onboarding]"
    site = counted(f"view: {name}\ntitle: A *title*\n{asks}")
    around = surroundings(site)
    files = []
    spied = replace(around, inline=lambda texts, file: files.append(file) or around.inline(texts, file))
    html = render_view(site.blocks["view.md"][0].entry, spied, ENVIRONMENT).html
    assert "<em>title</em>" in html
    assert sorted(files) == sorted(set(files))
