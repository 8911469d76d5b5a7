"""Values as a reader of a change sees them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from mkdocs_journey.model.parts import Item
from mkdocs_journey.model.values import Period

_COMMIT = 7


def value_text(value: Any) -> str:
    """A value in words: "" for none, ``true``, ``2026-11-25``, ``3mo``, or the text itself."""
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return "true"
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Item):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(value_text(one) for one in value)
    return str(value)


def _period(period: Period) -> str:
    years, months = divmod(period.months, 12)
    if period.months and not months and not period.days:
        return f"{years}y"
    parts = [
        f"{period.months}mo" if period.months else "",
        f"{period.days}d" if period.days or not period.months else "",
    ]
    return " ".join(filter(None, parts))


def score_text(score: float | None, *, sign: bool) -> str:
    """A score as an author writes it: ``-2``, ``+1``; without the plus on a scale that has no minus."""
    if score is None:
        return ""
    text = f"{score:+g}" if sign and score else f"{score:g}"
    return text.replace("-", "−")


def short_commit(id_: str) -> str:
    """The id of a commit as short as git shows it."""
    return id_[:_COMMIT]


def joined(items: Iterable[Item]) -> str:
    """Several texts as one."""
    return "; ".join(item.text for item in items)
