"""A comparison: curves of several journeys in one chart, named at their ends, with their values in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.drawing import curve
from mkdocs_journey.model.values import Scale
from mkdocs_journey.model.view import View
from mkdocs_journey.render.charts.pictures import HAIRLINE, RULE, Frame, Look, layer, path, picture
from mkdocs_journey.render.html import curves
from mkdocs_journey.render.html.elements import as_markup, element, joined, style
from mkdocs_journey.render.html.texts import Text, Texts
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.views.cells import Joined, Small, Strong, spoken, way_to
from mkdocs_journey.render.views.sections import limited, note
from mkdocs_journey.render.views.table import CellContent, TableCell, TableColumn, TableRow, table_html
from mkdocs_journey.views.compare import ComparedCurve, ComparedMoment, CurveComparison

if TYPE_CHECKING:
    from jinja2 import Environment

APART = 16.0
"""Least distance between the middles of two names at the ends of curves, in per cent of the height of the scale."""
_LINES: tuple[tuple[Look, Look], ...] = (
    ({}, {"stroke_width": 10, "stroke_linecap": "round"}),
    ({"stroke_dasharray": "9 4"}, {"stroke_width": 8, "stroke_linecap": "square"}),
    ({"stroke_dasharray": "2 4"}, {"stroke_width": 6, "stroke_linecap": "round"}),
)
"""Look of line and dots of up to three curves: they differ in more than their colour."""


def draw(
    found: CurveComparison, view: View, surroundings: Surroundings, texts: Texts, environment: Environment
) -> Markup | None:
    """The chart and the table; None where nothing was measured in what is asked for."""
    words = surroundings.words
    names = [_name(found, one, surroundings, texts) for one in found.curves]
    columns = [texts(column.name, found.curves[0].journey.document.block.file) for column in found.columns]
    rows = [TableRow(_row(found, number, surroundings, texts)) for number in range(len(found.columns))]
    notes = [words("compare.converted")] if found.converted else []
    if found.unshared:
        notes.append(words("compare.unshared", phases=", ".join(found.unshared)))
    heads = [TableColumn(words("compare.step")), *(TableColumn(str(_plain(name))) for name in names)]
    return (
        _plot(found, names, columns, surroundings)
        + joined(map(note, notes))
        + limited(len(found.curves), found.total, words)
        + table_html(words("compare.table"), heads, rows)
    )


def spread(positions: Sequence[float], apart: float = APART) -> list[float]:
    """Places near some positions, in per cent from the top, that are at least so far apart and keep their order.

    Up to seven find room between 0 and 100. Equal positions keep the order in which they are given.
    """
    order = sorted(range(len(positions)), key=lambda index: (positions[index], index))
    places = [0.0] * len(positions)
    least = 0.0
    for index in order:
        places[index] = max(positions[index], least)
        least = places[index] + apart
    most = 100.0
    for index in reversed(order):
        places[index] = min(places[index], most)
        most = places[index] - apart
    return places


def end_of_line(number: int, y: float, *children: Text) -> Markup:
    """What stands at the end of a line of a chart, so many per cent from the top, in the colour of the line."""
    return element("span", *children, cls=f"journey-s{number}", style=style(y=curves.number(y)))


def _plot(found: CurveComparison, names: Sequence[Text], columns: Sequence[Text], surroundings: Surroundings) -> Markup:
    scores = [[moment.score if moment else None for moment in one.moments] for one in found.curves]
    # What has no score has no line, and no name at the end of one.
    last = {number: score for number, one in enumerate(scores) for score in one if score is not None}
    ends = spread([curve.y(score, found.scale) for score in last.values()])
    labels = [end_of_line(number, end, element("b", names[number])) for number, end in zip(last, ends, strict=True)]
    words, low = surroundings.words, found.scale.low < 0
    ticks = [
        element("span", words.signed(tick, sign=low), style=style(y=curves.number(curve.y(tick, found.scale))))
        for tick in curve.ticks(found.scale)
    ]
    heads = (element("span", name) for name in columns)
    label = words("compare.region", names=", ".join(_plain(name) for name in names))
    return element(
        "div",
        element("div", joined(heads, " "), cls="journey-compare__columns", aria_hidden="true"),
        element("div", joined(ticks, " "), cls="journey-compare__axis", aria_hidden="true"),
        _curves(scores, found.scale, label),
        element("div", joined(labels, " "), cls="journey-compare__ends"),
        cls="journey-compare",
    )


def _curves(scores: Sequence[Sequence[curve.Score]], scale: Scale, label: str) -> Markup:
    """The curves of a map over each other, each with dots at its scores."""
    frame = Frame(0, -curves.BLEED, 100 * len(scores[0]), 100 + 2 * curves.BLEED)
    upright = "".join(f"M{100 * column} {-curves.BLEED}V{100 + curves.BLEED}" for column in range(len(scores[0])))
    level = f"M0 {curves.number(curve.y(scale.neutral, scale))}H{curves.number(frame.width)}"
    layers = [layer(path(upright), **HAIRLINE), layer(path(level), **RULE)]
    for number, one in enumerate(scores):
        line, dots = _LINES[number]
        # A cap makes a dot of a line without a length, which keeps its shape however the image is stretched.
        points = "".join(
            f"M{100 * column + 50} {curves.number(curve.y(score, scale))}h0"
            for column, score in enumerate(one)
            if score is not None
        )
        drawn = (
            layer(path(curves.curve_path(one, scale)), stroke_width=2.25, **line),
            layer(path(points), **dots),
        )
        layers.append(layer(*drawn, cls=f"journey-s{number}", fill="none", stroke="currentColor"))
    return picture(
        frame,
        *layers,
        cls=("journey-chart", "journey-compare__plot"),
        preserveAspectRatio="none",
        role="img",
        aria_label=label,
    )


def _name(found: CurveComparison, one: ComparedCurve, surroundings: Surroundings, texts: Texts) -> Text:
    """By what a curve is known; it leads to its map."""
    entry, words = one.journey, surroundings.words
    file = entry.document.block.file
    text: Text = texts(entry.title, file)
    if found.told_apart_by == "state":
        text = words(f"card.{entry.journey.state}")
    elif found.told_apart_by == "persona":
        text = ", ".join(one.personas)
    return spoken(way_to(surroundings, f"journey:{entry.id}", text, entry.page), entry, words)


def _row(found: CurveComparison, number: int, surroundings: Surroundings, texts: Texts) -> list[CellContent]:
    column = found.columns[number]
    file = found.curves[0].journey.document.block.file
    name: Text = texts(column.name, file)
    if column.phase != column.name:
        name = Joined((name, Small(texts(column.phase, file))), " ")
    return [name, *(_value(one.moments[number], found, surroundings, texts) for one in found.curves)]


def _value(
    moment: ComparedMoment | None, found: CurveComparison, surroundings: Surroundings, texts: Texts
) -> CellContent:
    """The score and the feeling, as a link to the place on the map."""
    words = surroundings.words
    if moment is None or moment.emotion is None:
        return None
    place, emotion = moment.place, moment.emotion
    parts: list[Text] = []
    if moment.score is not None:
        score = words.signed(round(moment.score, 2), sign=found.scale.low < 0)
        parts.append(Strong(score, hurts=moment.score < found.scale.neutral))
    if emotion.label or emotion.face:
        parts.append(texts(emotion.label or emotion.face, place.file))
    if moment.hypothesis:
        planned = place.journey.journey.state == "future"
        parts.append(Small(words("legend.planned" if planned else "evidence.hypothesis")))
    way = way_to(surroundings, place.address, Joined(parts, " "), place.file)
    return TableCell(spoken(way, place.journey, words), "" if moment.score is None else moment.score)


def _plain(text: Text) -> str:
    return as_markup(text).striptags()
