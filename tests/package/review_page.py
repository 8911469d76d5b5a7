"""What tests of the page about reviews share: the workflows that it shows, and comments of ours."""

from __future__ import annotations

import yaml

from mkdocs_journey.report.changes.markdown import MARKER
from tests.package.documentation import (
    blocks,
    reference_page,
)

PAGE = reference_page("review-changes")
COMPARE, COMMENT, PREVIEW = (
    yaml.load(text, yaml.BaseLoader)
    for name in ("map-changes", "map-changes-comment", "map-preview")
    for text in blocks(PAGE, "yaml", f".github/workflows/{name}.yml")
)
ON_GITLAB = {name: job for text in blocks(PAGE, "yaml", ".gitlab-ci.yml") for name, job in yaml.safe_load(text).items()}
CHANGES = f"{MARKER}\n### What changed\n\n**1 risky** from `origin/main` to `the present version`.\n"
NOTHING = f"{MARKER}\n### What changed\n\n**No changes** from `origin/main` to `the present version`.\n"
HEAD = "c0ffee" * 6 + "c0ff"


def run_of(workflow: dict[str, object], job: str, name: str = "") -> str:
    """What a step of a workflow runs: the one with a name, or the only one that runs the command."""
    steps = workflow["jobs"][job]["steps"]  # type: ignore[index]
    (found,) = [
        step for step in steps if (step.get("name") == name if name else "mkdocs" in step.get("run", "pip")[:7])
    ]
    return found["run"]


def after_installing(job: dict[str, list[str]]) -> str:
    """What a job of GitLab runs once it has the program."""
    assert job["script"][0].startswith("pip install")
    return "\n".join(job["script"][1:])
