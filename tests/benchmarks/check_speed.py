"""How fast maps are checked, next to tools that check the same YAML without knowing what a map is.

Run: python -m tests.benchmarks.check_speed [JOURNEYS] [ROUNDS]

Each round checks the reference journeys with all rules in this process, and has yamllint and check-jsonschema (with
the JSON Schema of a journey) look at the same YAML, a file for each journey, in this process as well. It also runs
the command ``check`` and the command ``check-jsonschema`` on one journey each, as whole processes. Prints CPU time of
each round, and the medians of the ratios of the rounds.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from check_jsonschema import main as check_jsonschema
from yamllint import linter
from yamllint.config import YamlLintConfig

from mkdocs_journey.compile import CompileOptions, Page, SiteContent, compile_site
from mkdocs_journey.model.schema import json_schema
from tests.benchmarks.journeys import journey_text, pages

TODAY = date(2026, 11, 22)
BIN = Path(sys.executable).parent
GOAL = 1_000
"""Journeys a second."""


def check(site: Sequence[Page]) -> None:
    """Find everything that the command ``check`` finds, with all rules."""
    files = {page.path for page in site} | {"guides/setup.md", "guides/help.md"}
    gc.disable()
    try:
        compile_site(SiteContent(site, exists=files.__contains__), CompileOptions(today=TODAY))
    finally:
        gc.enable()


def lint(texts: Sequence[str]) -> None:
    """Have yamllint look at each text, with its default rules."""
    configuration = YamlLintConfig("extends: default")
    for text in texts:
        list(linter.run(text, configuration, "journey.yml"))


def validate(schema: Path, files: Sequence[Path]) -> None:
    """Have check-jsonschema look at all files at once."""
    arguments = ["--schemafile", str(schema), *map(str, files)]
    with contextlib.redirect_stdout(io.StringIO()):
        check_jsonschema.main(arguments, standalone_mode=False)


def cpu_seconds(function: Callable[..., None], *arguments: object) -> float:
    """CPU time of a call in this process."""
    before = time.process_time()
    function(*arguments)
    return time.process_time() - before


def cpu_seconds_of_process(*command: str | Path) -> float:
    """CPU time, of user and system, of a whole process. Its exit code is 0 or 1: it may find mistakes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write_files(folder: Path, texts: Sequence[str]) -> tuple[Path, list[Path], Path]:
    """Write the JSON Schema of a journey, a YAML file for each text, and a handbook with the first of them."""
    schema = folder / "schema.json"
    schema.write_text(json.dumps(json_schema("journey")), "utf-8")
    files = [folder / f"journey-{number}.yml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    page = folder / "docs" / "index.md"
    page.parent.mkdir()
    page.write_text(f"# Journey\n\n```journey\n{texts[0]}```\n", "utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text("site_name: Benchmark\nplugins: [journey]\n", "utf-8")
    return schema, files, configuration


def main(journeys: int = 1_000, rounds: int = 5) -> None:
    """Run the tools in turn and print what came of it."""
    texts, site = [journey_text(number) for number in range(journeys)], pages(journeys)
    rates: list[float] = []
    ratios: dict[str, list[float]] = {"yamllint": [], "check-jsonschema": [], "one": []}
    with tempfile.TemporaryDirectory() as folder:
        schema, files, configuration = write_files(Path(folder), texts)
        # What is made once for all, such as validators, is made before.
        check(site[:10]), lint(texts[:1]), validate(schema, files[:1])
        for number in range(1, rounds + 1):
            ours = cpu_seconds(check, site)
            others = {"yamllint": cpu_seconds(lint, texts), "check-jsonschema": cpu_seconds(validate, schema, files)}
            one = cpu_seconds_of_process(BIN / "mkdocs-journey", "check", "-f", configuration)
            one_other = cpu_seconds_of_process(BIN / "check-jsonschema", "--schemafile", schema, files[0])
            rates.append(journeys / ours)
            ratios["one"].append(one_other / one)
            for tool, seconds in others.items():
                ratios[tool].append(seconds / ours)
            told = ", ".join(f"{tool} {1000 * s / journeys:.2f} ms" for tool, s in {"check": ours, **others}.items())
            print(f"round {number}: {told} a journey; one file: check {one:.2f} s, check-jsonschema {one_other:.2f} s")
    print(f"{journeys} journeys, {rounds} rounds")
    print(f"check: {statistics.median(rates):,.0f} journeys a second (goal {GOAL:,})")
    for tool in ("yamllint", "check-jsonschema"):
        print(f"check is {statistics.median(ratios[tool]):.1f}× as fast as {tool}")
    print(f"check of one file is {statistics.median(ratios['one']):.2f}× as fast as check-jsonschema, process and all")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
