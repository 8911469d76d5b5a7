"""What comes of a block that holds something else than a map."""

from __future__ import annotations

from textwrap import dedent

from mkdocs_journey.findings import Finding, Severity
from tests.compiling import compile_pages


def found_in(text: str, kind: str = "journey") -> tuple[Finding, ...]:
    """What is wrong with a page that begins with a heading and has the text in a block."""
    return compile_pages({"map.md": f"# Borrowing\n\n```{kind}\n{text}\n```\n"}).findings


def plain(text: str) -> str:
    """A text without its common indentation; ⇥ stands for a tab."""
    return dedent(text).strip("\n").replace("⇥", "\t")


def assert_pasted(typed: str, map_: str, says: str, kind: str = "journey") -> None:
    """A block is one finding, which says something and has the whole block as its mend; that has no error."""
    (finding,) = found_in(plain(typed), kind)
    assert str(finding) == f"map.md:4:1 JN042 {says}"
    assert "\n".join(finding.mend.lines) == plain(map_)
    assert (finding.mend.first, finding.mend.last) == (4, 3 + len(plain(typed).split("\n")))
    assert not finding.mend.certain
    pasted = found_in("\n".join(finding.mend.lines), kind)
    assert [one for one in pasted if one.severity is Severity.ERROR] == []
