"""Python's garbage collection belongs to the process, not to a library."""

from __future__ import annotations

import ast
from pathlib import Path

import mkdocs_journey

PACKAGE = Path(mkdocs_journey.__file__).parent


def test_nothing_but_the_program_itself_decides_about_garbage_collection() -> None:
    deciding = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "gc" in {getattr(node, "module", None), *(n.name for n in node.names)}
    ]
    assert deciding == ["__main__.py"]
