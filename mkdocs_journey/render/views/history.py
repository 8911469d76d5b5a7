"""The history of a map: a few lines over time, and a table with each version, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_journey.atlas import JourneyEntry
from mkdocs_journey.model.values import Scale
from mkdocs_journey.model.view import View
from mkdocs_journey.render import curve
from mkdocs_journey.render.cell_html import as_markup
from mkdocs_journey.render.chart import curve_paths
from mkdocs_journey.render.sparkline import course_style
from mkdocs_journey.render.surroundings import Surroundings
from mkdocs_journey.render.texts import Text, Texts
from mkdocs_journey.render.views.cells import Joined, Small, Strong, spoken, way_to
from mkdocs_journey.render.views.sections import limited, note
from mkdocs_journey.render.views.table import Cell, Column, TableCell, TableRow, table_html
from mkdocs_journey.render.words import Words
from mkdocs_journey.views.history import History, Point, Standing, paced
from mkdocs_journey.views.moments import Moment
from mkdocs_journey.views.selection import named_journey

if TYPE_CHECKING:
    from jinja2 import Environment

USUAL_LIMIT = 12
"""Versions that are shown where nobody says how many: three years of quarters."""
SHORT = 8
"""Characters of a commit's id."""
_ALL_INK = "--neutral:100;--journey-alarm:var(--journey-ink)"


