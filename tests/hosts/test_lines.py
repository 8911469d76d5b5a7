"""``git diff`` with ``mkdocs-journey lines``: in real repositories, as the README sets it up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hosts.test_diff import MAP, commit, git, handbook, write  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow

COMMAND = f"'{sys.executable}' -m mkdocs_journey lines"
BEFORE = """\
# Onboarding

```journey
title: Onboarding
phases:
  - name: Contract
    steps:
      - name: Silence
        pains: [{text: Nobody tells me, owner: Onboarding, severity: 3}]
```
"""
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def driven(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: F811
    """A repository whose pages git compares a fact a line."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    # Git keeps what it has read as a note, which has an author.
    git(handbook, "config", "user.name", "A")
    git(handbook, "config", "user.email", "a@example.com")
    git(handbook, "config", "diff.journey.textconv", COMMAND)
    git(handbook, "config", "diff.journey.cachetextconv", "true")
    git(handbook, "config", "diff.journey.xfuncname", "^(#+ .*| *(- )?(title|name): .*)$")
    files = {".gitattributes": "*.md diff=journey\ndata/*.yml diff=journey\n", "docs/map.md": BEFORE}
    commit(handbook, files)
    return handbook


def changed(text: str) -> list[str]:
    """Lines of a difference that came, went, or head a hunk."""
    told = [line for line in text.splitlines() if line[:1] in "+-@" and not line.startswith(("+++", "---"))]
    return [(line.partition(" @@ ")[2] and f"@@ {line.partition(' @@ ')[2]}") or line for line in told]


def test_a_changed_line_says_where_it_belongs(driven: Path) -> None:
    write(driven, {"docs/map.md": BEFORE.replace("owner: Onboarding", "owner: Support").replace("# On", "# Off")})
    assert changed(git(driven, "diff", "-U0")) == [
        "@@ -1 +1 @@",
        "-# Onboarding",
        "+# Offboarding",
        "@@ title: Onboarding",
        "-Contract › Silence › pain Nobody tells me › owner: Onboarding",
        "+Contract › Silence › pain Nobody tells me › owner: Support",
    ]


def test_log_and_show_say_it_as_well(driven: Path) -> None:
    commit(driven, {"docs/map.md": BEFORE.replace("severity: 3", "severity: 5")})
    line = "+Contract › Silence › pain Nobody tells me › severity: 5"
    assert line in git(driven, "show").splitlines()
    assert line in git(driven, "log", "-p", "-1").splitlines()
    # From what git has kept of the first time.
    assert line in git(driven, "show").splitlines()


def test_a_map_that_is_only_written_in_another_way_shows_no_line(driven: Path) -> None:
    write(
        driven,
        {"docs/map.md": BEFORE.replace("[{text: Nobody tells me, ", "{text: 'Nobody tells me', ").replace("3}]", "3}")},
    )
    assert changed(git(driven, "diff")) == []


def test_files_of_every_kind_are_compared_without_complaint(driven: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/binary.md": bytes(range(256)),
        "docs/latin.md": "Grüße\n".encode("latin-1"),
        "docs/broken.md": BEFORE.replace("title: Onboarding", "title: A\ntitle: B"),
        "docs/ナビ 'x' $(y).md": BEFORE,
        "docs/empty.md": "",
        "data/map.yml": "title: T\nphases:\n  - name: A\n    wait: 1d\n",
        "data/other.yml": "site_name: T\n",
    }
    commit(driven, files)
    write(
        driven, {name: content + (b"x\n" if isinstance(content, bytes) else "x\n") for name, content in files.items()}
    )  # type: ignore[operator]
    write(driven, {"data/map.yml": "title: T\nphases:\n  - name: A\n    wait: 2d\n"})
    done = subprocess.run(["git", "diff"], cwd=driven, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode("utf-8", "replace").splitlines()
    assert [line for line in told if line.startswith(("+A", "-A"))] == ["-A › wait: 1d", "+A › wait: 2d"]
    assert told.count("+x") == 5


def test_without_the_program_git_still_names_the_step(driven: Path) -> None:
    git(driven, "config", "--unset", "diff.journey.textconv")
    write(driven, {"docs/map.md": BEFORE.replace("severity: 3", "severity: 5")})
    assert changed(git(driven, "diff", "-U0"))[0] == "@@       - name: Silence"


def test_a_fault_of_ours_shows_the_file_as_it_is_and_says_so(tmp_path: Path) -> None:
    page = tmp_path / "map.md"
    page.write_text(BEFORE, "utf-8")
    code = "import mkdocs_journey.report.facts as f; f.page_in_facts = None; from mkdocs_journey.hosts.command.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "lines", str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, BEFORE)
    assert "This is a fault of mkdocs-journey" in done.stderr
