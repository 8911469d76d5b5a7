"""What the pages about checking say is true: their commands run, their workflows are valid, their lists are current."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import jsonschema
import pytest
import yaml

from mkdocs_journey.hosts.command.main import SCHEMAS
from tests.building import write_site
from tests.package.documentation import (
    FENCE,
    MAP,
    README,
    ROOT,
    WITHOUT_METHOD,
    blocks,
    reference_page,
    shell,
    site,
    valid,
)

pytestmark = pytest.mark.slow

PAGE = reference_page("check")


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    folder = site(tmp_path)
    commands = [line for body in (*blocks(PAGE, "bash"), *README_COMMANDS) for line in body.splitlines()]
    assert len(commands) >= 8
    said = {command: shell(command, folder) for command in commands}
    assert {command: done.stderr for command, done in said.items() if done.returncode not in (0, 1)} == {}
    assert [command for command, done in said.items() if "Traceback" in done.stderr] == []


README_COMMANDS = [
    body
    for word, _, body in FENCE.findall(README)
    if word == "bash" and ("mkdocs-journey" in body or "mkdocs build" in body) and "pip" not in body
]


def test_the_output_on_the_page_is_what_the_command_says(tmp_path: Path) -> None:
    write_site(tmp_path, {"journeys/renewal.md": textwrap.dedent(MAP).partition("# Renewal\n\n")[2]}, WITHOUT_METHOD)
    (shown,) = blocks(PAGE, "text")
    said = shell("mkdocs-journey check", tmp_path).stdout
    assert said.partition("1 warning")[0] == shown.partition("1 warning")[0]


def test_the_github_workflows_are_valid_and_their_checks_run(tmp_path: Path) -> None:
    workflows = [yaml.load(text, yaml.BaseLoader) for text in blocks(PAGE, "yaml", ".github/workflows/maps.yml")]
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
    (text,) = blocks(PAGE, "yaml", ".gitlab-ci.yml")
    job = yaml.safe_load(text)["maps"]
    valid(yaml.safe_load(text), "gitlab-ci")
    assert shell(job["script"][-1], site(tmp_path)).returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert "JN201" in (tmp_path / report).read_text("utf-8")


def test_the_hooks_name_commands_that_run(tmp_path: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (text,) = blocks(PAGE, "yaml", ".pre-commit-config.yaml")
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
        0, ["問題ありません。チェックしたもの：ページ1件、ジャーニー0件、ペルソナ0人。"],
    )  # fmt: skip


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_schema_is_valid_and_printed(kind: str) -> None:
    schema = json.loads(shell(f"mkdocs-journey schema {kind}", ROOT).stdout)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
