"""axe-core, in the version that was agreed upon: rules of WCAG 2.2 AA and of good practice."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tests.engines.engine import Engine
from tests.npm_packages import Package

AXE = Package(
    "axe-core",
    "axe-core",
    "4.14.1",
    "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
)
"""Those for pip hold versions of years ago."""
RUN = """async (ours) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"], rules: {"target-size": {enabled: true}}});
    return found.violations.flatMap((rule) => rule.nodes
        .filter((node) => document.querySelector(node.target.at(-1))?.closest(ours))
        .map((node) => `${rule.id}: ${node.target.join(" ")}`));
}"""


@lru_cache(maxsize=1)
def script(cache: Path, say: Callable[[str], None]) -> str:
    """The script that a page runs. If it has to be fetched, that is said before."""
    with tarfile.open(AXE.archive(cache, say)) as files:
        held = files.extractfile("package/axe.min.js")
        assert held is not None
        return held.read().decode("utf-8")


def violations(engine: Engine, axe: str, ours: str = ".journey-ui") -> list[str]:
    """What axe finds wrong with what is ours on the open page, as ``rule: selector``."""
    engine.run(f"() => {{ if (!window.axe) {{ {axe} }} }}")
    found: list[str] = engine.run(RUN, ours)
    return found
