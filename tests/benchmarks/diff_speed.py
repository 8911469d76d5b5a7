"""How long it takes to tell what changed in a large handbook, next to checking it.

Run: python -m tests.benchmarks.diff_speed [JOURNEYS] [ROUNDS]

Makes a git repository of so many reference journeys, each on a page of its own, without mistakes, and changes one
score. Each round runs the commands ``diff HEAD`` and ``check`` as whole processes. Prints the time on the clock of
each round, and the medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.journeys import MISTAKES, pages

GOAL = 2.0
"""Seconds for 1,000 journeys."""


def write_handbook(folder: Path, journeys: int) -> None:
    """A committed handbook, and one map of it with another score that is not committed."""
    for page in pages(journeys):
        number = page.path.removeprefix("journeys/journey-").removesuffix(".md")
        wrong, right = MISTAKES.get(int(number) % 50, ("", "")) if number.isdigit() else ("", "")
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text.replace(right, wrong, 1) if right else page.text, "utf-8")
    (folder / "docs" / "guides").mkdir()
    for name in ("setup", "help"):
        (folder / "docs" / "guides" / f"{name}.md").write_text(f"# {name}\n", "utf-8")
    (folder / "mkdocs.yml").write_text("{site_name: Handbook, plugins: [journey]}", "utf-8")
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", *settings, *words], cwd=folder, check=True)
    changed = folder / "docs" / "journeys" / "journey-0.md"
    text = changed.read_text("utf-8")
    score = next(line for line in text.splitlines() if line.startswith("    emotion: "))
    changed.write_text(text.replace(score, "    emotion: -2 furious", 1), "utf-8")


def seconds(folder: Path, *words: str) -> tuple[float, str]:
    """How long a command takes, process and all, and what it says."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_journey", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - begin
    assert done.returncode in (0, 1), done.stderr
    return took, done.stdout


def main(journeys: int = 1_000, rounds: int = 5) -> None:
    """Run all rounds and print what came of them."""
    times: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_handbook(folder, journeys)
        for number in range(rounds):
            (diff, said), (check, _) = seconds(folder, "diff", "HEAD"), seconds(folder, "check")
            times.append((diff, check))
            print(f"round {number + 1}: diff {diff:.2f} s, check {check:.2f} s; {said.splitlines()[-1]}")
    diff = statistics.median(diff for diff, _ in times)
    ratio = statistics.median(diff / check for diff, check in times)
    print(f"diff of {journeys} journeys, one changed: {diff:.2f} s (goal for 1,000: {GOAL:g} s)")
    print(f"diff / check: {ratio:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
