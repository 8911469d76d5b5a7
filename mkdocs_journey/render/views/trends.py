"""Small charts beside each other: how some numbers moved in the same time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.render.charts.chart import trend
from mkdocs_journey.render.html import curves
from mkdocs_journey.render.html.texts import Text
from mkdocs_journey.render.views.compare import spread

APART = 24.0
"""Least distance between two names at the ends of lines, in per cent of the height of a chart."""


class TrendLine(Struct, frozen=True):
    """A line of a chart: its points as shares of the time and of the scale, and what stands at its end."""

    points: list[tuple[float, float | None]]
    name: str
    """What it shows; "" where its chart says so."""
    value: Text


class Chart(Struct, frozen=True):
    """Lines on one scale."""

    title: Text
    lines: list[TrendLine]
    top: Text
    bottom: Text
    neutral: float
    """Where a line lies across, in per cent from the top."""


def times_of(days: Sequence[date]) -> list[float]:
    """Each day as a share of the time between the first and the last; none before its forerunner.

    Where all are one day, they are evenly spaced.
    """
    numbers = list(accumulate((day.toordinal() for day in days), max))
    length = numbers[-1] - numbers[0]
    if not length:
        return [number / max(1, len(numbers) - 1) for number in range(len(numbers))]
    return [(number - numbers[0]) / length for number in numbers]


def charts_html(charts: Sequence[Chart], begin: str, end: str) -> Markup:
    """All charts, each from ``begin`` to ``end``. What they show must be told elsewhere too."""
    if not charts:
        return Markup()
    html = Markup().join(_chart(chart, (begin, end)) for chart in charts)
    return Markup('<div class="journey-trends" aria-hidden="true">{}</div>').format(html)


def _chart(chart: Chart, days: Sequence[str]) -> Markup:
    places = [
        100 - 100 * next((share for _, share in reversed(one.points) if share is not None), 0) for one in chart.lines
    ]
    if len(places) > 1:
        places = spread(places, APART)
    ends = Markup(" ").join(
        Markup('<span class="journey-s{}" style="--y:{}"><b>{}</b> {}</span>').format(
            k, curves.number(place), line.value, line.name
        )
        for k, (place, line) in enumerate(zip(places, chart.lines, strict=True))
    )
    return Markup(
        '<div class="journey-trend"><p class="journey-label">{}</p>'
        '<div class="journey-compare__axis"><span style="--y:0">{}</span> <span style="--y:100">{}</span></div>'
        '{}<div class="journey-compare__ends">{}</div>'
        '<div class="journey-row"><span>{}</span> <span>{}</span></div></div>'
    ).format(
        chart.title,
        chart.top,
        chart.bottom,
        trend(tuple(tuple(line.points) for line in chart.lines), 1 - chart.neutral / 100),
        ends,
        *days,
    )
