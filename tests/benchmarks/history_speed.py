"""How long the history of one map takes, next to what git needs to show the same commits.

Run: python -m tests.benchmarks.history_speed [COMMITS] [ROUNDS]

Makes a git repository in which each of so many commits changes one reference journey. Each round runs the command
``log`` and ``git log -p`` of the same file, both as whole processes. Prints the time on the clock of each round, and
the medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.journeys import journey_text

PAGE = "docs/map.md"


def stream(commits: int) -> Iterator[str]:
    """What ``git fast-import`` reads: a site, and its map with another score and another indicator each time."""
    text = journey_text(1)
    for number in range(commits):
        emotion = next(line for line in text.splitlines() if line.startswith("    emotion: "))
        changed = text.replace(emotion, f"    emotion: {number % 5 - 2:+d}", 1)
        changed = changed.replace("target: 40", f"current: {number}, target: 40")
        files = {PAGE: f"# Map\n\n```journey\n{changed}```\n"}
        if number == 0:
            files["mkdocs.yml"] = "{site_name: Handbook, plugins: [journey]}"
        message = f"Change {number}\n"
        yield f"commit refs/heads/main\ncommitter A <a@example.com> {1_600_000_000 + 86_400 * number} +0000\n"
        yield f"data {len(message)}\n{message}\n"
        for path, content in files.items():
            yield f"M 644 inline {path}\ndata {len(content.encode())}\n{content}\n"


def write_repository(folder: Path, commits: int) -> None:
    """A repository with so many versions of a map, and the last one in its folder."""
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "fast-import", "--quiet"], input="".join(stream(commits)).encode(), check=True)
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)


def seconds(command: Sequence[str], folder: Path) -> tuple[float, str]:
    """How long a command takes, process and all, and what it says."""
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, done.stdout


def main(commits: int = 500, rounds: int = 5) -> None:
    """Run all rounds and print what came of them."""
    log = [sys.executable, "-m", "mkdocs_journey", "log", "journey-1", "--limit", "0"]
    times: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_repository(folder, commits)
        for number in range(rounds):
            ours, said = seconds(log, folder)
            gits, _ = seconds(["git", "log", "-p", "--", PAGE], folder)
            times.append((ours, gits))
            points = sum(line.startswith("20") for line in said.splitlines())
            print(f"round {number + 1}: log {ours:.2f} s for {points} points, git log -p {gits:.2f} s")
    print(f"log of {commits} commits: {statistics.median(ours for ours, _ in times):.2f} s")
    print(f"log / git log -p: {statistics.median(ours / gits for ours, gits in times):.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
