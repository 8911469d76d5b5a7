"""What the pages about checking say is true: their commands run, their workflows are valid, their lists are current."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.building import write_site
from tests.repositories import commit, git

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "example_site" / "docs" / "reference" / "check.md").read_text("utf-8")
HISTORY = (ROOT / "example_site" / "docs" / "reference" / "history.md").read_text("utf-8")
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


def blocks(language: str, title: str = "") -> list[str]:
    """The fences of the page about checking, in a language, with a title."""
    return [body for word, name, body in FENCE.findall(PAGE) if word == language and name == title]


def valid(instance: object, schema: str) -> None:
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json"
    jsonschema.Draft7Validator(json.loads(vendored.read_text("utf-8"))).validate(instance)


def site(folder: Path) -> Path:
    """A git repository with a small handbook that has one finding, and a change since origin/main."""
    write_site(folder, {"index.md": "# Home\n"}, WITHOUT_METHOD)
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-b", "main"], ["add", "-A"], ["commit", "-m", "Begin"], ["branch", "origin/main"]):
        subprocess.run([*git, *words], cwd=folder, check=True, capture_output=True)
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


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    folder = site(tmp_path)
    history = [body for word, _, body in FENCE.findall(HISTORY) if word == "bash"]
    commands = [line for body in (*blocks("bash"), *README_COMMANDS, *history) for line in body.splitlines()]
    assert len(commands) >= 8
    said = {command: shell(command, folder) for command in commands}
    assert {command: done.stderr for command, done in said.items() if done.returncode not in (0, 1)} == {}
    assert [command for command, done in said.items() if "Traceback" in done.stderr] == []


README_COMMANDS = [
    body for word, _, body in FENCE.findall(README) if word == "bash" and "mkdocs-journey" in body and "pip" not in body
]


def test_the_output_on_the_page_is_what_the_command_says(tmp_path: Path) -> None:
    write_site(tmp_path, {"journeys/renewal.md": textwrap.dedent(MAP).partition("# Renewal\n\n")[2]}, WITHOUT_METHOD)
    (shown,) = blocks("text")
    said = shell("mkdocs-journey check", tmp_path).stdout
    assert said.partition("1 warning")[0] == shown.partition("1 warning")[0]


def test_the_history_on_its_page_is_what_the_command_says(tmp_path: Path) -> None:
    fields = "title: Renewal\nindicators: [{{name: NPS, current: 31}}]\nphases:\n  - {{name: Decide, emotion: {}, pains: [{}]}}\n  - {{name: Sign, emotion: +1}}\n"
    git(tmp_path, "init", "-q")
    for day, subject, score, pains in (
        ("2026-01-12", "Map the renewal", "-1", "Dear"),
        ("2026-04-02", "Ask what they pay for", "-2", "Dear, Unclear"),
    ):
        page = f"# Renewal\n\n```journey\n{fields.format(score, pains)}```\n"
        commit(tmp_path, {"mkdocs.yml": WITHOUT_METHOD, "docs/renewal.md": page}, subject, day)
    (shown,) = [body for word, _, body in FENCE.findall(HISTORY) if word == "text"]
    said = shell("mkdocs-journey log renewal", tmp_path).stdout
    names = re.compile(r"  [0-9a-f]{7}  ")
    assert names.sub(" ", said) == names.sub(" ", shown)


def test_the_github_workflows_are_valid_and_their_checks_run(tmp_path: Path) -> None:
    workflows = [yaml.load(text, yaml.BaseLoader) for text in blocks("yaml", ".github/workflows/maps.yml")]
    assert len(workflows) == 2
    folder = site(tmp_path)
    for workflow in workflows:
        valid(workflow, "github-workflows")
        assert workflow["on"] == "pull_request"
        assert workflow["permissions"] == {"contents": "read"}
        assert "secrets." not in json.dumps(workflow)
        command = workflow["jobs"]["check"]["steps"][-1]["run"]
        done = shell(command, folder, BASE="main")
        assert (done.returncode, done.stdout.count("::warning file=docs/renewal.md,line=5")) == (1, 1), done.stderr


def test_the_gitlab_job_is_valid_and_leaves_its_reports(tmp_path: Path) -> None:
    (text,) = blocks("yaml", ".gitlab-ci.yml")
    job = yaml.safe_load(text)["maps"]
    valid(yaml.safe_load(text), "gitlab-ci")
    assert shell(job["script"][-1], site(tmp_path)).returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert "JN201" in (tmp_path / report).read_text("utf-8")


def test_the_hooks_name_commands_that_run(tmp_path: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (text,) = blocks("yaml", ".pre-commit-config.yaml")
    named = {hook["id"] for repository in yaml.safe_load(text)["repos"] for hook in repository["hooks"]}
    assert named <= {hook["id"] for hook in hooks}
    assert [hook["id"] for hook in hooks] == ["mkdocs-journey-check", "mkdocs-journey-fix"]
    for hook in hooks:
        assert shell(hook["entry"], site(tmp_path / hook["id"])).returncode == 1


@pytest.mark.parametrize("name", ["rules", "fields"])
def test_the_generated_pages_of_the_example_site_are_up_to_date(name: str) -> None:
    done = shell(f"mkdocs-journey {name}", ROOT)
    page = ROOT / "example_site" / "docs" / "reference" / f"{name}.md"
    assert done.stdout == page.read_text("utf-8")


def test_the_settings_of_the_readme_are_understood(tmp_path: Path) -> None:
    (options,) = [body for word, _, body in FENCE.findall(README) if word == "yaml" and "persona_folder" in body]
    # The other handbook of the options, which is empty.
    inventory = tmp_path / "sales" / "site" / "journeys.json"
    inventory.parent.mkdir(parents=True)
    inventory.write_text(
        json.dumps(
            {
                "format": "mkdocs-journey",
                "version": 1,
                "site": {"name": "Sales", "url": "https://sales.example/"},
                "journeys": [],
                "personas": [],
                "aliases": {"journeys": {}, "personas": {}},
            }
        ),
        "utf-8",
    )
    handbook = tmp_path / "handbook"
    handbook.mkdir()
    write_site(handbook, {"index.md": "# Home"}, f"site_name: T\n{textwrap.dedent(options)}")
    done = shell("mkdocs-journey check", handbook)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (
        0, ["Everything is fine: 1 page, no journeys and no personas checked."],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["journey", "persona", "journeys", "findings", "diff", "log"])
def test_every_schema_is_valid_and_printed(kind: str) -> None:
    schema = json.loads(shell(f"mkdocs-journey schema {kind}", ROOT).stdout)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
