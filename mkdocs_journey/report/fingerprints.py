"""What a finding is known by from one check to the next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from mkdocs_journey.report.report import Report

_LENGTH = 32


def fingerprints(report: Report) -> tuple[str, ...]:
    """A text for each finding that no other finding of the report has.

    It stays the same when lines are added above it, or when a message is worded anew: only the code, the path and
    the text of the source line count, and how many like it stand before.
    """
    files: dict[str, Sequence[str]] = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in report.findings:
        span = finding.span
        if span.file not in files:
            files[span.file] = report.lines(span.file)
        lines = files[span.file]
        text = lines[span.line - 1].strip() if 1 <= span.line <= len(lines) else ""
        alike = (finding.code.id, report.path(span.file), text)
        seen[alike] += 1
        found.append(sha256(json.dumps([*alike, seen[alike]]).encode()).hexdigest()[:_LENGTH])
    return tuple(found)
