"""``--fix`` on maps that come to a page by the snippets extension: each file is mended where it stands, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site
from tests.building import write_site
from tests.compiling import WITHOUT_METHOD, report

CONFIGURATION = """
    site_name: Test
    plugins: [journey]
    markdown_extensions:
      - pymdownx.snippets: {base_path: [docs, parts]}
"""
TYPED = "```journey\ntitle: Out: a walk\nphases:\n  - name: Need\n```\n"
MENDED = TYPED.replace("Out: a walk", "'Out: a walk'")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Check]:
    """The check of a site; ``parts`` stand beside its docs folder."""
    # The snippets extension starts at the working folder.
    monkeypatch.chdir(tmp_path)

    def site(parts: dict[str, str], **pages: str) -> Check:
        files = {f"{name}.md": text for name, text in pages.items()}
        configuration = write_site(tmp_path, files, CONFIGURATION)
        (tmp_path / "parts").mkdir()
        for name, text in parts.items():
            (tmp_path / "parts" / name).write_text(text, "utf-8")
        return Check(open_site(configuration), WITHOUT_METHOD, date(2026, 11, 30))

    return site


def mended(check: Check) -> dict[str, str]:
    check.mend(check.run())
    return check.mended


def test_a_file_that_brings_a_whole_map_is_mended_where_it_stands(site: Callable[..., Check]) -> None:
    page = 'Words.\n\n--8<-- "walk.md"\n\nAnd\n\nmore\n\nwords.\n'
    assert mended(site({"walk.md": TYPED}, index=page)) == {"parts/walk.md": MENDED}


def test_a_map_that_holds_a_snippet_is_read_with_it(site: Callable[..., Check]) -> None:
    page = '```journey\ntitle: Out\nphases:\n--8<-- "phases.yml"\n  - name: Back\n```\n'
    checked = site({"phases.yml": "  - name: Need\n  - name: Way\n"}, index=page).run()
    assert report(checked.site) == []
    assert [phase.phase.name for phase in checked.site.atlas.journeys["out"].phases] == ["Need", "Way", "Back"]


def test_what_is_wrong_in_it_is_told_at_the_line_of_the_snippet_and_no_line_is_mended(
    site: Callable[..., Check],
) -> None:
    page = '```journey\ntitle: Out\nphases:\n--8<-- "phases.yml"\n  - name: Way: back\n```\n'
    check = site({"phases.yml": "  - name: Need\n  - name: Way: out\n"}, index=page)
    findings = check.run().findings
    assert [(one.code.id, one.span.file, one.span.line) for one in findings] == [
        ("JN006", "index.md", 4),
        ("JN006", "index.md", 5),
    ]
    assert mended(check) == {}


def test_a_snippet_that_is_only_shown_stays_what_is_typed(site: Callable[..., Check]) -> None:
    page = '```journey\ntitle: Out\nphases:\n;--8<-- "phases.yml"\n```\n'
    checked = site({"phases.yml": "  - name: Need\n"}, index=page).run()
    assert [one.code.id for one in checked.findings] == ["JN025"]
