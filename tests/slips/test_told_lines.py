"""What is told of a line comes with the line that was meant, at once."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages, journey

FIELDS = {
    # a field of a phase as typed: the lines that are offered for it
    "emotion: - 1 triste": ("    emotion: -1 triste",),
    "needs: - 3 keys": ("    needs:", "      - 3 keys"),
    "{needs}: Keys": ("    needs: Keys",),
}


@pytest.mark.parametrize("typed", FIELDS)
def test_the_lines_that_were_meant_are_offered_at_once(typed: str) -> None:
    page = journey(f"title: T\nphases:\n  - name: A\n    {typed}\n")
    lines = [finding.mend.lines for finding in compile_pages({"map.md": page}).findings if finding.mend.lines]
    assert lines == [FIELDS[typed]]


def test_a_status_in_other_words_comes_with_a_line_that_keeps_them() -> None:
    (finding,) = compile_pages({"map.md": journey("title: T\nstatus: final\nphases: [A]\n")}).findings
    assert (finding.mend.lines, finding.mend.certain) == (("version: 'Status: final'",), False)


def test_what_is_not_resolved_is_open() -> None:
    pains = "    pains:\n      - text: P\n        status: unresolved\n"
    site = compile_pages({"map.md": journey(f"title: T\nphases:\n  - name: A\n{pains}")})
    (entry,) = site.atlas.journeys.values()
    assert (site.findings, entry.journey.phases[0].pains[0].status) == ((), "open")


def test_fields_are_named_as_pages_in_the_language_of_the_map_show_them() -> None:
    (finding,) = compile_pages({"map.md": journey("title: T\nlang: de\nQuatsch: [a, b]\nphases: [A]\n")}).findings
    assert "title, id, aliases, Persona, Mitbetroffen" in finding.mend.advice
