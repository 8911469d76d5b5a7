"""Texts that would like to be more than texts, and reports of nothing else."""

from __future__ import annotations

from mkdocs_journey.findings import Finding, Mend
from mkdocs_journey.place import Span
from mkdocs_journey.report.report import Report
from mkdocs_journey.rules.table import CODES

HOSTILE = {
    "colours": "a\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "command": "::error file=x::stolen",
    "command behind spaces": "\u3000 ::stop-commands::x",
    "old command": "it is ##[add-mask]a and ##vso[task.setvariable variable=a]b",
    "escaped": "%0A::error::x %0D%0A %25",
    "line ends": "a\n::error::b\r\n::warning::c\r##[error]d\u2028e\u0085f",
    "end of data": "<![CDATA[ ]]> --> </failure> &amp; <x y='\"'/>",
    "nothing": "a\x00b\x01\x7f",
    "halves": "a\ud800b\udfffc\udcff",
    "directions": "a\u202eb\u2066c\u200fd\u061c",
    "no characters": "a\ufffeb\uffffc\U0010ffffd\ufdd0",
    "emoji": "👩‍👩‍👧‍👦 🇩🇪 1️⃣ ☺️ 🏴\U000e0067\U000e007f",
    "accents": "Z" + "\u0301\u0323" * 300,
    "long": "::error::x 花" * 8_000,
    "link": "[a](https://evil.example) {0} @everyone <script>alert(1)</script>",
}


def hostile_report(text: str, path: str | None = None) -> Report:
    """The text in every place of a finding, at several places of its source line."""
    mend = Mend(text, (text, text), 1, 1, certain=True)
    places = [(1, 1, 1, 1), (1, 2, 1, 9), (1, 500, 1, 900), (1, 3, 4, 1), (9, 1, 9, 2)]
    findings = [
        Finding(CODES[code], Span("a.md", *place), text, mend, ((Span("b.md", 1, 1, 1, 2), text),))
        for place, code in zip(places, ("JN111", "JN140", "JN310", "JN111", "JN111"), strict=True)
    ]
    return Report(tuple(findings), lambda file: [text] if file == "a.md" else (), lambda file: path or f"docs/{file}")
