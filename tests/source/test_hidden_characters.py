"""What nobody can see in a text is told, typed or written with a backslash; what a script or an emoji needs stays."""

from __future__ import annotations

import pytest

from tests.compiling import compile_pages

CASES = [
    # title as typed, and as it is offered
    ("a\x00b", "ab", True),
    (r'"\ud800"', r"'\ud800'", False),
    (r'"C:\Users"', r"'C:\Users'", False),
]
LEFT_ALONE = [
    "می\u200cخواهم", "क्\u200dष", "👩\u200d💻 👍🏽", "ไทย\u200bไทย", "日本\u200b語", "\u200eabc\u200f", r'"a\tb\nc"', r'"é"',
    "a\u00adb", "\u2066abc\u2069",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "offered", "certain"), CASES)
def test_it_is_told_with_the_line_as_it_should_be(typed: str, offered: str, certain: bool) -> None:
    (finding,) = compile_pages({"map.md": f"```journey\ntitle: {typed}\nid: a\nphases: [One]\n```\n"}).findings
    assert finding.code.id in ("JN040", "JN041")
    assert (finding.mend.lines, finding.mend.certain) == ((f"title: {offered}",), certain)


@pytest.mark.parametrize("typed", LEFT_ALONE)
def test_what_is_needed_stays(typed: str) -> None:
    site = compile_pages({"map.md": f"```journey\ntitle: {typed}\nid: a\nphases: [One]\n```\n"})
    assert [str(finding) for finding in site.findings] == []


def test_an_address_is_told_as_a_whole() -> None:
    links = "[a](java&#115;cript:alert(1)) [b](R&#38;D.md) [c](java&Tab;script:alert(1))"
    page = f"```journey\ntitle: A\nphases:\n  - name: One\n    needs: '{links}'\n```\n"
    assert [str(finding).split(" ", 1)[1] for finding in compile_pages({"map.md": page}).findings] == [
        "JN206 A link may not begin with “javascript:”. Use http, https, mailto or a page of this site.",
        "JN205 There is no page “R&#38;D.md” in this site. Paths start at the file in which they are written.",
        "JN206 A link may not begin with “javascript:”. Use http, https, mailto or a page of this site.",
    ]
