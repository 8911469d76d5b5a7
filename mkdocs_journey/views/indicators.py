"""Indicators of all maps: where they stood, where they stand, where they should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any

from msgspec import Struct

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.compile import Site
from mkdocs_journey.model.parts import Indicator
from mkdocs_journey.model.values import plain_signs
from mkdocs_journey.model.view import View
from mkdocs_journey.views.ordering import ordered
from mkdocs_journey.views.selection import is_wanted, selected_journeys

_AROUND = r"(?:(?:[~≈<>≥≤=€$£¥]+|(?:about|approx\.?|ca\.?|circa|etwa|約)(?![a-z]))\s*)*"
_VALUE = re.compile(rf"^{_AROUND}([+-]?\d+(?:[ \u00a0\u202f,.]\d{{3}})*(?:[.,]\d+)?)(?![\d:/]|\s*[-–]\s*\d)")
"""A number at the start, but for a currency and how exact it is; neither a time nor a range nor a share such as 4/5."""
_THOUSANDS = re.compile(r"[ \u00a0\u202f,.](?=\d{3}(?:\D|$))")


class IndicatorRow(Struct, frozen=True):
    """An indicator of a journey, and its values as far as they are numbers."""

    journey: JourneyEntry
    indicator: Indicator
    baseline: float | None
    current: float | None
    target: float | None

    @property
    def progress(self) -> float | None:
        """Which part of the way from the baseline to the target is done: 0 to 1, and beyond on both sides.

        None where one of them is not known. Where the target lies below the baseline, less is better.
        """
        if self.baseline is None or self.current is None or self.target is None or self.baseline == self.target:
            return None
        return (self.current - self.baseline) / (self.target - self.baseline)

    @property
    def ends(self) -> tuple[float, float]:
        """The ends of a scale that holds all three; it begins at 0 unless one of them lies below."""
        known = [value for value in (self.baseline, self.current, self.target) if value is not None]
        return min([0.0, *known]), max([0.0, *known]) or 1.0

    @property
    def gap(self) -> float | None:
        """Which part of the way is still to go."""
        return None if self.progress is None else 1 - self.progress


class IndicatorTable(Struct, frozen=True):
    """Rows in their order."""

    rows: tuple[IndicatorRow, ...]
    total: int
    """Number of rows before ``limit``."""


def gather(view: View, site: Site, today: date) -> IndicatorTable:
    """The indicators of the maps that a view asks for; those of today, unless it asks for plans."""
    rows = [
        IndicatorRow(
            entry, one, number_in(one.baseline or ""), number_in(one.current or ""), number_in(one.target or "")
        )
        for entry in selected_journeys(view, site.atlas)
        if is_wanted(view.owner, entry.journey.owner)
        for one in entry.journey.indicators
    ]
    found = ordered(rows, view.sort, _KEYS)
    return IndicatorTable(tuple(found[: view.limit]), len(found))


def number_in(text: str) -> float | None:
    """The number at the start of a value such as ``38 days``, ``31 %`` or ``1,200``; None where it is no such value.

    None too where it has more digits than a number can have here.
    """
    match = _VALUE.match(plain_signs(text).strip().casefold())
    if match is None:
        return None
    plain = _THOUSANDS.sub("", match[1])
    number = float(plain.replace(",", "."))
    return number if isfinite(number) else None


_KEYS: Mapping[str, Callable[[IndicatorRow], Any]] = {
    "order": lambda row: 0,
    "name": lambda row: row.indicator.name.casefold(),
    "gap": lambda row: None if row.gap is None else -row.gap,
}
