"""How fast the history of a map is told, next to what git itself takes to show the changes of the same file.

Run: python -m tests.benchmarks.history_speed [COMMITS] [ROUNDS]

Makes a repository in which every commit changes a score of one full map. Each round runs the command ``log`` for all
commits and ``git log -p`` of the file, as whole processes. Prints CPU time and time on the clock of each round, and
the medians.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.maps_against_code import full_map

BIN = Path(sys.executable).parent
GOAL = 3.0
"""Seconds on the clock for 500 commits."""
PAGE = "docs/map.md"
BEGIN = 1_700_000_000
DAY = 86_400


def version(number: int) -> str:
    """The map after so many commits; no two neighbours have the same scores and the same indicator."""
    text = full_map(7)
    scores = [line for line in text.split("\n") if "emotion: " in line]
    score = number % 5 - 2
    text = text.replace(scores[0], f"{scores[0].partition('emotion: ')[0]}emotion: {score:+d}", 1)
    return f"# Map\n\nVersion {number}.\n\n```journey\n{text}```\n"


def write_repository(folder: Path, commits: int) -> None:
    """A repository with so many commits, made at once."""
    stream: list[str] = []
    for number in range(commits):
        files = {PAGE: version(number)}
        if number == 0:
            files["mkdocs.yml"] = "site_name: Benchmark\nplugins: [journey]\n"
        message = f"Change {number}"
        stream.append(f"commit refs/heads/main\ncommitter A <a@example.org> {BEGIN + number * DAY} +0000\n")
        stream.append(f"data {len(message)}\n{message}\n")
        for path, text in files.items():
            stream.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, check=True, input="".join(stream).encode())
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)


def timed(folder: Path, *command: str | Path) -> tuple[float, float]:
    """CPU time of user and system, and time on the clock, of a whole process."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, end - start


def main(commits: int = 500, rounds: int = 5) -> None:
    """Run the two in turn and print what came of it."""
    ratios: list[float] = []
    clocks: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_repository(folder, commits)
        for number in range(1, rounds + 1):
            ours, clock = timed(folder, BIN / "mkdocs-journey", "log", "map-7", "--limit", "0")
            git, git_clock = timed(folder, "git", "log", "-p", "--", PAGE)
            ratios.append(ours / git)
            clocks.append(clock)
            print(f"round {number}: log {ours:.2f} s CPU, {clock:.2f} s; git log -p {git:.2f} s CPU, {git_clock:.2f} s")
    print(f"{commits} commits of a map of {version(0).count(chr(10))} lines, {rounds} rounds")
    print(f"log takes {statistics.median(clocks):.2f} s (goal {GOAL:g} s for 500 commits)")
    print(f"log takes {statistics.median(ratios):.1f} times the CPU of git log -p")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
