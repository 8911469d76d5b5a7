"""One way through the house: imports go in no circle, and a name means one thing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

import mkdocs_journey

PACKAGE = Path(mkdocs_journey.__file__).parent
BUILDER = "render/html/elements.py"
TAG = re.compile(r"</?[a-z]|(?<![\n<>])</?$")
READ_OR_WRITE_TAGS = {BUILDER, "render/html/sanitizer.py", "render/html/inline.py", "report/changes/markdown.py",
                      "report/history/markdown.py"}  # fmt: skip
"""The builder; what looks for tags in HTML that is there already; and what writes Markdown, which may hold tags."""


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


def test_only_the_builder_of_elements_declares_strings_to_be_html():
    """Elsewhere stands ``Markup("…")`` with a literal, if any; what is put into it is escaped by its ``format``."""
    found = []
    for name, source in _sources({BUILDER}):
        found += [f"{name}:{node.lineno}" for node in ast.walk(ast.parse(source)) if _declares_html(node)]
        found += [f"{name}:{n}" for n, line in enumerate(source.splitlines(), 1) if "noqa" in line and "S704" in line]
    assert found == []


def test_only_the_sanitizer_calls_html_cleaned():
    users = {
        name
        for name, source in _sources({BUILDER})
        for node in ast.walk(ast.parse(source))
        if "cleaned" in [getattr(node, "attr", ""), *_imported(node)]
    }
    assert users == {"render/html/sanitizer.py"}


def test_no_html_is_put_together_by_hand():
    """No string holds a tag, but documentation, patterns that look for it, and what ``Markup("…").format`` fills."""
    found = []
    for name, source in _sources(READ_OR_WRITE_TAGS):
        module = ast.parse(source)
        sound = {part for node in ast.walk(module) if _is_sound(node) for part in ast.walk(node)}
        found += [f"{name}:{node.lineno}" for node in ast.walk(module) if node not in sound and _holds_a_tag(node)]
    assert found == []


def test_a_dataclass_is_only_what_needs_a_base_of_python():
    """Creating a dataclass compiles its methods whenever the package is imported, and a frozen one is slow to fill."""
    found = []
    for name, source in _sources(set()):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef) and not node.bases:
                found += [f"{name}:{node.lineno}" for mark in node.decorator_list if "dataclass" in ast.unparse(mark)]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []


def _sources(left_out: set[str]) -> list[tuple[str, str]]:
    """All files of the package, by their paths in it, and what stands in them."""
    found = [(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    return [(name, source) for name, source in found if name not in left_out]


def _is_sound(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("Markup", "re.compile")


def _declares_html(node: ast.AST) -> bool:
    """``Markup`` called with anything but a literal, or passed on where a function or a type is wanted."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup":
        return not all(isinstance(argument, ast.Constant) for argument in node.args)
    if isinstance(node, ast.Call):
        return any(isinstance(argument, ast.Name) and argument.id == "Markup" for argument in node.args) and not (
            isinstance(node.func, ast.Name) and node.func.id == "isinstance"
        )
    return isinstance(node, ast.Attribute) and node.attr == "Markup"


def _holds_a_tag(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(TAG.search(node.value))
