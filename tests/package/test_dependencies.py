"""What the package imports is what it declares, and the oldest versions that it allows do."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import mkdocs_journey
from tests.building import build

PACKAGE = Path(mkdocs_journey.__file__).parent
ROOT = PACKAGE.parent
OLDEST_PYTHON = "3.11"


def declared() -> set[str]:
    """Names of the distributions that ``pip`` installs with the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {plain(re.split(r"[^\w.-]", requirement)[0]) for requirement in project["dependencies"]}


def plain(name: str) -> str:
    """The name of a distribution, of which case and the sort of its hyphens do not matter."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> dict[str, set[str]]:
    """Packages outside of Python and of this package, with the modules that import them, be it inside a function."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for top in {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"mkdocs_journey"}:
                found.setdefault(top, set()).add(path.relative_to(PACKAGE).as_posix())
    return found


def test_everything_that_is_imported_is_declared() -> None:
    distributions = packages_distributions()
    providers = {name: {plain(one) for one in distributions.get(name, [name])} for name in imported()}
    assert {name: imported()[name] for name, known_as in providers.items() if not known_as & declared()} == {}


def test_nothing_imports_material_so_that_its_successors_will_do() -> None:
    assert "mkdocs-material" in declared()
    assert sorted(imported().keys() & {"material", "materialx", "properdocs", "zensical"}) == []


@pytest.mark.slow
def test_the_oldest_versions_that_are_allowed_install_together_and_draw_the_same(tmp_path: Path) -> None:
    uv = [sys.executable, "-m", "uv"]
    bin_ = tmp_path / "oldest" / "bin"
    for command in (
        ["venv", "--quiet", "--python", OLDEST_PYTHON, str(tmp_path / "oldest")],
        ["pip", "install", "--quiet", "--python", str(bin_ / "python"), "--resolution", "lowest-direct", str(ROOT)],
    ):
        done = subprocess.run([*uv, *command], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    configuration, site = ROOT / "example_site" / "mkdocs.yml", tmp_path / "oldest-site"
    command = [bin_ / "mkdocs", "build", "--quiet", "--strict", "-f", configuration, "-d", site]
    built = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (built.returncode, built.stderr) == (0, "")
    newest = build(configuration, tmp_path / "newest").folder
    assert maps_in(newest) == maps_in(site)
    assert len(maps_in(newest)) > 20


def maps_in(site: Path) -> dict[str, list[str]]:
    """The lines of each page that are ours. What is around them is Material's, and differs from version to version."""
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    ours = {name: re.findall(r'^.*class="journey-ui.*$', page, re.MULTILINE) for name, page in pages.items()}
    return {name: lines for name, lines in ours.items() if lines}
