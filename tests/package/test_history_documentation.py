"""What the page about histories says is true: its commands run, and its view is one."""

from __future__ import annotations

import re
from pathlib import Path

from tests.package.test_check_documentation import FENCE, ROOT, shell
from tests.repositories import commit, git

PAGE = (ROOT / "example_site" / "docs" / "reference" / "history.md").read_text("utf-8")
MAP = "```journey\ntitle: Contract to go-live\nid: go-live\nphases:\n  - name: Sign\n    emotion: +1\n```\n"


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {"mkdocs.yml": "{site_name: T, plugins: [journey]}", "docs/map.md": MAP}, "Begin")
    commands = [line for word, _, body in FENCE.findall(PAGE) if word == "bash" for line in body.splitlines()]
    commands += re.findall(r"`(mkdocs-journey schema [^`]+)`", PAGE)
    assert len(commands) == 5
    said = {command: shell(command, tmp_path) for command in commands}
    assert {command: done.stderr for command, done in said.items() if done.returncode or not done.stdout} == {}


def test_the_output_on_the_page_has_the_form_of_the_command(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {"mkdocs.yml": "{site_name: T, plugins: [journey]}", "docs/map.md": MAP}, "Begin", "2026-02-01")
    worse = MAP.replace("+1", "-1")
    commit(tmp_path, {"docs/map.md": worse}, "Call on the next working day", "2026-03-01")
    (shown,) = [body for word, _, body in FENCE.findall(PAGE) if word == "text"]
    form = [re.escape(line) for line in shown.splitlines()]
    first = re.sub("[0-9a-f]{8}", "[0-9a-f]{8}", form[0])
    said = shell("mkdocs-journey log go-live", tmp_path).stdout.splitlines()[2:4]
    assert re.fullmatch(first, said[0])
    assert said[1] == "    emotion ▆ → ▃"
