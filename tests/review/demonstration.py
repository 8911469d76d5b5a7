"""The example site as a pull request would change it: two versions of one map, and a build that shows the difference.

``python -m tests.review.demonstration FOLDER`` builds it for somebody who wants to look at it.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests.building import BuiltSite, build

EXAMPLE = Path(__file__).parent.parent.parent / "example_site"
MAP = "docs/journeys/go-live.md"
EDITS = (
    ("        emotion: -1 uneasy", "        emotion: -2 forgotten"),
    (
        "          - Did they get the signature?",
        "          - Did they get the signature? I have told everybody three weeks.",
    ),
    (
        "            id: six-days\n            owner: Onboarding\n",
        "            id: six-days\n",
    ),
    ("            owner: Onboarding\n            status: planned\n            severity: 4", "            owner: Customer success\n            status: planned\n            severity: 4"),
    ("          - Asks for a date, again\n", "          - Asks for a date, again\n          - Writes down what was said\n"),
    ("        emotion: +1 reassured", "        emotion: +2 reassured"),
    ("          - Forwards one line of it to Dee\n", ""),
    (
        "      - name: Admin training\n",
        "      - name: Logs in for the first time\n"
        "        emotion: +1 relieved\n"
        "        actions:\n"
        "          - Opens the link on her phone\n"
        "        touchpoints:\n"
        "          - name: Login page\n"
        "            channel: web\n"
        "        pains:\n"
        "          - text: The link works only once\n"
        "            owner: App team\n"
        "            severity: 2\n"
        "      - name: Admin training\n",
    ),
    (
        "        pains:\n"
        "          - text: Skipped training causes the tickets of week two\n"
        "            id: week-two-tickets\n"
        "            owner: Support\n"
        "            severity: 3\n"
        "            evidence: [week-two]\n"
        "            hypothesis: true\n",
        "",
    ),
    ("  - name: Utilization\n", "  - name: Everyday use\n    aliases: [utilization]\n"),
)  # fmt: skip
"""What the pull request changes in the map, text by text."""


def two_versions(folder: Path) -> tuple[Path, Path]:
    """Copy the example site twice, the second time with the edits; both folders."""
    before, after = folder / "before", folder / "after"
    for copy in (before, after):
        shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("site"))
    text = (after / MAP).read_text("utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (after / MAP).write_text(text, "utf-8")
    return before, after


def build_review(folder: Path) -> BuiltSite:
    """The newer version, built for reviewers."""
    before, after = two_versions(folder)
    os.environ["MKDOCS_JOURNEY_BASE"] = str(before)
    try:
        return build(after / "mkdocs.yml", folder / "site")
    finally:
        del os.environ["MKDOCS_JOURNEY_BASE"]


if __name__ == "__main__":
    print("\n".join(build_review(Path(sys.argv[1])).log))
