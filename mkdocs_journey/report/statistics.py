"""How often each rule found something."""

from __future__ import annotations

from collections import Counter

from mkdocs_journey.report.report import Report


def write_statistics(report: Report) -> str:
    """A line a rule, the most frequent first: number, code, and what it is about."""
    counts = Counter(finding.code.id for finding in report.findings)
    summaries = {finding.code.id: report.words.said(finding.code.summary) for finding in report.findings}
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    width = max((len(str(number)) for number in counts.values()), default=0)
    return "".join(f"{number:>{width}}  {id_}  {summaries[id_].rstrip('.。')}\n" for id_, number in ordered)
