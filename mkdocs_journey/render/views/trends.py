"""Small charts beside each other: how some numbers moved in the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from markupsafe import Markup

from mkdocs_journey.render.charts.chart import Trend, trends
from mkdocs_journey.render.html.texts import Text
from mkdocs_journey.render.map import curve
from mkdocs_journey.render.views.compare import spread

APART = 24.0
"""Least distance between two names at the ends of lines, in per cent of the height of a chart."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A line of a chart: its points as shares of the time and of the scale, and what stands at its end."""

    points: list[tuple[float, float | None]]
    name: str
    """What it shows; "" where its chart says so."""
    value: Text


@dataclass(frozen=True, slots=True)
class Chart:
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
    """All charts, drawn from one picture, each from ``begin`` to ``end``. What they show must be told elsewhere too."""
    if not charts:
        return Markup()
    drawn = iter(trends([line.points for chart in charts for line in chart.lines]))
    html = Markup().join(_chart(chart, [next(drawn) for _ in chart.lines], (begin, end)) for chart in charts)
    return Markup('<div class="journey-trends" aria-hidden="true">{}</div>').format(html)


def _chart(chart: Chart, drawn: Sequence[Trend], days: Sequence[str]) -> Markup:
    images = Markup().join(
        Markup('<span class="journey-s{}" style="--line:{}"></span>').format(k, Markup(_image(one)))  # noqa: S704
        for k, one in enumerate(drawn)
    )
    places = spread([one.end[1] for one in drawn], APART) if len(drawn) > 1 else [one.end[1] for one in drawn]
    ends = Markup(" ").join(
        Markup('<span class="journey-s{}" style="--y:{}"><b>{}</b> {}</span>').format(
            k, curve.number(place), line.value, line.name
        )
        for k, (place, line) in enumerate(zip(places, chart.lines, strict=True))
    )
    return Markup(
        '<div class="journey-trend" style="--columns:1;--neutral:{}"><p class="journey-label">{}</p>'
        '<div class="journey-compare__axis"><span style="--y:0">{}</span> <span style="--y:100">{}</span></div>'
        '<div class="journey-compare__plot">{}</div><div class="journey-compare__ends">{}</div>'
        '<div class="journey-row"><span>{}</span> <span>{}</span></div></div>'
    ).format(curve.number(chart.neutral), chart.title, chart.top, chart.bottom, images, ends, *days)


def _image(one: Trend) -> str:
    dot = f"{curve.stroke(width=8)} stroke-linecap=%22round%22"
    return curve.mask(
        (curve.stroke(), one.path),
        (dot, f"M{curve.number(one.end[0])} {curve.number(one.end[1])}h0"),
        left=0,
        width=104,
    )
