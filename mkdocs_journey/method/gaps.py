"""The gap of a touchpoint: what it is like, against what it should be like."""

from __future__ import annotations

from mkdocs_journey.model.trouble import Trouble
from mkdocs_journey.model.values import rating


def falls_short(actual: str, desired: str) -> bool:
    """Whether one rating is below the other, or two texts differ."""
    is_now, should_be = rated(actual), rated(desired)
    if is_now is not None and should_be is not None:
        return is_now < should_be
    return actual.strip().casefold() != desired.strip().casefold()


def rated(text: str) -> int | None:
    """The rating that an author wrote, 1 to 5; None where it is something in words."""
    try:
        found = rating(text)
    except Trouble:
        return None
    return found if isinstance(found, int) else None
