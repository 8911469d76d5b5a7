"""How long it takes to tell what changed, next to a check of the same handbook.

Run: python -m tests.benchmarks.diff_speed [JOURNEYS] [ROUNDS]

A repository has the reference journeys, each on a page of its own, and one of them is changed. Each round runs the
commands ``diff HEAD`` and ``check`` on it in turn, as whole processes. Prints the seconds of each round, and the
medians of the seconds and of the ratios of the rounds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.journeys import MISTAKES, PERSONAS, journey_text, pages

GOAL = 2.0
"""Seconds, for 1,000 journeys."""


def write_repository(folder: Path, journeys: int) -> Path:
    """A repository of journeys without mistakes, of which one is changed since HEAD; the path of its mkdocs.yml."""
    texts = {page.path: page.text for page in pages(journeys)}
    for number in range(journeys):
        if number % 50 in MISTAKES:
            # What has an error cannot be compared.
            wrong = journey_text(number)
            path = f"journeys/journey-{number}.md"
            texts[path] = texts[path].replace(wrong, wrong.replace(*reversed(MISTAKES[number % 50]), 1))
    texts |= {name: f"# {name}\n" for name in ("index.md", "guides/setup.md", "guides/help.md")}
    for path, text in texts.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text("site_name: Benchmark\nplugins: [journey]\n", "utf-8")
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    page = folder / "docs" / "journeys" / "journey-0.md"
    owner = next(line for line in page.read_text("utf-8").splitlines() if line.startswith("owner: "))
    page.write_text(page.read_text("utf-8").replace(owner, "owner: Somebody else"), "utf-8")
    assert len(texts) == journeys + len(PERSONAS) + 3
    return configuration


def seconds_of(configuration: Path, *words: str) -> tuple[float, str]:
    """How long a whole process takes, by the clock, and the last line that it says."""
    command = [sys.executable, "-m", "mkdocs_journey", *words, "-f", str(configuration)]
    before = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - before
    assert done.returncode in (0, 1), done.stderr
    return seconds, done.stdout.splitlines()[-1]


def main(journeys: int = 1_000, rounds: int = 7) -> None:
    """Run both commands in turn and print what came of it."""
    found: list[float] = []
    ratios: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        configuration = write_repository(Path(folder), journeys)
        for number in range(rounds + 1):
            diff, said = seconds_of(configuration, "diff", "HEAD")
            check, _ = seconds_of(configuration, "check")
            if not number:
                # The first round warms up.
                print(said)
                continue
            found.append(diff)
            ratios.append(diff / check)
            print(f"round {number}: diff {diff:.2f} s, check {check:.2f} s")
    print(f"{journeys} journeys, one changed, {rounds} rounds")
    print(f"diff: {statistics.median(found):.2f} s (goal {GOAL:g} for 1,000 journeys)")
    print(f"diff / check: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
