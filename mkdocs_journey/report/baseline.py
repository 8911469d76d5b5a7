"""Findings that are known, and of which nobody needs to hear again."""

from __future__ import annotations

import json

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.message import ToldError, message, sentences
from mkdocs_journey.report.fingerprints import fingerprints
from mkdocs_journey.report.report import Report
from mkdocs_journey.safe_text import json_text

_VERSION = 1
_ANEW = message("Write it anew with {option}.", option="--write-baseline")


class BaselineError(ToldError):
    """A baseline that cannot be used; the message says why, in plain sentences."""


class Compared(Struct, frozen=True):
    """A report beside a baseline."""

    report: Report
    """With the findings only that the baseline does not know."""
    known: int
    """Findings that it knows."""
    gone: int
    """Its entries that are not found any more."""


def write_baseline(report: Report) -> str:
    """All findings of the report, to be known from now on: JSON, in the order of paths and codes."""
    entries = sorted(
        (report.path(finding.span.file), finding.code.id, fingerprint)
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    )
    return json_text(
        {
            "version": _VERSION,
            "findings": [
                {"path": path, "code": code, "fingerprint": fingerprint} for path, code, fingerprint in entries
            ],
        },
        ascii_only=False,
    )


def without_known(report: Report, baseline: str) -> Compared:
    """The report without what the text of a baseline knows.

    The report must be whole, as it was for the baseline: of findings that are alike, the first ones are known, and
    entries of a part that was left out would count as gone.

    Raises :class:`BaselineError` for a text that is no baseline.
    """
    entries = _read(baseline)
    found = fingerprints(report)
    new = tuple(
        finding for finding, fingerprint in zip(report.findings, found, strict=True) if fingerprint not in entries
    )
    return Compared(replace(report, findings=new), len(report.findings) - len(new), len(entries - set(found)))


def _read(text: str) -> frozenset[str]:
    try:
        written = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise BaselineError(
            sentences(message("The baseline cannot be read from its line {line} on.", line=error.lineno), _ANEW)
        ) from None
    except (ValueError, RecursionError):
        raise BaselineError(sentences(message("The baseline cannot be read."), _ANEW)) from None
    if not isinstance(written, dict) or not isinstance(written.get("findings"), list):
        raise BaselineError(sentences(message("The baseline holds no list of findings."), _ANEW))
    if written.get("version") != _VERSION:
        raise BaselineError(sentences(message("The baseline comes from another version of mkdocs-journey."), _ANEW))
    entries = set()
    for number, entry in enumerate(written["findings"], 1):
        fingerprint = entry.get("fingerprint") if isinstance(entry, dict) else None
        if not isinstance(fingerprint, str):
            raise BaselineError(
                sentences(message("Finding {number} of the baseline has no fingerprint.", number=number), _ANEW)
            )
        entries.add(fingerprint)
    return frozenset(entries)
