"""Small charts beside each other: how some numbers moved in the same time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from markupsafe import Markup
from msgspec import Struct

from mkdocs_journey.render.charts.chart import trend
from mkdocs_journey.render.html.elements import element, joined, style
from mkdocs_journey.render.html.texts import Text
from mkdocs_journey.render.views.compare import end_of_line, spread

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
    return element("div", *(_chart(chart, begin, end) for chart in charts), cls="journey-trends", aria_hidden="true")


def _chart(chart: Chart, begin: str, end: str) -> Markup:
    places = [
        100 - 100 * next((share for _, share in reversed(one.points) if share is not None), 0) for one in chart.lines
    ]
    if len(places) > 1:
        places = spread(places, APART)
    ends = [
        end_of_line(number, place, element("b", line.value), " ", line.name)
        for number, (place, line) in enumerate(zip(places, chart.lines, strict=True))
    ]
    axis = (element("span", text, style=style(y=y)) for text, y in ((chart.top, 0), (chart.bottom, 100)))
    days = (element("span", day) for day in (begin, end))
    return element(
        "div",
        element("p", chart.title, cls="journey-label"),
        element("div", joined(axis, " "), cls="journey-compare__axis"),
        trend(tuple(tuple(line.points) for line in chart.lines), 1 - chart.neutral / 100),
        element("div", joined(ends, " "), cls="journey-compare__ends"),
        element("div", joined(days, " "), cls="journey-row"),
        cls="journey-trend",
    )
