"""How the plugin's own time and memory grow with the site: maps with cross-links, and every view.

Run: python -m tests.benchmarks.growth [SMALL] [LARGE] [ROUNDS]

Builds a handbook of SMALL journeys and one of LARGE (200 and 2,000 if not said otherwise), each journey with 20 links
to others, ten in its texts and ten in the prose around it, and a page with every view. Each build is a process of its
own, in which the CPU time is counted that is spent inside the plugin: in its events, in its part of Markdown, in what
search reads. Prints the exponent with which that time grows from SMALL to LARGE: 1 is linear. Memory is the most that
the process held, less that of the same pages without blocks.
"""

from __future__ import annotations

import functools
import json
import math
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from mkdocs_journey.model.values import slug
from mkdocs_journey.model.views import VIEWS
from tests.benchmarks.journeys import PERSONAS, journey_text

LINKS = 20
"""Cross-links of each journey."""
PROSE = "Some words about the journey, so that the page is one that somebody might write.\n\n"
CONFIGURATION = """\
site_name: Benchmark
theme: mkdocs
# One entry: a navigation of all pages, drawn on each of them, would be most of the time.
nav: [index.md]
plugins: [{plugins}]
markdown_extensions: [admonition, attr_list, pymdownx.superfences]
"""


def linked_journey(number: int, journeys: int) -> tuple[str, str]:
    """The YAML of a journey with half of its links in it, and a paragraph with the other half."""
    chance = Random(number)
    links = []
    for _ in range(LINKS):
        other = chance.randrange(journeys)
        phases = re.findall(r"^  - name: (.*)$", journey_text(other - other % 10), re.MULTILINE)
        links.append(f"[](journey:journey-{other}#{slug(chance.choice(phases))})")
    inside, around = iter(links[: LINKS // 2]), links[LINKS // 2 :]
    # Every tenth journey of the check's benchmark is sound; the others have mistakes, and would only be boxes here.
    sound = number - number % 10
    text = journey_text(sound).replace(f"id: journey-{sound}\n", f"id: journey-{number}\n")
    text = text.replace(f"({sound})", f"({number})", 1)
    backstage = re.compile(r"^( +backstage): .*$", re.MULTILINE)
    return backstage.sub(lambda match: f"{match[1]}: As in {next(inside)} and {next(inside)}", text), " and ".join(
        around
    )


def write_site(folder: Path, journeys: int, *, blocks: bool) -> Path:
    """Write a handbook with its views, or the same pages without blocks; the path of its mkdocs.yml."""
    docs = folder / f"{journeys}-{'maps' if blocks else 'none'}" / "docs"
    for name in ("journeys", "personas", "guides"):
        (docs / name).mkdir(parents=True)
    for name in ("guides/setup.md", "guides/help.md"):
        (docs / name).write_text(f"# Guide\n\n{PROSE}", "utf-8")
    for id_, (name, role) in PERSONAS.items():
        block = f"```persona\nname: {name}\nrole: {role}\n```\n" if blocks else ""
        (docs / "personas" / f"{id_}.md").write_text(f"# {name}\n\n{PROSE}{block}", "utf-8")
    for number in range(journeys):
        text, links = linked_journey(number, journeys)
        middle = f"```journey\n{text}```\n\n{links}\n\n" if blocks else ""
        page = f"# Journey {number}\n\n{PROSE}{middle}## What we learned\n\n{PROSE}"
        (docs / "journeys" / f"journey-{number}.md").write_text(page, "utf-8")
    views = "\n".join(_view(view) for view in VIEWS) if blocks else ""
    (docs / "index.md").write_text(f"# All journeys\n\n{PROSE}{views}", "utf-8")
    configuration = docs.parent / "mkdocs.yml"
    configuration.write_text(CONFIGURATION.format(plugins="search, journey" if blocks else "search"), "utf-8")
    return configuration


def _view(view: str) -> str:
    """A view of all journeys; of one or a few where there can be no more."""
    named = "[journey-0, journey-10]" if view == "compare" else "journey-0" if VIEWS[view].one_journey else ""
    return f"```journeys\nview: {view}\n{f'journey: {named}' if named else ''}\n```\n"


def measure(configuration: Path) -> dict[str, float]:
    """CPU seconds inside the plugin and in all, and the most memory in MiB, of one build in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", "--build", str(configuration)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


class OwnTime:
    """Adds up the CPU time of functions; those that are called by one another count once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.seconds = 0.0
        self._inside = False

    def count(self, owner: Any, name: str) -> None:
        """Count what a function of a class or a module takes from now on."""
        function: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(function)
        def counted(*arguments: Any, **named: Any) -> Any:
            if self._inside:
                return function(*arguments, **named)
            self._inside, start = True, time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += time.process_time() - start
                self._inside = False

        setattr(owner, name, counted)


def build(configuration: Path) -> None:
    """Build a site in this process and print what it took."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    from mkdocs_journey.hosts.markdown import extension
    from mkdocs_journey.hosts.mkdocs import plugin as host

    own = OwnTime()
    for name in [name for name in vars(host.JourneyPlugin) if name.startswith("on_") and name != "on_startup"]:
        own.count(host.JourneyPlugin, name)
    for processor in [value for value in vars(extension).values() if isinstance(value, type) and "run" in vars(value)]:
        own.count(processor, "run")
    own.count(host, "lean_page")
    start = time.process_time()
    build_site(load_config(str(configuration), site_dir=str(configuration.parent / "site")))
    total = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"own": own.seconds, "all": total, "memory": memory}))


def main(small: int = 200, large: int = 2_000, rounds: int = 3) -> None:
    """Build both handbooks in turn and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        sites = {
            (journeys, blocks): write_site(Path(folder), journeys, blocks=blocks)
            for journeys in (small, large)
            for blocks in (True, False)
        }
        exponents: list[float] = []
        for number in range(1, rounds + 1):
            own = {journeys: measure(sites[(journeys, True)]) for journeys in (small, large)}
            exponents.append(math.log(own[large]["own"] / own[small]["own"]) / math.log(large / small))
            told = ", ".join(f"{n} journeys: {f['own']:.2f} s of {f['all']:.2f} s" for n, f in own.items())
            print(f"round {number}: {told}; exponent {exponents[-1]:.3f}")
        more = {n: own[n]["memory"] - measure(sites[(n, False)])["memory"] for n in (small, large)}
    print(f"{LINKS} links a journey, {len(VIEWS)} views, {rounds} rounds")
    print(f"own time grows with exponent {statistics.median(exponents):.3f} (goal 1.05)")
    per_journey = (more[large] - more[small]) / (large - small) * 1024
    print(
        f"memory: {more[small]:.0f} MiB more at {small}, {more[large]:.0f} at {large}: {per_journey:.0f} KiB a journey"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build(Path(sys.argv[2]))
    else:
        main(*(int(argument) for argument in sys.argv[1:]))
