"""A promise is worth what comes of it: a later step keeps it, or the map shows that none does."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.findings import Finding
from mkdocs_journey.message import message
from mkdocs_journey.method.promises import made_promises
from mkdocs_journey.quoting import quoted
from mkdocs_journey.rules import codes
from mkdocs_journey.rules.examined import ExaminedMap


def broken_promises(seen: ExaminedMap) -> Iterator[Finding]:
    """Every promise is kept somewhere."""
    for promise in made_promises(seen.places):
        if next(promise.kept, None) is None:
            yield seen.finding(
                codes.PROMISE_NOT_KEPT,
                (*promise.path, "promise", promise.number, "text"),
                message("“{text}” is promised here, and no later step keeps it.", text=quoted(promise.text)),
                message("Add keeps: with the same words where it is kept, or a pain point where it is broken."),
            )


RULES = (broken_promises,)
