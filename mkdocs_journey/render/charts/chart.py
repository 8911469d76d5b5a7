"""Charts: pygal scales and draws them; of its picture only the places of lines, dots and bars are kept.

The picture itself has a global style sheet, a script, ids that are the same in every chart, and colours that do not
follow the page. What is kept is drawn by the page's own style sheet. Nothing else imports pygal, and nothing imports it
before a chart is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from mkdocs_journey.model.values import Scale
from mkdocs_journey.render.map.curve import BLEED, Score, number, point_at, segments

SAMPLES = 16
"""Points of a curve between two scores: pygal draws straight lines, and its own curves leave the scale."""
_MARGIN = 0.02 / 1.04
"""``pygal.view.Box.margin`` is added on both sides of a range."""
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_BARE: dict[str, Any] = {
    "margin": 0, "spacing": 0, "js": (), "show_legend": False, "show_x_labels": False, "show_y_labels": False,
    "show_x_guides": False, "show_y_guides": False, "include_x_axis": False, "no_prefix": True,
    "disable_xml_declaration": True,
}  # fmt: skip
"""Nothing but the data itself."""


def curve_paths(series: Sequence[Sequence[Score]], scale: Scale) -> list[str]:
    """SVG path data of curves in an image 100 wide for each column, from −10 above the scale to 110 below it.

    One for each series; "" where it has no two scores beside each other. A score of None interrupts it.
    """
    columns = len(series[0])
    bleed = BLEED / 100 * (scale.high - scale.low)
    runs = [(k, run) for k, scores in enumerate(series) for run in _sampled(scores)]
    found = [""] * len(series)
    if not runs:
        return found
    import pygal

    chart = pygal.XY(
        width=100 * columns,
        height=100 + 2 * BLEED,
        xrange=_less_margin(0, columns),
        range=_less_margin(scale.low - bleed, scale.high + bleed),
        show_dots=False,
        **_BARE,
    )
    for _, run in runs:
        chart.add("", run)
    for (k, _), path in zip(runs, _elements(chart, "path"), strict=True):
        values = [float(value) for value in _NUMBER.findall(path.get("d", ""))]
        points = zip(values[::2], values[1::2], strict=True)
        found[k] += "M" + "L".join(f"{number(x)} {number(y - BLEED)}" for x, y in points)
    return found


@dataclass(frozen=True, slots=True)
class Trend:
    """How something moved over time, as SVG path data in an image 100 wide, from −10 above its scale to 110 below."""

    path: str
    """It goes on as it was until the next point."""
    end: tuple[float, float]
    """Where it ends: per cent from the left, and from the top."""


def trends(series: Sequence[Sequence[tuple[float, float | None]]]) -> list[Trend]:
    """Series of points, each a share of the time and of a scale, 0 to 1. A value of None interrupts its line.

    Each of them has at least one value.
    """
    stairs = [(k, list(_stairs(run))) for k, points in enumerate(series) for run in _unbroken(points)]
    if not stairs:
        return []
    import pygal

    bleed = BLEED / 100
    chart = pygal.XY(
        width=100,
        height=100 + 2 * BLEED,
        xrange=_less_margin(0, 1),
        range=_less_margin(-bleed, 1 + bleed),
        show_dots=False,
        **_BARE,
    )
    for _, run in stairs:
        chart.add("", run)
    paths, ends = [""] * len(series), [(0.0, 0.0)] * len(series)
    for (k, _), path in zip(stairs, _elements(chart, "path"), strict=True):
        values = [float(value) for value in _NUMBER.findall(path.get("d", ""))]
        places = zip(values[::2], values[1::2], strict=True)
        paths[k] += "M" + "L".join(f"{number(x)} {number(y - BLEED)}" for x, y in places)
        ends[k] = values[-2], values[-1] - BLEED
    return list(map(Trend, paths, ends))


def _unbroken(points: Sequence[tuple[float, float | None]]) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for x, value in points:
        if value is not None:
            run.append((x, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _stairs(run: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Every point, and between two of them the corner: the earlier value at the later time."""
    for (x, value), (later, _) in zip(run, [*run[1:], run[-1]], strict=True):
        yield x, value
        yield later, value


def scatter(points: Sequence[tuple[float, float]], low: float, high: float) -> list[tuple[float, float]]:
    """Where points stand in a square whose sides go from ``low`` to ``high``: per cent from the left and the top."""
    if not points:
        return []
    import pygal

    ends = _less_margin(low, high)
    chart = pygal.XY(width=100, height=100, xrange=ends, range=ends, stroke=False, **_BARE)
    chart.add("", list(points))
    return [
        (round(float(dot.get("cx", 0)), 2), round(float(dot.get("cy", 0)), 2)) for dot in _elements(chart, "circle")
    ]


def bars(shares: Sequence[float]) -> list[float]:
    """How long bars are, in per cent of the longest that there may be; ``shares`` are from 0 to 1."""
    if not shares:
        return []
    import pygal

    chart = pygal.HorizontalBar(width=100, height=100, range=_less_margin(0, 1), **_BARE)
    # The longest one that there may be is the measure of the others.
    for share in (1.0, *shares):
        chart.add("", [share])
    found = [float(bar.get("width", 0)) for bar in _elements(chart, "rect")]
    return [round(100 * width / found[0], 2) for width in found[1:]]


def _sampled(scores: Sequence[Score]) -> Iterator[list[tuple[float, float]]]:
    """The curve through the scores as points, a list for each stretch without a gap."""
    run: list[tuple[float, float]] = []
    for segment in segments(scores):
        if run and abs(run[-1][0] - segment[0][0]) > 1e-6:
            yield run
            run = []
        run += [point_at(segment, step / SAMPLES) for step in range(1 if run else 0, SAMPLES + 1)]
    if run:
        yield run


def _less_margin(low: float, high: float) -> tuple[float, float]:
    """The range to ask for, so that pygal's margin widens it to ``low`` to ``high``."""
    margin = _MARGIN * (high - low)
    return low + margin, high - margin


def _elements(chart: Any, tag: str) -> list[ElementTree.Element]:
    """Elements of all series of a chart, in the order in which the series were added."""
    tree = ElementTree.fromstring(chart.render())  # noqa: S314 - pygal wrote it, from numbers
    found: dict[int, list[ElementTree.Element]] = {}
    for group in tree.iter(f"{_SVG}g"):
        match = re.search(r"\bserie-(\d+)\b", group.get("class", ""))
        if match and "series" in group.get("class", "").split():
            found.setdefault(int(match[1]), []).extend(group.iter(f"{_SVG}{tag}"))
    return [element for _, elements in sorted(found.items()) for element in elements]
