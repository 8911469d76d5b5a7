"""What maps cost a build: 200 Material pages, paired in one run, CPU time of whole processes.

Run: python -m tests.benchmarks.maps_against_code [PAGES] [ROUNDS]

Three sites that differ in nothing but their fences: a full map on each page, drawn by the plugin; the same fence
shown as highlighted YAML; and no fence at all. Prints the ratios, each round and their medians.
"""

from __future__ import annotations

import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent.parent / "example_site" / "docs"
PROSE = "Some words about the journey, so that the page is one that somebody might write.\n\n"
AFTER = f"## What we learned\n\n{PROSE * 2}## What we are doing\n\n{PROSE * 2}"
"""What stands below a map on the pages of the example site, in outline."""
CONFIGURATION = """\
site_name: Benchmark
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins: [{plugins}]
markdown_extensions:
  - admonition
  - attr_list
  - toc: {{permalink: true}}
  - pymdownx.superfences
  # As Material's documentation recommends it.
  - pymdownx.highlight: {{anchor_linenums: true, line_spans: __span, pygments_lang_class: true}}
"""


def full_map(number: int) -> str:
    """A real map, of the example site: 8 steps, 15 lanes, in the form in which maps are written (300 lines).

    Links to other pages and to other maps are taken out, since the benchmark's site does not have them.
    """
    page = (EXAMPLE / "journeys" / "go-live.md").read_text("utf-8")
    fields = re.search(r"^```journey\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1]
    fields = re.sub(r"^ *(persona|parent|detailed_by|aliases):.*\n", "", fields, flags=re.MULTILINE)
    fields = re.sub(r"\]\([^)]*\)", "](index.md)", fields)
    fields = re.sub(r"(^ *(?:- )?(?:page|link): |^ *- )\.\./\S+\.md$", r"\1index.md", fields, flags=re.MULTILINE)
    return re.sub(r"^id: .*$", f"id: map-{number}", fields, flags=re.MULTILINE)


def write_site(folder: Path, pages: int, kind: str) -> Path:
    """Write one of the three sites; the path of its mkdocs.yml."""
    docs = folder / kind / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n\n" + PROSE, "utf-8")
    for number in range(pages):
        fence = {"maps": "journey", "yaml": "yaml", "none": ""}[kind]
        block = f"```{fence}\n{full_map(number)}```\n\n" if fence else ""
        (docs / f"page-{number}.md").write_text(f"# Page {number}\n\n{PROSE}{block}{AFTER}", "utf-8")
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
