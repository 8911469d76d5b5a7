"""Lines over time, dots in a plane and bullet bars, drawn by pygal and shown as what :mod:`pictures` keeps of them.

Nothing else imports pygal, and nothing imports it before a chart is asked for. It gets finite numbers and nothing that
anybody wrote: names and links are put around its shapes afterwards.

pygal leaves 2 % of the range free on each side; the frame of a picture cuts that off, so that its edges are the ends of
the range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_journey.drawing.curve import Point
from mkdocs_journey.render.charts.pictures import (
    FILLED,
    HAIRLINE,
    LINE,
    RULE,
    Frame,
    layer,
    picture,
    shapes_in,
)
from mkdocs_journey.render.html.curves import BLEED

Share = float | None
"""A share of a scale, 0 to 1, as :func:`share_of` gives it; None where nothing is known."""
TREND = Frame(5, 2, 250, 100)
"""The picture of lines: 2 % of its sides are cut off on each side, as of all frames here."""
PLANE = Frame(6, 5.5, 300, 275)
"""The picture of dots."""
BULLET = Frame(2, 6, 100, 12)
"""The picture of a bar, in per cent of its scale. Above and below it, half is cut off; beyond it stands half a mark."""
DOT = 9.3
"""Radius of a dot, in units of its picture."""


class Plane(Struct, frozen=True):
    """The scale of both axes of a scatter chart."""

    low: float
    high: float
    grid: tuple[float, ...]
    """Where lines divide it, in both directions."""
    corner: tuple[float, float]
    """Right and lower end of its upper left corner, which is tinted."""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Per cent from the left and from the top."""
        unit = 100 / (self.high - self.low)
        return (x - self.low) * unit, (self.high - y) * unit


def share_of(value: float | None, low: float, high: float) -> Share:
    """Where a value stands between two ends; None where that is no number that can be drawn."""
    if value is None:
        return None
    share = (value - low) / ((high - low) or 1)
    return min(max(share, 0.0), 1.0) if isfinite(share) else None


@lru_cache(256)
def trend(lines: tuple[tuple[tuple[float, Share], ...], ...], neutral: float) -> Markup:
    """Lines that moved over time, each with a dot at its end.

    A point is a share of the time and of the scale. A line goes on as it was until the next point; a share of None
    interrupts it. A tenth of the scale is free above and below it. At the share ``neutral`` a line lies across.

    Kept: a handbook that is edited is built again and again, and what was does not change.
    """
    bleed = BLEED / 100
    chart = _chart("XY", TREND, xrange=(0, 1), range=(-bleed, 1 + bleed), x_labels=[0], y_labels=[neutral])
    for points in lines:
        chart.add("", list(_stairs(points)), dots_size=4, allow_interruptions=True)
    drawing = chart.render_tree()
    layers = [
        layer(*shapes_in(drawing, "axis x", "guides"), **HAIRLINE),
        layer(*shapes_in(drawing, "axis y", "guides"), **RULE),
    ]
    for number in range(len(lines)):
        shapes = shapes_in(drawing, f"serie-{number}")
        drawn = layer(*(shape for shape in shapes if shape.tag == "path"), **LINE)
        # pygal has a dot for every point.
        end = layer(*[shape for shape in shapes if shape.tag == "circle"][-1:], **FILLED)
        layers.append(layer(drawn, end, cls=f"journey-s{number}"))
    return picture(TREND, *layers, cls=("journey-chart", "journey-trend__plot"), overflow="visible")


def scatter(plain: Sequence[Point], marked: Sequence[Point], plane: Plane) -> Markup:
    """Dots in a plane, those that are marked filled.

    What they are is for the page to say, in links and words over the picture: a link in an SVG has an ``href`` that
    scripts cannot set, and Material's instant navigation ends with an error where it meets one.
    """
    ends, (right, lower) = (plane.low, plane.high), plane.corner
    chart = _chart("XY", PLANE, xrange=ends, range=ends, x_labels=plane.grid, y_labels=plane.grid, zero=lower)
    chart.add("", [(plane.low, plane.high), (right, plane.high)], fill=True, show_dots=False)
    for points in (plain, marked):
        chart.add("", list(points), stroke=False, dots_size=DOT)
    drawing = chart.render_tree()
    return picture(
        PLANE,
        layer(*shapes_in(drawing, "serie-0"), cls="journey-good", fill_opacity=".09", **FILLED),
        layer(*shapes_in(drawing, "axis", "guides"), **HAIRLINE),
        layer(*shapes_in(drawing, "serie-1"), cls="journey-ring", fill="none", stroke="currentColor"),
        layer(*shapes_in(drawing, "serie-2"), cls="journey-good", **FILLED),
        cls="journey-chart",
        aria_hidden="true",
    )


@lru_cache(1024)
def bullet(value: Share, baseline: Share, target: Share) -> Markup:
    """A bar as long as a share, a thin mark where it stood at first, and a thick one where it should be.

    Kept: a table has one in each row, and a handbook that is edited is built again and again.
    """
    marks = [share for share in (baseline, target) if share is not None]
    chart = _chart(
        "HorizontalBar",
        BULLET,
        range=(0, 1),
        x_labels=["", "", ""],
        y_labels=marks,
        show_x_labels=bool(marks),
    )
    # Bars are as thick as three in a row have room for; only the middle one is there.
    chart.add("", [None, value, None])
    drawing = chart.render_tree()
    drawn = shapes_in(drawing, "axis x", "guides")
    first = 0 if baseline is None else 1
    return picture(
        replace(BULLET, width=102),
        layer(shapes_in(drawing, "axis y", "guides")[1], stroke_width=6, **HAIRLINE),
        layer(*shapes_in(drawing, "series"), cls="journey-s1", **FILLED),
        layer(*drawn[:first], stroke="currentColor"),
        layer(*drawn[first:], stroke="currentColor", stroke_width=3),
        cls=("journey-chart", "journey-bullet"),
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _chart(kind: str, frame: Frame, **settings: Any) -> Any:
    """A chart that is as large as its frame and what is cut off, and has neither text nor room for it."""
    import pygal
    from pygal.style import Style

    return getattr(pygal, kind)(
        width=frame.width + 2 * frame.left,
        height=frame.height + 2 * frame.top,
        style=Style(label_font_size=0),
        truncate_label=1,
        margin=0,
        spacing=0,
        js=(),
        css=(),
        show_legend=False,
        show_x_guides=True,
        show_y_guides=True,
        **settings,
    )


def _stairs(points: Sequence[tuple[float, Share]]) -> Iterator[tuple[float, Share]]:
    """Every point, and before the next one the corner: the earlier value at the later time."""
    for (x, value), (later, _) in zip(points, [*points[1:], *points[-1:]], strict=True):
        yield x, value
        yield later, value
