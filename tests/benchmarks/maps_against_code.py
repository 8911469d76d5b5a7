"""What maps cost a build: 200 Material pages, paired in one run, CPU time of whole processes.

Run: python -m tests.benchmarks.maps_against_code [PAGES] [ROUNDS]

Three sites that differ in nothing but their fences: a full map on each page, drawn by the plugin; the same fence
shown as highlighted YAML; and no fence at all. Prints the ratios, each round and their medians.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROSE = "Some words about the journey, so that the page is one that somebody might write.\n\n" * 3
CONFIGURATION = """\
site_name: Benchmark
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins: [{plugins}]
markdown_extensions: [admonition, attr_list, pymdownx.highlight, pymdownx.superfences, {{toc: {{permalink: true}}}}]
"""


def full_map(number: int) -> str:
    """A map of 5 phases, 10 steps and 10 lanes, about as long as a real one; 15 of its texts have markup."""
    phases = []
    for phase in range(5):
        steps = []
        for step in range(2):
            column = phase * 2 + step
            score = (-2, -1, 0, 1, 2, 1, -1, -2, 0, 2)[column]
            steps.append(f"""\
      - name: Step {column + 1} of map {number}
        emotion: {score:+d} feeling number {column}
        actions:
          - Opens **page {column}** and reads it
        touchpoints:
          - {{name: Page {column}, channel: app}}
        thoughts: Why is it so in map {number}, step {column}
        pains:
          - {{text: It takes {column + 1} days, severity: {column % 5 + 1}}}""")
        phases.append(f"""\
  - name: Phase {phase + 1}
    definition: From the first to the last day of phase {phase + 1}
    customer_goal: To be *done* with phase {phase + 1}
    owner: Team {phase + 1}
    steps:
{chr(10).join(steps)}""")
    return f"""\
id: map-{number}
title: Map number {number}
scenario: A team of {number} people moves its work to a new desk.
owner: Onboarding
status: validated
phases:
{chr(10).join(phases)}
"""


def write_site(folder: Path, pages: int, kind: str) -> Path:
    """Write one of the three sites; the path of its mkdocs.yml."""
    docs = folder / kind / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n\n" + PROSE, "utf-8")
    for number in range(pages):
        fence = {"maps": "journey", "yaml": "yaml", "none": ""}[kind]
        block = f"```{fence}\n{full_map(number)}```\n\n" if fence else ""
        (docs / f"page-{number}.md").write_text(f"# Page {number}\n\n{PROSE}{block}{PROSE}", "utf-8")
    path = folder / kind / "mkdocs.yml"
    path.write_text(CONFIGURATION.format(plugins="search, journey" if kind == "maps" else "search"), "utf-8")
    return path


def cpu_seconds(configuration: Path) -> float:
    """CPU time, of user and system, of one build in a process of its own."""
    site = configuration.parent / "site"
    shutil.rmtree(site, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(site)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(pages: int = 200, rounds: int = 5) -> None:
    """Build the three sites in turn and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        sites = {kind: write_site(Path(folder), pages, kind) for kind in ("maps", "yaml", "none")}
        for path in sites.values():
            cpu_seconds(path)
        ratios: dict[str, list[float]] = {"yaml": [], "none": []}
        for number in range(1, rounds + 1):
            seconds = {kind: cpu_seconds(path) for kind, path in sites.items()}
            for kind, found in ratios.items():
                found.append(seconds["maps"] / seconds[kind])
            print(f"round {number}: " + ", ".join(f"{kind} {value:.2f} s" for kind, value in seconds.items()))
    print(f"{pages} pages, {rounds} rounds")
    print(f"maps / highlighted YAML: {statistics.median(ratios['yaml']):.3f} (goal 0.60, later 0.45)")
    print(f"maps / no fence:         {statistics.median(ratios['none']):.3f} (goal 1.30)")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
