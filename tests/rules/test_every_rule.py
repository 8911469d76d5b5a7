"""A handbook that breaks every rule once: tests/every_rule, with the list of what is found in findings.txt.

Where rules or messages have changed, ``python -m tests.rules.test_every_rule`` writes the list anew. Read it then.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_journey.atlas import JourneyEntry, PersonaEntry
from mkdocs_journey.findings import Finding, LifeCycle, Severity
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.site.check import Check, Checked
from mkdocs_journey.site.folder import open_site
from tests.building import BuiltSite, build
from tests.rules.cases import TODAY

HANDBOOK = Path(__file__).parent.parent / "every_rule"
LIST = HANDBOOK / "findings.txt"
MIDNIGHT = str(int(datetime.combine(TODAY, time(), UTC).timestamp()))
"""The first second of TODAY, as SOURCE_DATE_EPOCH has it."""
ONLY_WITHOUT_MKDOCS = ["JN134"]
"""In MkDocs, a page without a title has one from its file name, and so have its maps."""
INVISIBLE = "journeys/invisible.md"
INVISIBLE_PAGE = """\
# Pasted from slides

```journey
phases:
  - \u200bname: Ask
    thoughts: Who answers?\x0bWho decides?
```

```journey
phases:
{phases}```
""".replace("{phases}", "  - One more appointment\n" * 3000)
"""What nobody could see or would want to read in a file: a zero-width space, a vertical tab, and 3,001 lines."""


def copy_handbook(folder: Path) -> Path:
    """The handbook with its invisible page; the path of its mkdocs.yml."""
    shutil.copytree(HANDBOOK, folder)
    (folder / "docs" / INVISIBLE).write_text(INVISIBLE_PAGE, "utf-8")
    return folder / "mkdocs.yml"


def check(configuration: Path) -> Checked:
    site = open_site(configuration)
    return Check(site, site.options.settings, TODAY).run()


@pytest.fixture(scope="module")
def configuration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_handbook(tmp_path_factory.mktemp("every_rule") / "handbook")


@pytest.fixture(scope="module")
def checked(configuration: Path) -> Checked:
    return check(configuration)


@pytest.fixture(scope="module")
def built(configuration: Path) -> Iterator[BuiltSite]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", MIDNIGHT)
        yield build(configuration, configuration.parent / "site")


def test_the_check_finds_what_the_list_says(checked: Checked) -> None:
    assert [str(finding) for finding in checked.findings] == LIST.read_text("utf-8").splitlines()


def test_every_rule_is_broken_exactly_once() -> None:
    rules = {id_ for id_, code in CODES.items() if code.life is not LifeCycle.REMOVED}
    times = Counter(line.split()[1] for line in LIST.read_text("utf-8").splitlines())
    missing = sorted(rules - times.keys())
    double = sorted(id_ for id_, number in times.items() if number > 1)
    assert (missing, double) == (ONLY_WITHOUT_MKDOCS, [])


def test_the_one_rule_that_no_site_of_mkdocs_breaks_is_found_in_markdown_by_itself() -> None:
    page = "Nothing has a title here.\n\n```journey\nphases: [Ask]\n```\n"
    html = BeautifulSoup(markdown.markdown(page, extensions=["mkdocs_journey"]), "html5lib")
    assert [codes_in(box) for box in html.select(".journey-error")] == [ONLY_WITHOUT_MKDOCS]


def test_the_build_logs_what_the_check_finds(checked: Checked, built: BuiltSite) -> None:
    levels = {Severity.ERROR: "WARNING", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
    assert list(built.log) == [f"{levels[finding.severity]} {finding}" for finding in checked.findings]


def test_every_page_is_built_with_what_can_be_drawn_and_a_box_for_what_cannot(
    checked: Checked, built: BuiltSite, configuration: Path
) -> None:
    docs = configuration.parent / "docs"
    expected, shown = {}, {}
    for path in sorted(path.relative_to(docs) for path in docs.rglob("*.md")):
        blocks = checked.site.blocks.get(path.as_posix(), ())
        article = built.page(address(path)).select_one("article")
        entries = [block.entry for block in blocks]
        expected[path] = (
            [entry.title for entry in entries if isinstance(entry, JourneyEntry)],
            [entry.name for entry in entries if isinstance(entry, PersonaEntry)],
            [codes_of(block.findings) for block in blocks if block.entry is None],
        )
        shown[path] = (
            [title.get_text() for title in article.select(".journey .journey__title")],
            [name.get_text() for name in article.select(".journey-persona-card__name")],
            [codes_in(box) for box in article.select(".journey-error")],
        )
    assert shown == expected


def address(path: Path) -> str:
    """The folder of a page in the built site."""
    return "" if path.as_posix() == "index.md" else path.with_suffix("").as_posix()


def codes_of(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(finding.code.id for finding in findings)


def codes_in(box: Tag) -> list[str]:
    """The codes that an error box names."""
    return sorted(small.get_text() for small in box.select(".journey-error__message small"))


def write_list() -> None:
    with tempfile.TemporaryDirectory() as folder:
        findings = check(copy_handbook(Path(folder) / "handbook")).findings
    LIST.write_text("".join(f"{finding}\n" for finding in findings), "utf-8")


if __name__ == "__main__":
    write_list()
