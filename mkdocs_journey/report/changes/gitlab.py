"""Breaking and risky changes as a GitLab Code Quality report, to stand beside the lines of a merge request."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from mkdocs_journey.diff import Change, Grade, Graded
from mkdocs_journey.diff.comparison import Comparison
from mkdocs_journey.drawing.sentences import plain as in_words
from mkdocs_journey.drawing.sentences import reason, sentence
from mkdocs_journey.languages.words import Words
from mkdocs_journey.safe_text import json_text, plain

_SEVERITIES = {Grade.BREAKING: "major", Grade.RISKY: "minor"}
_LENGTH = 32


def write_gitlab(comparison: Comparison, words: Words | None = None) -> str:
    """The report as GitLab reads it from ``artifacts:reports:codequality``; notes are no matter of quality."""
    words, seen = words or Words.load(), Counter[str]()
    return json_text(
        [
            _issue(graded, severity, comparison, words, seen)
            for grade, severity in _SEVERITIES.items()
            for graded in comparison.changes
            if graded.grade is grade
        ]
    )


def _issue(graded: Graded, severity: str, comparison: Comparison, words: Words, seen: Counter[str]) -> dict[str, Any]:
    change = graded.change
    why = f" ({because})" if (because := reason(graded, words)) else ""
    place = ", ".join(dict.fromkeys((change.where.title, change.where.place)))
    return {
        "description": plain(f"{place}: {in_words(sentence(graded, words))}{why}"),
        "check_name": f"map-{graded.grade}-{graded.reason}",
        "fingerprint": _fingerprint(graded, seen),
        "severity": severity,
        "location": _location(change, comparison),
    }


def _fingerprint(graded: Graded, seen: Counter[str]) -> str:
    """The same as long as the same happened to the same thing, wherever it stands and whatever its values are."""
    change = graded.change
    alike = json.dumps(
        [
            *(graded.reason, change.kind, change.thing, change.lane, change.field, change.name),
            *(change.where.kind, change.where.id, change.where.anchor),
        ]
    )
    seen[alike] += 1
    return sha256(f"{alike}{seen[alike]}".encode()).hexdigest()[:_LENGTH]


def _location(change: Change, comparison: Comparison) -> dict[str, Any]:
    """Where it stands now; a map that is gone where it stood."""
    span, path = comparison.place(change), comparison.path_after
    if span is None:
        span, path = change.spans.before, comparison.path_before
    assert span is not None
    return {"path": plain(path(span.file)), "lines": {"begin": span.line, "end": span.end_line}}
