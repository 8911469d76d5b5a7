"""Whatever stands on a page, ``--fix`` loses no word, touches nothing else, and leaves no more errors than before."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, note, settings

from mkdocs_journey.compile import CompileOptions, Page, Site, SiteContent, compile_site
from mkdocs_journey.corrections import certain_mends
from mkdocs_journey.findings import Severity
from mkdocs_journey.site.check import Check
from mkdocs_journey.site.folder import open_site_or_folder
from mkdocs_journey.source.text import Block
from tests.compiling import WITHOUT_METHOD
from tests.fixing.pages import STANDARD_WORDS, pages, words, words_of_field_names

pytestmark = pytest.mark.slow
OFTEN = settings(max_examples=50, suppress_health_check=list(HealthCheck))


def site_of(page: str) -> Site:
    # What is read of a file has plain line ends and no mark in front.
    text = page.removeprefix("\ufeff").replace("\r\n", "\n")
    return compile_site(SiteContent([Page("map.md", text)]), CompileOptions(settings=WITHOUT_METHOD))


def fixed(page: str) -> str:
    """A page after ``check --fix``."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "map.md")
        file.write_bytes(page.encode("utf-8"))
        check = Check(open_site_or_folder(None, Path(folder)), WITHOUT_METHOD, date(2026, 11, 30))
        check.mend(check.run())
        check.write_mended()
        assert [one.name for one in file.parent.iterdir()] == ["map.md"]
        return file.read_bytes().decode("utf-8")


def errors(site: Site) -> list[str]:
    return [str(finding) for finding in site.findings if finding.severity is Severity.ERROR]


def models(site: Site) -> dict[str, dict[str, object]]:
    return {entry.id: entry.journey.model_dump() for entry in site.atlas.journeys.values()}


def untouched(site: Site) -> Counter[str]:
    """Texts of the blocks in which nothing is mended for certain."""
    mends = certain_mends(site.findings).get("map.md", [])
    blocks = [compiled.fence for compiled in site.blocks.get("map.md", ())]
    return Counter(block.text for block in blocks if not any(_touches(mend.first, block) for mend in mends))


def _touches(line: int, block: Block) -> bool:
    return block.opening.line <= line <= block.opening.line + len(block.lines) + 1


@given(pages())
@OFTEN
def test_no_word_is_lost(page: str) -> None:
    after = fixed(page)
    note(after)
    lost, gained = words(page) - words(after), words(after) - words(page)
    assert set(lost) <= words_of_field_names(page) | {"Journey"}
    assert set(gained) <= STANDARD_WORDS


@given(pages())
@OFTEN
def test_maps_that_could_be_read_say_what_they_said(page: str) -> None:
    after = fixed(page)
    note(after)
    said = models(site_of(after))
    assert {id_: said.get(id_) for id_ in models(site_of(page))} == models(site_of(page))


@given(pages())
@OFTEN
def test_blocks_without_a_certain_mend_stay_letter_by_letter(page: str) -> None:
    site, after = site_of(page), fixed(page)
    note(after)
    assert untouched(site) - Counter(one.fence.text for one in site_of(after).blocks.get("map.md", ())) == Counter()


@given(pages())
@OFTEN
def test_there_are_no_more_errors_than_before(page: str) -> None:
    after = fixed(page)
    note(after)
    assert len(errors(site_of(after))) <= len(errors(site_of(page)))


@given(pages())
@OFTEN
def test_a_second_fix_changes_nothing_more(page: str) -> None:
    once = fixed(page)
    assert fixed(once) == once


@given(pages())
@OFTEN
def test_line_ends_and_the_mark_in_front_stay(page: str) -> None:
    after = fixed(page)
    assert after.startswith("\ufeff") == page.startswith("\ufeff")
    assert ("\r\n" in after, "\n" in after.replace("\r\n", "")) == ("\r\n" in page, "\n" in page.replace("\r\n", ""))
