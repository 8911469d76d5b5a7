"""Every rule is explained, its bad example is found, and its good example is right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup

from mkdocs_journey.compile import Page, SiteContent, compile_site
from mkdocs_journey.findings import Finding, LifeCycle, Severity
from mkdocs_journey.rules.document import RuleDocument, parse_document, read_document
from mkdocs_journey.rules.page import rule_text, rules_page
from mkdocs_journey.rules.settings import Limits, Settings, read_settings
from mkdocs_journey.rules.table import CODES
from mkdocs_journey.source.fences import find_blocks
from tests.compiling import compile_pages

TODAY = date(2026, 11, 22)
RULES = [id_ for id_, code in CODES.items() if code.life is not LifeCycle.REMOVED]
DOCUMENTS = {id_: document for id_ in RULES if (document := read_document(id_)) is not None}
EACH = pytest.mark.parametrize(("id_", "document"), DOCUMENTS.items(), ids=DOCUMENTS)
MOST_LINES = 25
NAMED = {"⟨tab⟩": "\t", "⟨vertical tab⟩": "\x0b", "⟨zero-width space⟩": "\u200b"}
"""How documents show what nobody would see."""
REPEATED = re.compile(r"^(.*) ⟨and ([\d,]+) lines like this⟩$", re.MULTILINE)
"""How documents shorten what is too long to read."""


def as_typed(text: str) -> str:
    """An example as somebody would have typed it."""
    for shown, character in NAMED.items():
        text = text.replace(shown, character)
    return REPEATED.sub(lambda match: "\n".join([match[1]] * (int(match[2].replace(",", "")) + 1)), text)


def findings(document: RuleDocument, example: Mapping[str, str]) -> list[Finding]:
    files = {path: as_typed(text) for path, text in example.items()}
    return list(compile_pages(files, read_settings(document.settings), TODAY).findings)


def is_grave(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def test_every_rule_has_a_document() -> None:
    assert [id_ for id_ in RULES if id_ not in DOCUMENTS] == []


@EACH
def test_a_rule_finds_its_bad_example_and_nothing_else_in_it_is_wrong(id_: str, document: RuleDocument) -> None:
    found = findings(document, document.bad)
    assert id_ in {finding.code.id for finding in found}
    assert [str(finding) for finding in found if is_grave(finding) and finding.code.id != id_] == []


@EACH
def test_the_good_example_of_a_rule_is_right(id_: str, document: RuleDocument) -> None:
    found = findings(document, document.good)
    assert [str(finding) for finding in found if is_grave(finding) or finding.code.id == id_] == []


@EACH
def test_a_document_is_short(id_: str, document: RuleDocument) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", document.why)
    lines = [sum(text.count("\n") for text in example.values()) for example in (document.bad, document.good)]
    assert 1 <= len(sentences) <= 3
    assert document.why.endswith(".")
    assert 1 <= min(lines) <= max(lines) <= MOST_LINES


def test_there_is_no_document_for_anything_but_a_rule() -> None:
    assert [read_document(name) for name in ("JN999", "jn001", "", "../documents/JN001")] == [None] * 4


def test_a_document_may_have_several_files_and_settings() -> None:
    text = (
        "Why it\nmatters.\n\n## Bad\n\n### check\nlimits:\n  phases: 2\n\n### a/map.md\n\n# Map\n\n### Not a file\n\n"
        "### data/map.yml\ntitle: x\n\n## Good\n\nAll fine.\n"
    )
    assert parse_document(text) == RuleDocument(
        why="Why it matters.",
        bad={"a/map.md": "# Map\n\n### Not a file\n", "data/map.yml": "title: x\n"},
        good={"map.md": "All fine.\n"},
        settings={"limits": {"phases": 2}},
    )


def test_the_page_shows_examples_and_draws_none() -> None:
    page = rules_page()
    assert find_blocks(page, "rules.md") == []
    site = compile_site(SiteContent([Page("rules.md", page, "All rules")], exists=lambda path: False))
    assert [str(finding) for finding in site.findings] == []


def test_the_page_has_a_row_and_a_section_for_every_rule_with_its_examples_as_they_were_typed() -> None:
    html = markdown.markdown(rules_page(), extensions=["attr_list", "tables", "toc", "pymdownx.superfences"])
    soup = BeautifulSoup(html, "html.parser")
    anchors = [id_.lower() for id_ in RULES]
    assert [link["href"] for link in soup.select("td a")] == [f"#{anchor}" for anchor in anchors]
    assert [heading["id"] for heading in soup.select("h3")] == anchors
    shown = {code.text.rstrip("\n") for code in soup.select("pre code")}
    examples = [text.rstrip("\n") for one in DOCUMENTS.values() for text in (*one.bad.values(), *one.good.values())]
    assert [text for text in examples if text not in shown] == []


def test_what_the_page_shows_of_settings_and_ignores_can_be_copied() -> None:
    ignores, settings = re.findall(r"^(`{3,4})(?:markdown|yaml)\n(.*?)^\1$", rules_page(), re.DOTALL | re.MULTILINE)[:2]
    assert read_settings(yaml.safe_load(settings[1])["plugins"][0]["journey"]["check"]) == Settings(
        select=("JN1", "JN2", "JN3"), ignore=("JN313", "JN36"), severity={"JN324": Severity.WARNING}
    )
    found = compile_pages({"map.md": ignores[1]}, Settings(), TODAY).findings
    assert [str(finding) for finding in found if finding.code.id.startswith("JN14")] == []


def test_the_page_names_every_limit() -> None:
    assert [limit for limit in Limits.__struct_fields__ if f"\n          {limit}: " not in rules_page()] == []


def test_a_rule_is_explained_in_a_terminal() -> None:
    assert rule_text("JN007") == (
        """\
JN007  A text ends in a colon
Error

A text that ends in a colon promises that more will follow. Readers of the map
would wait for a list that is not there, so finish the thought, or put the text
in quotes.

Bad:

    ```journey
    title: Training the dispatchers
    phases:
      - name: Before the session
        actions:
          - Sends us the list of:
    ```

Good:

    ```journey
    title: Training the dispatchers
    phases:
      - name: Before the session
        actions:
          - Sends us the list of participants
    ```

The block is not drawn until this is mended.
"""
    )


@pytest.mark.parametrize(
    ("id_", "end"),
    [
        ("JN009", "Builds go on. To allow it, write in the block:\n\n    ignore: {JN009: the reason}\n"),
        (
            "JN050",
            "A strict build fails on it. To allow it, write in mkdocs.yml, below check:\n\n    ignore: [JN050]\n",
        ),
        ("JN320", "Builds go on. To allow it, write in the block:\n\n    ignore: {JN320: the reason}\n"),
    ],
)
def test_an_explanation_ends_with_what_comes_of_a_finding(id_: str, end: str) -> None:
    assert rule_text(id_).endswith(f"\n\n{end}")


def test_no_explanation_holds_a_character_that_a_terminal_would_obey() -> None:
    assert [id_ for id_ in RULES if not rule_text(id_).replace("\n", "").isprintable()] == []
