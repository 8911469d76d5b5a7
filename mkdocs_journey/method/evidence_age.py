"""The age of evidence."""

from __future__ import annotations

from datetime import date

from mkdocs_journey.model.parts import Source
from mkdocs_journey.model.values import Period


def is_out_of_date(source: Source, allowed: Period, today: date) -> bool:
    """Whether a source is older than a site allows; one without a date is not."""
    return source.date is not None and allowed.after(source.date) < today
