"""Checks a folder in a process of its own, with little time and little memory.

The process checks a small folder first, so that everything is imported, then the one that is asked about, and then
a usual one: what is measured is what the second costs on top, and how often the third could be checked in its time.
Run: python -m tests.hostile.limited SMALL FOLDER USUAL
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

TIMES = 30
"""CPU time that a check may take, as so many checks of the usual folder. A third of it has been seen."""
ENDLESS = 60
"""Seconds of CPU time after which a process is ended that would go on for ever; what is promised is far less."""
MEGABYTES = 100
"""Memory that a check may take on top of the program itself."""
ADDRESSES = 1_000
"""Megabytes of addresses that it may ask for on top, most of which it will never use."""
PATIENCE = 600
"""Seconds by the clock after which a process is given up, however little of the processor it had."""


@dataclass(frozen=True)
class Outcome:
    """How a check ended."""

    exit_code: int
    """That of the check; negative where a signal ended the process, 3 where the program was at fault."""
    errors: str
    """What the process wrote on its error output."""
    findings: tuple[str, ...]
    """Their codes, in their order."""
    times: float
    """Its CPU time, as a multiple of what the usual folder takes in the same process."""
    megabytes: float


SMALL = {"page.md": b"```journey\ntitle: Small\nphases: [Need]\n```\n"}
STEP = """\
      - name: Step {number}
        emotion: +1 glad
        actions: One thing is done, and it is told in some words
        pains: ['Pain {number}, with words of its own, so many that they fill a line']
"""
STEPS = "".join(STEP.format(number=number) for number in range(300))
USUAL = {
    f"{name}.md": f"```journey\ntitle: {name}\nphases:\n  - name: Need\n    steps:\n{STEPS}```\n".encode()
    for name in ("One", "Two", "Three", "Four")
}
"""Four sound maps of 300 steps: in all twice as much text as one block may have."""


def check_limited(folder: Path, files: Mapping[str, bytes]) -> Outcome:
    """Write files into the docs folder of a site and check it."""
    for name, pages in (("small", SMALL), ("site", files), ("usual", USUAL)):
        (folder / name / "docs").mkdir(parents=True)
        (folder / name / "mkdocs.yml").write_text("site_name: Limited\nplugins: [journey]\n", "utf-8")
        for path, content in pages.items():
            (folder / name / "docs" / path).write_bytes(content)
    folders = [str(folder / name) for name in ("small", "site", "usual")]
    command = [sys.executable, "-m", "tests.hostile.limited", *folders]
    root = Path(__file__).parent.parent.parent
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if result.returncode:
        return Outcome(result.returncode, result.stderr, (), 0, 0)
    told = json.loads(result.stdout)
    return Outcome(
        told["exit_code"], result.stderr, tuple(told["findings"]), round(told["times"], 2), round(told["megabytes"])
    )


def main(small: str, folder: str, usual: str) -> None:
    """Check all three folders; tell what became of the second one, and what it cost."""
    run(Path(small))
    memory = most_memory()
    resource.setrlimit(resource.RLIMIT_CPU, (ENDLESS, ENDLESS))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + ADDRESSES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    start = time.process_time()
    exit_code, findings = run(Path(folder))
    seconds, megabytes = time.process_time() - start, most_memory() - memory
    start = time.process_time()
    sound, _ = run(Path(usual))
    assert sound == 0
    times = seconds / (time.process_time() - start)
    print(json.dumps({"exit_code": exit_code, "findings": findings, "times": times, "megabytes": megabytes}))


def most_memory() -> float:
    """The most memory that this process has had so far, in megabytes. (What resource says counts its parent too.)"""
    [line] = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1000


def run(folder: Path) -> tuple[int, list[Any]]:
    """Check a site by the command: its exit code, and the codes of its findings."""
    from mkdocs_journey.hosts.command.main import main as command

    report = folder / "report.json"
    arguments = ["check", "-f", str(folder / "mkdocs.yml"), "--format", f"json:{report}", "--ignore", "JN3"]
    try:
        command.main(arguments, standalone_mode=False)
        exit_code = 0
    except SystemExit as end:
        exit_code = int(end.code or 0)
    except click.exceptions.Exit as end:
        exit_code = end.exit_code
    findings = json.loads(report.read_text("utf-8"))["findings"] if report.exists() else []
    return exit_code, [finding["code"] for finding in findings]


if __name__ == "__main__":
    main(*sys.argv[1:])
