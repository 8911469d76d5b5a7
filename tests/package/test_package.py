"""The package as others get it: a wheel, an empty environment, and the commands of the README."""

from __future__ import annotations

import itertools
import re
import socket
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_holds_everything_that_the_package_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "mkdocs_journey"
    needed = {
        path.relative_to(ROOT).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert needed <= names
    assert not [name for name in names if name.startswith(("tests/", "example_site/"))]


@pytest.mark.slow
def test_the_example_site_is_built_strictly_from_the_wheel_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    run = tmp_path / "env" / "bin"
    subprocess.run([run / "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True, text=True)
    site = tmp_path / "site"
    command = [run / "mkdocs", "build", "--strict", "-f", ROOT / "example_site" / "mkdocs.yml", "-d", site]
    built = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert built.returncode == 0, built.stderr
    assert (site / "journeys" / "go-live" / "index.html").is_file()
    shown = subprocess.run([run / "mkdocs-journey", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("mkdocs-journey, version ")


@pytest.mark.slow
def test_the_example_site_is_served() -> None:
    configuration = ROOT / "example_site" / "mkdocs.yml"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(configuration), "-a", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            (ready,) = itertools.islice((line for line in server.stderr if "Serving on http" in line), 1)
            url = re.findall(r"http://\S+", ready)[0]
            with urllib.request.urlopen(url + "journeys/go-live/", timeout=30) as answer:
                assert "journey-go-live" in answer.read().decode()
        finally:
            server.terminate()


def test_the_commands_of_the_readme_are_the_ones_that_are_tested() -> None:
    """``.ci/run`` executes the test command as printed; the tests above do what the serve command does."""
    text = (ROOT / "README.md").read_text("utf-8")
    commands = dict(re.findall(r"<!-- (serve|test) -->\n```bash\n(.*?)\n```", text))
    assert commands == {
        "serve": "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/mkdocs serve -f example_site/mkdocs.yml",
        "test": "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/python -m pytest",
    }


def test_the_readmes_map_is_drawn_without_a_finding() -> None:
    from tests.compiling import compile_pages, report

    text = (ROOT / "README.md").read_text("utf-8")
    page, view = re.findall(r"^````markdown\n(.*?)^````$", text, re.MULTILINE | re.DOTALL)
    link, elsewhere = re.findall(r"^```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    site = compile_pages({"map.md": page, "faq.md": link, "view.md": view})
    # The view is about an owner of whom this map does not know.
    assert [line.split(" No map")[0] for line in report(site)] == ["view.md:3:8 JN213"]
    assert "(journey:sales/first-call)" in elsewhere
    assert (list(site.atlas.journeys), list(site.atlas.personas)) == (["buying-a-winter-jacket"], ["mia-berg"])


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["check"], set()),
        (["diff", "docs", "docs"], set()),
        # Git starts it twice for each page.
        (["lines", "docs/journeys/go-live.md"], {"mkdocs", "mkdocs_journey.compile", "rapidfuzz"}),
    ],
)
def test_commands_start_without_what_only_builds_need(words: list[str], more: set[str]) -> None:
    heavy = {"pygal", "jinja2", "mkdocs.commands.build", "markdown", "babel", "nh3", "icalendar"} | more
    code = f"""
import sys
from mkdocs_journey.hosts.command.main import main
try:
    main({words})
except SystemExit as end:
    print(end.code in (0, 1), sorted({heavy} & sys.modules.keys()), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "example_site", capture_output=True, text=True, check=True
    )
    assert done.stderr == "True []\n"


def test_imports_go_down_only() -> None:
    """The layers of pyproject.toml, read with the standard library so that no linter need be installed."""
    import ast
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    wrong = []
    for path in sorted((ROOT / "mkdocs_journey").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        own = next((index for index, layer in enumerate(layers) if f"{module}.".startswith(f"{layer}.")), None)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                other = next((i for i, layer in enumerate(layers) if f"{name}.".startswith(f"{layer}.")), None)
                if own is not None and other is not None and other < own:
                    wrong.append(f"{module} imports {name}")
                if own is not None and layers[own] != "mkdocs_journey.hosts" and name.split(".")[0] == "mkdocs":
                    wrong.append(f"{module} imports {name}")
    assert wrong == []