def render_history(view: View, surroundings: Surroundings, texts: Texts, environment: Environment) -> Markup | None:
    """The lines and the table, or a sentence that says why the history is not known."""
    entry, _ = named_journey(view.journey[0], surroundings.atlas)
    if entry is None:
        return None
    words = surroundings.words
    whole = surroundings.history(entry)
    if isinstance(whole, str) or not whole.points:
        texts.convert()
        why = whole if isinstance(whole, str) and whole else words("history.unknown")
        return Markup('<p class="journey-view__nothing">{}</p>').format(why)
    periods = paced(whole, view.by or "quarter")
    found = paced(whole, view.by or "quarter", view.limit or USUAL_LIMIT)
    file = entry.document.block.file
    title = spoken(way_to(surroundings, f"journey:{entry.id}", texts(entry.title, file), file), entry, words)
    rows = [TableRow(cells) for cells in _rows(found, entry, surroundings, texts)]
    texts.convert()
    columns = [
        Column(words("history.version"), sorted="descending"),
        Column(words("lane.emotion")),
        Column(words("history.observed"), number=True),
        Column(words("history.open_pains"), number=True),
        Column(words("history.indicators")),
    ]
    return (
        Markup('<p class="journey-label">{}</p>').format(as_markup(title))
        + _lines(found, words)
        + table_html(words("history.label"), columns, rows)
        + limited(len(found.points), len(periods.points), words)
        + (note(words("history.incomplete")) if whole.incomplete else Markup())
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """Something that is drawn over time."""

    label: str
    values: tuple[float | None, ...]
    scale: Scale
    say: Callable[[float], str]


def _lines(found: History, words: Words) -> Markup:
    """Small charts beside each other, each with its first and its last value; nothing of a single version."""
    standings = [point.standing for point in found.points]
    if len(standings) < 2:
        return Markup()
    charts = [_chart(line, words, found.points) for line in _drawn(standings, words)]
    return Markup('<div class="journey-trends" aria-hidden="true">{}</div>').format(Markup().join(charts))


def _drawn(standings: Sequence[Standing | None], words: Words) -> Iterator[_Line]:
    scale = next((one.course.scale for one in reversed(standings) if one and one.course), None)

    def values(read: Callable[[Standing], float | None]) -> tuple[float | None, ...]:
        return tuple(read(one) if one else None for one in standings)

    if scale is not None:

        def on_scale(read: Callable[[Standing], float | None]) -> tuple[float | None, ...]:
            # A map may have had another scale; a number on it would say something else here.
            return values(lambda one: read(one) if one.course and one.course.scale == scale else None)

        def signed(score: float) -> str:
            return words.signed(round(score, 1), sign=scale.low < 0)

        yield _Line(words("history.mean"), on_scale(lambda one: one.mean), scale, signed)
        yield _Line(
            words("history.worst"), on_scale(lambda one: one.course.worst.score if one.course else None), scale, signed
        )
    yield _Line(
        words("history.observed"),
        values(lambda one: None if one.share is None else 100 * one.share),
        Scale(0, 100),
        lambda share: f"{share:.0f}\u00a0%",
    )
    pains = values(lambda one: float(one.open_pains))
    most = max((value for value in pains if value is not None), default=0)
    yield _Line(words("history.open_pains"), pains, Scale(0, max(round(most), 1)), lambda number: f"{number:g}")


def _chart(line: _Line, words: Words, points: Sequence[Point]) -> Markup:
    """One line. Only its first and its last value are named: the table has them all."""
    measured = [value for value in line.values if value is not None]
    if not measured:
        return Markup()
    (path,) = curve_paths([line.values], line.scale)
    scale = line.scale
    # Only of a scale with a middle the lower half is bad.
    below = f"--neutral:{curve.number(curve.y(scale.neutral, scale))}" if scale.low < 0 else _ALL_INK
    style = f"--columns:{len(line.values)};--line:{curve.dotted_line(path, line.values, scale)};{below}"
    spark = Markup(f'<div class="journey-spark" style="{style}"></div>')  # noqa: S704 - numbers
    ends = f"{words.date(points[0].day)} – {words.date(points[-1].day)}"
    first, last = line.say(measured[0]), line.say(measured[-1])
    value = last if first == last else f"{first} → {last}"
    return Markup("<div><b>{}</b> {}{}<small>{}</small></div>").format(line.label, value, spark, ends)


def _rows(found: History, entry: JourneyEntry, surroundings: Surroundings, texts: Texts) -> Iterator[list[Cell]]:
    """The newest first, each with what its indicators were when they moved."""
    words, file = surroundings.words, entry.document.block.file
    before = found.before
    rows: list[list[Cell]] = []
    for point in found.points:
        version = TableCell(_version(point, words), point.day.isoformat())
        standing = point.standing
        if standing is None:
            rows.append([version, Strong(words("history.broken", why=point.trouble), hurts=True), None, None, None])
            continue
        share = standing.share
        observed = TableCell(f"{100 * share:.0f}\u00a0%", round(share, 4)) if share is not None else None
        pains = TableCell(str(standing.open_pains), standing.open_pains)
        rows.append(
            [version, _emotion(standing, words, texts, file), observed, pains, _moved(before, standing, texts, file)]
        )
        before = standing
    yield from reversed(rows)


def _version(point: Point, words: Words) -> Text:
    if not point.commit:
        return Joined((words.date(point.day), Small(words("history.now"))), " ")
    return Joined((words.date(point.day), Small(f"{point.subject} ({point.commit[:SHORT]})")), " ")


def _emotion(standing: Standing, words: Words, texts: Texts, file: str) -> Text | None:
    """The curve in a small picture, the worst moment and the last one in words."""
    course = standing.course
    if course is None:
        return None
    spark = Markup('<span class="journey-spark" aria-hidden="true" style="{}"></span>')
    parts: list[Text] = [spark.format(course_style(course, course.worst)), _moment(course.worst, words, texts, file)]
    if course.end.column != course.worst.column:
        parts.append(Small(words("atlas.ends_at", score=words.signed(course.end.score, sign=course.scale.low < 0))))
    return Joined(tuple(parts), " ")


def _moment(moment: Moment, words: Words, texts: Texts, file: str) -> Text:
    score = words.signed(moment.score, sign=moment.scale.low < 0)
    return Joined((Strong(score, hurts=moment.negative), texts(moment.name, file)), " ")


def _moved(before: Standing | None, standing: Standing, texts: Texts, file: str) -> Text | None:
    """Indicators with another value than before; all of them in the first version that is shown."""
    old = {one.name: one.value for one in before.indicators} if before else {}
    moved = [one for one in standing.indicators if one.value and old.get(one.name) != one.value]
    if not moved:
        return None
    values = (Joined((texts(one.name, file), Strong(texts(one.value, file))), " ") for one in moved)
    return Joined(tuple(values), Markup("<br>"))
