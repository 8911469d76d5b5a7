"""Checks a folder in a process of its own, with little time and little memory.

The process checks a small folder first, so that everything is imported, and then the one that is asked about:
what is measured is what that costs on top. Run: python -m tests.hostile.limited SMALL FOLDER
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

SECONDS = 5
"""CPU time that a check may take, from one start of the process to its end. What is promised is far less."""
MEGABYTES = 100
"""Memory that a check may take on top of the program itself."""
ADDRESSES = 1_000
"""Megabytes of addresses that it may ask for on top, most of which it will never use."""
PATIENCE = 120
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
    seconds: float
    megabytes: float


def check_limited(folder: Path, files: Mapping[str, bytes]) -> Outcome:
    """Write files into the docs folder of a site and check it."""
    for name, pages in (("small", {"page.md": b"```journey\ntitle: Small\nphases: [Need]\n```\n"}), ("site", files)):
        (folder / name / "docs").mkdir(parents=True)
        (folder / name / "mkdocs.yml").write_text("site_name: Limited\nplugins: [journey]\n", "utf-8")
        for path, content in pages.items():
            (folder / name / "docs" / path).write_bytes(content)
    command = [sys.executable, "-m", "tests.hostile.limited", str(folder / "small"), str(folder / "site")]
    root = Path(__file__).parent.parent.parent
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if result.returncode:
        return Outcome(result.returncode, result.stderr, (), 0, 0)
    told = json.loads(result.stdout)
    return Outcome(
        told["exit_code"], result.stderr, tuple(told["findings"]), round(told["seconds"], 2), round(told["megabytes"])
    )


def main(small: str, folder: str) -> None:
    """Check both folders; tell what became of the second one, and what it cost."""
    run(Path(small))
    before, memory = resource.getrusage(resource.RUSAGE_SELF), most_memory()
    spent = int(before.ru_utime + before.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, spent + SECONDS))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + ADDRESSES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    exit_code, findings = run(Path(folder))
    after = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "exit_code": exit_code,
        "findings": findings,
        "seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "megabytes": most_memory() - memory,
    }
    print(json.dumps(told))


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
