"""What tests of documentation share: the fences of a page, a shell, and a small handbook in which commands run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema

from tests.building import write_site

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "example_site"
README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
MAP = """
    # Renewal

    ```journey
    title: Renewal
    persona: Mika Tanka
    phases: [Decide]
    ```

    ```persona
    name: Mika Tanaka
    ```
    """
WITHOUT_METHOD = "{site_name: T, plugins: [{journey: {check: {ignore: [JN3]}}}]}"


def reference_page(name: str) -> str:
    """A page of the example site about the program."""
    return (EXAMPLE / "docs" / "reference" / f"{name}.md").read_text("utf-8")


def blocks(page: str, language: str, title: str = "") -> list[str]:
    """The fences of a page in a language, with a title."""
    return [body for word, name, body in FENCE.findall(page) if word == language and name == title]


def valid(instance: object, schema: str) -> None:
    """Refuse what a published schema of a host refuses."""
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json"
    jsonschema.Draft7Validator(json.loads(vendored.read_text("utf-8"))).validate(instance)


def git(folder: Path, *words: str) -> str:
    """Run git, with nobody's settings but these."""
    settings = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def begin(folder: Path) -> None:
    """A repository of all that is in a folder, with origin/main at its first commit."""
    for words in (["init", "-b", "main"], ["add", "-A"], ["commit", "-m", "Begin"], ["branch", "origin/main"]):
        git(folder, *words)


def site(folder: Path) -> Path:
    """A git repository with a small handbook that has one finding, and a change since origin/main."""
    write_site(folder, {"index.md": "# Home\n"}, WITHOUT_METHOD)
    begin(folder)
    write_site(folder, {"renewal.md": MAP}, WITHOUT_METHOD)
    return folder


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as printed; its name is that of the environment in which the tests run."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
