"""One way through the house: imports go in no circle, and a name means one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

import mkdocs_journey

PACKAGE = Path(mkdocs_journey.__file__).parent


def test_imports_go_in_no_circle():
    graph = grimp.build_graph("mkdocs_journey", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        circle = error.args[1]
    else:
        circle = []
    assert circle == []


def test_no_public_name_of_a_class_or_a_type_means_two_things():
    places = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in _classes_and_types(ast.parse(path.read_text("utf-8"))):
            places[name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def _classes_and_types(module: ast.Module) -> list[str]:
    """Names that begin with a capital and have small letters; constants have none."""
    found = []
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in found if name[0].isupper() and not name.isupper()]
